import type { ComparisonItem, Figure, RecordedObservation } from '@doit/contracts';
import { indicator } from '@doit/reference';
import type { Case } from './case';
import { onMonthBefore } from './month-before';
import { paceOf } from './pace';
import { planOf } from './plan';
import { plannedGrowthOf } from './planned-growth';
import { progressOf } from './progress';
import { quoteOf } from './quotes';
import { recordOf } from './record';
import { requiredGrowthOf } from './required-growth';
import { cellsOf, type Standing } from './standing';
import { yearBeforeOf } from './year-before';

/** Every figure of a territory and period beside its plan, its pace and the previous year, in the catalogue's order. */
export function comparisonsOf(standing: Standing): ComparisonItem[] {
  const { actual, plan, previous, period } = standing;
  return cellsOf(standing).flatMap((cell) => {
    const found = {
      actual: actual.get(cell) ?? null,
      plan: plan.get(cell) ?? null,
      previous: previous.get(cell) ?? null,
    };
    const figure = found.actual ?? found.plan;
    const known = figure && indicator(figure.indicator);
    // An indicator that left the catalogue has no kind any more, so nothing can be said about it.
    if (!known) return [];
    return [compare({ indicator: known, period, ...found }, figure, beside(standing, cell))];
  });
}

/** What is known around a cell, beside the three figures that are shown. */
interface Beside {
  readonly planBase: readonly RecordedObservation[];
  readonly before: RecordedObservation | null;
  readonly rest: readonly RecordedObservation[];
  readonly scenario: readonly RecordedObservation[];
}

function beside({ planBase, before, rest, scenario }: Standing, cell: string): Beside {
  return {
    planBase: planBase.get(cell) ?? [],
    before: before.get(cell) ?? null,
    rest: rest.get(cell) ?? [],
    scenario: scenario.get(cell) ?? [],
  };
}

function compare(
  asked: Case,
  { unit, dimensions }: RecordedObservation,
  { planBase, before, rest, scenario }: Beside,
): ComparisonItem {
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
    momPct: onMonthBefore(asked, before),
    ...progress,
    ...paceOf(asked, plan, { ...progress, reached }, scenario),
    plannedGrowthPct: plannedGrowthOf(asked, plan, planBase),
    requiredGrowthPct: requiredGrowthOf(asked, plan, { total: recordOf(planBase), rest }),
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
