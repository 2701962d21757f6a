import type { Tile } from './tiles';

/** Which tile a key leads to: the nearest in that direction; ends of its row; null where there is none. */
export function stepFrom(tiles: readonly Tile[], from: string, key: string): string | null {
  const here = tiles.find(({ id }) => id === from);
  if (!here) return null;
  const row = tiles.filter((tile) => tile.row === here.row);
  if (key === 'Home') return row.at(0)?.id ?? null;
  if (key === 'End') return row.at(-1)?.id ?? null;
  const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[
    key
  ] ?? [0, 0];
  if (!down && !right) return null;
  const ahead = tiles.filter((tile) =>
    down
      ? (tile.row - here.row) * down > 0
      : tile.row === here.row && (tile.column - here.column) * (right ?? 0) > 0,
  );
  // The next row first, and in it the one most nearly below or above.
  const far = (tile: Tile): number =>
    Math.abs(tile.row - here.row) * 100 + Math.abs(tile.column - here.column);
  return ahead.sort((a, b) => far(a) - far(b))[0]?.id ?? null;
}
