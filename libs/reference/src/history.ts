import { Exact, type Decimal } from './decimals';
import type { Interval } from './intervals';
import { monthsOf, period, type Period } from './periods';
import type { MonthLevel } from './spans';

/** A month that departs from the history of its series; `expected` is the range it would have been unremarkable in. */
export interface Outlier {
  readonly month: string;
  readonly value: Decimal;
  /** Departure from the usual year-on-year change in robust standard deviations, negative where too low. */
  readonly score: number;
  readonly expected: Interval;
}

/** A month from which on the levels seem to be measured in another way. Only a person declares a break. */
export interface ProposedBreak {
  readonly month: string;
  /** Level of the month over that of the month before, after taking off what other years show there (0.8 = −20 %). */
  readonly ratio: number;
  /** How far the step is out of the ordinary, in robust standard deviations; negative where the levels fall. */
  readonly score: number;
}

/** How many robust standard deviations are out of the ordinary. */
const REMARKABLE = 5;
/** A standard deviation below this one (2 %) is luck or a copied series, no measure of it. */
const LEAST_DEVIATION = 0.02;
/** Year-on-year changes that an expectation is made of: the last so many, and never fewer than. */
const HISTORY = { most: 30, least: 8 };
/** What a proposed break needs: other years with its jump, changes known in the year before and from it on. */
const BREAK_NEEDS = { years: 3, before: 8, after: 6 };
/** The part of the jump that the changes of the following year must share. What is made up for was no break. */
const SHARED = 0.6;
/** Jump and shift count together where each is itself so many standard deviations, half of what is remarkable. */
const EACH = REMARKABLE / 2;
/** Shifts elsewhere in the series without which nobody can say how large one usually is. */
const SHIFTS_ELSEWHERE = 12;

/** The months without a value, in order: within the period, or from the first to the last month of the series. */
export function missingMonths(series: readonly MonthLevel[], within?: Period): string[] {
  const known = new Set(series.flatMap(({ month, value }) => (value ? month : [])));
  const listed = series.map(({ month }) => month).sort();
  const [first, last] = [listed[0], listed.at(-1)];
  if (first === undefined || last === undefined) return within ? monthsOf(within) : [];
  const span = within ?? period(first, numberOf(last) - numberOf(first) + 1);
  return monthsOf(span).filter((month) => !known.has(month));
}

/**
 * The months whose year-on-year change (its logarithm) lies more than 5 robust standard deviations (1.4826 × median
 * absolute deviation, at least 2 %) off the median of the 30 changes before it. January and February, where Tết moves,
 * are judged by Januaries and Februaries, all others by the others. A month is judged once 8 such changes are known:
 * ordinary months from the second year's November on, those of Tết in the sixth year. What comes later changes no
 * verdict. Where the month a year earlier was itself an outlier, its expected level is an equal base, so that one
 * fault is not accused twice. Months without a positive value and base are not judged.
 *
 * Logarithms are JavaScript numbers: this finds what a person should look at, and makes no figures. Bounds are
 * rounded to six digits.
 */
export function outliers(series: readonly MonthLevel[]): Outlier[] {
  const { first, logs, values } = logarithms(series);
  const repaired = new Map<number, number>();
  const history = { tet: new LastChanges(), ordinary: new LastChanges() };
  const found: Outlier[] = [];
  for (const [at, log] of logs.entries()) {
    const value = values[at];
    const bases = [logs[at - 12], repaired.get(at - 12)].filter(isKnown);
    if (!value || bases[0] === undefined) continue;
    const season = isTet(first + at) ? history.tet : history.ordinary;
    const changes = season.sorted;
    if (changes.length < HISTORY.least) {
      season.add(log - bases[0]);
      continue;
    }
    const usual = middleOf(changes);
    const base = bases.reduce((a, b) => (Math.abs(log - a - usual) <= Math.abs(log - b - usual) ? a : b));
    const departure = log - base - usual;
    const spread = Math.abs(departure) > REMARKABLE * LEAST_DEVIATION ? deviation(changes, usual) : Infinity;
    season.add(log - base);
    const score = departure / spread;
    if (Math.abs(score) <= REMARKABLE) continue;
    repaired.set(at, base + usual);
    const [low, high] = [-1, 1].map((side) => Math.exp(base + usual + side * REMARKABLE * spread));
    found.push({
      month: monthOf(first + at),
      value,
      score: rounded(score, 1),
      expected: { low: sixDigits(low), high: sixDigits(high) },
    });
  }
  return found;
}

