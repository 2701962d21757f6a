const places = 12;

/** A decimal text as a whole number of its last place: exact, as no float is. */
function scaled(text: string): bigint | null {
  const found = /^(-?)(\d+)(?:\.(\d{1,12}))?$/.exec(text);
  if (!found) return null;
  const [, minus = '', whole = '', part = ''] = found;
  return BigInt(`${minus}${whole}${part.padEnd(places, '0')}`);
}

/**
 * By how many per cent a value differs from another, to one decimal, half away from zero; null where the base is zero or
 * below: no per cent says anything then.
 */
export function changePct(value: string, base: string): string | null {
  const [a, b] = [scaled(value), scaled(base)];
  if (a === null || b === null || b <= 0n) return null;
  const doubled = (a - b) * 2000n;
  const rounded = (doubled + (doubled < 0n ? -b : b)) / (2n * b);
  const sign = rounded < 0n ? '-' : '';
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(2, '0');
  return `${sign}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** Whether a change is more than so many per cent, up or down. */
export const exceeds = (pct: string, most: number): boolean => Math.abs(Number(pct)) > most;
