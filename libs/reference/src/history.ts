import { Exact, type Decimal } from './decimals';
import type { Interval } from './intervals';
import { monthBefore, monthsOf, period, yearBefore, type Period } from './periods';
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
  /** The jump in robust standard deviations of such jumps in this series. */
  readonly score: number;
}

/** How many robust standard deviations are out of the ordinary. */
const REMARKABLE = 5;
/** A standard deviation below this one (2 %) is luck or a copied series, no measure of it. */
const LEAST_DEVIATION = 0.02;
/** Year-on-year changes that an expectation is made of: the last so many, and never fewer than. */
const HISTORY = { most: 30, least: 8 };
/** What a proposed break needs: years that show the same jump, known changes in the 12 months before and from it on. */
const BREAK_NEEDS = { years: 3, before: 8, after: 6 };
/** The part of the jump that the changes of the following year must share. What is made up for was no break. */
const SHARED = 0.6;

/** The months without a value, in order: within the period, or from the first to the last month of the series. */
export function missingMonths(series: readonly MonthLevel[], within?: Period): string[] {
  const known = new Set(series.flatMap(({ month, value }) => (value ? month : [])));
  const listed = series.map(({ month }) => month).sort();
  const [first, last] = [listed[0], listed.at(-1)];
  if (first === undefined || last === undefined) return within ? monthsOf(within) : [];
  return monthsOf(within ?? spanOf(first, last)).filter((month) => !known.has(month));
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
  const logs = logarithms(series);
  const repaired = new Map<string, number>();
  const history = { tet: [] as number[], ordinary: [] as number[] };
  const found: Outlier[] = [];
  for (const { month, value } of inOrder(series)) {
    const log = logs.get(month);
    const earlier = yearEarlier(month);
    const bases = [logs.get(earlier), repaired.get(earlier)].filter((base) => base !== undefined);
    if (value === null || log === undefined || bases[0] === undefined) continue;
    const season = isTet(month) ? history.tet : history.ordinary;
    const known = season.slice(-HISTORY.most);
    if (known.length < HISTORY.least) {
      season.push(log - bases[0]);
      continue;
    }
    const usual = median(known);
    const base = bases.reduce((a, b) => (Math.abs(log - a - usual) <= Math.abs(log - b - usual) ? a : b));
    const spread = deviation(known);
    const score = (log - base - usual) / spread;
    season.push(log - base);
    if (Math.abs(score) <= REMARKABLE) continue;
    repaired.set(month, base + usual);
    const [low, high] = [-1, 1].map((side) => Math.exp(base + usual + side * REMARKABLE * spread));
    found.push({
      month,
      value,
      score: rounded(score, 1),
      expected: { low: sixDigits(low), high: sixDigits(high) },
    });
  }
  return found;
}

/**
 * Level shifts: months that jump away from the month before (more than 5 robust standard deviations off what the same
 * two months do in other years), where every year-on-year change of the twelve months from then on lies beyond every
 * one of the twelve before, and the middle of them by at least six tenths of the jump. A shock that is made up for, a
 * Tết, or a slow change is none. Needs three other years with the two months, 8 known changes in the year before and 6
 * from the month on: a break is proposed half a year after it. Numbers as in {@link outliers}.
 */
export function proposedBreaks(series: readonly MonthLevel[]): ProposedBreak[] {
  const logs = logarithms(series);
  const changes = differences(logs, yearEarlier);
  const jumps = unexplained(differences(logs, monthEarlier));
  const spread = deviation([...jumps.values()]);
  return [...jumps].flatMap(([month, jump]) => {
    const score = jump / spread;
    if (Math.abs(score) <= REMARKABLE) return [];
    const year = period(month, 12);
    const before = monthsOf(yearBefore(year)).flatMap((each) => changes.get(each) ?? []);
    const after = monthsOf(year).flatMap((each) => changes.get(each) ?? []);
    if (before.length < BREAK_NEEDS.before || after.length < BREAK_NEEDS.after) return [];
    const apart =
      jump < 0 ? Math.max(...after) < Math.min(...before) : Math.min(...after) > Math.max(...before);
    const shift = Math.abs(median(after) - median(before));
    if (!apart || shift < SHARED * Math.abs(jump)) return [];
    return { month, ratio: rounded(Math.exp(jump), 3), score: rounded(score, 1) };
  });
}

/** The jumps of each month beyond the median of the same month in other years; left out where those are too few. */
function unexplained(jumps: ReadonlyMap<string, number>): Map<string, number> {
  const left = new Map<string, number>();
  for (const [month, jump] of jumps) {
    const others = [...jumps].flatMap(([other, its]) =>
      sameMonth(other, month) && other !== month ? its : [],
    );
    if (others.length >= BREAK_NEEDS.years) left.set(month, jump - median(others));
  }
  return left;
}

function differences(
  logs: ReadonlyMap<string, number>,
  baseOf: (month: string) => string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [month, log] of logs) {
    const base = logs.get(baseOf(month));
    if (base !== undefined) found.set(month, log - base);
  }
  return found;
}

function logarithms(series: readonly MonthLevel[]): Map<string, number> {
  const positive = inOrder(series).flatMap(({ month, value }) => (value?.gt(0) ? { month, value } : []));
  return new Map(positive.map(({ month, value }) => [month, Math.log(value.toNumber())]));
}

function inOrder(series: readonly MonthLevel[]): MonthLevel[] {
  return [...series].sort((a, b) => (a.month < b.month ? -1 : 1));
}

function spanOf(first: string, last: string): Period {
  const [from, to] = [first, last].map((each) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5)));
  return period(first, (to ?? 0) - (from ?? 0) + 1);
}

function yearEarlier(month: string): string {
  return yearBefore(period(month, 1)).key;
}

function monthEarlier(month: string): string {
  return monthBefore(period(month, 1))?.key ?? '';
}

function isTet(month: string): boolean {
  return month.endsWith('-01') || month.endsWith('-02');
}

function sameMonth(a: string, b: string): boolean {
  return a.slice(5) === b.slice(5);
}

/** The robust standard deviation: what 1.4826 × the median absolute deviation is for normal errors. */
function deviation(values: readonly number[]): number {
  if (values.length === 0) return LEAST_DEVIATION;
  const middle = median(values);
  return Math.max(1.4826 * median(values.map((each) => Math.abs(each - middle))), LEAST_DEVIATION);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? NaN) + (sorted[Math.ceil(half)] ?? NaN)) / 2;
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}

function sixDigits(value = NaN): Decimal {
  return new Exact(value.toPrecision(6));
}