/**
 * Level shifts, each at its very month. A break shows twice: the month *jumps* away from the month before, beyond what
 * the same two months do in other years (January and February are taken together, since Tết moves between them); and
 * the year-on-year changes *shift*, as the median of the twelve months from it on against that of the twelve before.
 * Both are measured in robust standard deviations of such jumps and shifts in this series, the shifts at least a year
 * away. The month is proposed where the jump is 5 of them, or the two together, (jump + shift) ÷ √2, with at least 2.5
 * each; the shift goes the same way by at least six tenths of the jump; and no month within two of it jumps more that
 * way. A shock that is made up for has no shift, growth that slows has no jump. The strongest is taken first and its
 * jump taken out of all that follows, then the rest is judged anew, so that one break does not show as several.
 *
 * It needs three other years with the two months, 8 known changes in the year before and 6 from the month on: a break
 * is proposed from its sixth month on. Numbers as in {@link outliers}.
 *
 * Seen in the published national series, to October 2024:
 * - IIP and manufacturing: 2023-01 alone (7.4 and 6.4), from June 2023 on. Tết fell into that January, so the jump itself
 *   is only −8.4 % (3.7), but the changes shift by −0.30 (6.7). April 2020 jumps more (7.0) and is made up for: its shift
 *   is 0.1. Mining, electricity and water: none. Exports, imports, exports of either sector: none.
 * - Fruit, coffee, tea, rice, pepper, cashew: 2013-01 or 2014-01 or both, as the file prints 2013 alone at a third to
 *   thirty times its neighbours. Rubber: 2021-08, when it falls by a third for good, which no rule can tell from a break.
 *   The other eight goods: none.
 * - Multiplied by 0.8 and 1.3 from a month on, IIP is found to break there in 21 and 23 of 24 months, by 0.7 and 1.5 in
 *   all; exports, whose months are noisier, by 0.7 and 1.5 in 105 and 110 of 120, by 0.8 in 35.
 */
export function proposedBreaks(series: readonly MonthLevel[]): ProposedBreak[] {
  const { first, logs } = logarithms(series);
  const found: Step[] = [];
  for (let step = strongestStep(first, logs, found); step; step = strongestStep(first, logs, found)) {
    found.push(step);
    for (let at = step.at; at < logs.length; at++) logs[at] = (logs[at] ?? NaN) - step.jump;
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, jump, score }) => ({
      month: monthOf(first + at),
      ratio: rounded(Math.exp(jump), 3),
      score: rounded(Math.sign(jump) * score, 1),
    }));
}

/** A jump that lasts: where, by how much (logarithm), and how far out of the ordinary it is. */
interface Step {
  readonly at: number;
  readonly jump: number;
  readonly score: number;
}

/** The most remarkable step at least a year away from those found; undefined: there is none. */
function strongestStep(first: number, logs: Float64Array, found: readonly Step[]): Step | undefined {
  const tetTogether = togetherAtTet(first, logs);
  const jumps = unexplainedJumps(first, tetTogether);
  const usualJump = usualSize(known(jumps, 0, jumps.length));
  addFebruaries(first, jumps);
  const changes = logs.map((log, at) => {
    const together = (tetTogether[at] ?? NaN) - (tetTogether[at - 12] ?? NaN);
    return isKnown(together) ? together : log - (logs[at - 12] ?? NaN);
  });
  let shifts: Float64Array | null = null;
  let strongest: Step | undefined;
  for (const [at, jump] of jumps.entries()) {
    // February's is the sum of two jumps.
    const jumped = Math.abs(jump) / (isFebruary(first + at) ? Math.SQRT2 * usualJump : usualJump);
    const isNear = found.some((each) => Math.abs(each.at - at) < 12);
    if (!(jumped >= EACH) || isNear || !isPeak(jumps, at)) continue;
    const shift = shiftAt(changes, at) / Math.sign(jump);
    if (!(shift >= SHARED * Math.abs(jump))) continue;
    shifts ??= changes.map((_, each) => shiftAt(changes, each));
    const elsewhere = [...known(shifts, 0, at - 11), ...known(shifts, at + 12, shifts.length)];
    const shifted = elsewhere.length < SHIFTS_ELSEWHERE ? 0 : shift / usualSize(elsewhere);
    const score = Math.max(jumped, shifted >= EACH ? (jumped + shifted) / Math.SQRT2 : 0);
    if (score >= REMARKABLE && score > (strongest?.score ?? 0)) strongest = { at, jump, score };
  }
  return strongest;
}

/** Januaries and Februaries at the mean of the two, unknown where either is. */
function togetherAtTet(first: number, logs: Float64Array): Float64Array {
  const other = (at: number) => logs[isFebruary(first + at) ? at - 1 : at + 1] ?? NaN;
  return logs.map((log, at) => (isTet(first + at) ? (log + other(at)) / 2 : log));
}

