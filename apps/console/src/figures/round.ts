/** For a sentence: half away from zero, never through a float. What has fewer decimals stays as it is. */
export function roundDecimal(value: string, places: number): string {
  const given = /^(-?)(\d+)\.(\d+)$/.exec(value);
  if (!given) return value;
  const [, minus = '', whole = '', part = ''] = given;
  if (part.length <= places) return value;
  const up = Number(part[places]) >= 5 ? 1n : 0n;
  const digits = (BigInt(whole + part.slice(0, places)) + up).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return /[1-9]/.test(text) ? minus + text : text;
}
