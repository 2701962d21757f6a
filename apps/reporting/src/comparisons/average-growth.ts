import type { Cell } from '@doit/contracts';
import { Exact, period, yearOf, type Decimal, type Interval, type Period } from '@doit/reference';
import type { Case } from './case';
import { computed, refused, shownPlaces } from './cells';
import { growthBetween, isLevel } from './change';
import type { Known } from './quotes';

/** The last year before the five-year plan that a whole year belongs to: 2020 for 2021 to 2025. Null for other periods. */
export function startOf(asked: Period): Period | null {
  const year = yearOf(asked);
  if (year?.key !== asked.key) return null;
  const number = Number(year.key);
  return period(`${number - (((number - 1) % 5) + 1)}-01`, 12);
}

/**
 * The average growth a year since the last five-year plan ended: the same growth in each year would have led here. Null
 * where the period is no year.
 * @param start the figure of that year
 */
export function averageGrowthOf(
  { indicator, period: asked, actual }: Case,
  start: Known | null,
): Cell | null {
  const from = startOf(asked);
  if (!from || !isLevel(indicator)) return null;
  if (!actual) return refused('no-figure', [indicator.code]);
  if (!start) return refused('base-unknown', [from.key]);
  const { growth, refusal } = growthBetween(indicator, start, actual);
  if (!growth) return refusal;
  const years = Number(asked.key) - Number(from.key);
  const mean = (percent: Decimal): Decimal =>
    percent.div(100).plus(1).pow(new Exact(1).div(years)).minus(1).mul(100);
  if (growth.value.lte(-100)) return refused('non-positive-base');
  const formula = `((figure ÷ figure of ${from.key}) to the power of 1 ÷ ${years} − 1) × 100`;
  return computed(mean(growth.value), bounds(growth.interval, mean), shownPlaces, formula, growth.from);
}

/** The root rises with what is under it, so bounds go to bounds. */
function bounds(growth: Interval | null, mean: (percent: Decimal) => Decimal): Interval | null {
  if (!growth) return null;
  const { low, high } = growth;
  if (low?.lte(-100)) return null;
  return { low: low && mean(low), high: high && mean(high) };
}