/** What each month but February jumps beyond the median of its jump in other years; NaN where these are too few. */
function unexplainedJumps(first: number, logs: Float64Array): Float64Array {
  const jumps = logs.map((log, at) => (isFebruary(first + at) ? NaN : log - (logs[at - 1] ?? NaN)));
  const years = Array.from({ length: 12 }, (_, month) =>
    known(jumps, month, jumps.length, 12).sort((a, b) => a - b),
  );
  return jumps.map((jump, at) => {
    const sorted = years[at % 12] ?? [];
    const own = sorted.indexOf(jump);
    return own < 0 || sorted.length <= BREAK_NEEDS.years ? NaN : jump - middleOf(sorted, own);
  });
}

/**
 * A step in February shows by half in January, which is taken together with it, and by half in March. Where the two jump
 * the same way and neither more than three times the other, February explains them better than either.
 */
function addFebruaries(first: number, jumps: Float64Array): void {
  for (let at = 1; at < jumps.length - 1; at++) {
    if (!isFebruary(first + at)) continue;
    const ratio = (jumps[at - 1] ?? NaN) / (jumps[at + 1] ?? NaN);
    jumps[at] = ratio > 1 / 3 && ratio < 3 ? (jumps[at - 1] ?? NaN) + (jumps[at + 1] ?? NaN) : NaN;
  }
}

function isPeak(jumps: Float64Array, at: number): boolean {
  const jump = jumps[at] ?? NaN;
  return jumps.slice(Math.max(0, at - 2), at + 3).every((other) => !(other / jump > 1));
}

/** How much more a year is above the one before from that month on than until then; NaN where too little is known. */
function shiftAt(changes: Float64Array, at: number): number {
  const [before, after] = [known(changes, at - 12, at), known(changes, at, at + 12)];
  if (before.length < BREAK_NEEDS.before || after.length < BREAK_NEEDS.after) return NaN;
  return median(after) - median(before);
}

/** The last year-on-year changes of a season, in the order of their size. */
class LastChanges {
  private readonly inTime: number[] = [];
  readonly sorted: number[] = [];

  add(change: number): void {
    const after = this.sorted.findIndex((each) => each > change);
    this.sorted.splice(after < 0 ? this.sorted.length : after, 0, change);
    this.inTime.push(change);
    const oldest = this.inTime.length > HISTORY.most ? this.inTime.shift() : undefined;
    if (oldest !== undefined) this.sorted.splice(this.sorted.indexOf(oldest), 1);
  }
}

/** Natural logarithms month by month from the first on, NaN where there is no positive value. */
function logarithms(series: readonly MonthLevel[]) {
  const numbers = series.map(({ month }) => numberOf(month));
  const first = Math.min(...numbers);
  const length = series.length === 0 ? 0 : Math.max(...numbers) - first + 1;
  const logs = new Float64Array(length).fill(NaN);
  const values = new Array<Decimal | null>(length).fill(null);
  for (const [n, { value }] of series.entries()) {
    const [at, level] = [(numbers[n] ?? NaN) - first, value?.toNumber() ?? 0];
    if (level <= 0) continue;
    logs[at] = Math.log(level);
    values[at] = value;
  }
  return { first, logs, values };
}

/** Months counted from the year 0, so that a year is 12 of them and a January divides by 12. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function isTet(number: number): boolean {
  return number % 12 < 2;
}

function isFebruary(number: number): boolean {
  return number % 12 === 1;
}

/** The known ones of a stretch of the series, `every` so many months. */
function known(values: Float64Array, from: number, to: number, every = 1): number[] {
  const found: number[] = [];
  for (let at = Math.max(0, from); at < Math.min(values.length, to); at += every) {
    const value = values[at];
    if (isKnown(value)) found.push(value);
  }
  return found;
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}

/** The robust standard deviation: what 1.4826 × the median absolute deviation is for normal errors. */
function deviation(values: ArrayLike<number>, from: number): number {
  const off = new Float64Array(values).map((each) => Math.abs(each - from));
  return Math.max(1.4826 * median(off), LEAST_DEVIATION);
}

/** The same of what is nothing when nothing happens; unknown ones left out. */
function usualSize(values: readonly number[]): number {
  return values.length === 0 ? LEAST_DEVIATION : deviation(values, 0);
}

function median(values: ArrayLike<number>): number {
  return middleOf(new Float64Array(values).sort());
}

/** The median of sorted values, as if that one were not among them. */
function middleOf(sorted: ArrayLike<number>, without = sorted.length): number {
  const half = (sorted.length - (without < sorted.length ? 2 : 1)) / 2;
  const at = (place: number) => sorted[place < without ? place : place + 1] ?? NaN;
  return (at(Math.floor(half)) + at(Math.ceil(half))) / 2;
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}

function sixDigits(value = NaN): Decimal {
  return new Exact(value.toPrecision(6));
}
