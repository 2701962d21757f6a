import { Exact, type Decimal } from './decimals';
import type { IndicatorKind } from './indicators/indicator';
import { lastMonth, monthsOf, period, type Period } from './periods';

/** A value of one month (`YYYY-MM`); null, or a month left out: nothing is known of it. */
export interface MonthLevel {
  readonly month: string;
  readonly value: Decimal | null;
}

/**
 * The value of a period, or why there is none: `incomplete-months` (`missing`: which), `not-comparable` (no rule puts
 * the months together).
 */
export type Spanned =
  | { readonly value: Decimal }
  | { readonly refusal: 'incomplete-months' | 'not-comparable'; readonly missing: readonly string[] };

/**
 * The value of a period from its months: the sum of a flow, the last month of a stock, the highest month of a peak.
 * Index levels of several months have no level of their own (see {@link sumOfLevels}); ratios are recomputed from
 * their parts; rates, ranks and contributions are facts of their own period. A single month is its own value. Months
 * outside the period are passed over.
 */
export function valueOfSpan(kind: IndicatorKind, of: Period, months: readonly MonthLevel[]): Spanned {
  if (kind === 'stock') return whole([lastMonth(of)], months, sum);
  if (kind === 'peak') return whole(monthsOf(of), months, (values) => Exact.max(...values));
  if (kind === 'flow' || of.months === 1) return whole(monthsOf(of), months, sum);
  return { refusal: 'not-comparable', missing: [] };
}

/**
 * The sum of the index levels of all months of a period. No level itself: the growth of a cumulation is the ratio of
 * two such sums over the same months of two years, in one base; never a mean of the months' rates.
 */
export function sumOfLevels(of: Period, months: readonly MonthLevel[]): Spanned {
  return whole(monthsOf(of), months, sum);
}

/** January and February of a year (`2023`) as one run: Tết falls in either, so each alone cannot be compared. */
export function tetMonths(year: string): Period {
  return period(`${year}-01`, 2);
}

function whole(
  asked: readonly string[],
  months: readonly MonthLevel[],
  together: (values: readonly Decimal[]) => Decimal,
): Spanned {
  const known = new Map(months.map((each) => [each.month, each.value]));
  const missing = asked.filter((month) => !known.get(month));
  if (missing.length > 0) return { refusal: 'incomplete-months', missing };
  return { value: together(asked.flatMap((month) => known.get(month) ?? [])) };
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, each) => total.plus(each), new Exact(0));
}
