import { territoriesOn } from '@doit/reference';
import { stepFrom } from '../../apps/console/src/map/tile-steps';
import { tileMaps } from '../../apps/console/src/map/tiles';

const days = { before: '2025-06-30', after: '2025-07-01' } as const;

describe('the tiles of the map', () => {
  it.each(['before', 'after'] as const)(
    '%s the mergers has every unit once, and no two in one place',
    (when) => {
      const { tiles, islands } = tileMaps[when];
      const units = territoriesOn(days[when]).map(({ id }) => id);
      expect(units).toHaveLength(when === 'before' ? 63 : 34);
      expect(tiles.map(({ id }) => id).sort()).toEqual([...units].sort());
      const places = [...tiles, ...islands].map(({ row, column }) => `${row}/${column}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { id } of islands) expect(units).toContain(id);
    },
  );

  it.each(['before', 'after'] as const)('%s, arrows lead from any tile to every other', (when) => {
    const { tiles } = tileMaps[when];
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];
    const reached = new Set([tiles[0]?.id ?? '']);
    for (const id of reached) for (const key of keys) reached.add(stepFrom(tiles, id, key) ?? id);
    expect(reached.size).toBe(tiles.length);
  });
});
