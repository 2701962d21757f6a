import { Decimal } from 'decimal.js';
import { decimal, decimalText, Exact, unitOfDecimals } from './decimals';

/** All numbers from `low` to `high`, both included; null = without bound on that side. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** How a source qualifies a number: as it stands, "at least" or "over", "about". */
export type Comparator = 'eq' | 'ge' | 'about';

// Quotients rarely end. Rounding each bound away from the inside keeps the true value in.
const Down = Exact.clone({ rounding: Decimal.ROUND_FLOOR });
const Up = Exact.clone({ rounding: Decimal.ROUND_CEIL });

/**
 * What a printed number can stand for: half a unit of its last printed decimal to either side (`decimals` may be
 * negative: `2000` at −3 is 1,500 to 2,500). "At least" has no upper bound and the number itself as the lower one.
 * "About" is read like a plain number, since no source says how wide it means it.
 */
export function ofPrinted(value: string, decimals: number, comparator: Comparator = 'eq'): Interval {
  const middle = decimal(value);
  if (comparator === 'ge') return { low: middle, high: null };
  const half = unitOfDecimals(decimals).div(2);
  return { low: middle.minus(half), high: middle.plus(half) };
}

/** The interval of one exact number. */
export function exactly(value: string): Interval {
  const point = decimal(value);
  return { low: point, high: point };
}

/** Every sum of a member of `a` and a member of `b`. */
export function add(a: Interval, b: Interval): Interval {
  return { low: a.low && b.low && a.low.plus(b.low), high: a.high && b.high && a.high.plus(b.high) };
}

/** Every difference of a member of `a` and a member of `b`. */
export function sub(a: Interval, b: Interval): Interval {
  return { low: a.low && b.high && a.low.minus(b.high), high: a.high && b.low && a.high.minus(b.low) };
}

/** Every product of a member of `a` and a member of `b`. */
export function mul(a: Interval, b: Interval): Interval {
  // Zero times an unbounded side is zero: no member of that side is infinite itself.
  const products = pairs(a, b).map(([x, y]) => (x.isZero() || y.isZero() ? new Exact(0) : x.mul(y)));
  return bounded(Exact.min(...products), Exact.max(...products));
}

/** Every quotient of a member of `a` by a member of `b`; null (refused) where `b` contains zero. */
export function div(a: Interval, b: Interval): Interval | null {
  if (contains(b, new Exact(0))) return null;
  // Unbounded over unbounded says nothing that the other corners do not say.
  const corners = pairs(a, b).filter(([x, y]) => x.isFinite() || y.isFinite());
  return bounded(
    Exact.min(...corners.map(([x, y]) => new Down(x).div(y))),
    Exact.max(...corners.map(([x, y]) => new Up(x).div(y))),
  );
}

/** Every quotient of a member of `part` by a member of `whole`, in per cent; null as {@link div}. */
export function percent(part: Interval, whole: Interval): Interval | null {
  const ratio = div(part, whole);
  return ratio && mul(ratio, exactly('100'));
}

/**
 * The smallest interval with bounds of `places` decimals that holds all of this one. A result is shown with one
 * decimal more than the printed number it came from.
 */
export function widenOutward({ low, high }: Interval, places: number): Interval {
  const unit = unitOfDecimals(places);
  return {
    low: low && new Exact(new Down(low).div(unit).floor()).mul(unit),
    high: high && new Exact(new Up(high).div(unit).ceil()).mul(unit),
  };
}

/** True where the number lies in the interval, its bounds included. */
export function contains({ low, high }: Interval, value: Decimal): boolean {
  return (low === null || low.lte(value)) && (high === null || high.gte(value));
}

/** True where the two have a number in common: what they come from does not contradict. */
export function meets(a: Interval, b: Interval): boolean {
  return gap(a, b).isZero();
}

/** How far the two lie apart: zero where they meet, else the distance of their nearest bounds. */
export function gap(a: Interval, b: Interval): Decimal {
  const [x, y] = [within(a), within(b)];
  return Exact.max(0, x.low.minus(y.high), y.low.minus(x.high));
}

/** The wire form, decimal texts widened outward to `places` decimals; null = without bound. */
export function toWire(interval: Interval, places: number): { low: string | null; high: string | null } {
  const { low, high } = widenOutward(interval, places);
  return { low: low && decimalText(low, places), high: high && decimalText(high, places) };
}

function pairs(a: Interval, b: Interval): [Decimal, Decimal][] {
  const [x, y] = [within(a), within(b)];
  return [x.low, x.high].flatMap((left) => [y.low, y.high].map((right): [Decimal, Decimal] => [left, right]));
}

function within({ low, high }: Interval): { low: Decimal; high: Decimal } {
  return { low: low ?? new Exact(-Infinity), high: high ?? new Exact(Infinity) };
}

function bounded(low: Decimal, high: Decimal): Interval {
  return { low: low.isFinite() ? low : null, high: high.isFinite() ? high : null };
}
