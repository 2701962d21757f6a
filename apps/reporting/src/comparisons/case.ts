import type { Known } from './quotes';
import type { Cell } from '@doit/contracts';
import {
  isCumulative,
  lastMonth,
  monthsOf,
  parsePeriod,
  period as periodOf,
  yearOf,
  type Indicator,
  type Period,
} from '@doit/reference';

/** One cell of a territory and period: what is known about it, to be compared. */
export interface Case {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly actual: Known | null;
  readonly plan: Known | null;
  readonly previous: Known | null;
  /** Why one of these is not known, where more can be said than that. */
  readonly refusals?: Partial<Record<'actual' | 'plan' | 'previous' | 'before', Cell>>;
}

type Span = Pick<Case, 'indicator' | 'period'>;

/** The year whose plan a period is measured against; a run across years only has a plan of its own. */
export function planPeriodOf(period: Period): Period {
  return yearOf(period) ?? period;
}

/** Growth rates, ratios, ranks, shares and contributions are no amounts of which a part could be reached. */
export function isAmount({ indicator }: Span): boolean {
  return indicator.kind === 'flow' || indicator.kind === 'stock';
}

/** Whether a share of the plan can be meant: the figure counts up from the plan's first month, or is a stock. */
export function countsTowardsPlan({ indicator, period }: Span): boolean {
  return indicator.kind === 'stock' || isCumulative(period) || planPeriodOf(period).from === period.from;
}

/** Whether the figure says anything about the plan: a stock may be the last one known, of a year before the plan's. */
export function isOfPlansTime({ actual, period }: Pick<Case, 'actual' | 'period'>): boolean {
  const own = actual && parsePeriod(actual.period);
  return !own || lastMonth(own) >= planPeriodOf(period).from;
}

/** Whether the plan is met or missed by now: its whole period for a flow, its last month for a stock. */
export function isPlansEnd({ indicator, period }: Span): boolean {
  const plan = planPeriodOf(period);
  return indicator.kind === 'stock' ? lastMonth(period) === lastMonth(plan) : period.key === plan.key;
}

/** The months of the plan that are still to come. */
export function monthsLeft({ period }: Pick<Case, 'period'>): string[] {
  return monthsOf(planPeriodOf(period)).filter((month) => month > lastMonth(period));
}

/** The same as a period; null where none are left. */
export function restOf(span: Pick<Case, 'period'>): Period | null {
  const [first, ...others] = monthsLeft(span);
  return first === undefined ? null : periodOf(first, 1 + others.length);
}

/** The months of the plan that the period leaves out at its beginning. */
export function monthsBefore({ period }: Pick<Case, 'period'>): string[] {
  return monthsOf(planPeriodOf(period)).filter((month) => month < period.from);
}
