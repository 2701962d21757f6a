import { membersThroughTime } from '@doit/registers';
import { nextHostOf, type HeldEdition } from './next-host';

const south = membersThroughTime('south-20-2024');
const ninth = { edition: 9, territory: 'hau-giang', heldOn: '2023-10-01', handedTo: 'kien-giang' };
const tenth = { edition: 10, territory: 'kien-giang', heldOn: '2024-10-11', handedTo: 'long-an' };
const eleventh = { edition: 11, territory: 'tay-ninh-2025', heldOn: '2025-10-20', handedTo: null };
const next = (editions: HeldEdition[], on: string) => nextHostOf(editions, south, on);

describe('the next host of the southern conference', () => {
  it('is who was handed the flag: Long An, after Phú Quốc', () => {
    const { edition, by, items } = next([ninth, tenth], '2024-10-12');
    expect([edition, by, items.length]).toEqual([11, 'handed-over', 20]);
    const reason = { en: 'The flag was handed over at edition 10 (Long An)' };
    expect(items[0]).toMatchObject({ territory: 'long-an', reason });
  });

  it('is Tây Ninh once Long An went into it', () => {
    const { by, items } = next([tenth, ninth], '2025-07-01');
    expect([by, items[0]?.territory]).toEqual(['handed-over', 'tay-ninh-2025']);
    expect(items[0]?.reason.vi).toBe('Được trao cờ tại hội nghị lần thứ 10 (Long An)');
    // Units that ended host no more, and what a unit went into has hosted what that one hosted.
    expect(items.map(({ territory }) => territory)).not.toContain('long-an');
    expect(items.find(({ territory }) => territory === 'an-giang-2025')).toMatchObject({ lastEdition: 10 });
    expect(items.find(({ territory }) => territory === 'can-tho-2025')).toMatchObject({ lastEdition: 9 });
  });

  it('is by rotation who never hosted, then who hosted longest ago', () => {
    const { edition, by, items } = next([eleventh, ninth, tenth], '2025-10-21');
    expect([edition, by]).toEqual([12, 'rotation']);
    expect(items.slice(-3)).toMatchObject([
      { territory: 'can-tho-2025', lastEdition: 9 },
      { territory: 'an-giang-2025', lastEdition: 10, lastOn: '2024-10-11' },
      { territory: 'tay-ninh-2025', lastEdition: 11, reason: { en: 'Hosted edition 11 last' } },
    ]);
    const never = items.slice(0, -3);
    expect(never.every(({ lastEdition }) => lastEdition === null)).toBe(true);
    const ids = never.map(({ territory }) => territory);
    expect(ids).toEqual([...ids].sort());
    // Bình Thuận went into Lâm Đồng, which is of another region.
    expect(ids).not.toContain('lam-dong-2025');
  });

  it('is who was handed the flag, though no member: Bình Thuận is in Lâm Đồng', () => {
    const { by, items } = next([{ ...tenth, handedTo: 'binh-thuan' }], '2025-07-01');
    expect([by, items[0]?.territory]).toEqual(['handed-over', 'lam-dong-2025']);
    expect(new Set(items.map(({ territory }) => territory)).size).toBe(items.length);
  });

  it('is anybody, and of no edition, where none is known', () => {
    const { edition, items } = next([], '2024-01-01');
    expect([edition, items.length]).toEqual([null, 20]);
  });
});
