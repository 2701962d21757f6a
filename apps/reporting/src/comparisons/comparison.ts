import type { ComparisonItem, Figure, RecordedObservation } from '@doit/contracts';
import { indicator } from '@doit/reference';
import type { Case } from './case';
import { paceOf } from './pace';
import { planOf } from './plan';
import { progressOf } from './progress';
import { quoteOf } from './quotes';
import { cellsOf, type Standing } from './standing';
import { yearBeforeOf } from './year-before';

/** Every figure of a territory and period beside its plan, its pace and the previous year, in the catalogue's order. */
export function comparisonsOf(standing: Standing): ComparisonItem[] {
  return cellsOf(standing).flatMap((cell) => {
    const [actual = null, plan = null, previous = null] = [
      standing.actual,
      standing.plan,
      standing.previous,
    ].map((part) => part.get(cell));
    const figure = actual ?? plan;
    const known = figure && indicator(figure.indicator);
    // An indicator that left the catalogue has no kind any more, so nothing can be said about it.
    if (!known) return [];
    return [compare({ indicator: known, period: standing.period, actual, plan, previous }, figure)];
  });
}

function compare(asked: Case, { unit, dimensions }: RecordedObservation): ComparisonItem {
  const { code, name } = asked.indicator;
  const plan = planOf(asked);
  const { reached, ...progress } = progressOf(asked, plan);
  return {
    indicator: code,
    name: { ...name },
    unit,
    dimensions,
    actual: asked.actual && figureOf(asked.actual),
    plan: plan.cell,
    ...yearBeforeOf(asked),
    ...progress,
    ...paceOf(asked, { ...progress, reached }),
  };
}

function figureOf(figure: RecordedObservation): Figure {
  const { id, value, decimals, unit, period, status, comparator, periodBasis, source, asOf } = figure;
  const { input } = quoteOf(figure);
  return {
    observationId: id,
    value,
    decimals,
    unit,
    period,
    status,
    comparator,
    periodBasis,
    source,
    asOf,
    lineage: [input],
  };
}
