import type { Cell, RecordedObservation } from '@doit/contracts';
import { div, exactly, mul, seriesBreak, sub, yearBefore, type Period } from '@doit/reference';
import { countsTowardsPlan, monthsBefore, planPeriodOf, restOf, type Case } from './case';
import { computed, implied, refused, shownPlaces } from './cells';
import { coverOf, monthsWithout, sumOf, type Sum } from './cover';
import type { PlanKnown } from './plan';
import { quoteOf } from './quotes';

/** What is recorded of the previous year, by which its remaining months are known. */
export interface PreviousYear {
  /** Its figure of record; the same cumulation of it is the case's own `previous`. */
  readonly total: RecordedObservation | null;
  /** Figures of record of its remaining months, or of runs of them. */
  readonly rest: readonly RecordedObservation[];
}

/**
 * By how much the months that are left must exceed the same months of the previous year, so that the plan is met. Only
 * a flow that counts from the plan's first month can be short of it by a known amount.
 */
export function requiredGrowthOf(asked: Case, plan: PlanKnown, year: PreviousYear): Cell {
  const { actual, indicator } = asked;
  if (indicator.kind !== 'flow') return refused('not-comparable');
  if (!countsTowardsPlan(asked)) return refused('incomplete-months', monthsBefore(asked));
  const left = restOf(asked);
  if (!left) return refused('period-over');
  if (!actual) return refused('no-figure', [indicator.code]);
  if (plan.from === null) return refused('no-plan', [indicator.code]);
  if (asked.plan && asked.plan.unit !== actual.unit) return refused('different-definition');
  const { rest, refusal } = restOfYearBefore(asked, left, year);
  if (!rest) return refusal;
  const figure = quoteOf(actual);
  const planned = plan.from === 'recorded' ? plan.quote.interval : plan.interval;
  const ratio = div(sub(planned, figure.interval), rest.interval);
  const interval = ratio && mul(sub(ratio, exactly('1')), exactly('100'));
  const formula = `((plan − figure) ÷ ${rest.words} − 1) × 100`;
  if (plan.from === 'recorded') {
    const value = plan.quote.value.minus(figure.value).div(rest.value).minus(1).mul(100);
    return computed(value, interval, shownPlaces, formula, [plan.quote, figure, ...rest.from]);
  }
  if (!interval) return refused('non-positive-base');
  return implied(interval, shownPlaces, formula, [...plan.quotes, ...rest.from]);
}

interface Rest extends Sum {
  readonly words: string;
}
type RestOrNot =
  { readonly rest: Rest; readonly refusal: null } | { readonly rest: null; readonly refusal: Cell };

function restOfYearBefore(asked: Case, left: Period, { total, rest: stated }: PreviousYear): RestOrNot {
  const { previous } = asked;
  if (total && previous) {
    const [all, so] = [quoteOf(total), quoteOf(previous)];
    const rest = {
      value: all.value.minus(so.value),
      interval: sub(all.interval, so.interval),
      from: [all, so],
      words: '(previous year − its same months)',
    };
    return comparable(asked, yearBefore(planPeriodOf(asked.period)), [total, previous], rest);
  }
  const span = yearBefore(left);
  const cover = coverOf(span, stated);
  if (cover) {
    const rest = { ...sumOf(cover), words: 'sum of the remaining months of the previous year' };
    return comparable(asked, span, cover, rest);
  }
  if (stated.length > 0)
    return { rest: null, refusal: refused('incomplete-months', monthsWithout(span, stated)) };
  const missing = [
    ...(total ? [] : [yearBefore(planPeriodOf(asked.period)).key]),
    ...(previous ? [] : [yearBefore(asked.period).key]),
  ];
  return { rest: null, refusal: refused('base-unknown', missing) };
}

/** The rest, where it is of the same unit and series as what is planned, and positive. */
function comparable(
  { actual, indicator, period }: Case,
  span: Period,
  figures: readonly RecordedObservation[],
  rest: Rest,
): RestOrNot {
  const none = (refusal: Cell): RestOrNot => ({ rest: null, refusal });
  if (figures.some(({ unit }) => unit !== actual?.unit)) return none(refused('different-definition'));
  const broken = actual && seriesBreak(indicator.code, actual.territory, span, planPeriodOf(period));
  if (broken) return none(refused('series-break', [broken.id]));
  return rest.value.lte(0) ? none(refused('non-positive-base')) : { rest, refusal: null };
}
