/**
 * Where names stand beside the ends of lines: each as near to its line as may be, none on another, all of them between
 * top and bottom as long as there is room.
 */
export function spread(
  wanted: readonly number[],
  height: number,
  room: { top: number; bottom: number },
): number[] {
  const order = wanted.map((y, n) => ({ y, n })).sort((a, b) => a.y - b.y);
  const placed = order.map(({ y }) => y);
  for (let n = 0; n < placed.length; n++)
    placed[n] = Math.max(placed[n] ?? 0, n === 0 ? room.top : (placed[n - 1] ?? 0) + height);
  for (let n = placed.length - 1; n >= 0; n--)
    placed[n] = Math.min(
      placed[n] ?? 0,
      n === placed.length - 1 ? room.bottom : (placed[n + 1] ?? 0) - height,
    );
  const found = new Array<number>(wanted.length).fill(0);
  order.forEach(({ n }, at) => (found[n] = placed[at] ?? 0));
  return found;
}
