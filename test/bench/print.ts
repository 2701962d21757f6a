/** What one comparison found: ours and the limit in the same unit, higher is better unless `lessIsBetter`. */
export interface Found {
  ours: number;
  limit: number;
  unit: string;
  note?: string;
}

/** One line: ours : limit, the ratio, and the goal it is held against. */
export function show(
  what: string,
  { ours, limit, unit, note = '' }: Found,
  goal?: number,
  lessIsBetter = false,
): void {
  const ratio = ours / limit;
  const kept = goal === undefined || (lessIsBetter ? ratio <= goal : ratio >= goal);
  const said = goal === undefined ? '' : `${lessIsBetter ? '≤' : '≥'} ${goal} ${kept ? 'kept' : 'MISSED'}`;
  const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
  console.log(
    `${what.padEnd(34)} ${`${number(ours)} : ${number(limit)} ${unit}`.padEnd(26)} ratio ${ratio.toFixed(2).padStart(6)}  ${said.padEnd(14)} ${note}`,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
