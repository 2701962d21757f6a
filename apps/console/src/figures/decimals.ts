/** A decimal as a whole number of so many places. */
interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

function scaled(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

const power = (places: number): bigint => 10n ** BigInt(places);

function divided(over: bigint, under: bigint, places: number): string {
  const sign = over < 0n !== under < 0n ? '-' : '';
  const abs = (n: bigint) => (n < 0n ? -n : n);
  // Half away from zero, as every percentage of the house is rounded to be shown.
  const rounded = (abs(over) * power(places) * 2n + abs(under)) / (abs(under) * 2n);
  const digits = String(rounded).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return rounded === 0n ? text : sign + text;
}

/** (later ÷ earlier − 1) · 100 with so many decimals; null where the earlier is not above zero. */
export function growthPct(later: string, earlier: string, places = 2): string | null {
  const [a, b] = [scaled(later), scaled(earlier)];
  if (b.digits <= 0n) return null;
  const [over, under] = [a.digits * power(b.places), b.digits * power(a.places)];
  return divided((over - under) * 100n, under, places);
}

/** A decimal with so many places at most, half away from zero; never through a float. */
export function rounded(text: string, places = 2): string {
  const { digits, places: given } = scaled(text);
  return given <= places ? text : divided(digits, power(given), places);
}

/** Later less earlier. */
export function difference(later: string, earlier: string): string {
  const [a, b] = [scaled(later), scaled(earlier)];
  const places = Math.max(a.places, b.places);
  const less = a.digits * power(places - a.places) - b.digits * power(places - b.places);
  return divided(less, power(places), places);
}
