import type { Cell, ComparisonItem, Figure, MadeFigure } from '@doit/contracts';
import { indicator, toWire } from '@doit/reference';
import { averageGrowthOf } from './average-growth';
import type { Case } from './case';
import { onMonthBefore } from './month-before';
import { paceOf } from './pace';
import { planOf } from './plan';
import { plannedGrowthOf } from './planned-growth';
import { progressOf } from './progress';
import { quoteOf, type Known } from './quotes';
import { recordOf } from './record';
import { requiredGrowthOf } from './required-growth';
import { cellsOf, type Standing } from './standing';
import { withinWholeOf, type WithinWhole } from './within-whole';
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
    const refusals = refusalsOf(standing, cell);
    const figure = found.actual ?? found.plan ?? standing.refusals.actual.get(cell)?.like;
    const known = figure && indicator(figure.indicator);
    // An indicator that left the catalogue has no kind any more, so nothing can be said about it.
    if (!known) return [];
    const asked = { indicator: known, period, ...found, refusals };
    const item = compare(asked, figure, beside(standing, cell), withinWholeOf(asked, standing));
    return [refusals.actual ? withoutFigure(item, refusals.actual) : item];
  });
}

/** What is known around a cell, beside the three figures that are shown. */
interface Beside {
  readonly planBase: readonly Known[];
  readonly before: Known | null;
  readonly rest: readonly Known[];
  readonly scenario: readonly Known[];
  readonly start: Known | null;
}

function beside({ planBase, before, rest, scenario, start }: Standing, cell: string): Beside {
  return {
    planBase: planBase.get(cell) ?? [],
    before: before.get(cell) ?? null,
    rest: rest.get(cell) ?? [],
    scenario: scenario.get(cell) ?? [],
    start: start.get(cell) ?? null,
  };
}

function compare(
  asked: Case,
  { unit, dimensions }: Known,
  { planBase, before, rest, scenario, start }: Beside,
  whole: WithinWhole | null,
): ComparisonItem {
  const { code, name } = asked.indicator;
  const plan = planOf(asked);
  const { reached, ...progress } = progressOf(asked, plan);
  const average = averageGrowthOf(asked, start);
  const made = asked.actual && madeOf(asked.actual);
  return {
    indicator: code,
    name: { ...name },
    unit,
    dimensions,
    actual: asked.actual && figureOf(asked.actual),
    ...(made && { made }),
    plan: plan.cell,
    ...yearBeforeOf(asked),
    momPct: onMonthBefore(asked, before),
    ...progress,
    ...paceOf(asked, plan, { ...progress, reached }, scenario),
    plannedGrowthPct: plannedGrowthOf(asked, plan, planBase),
    requiredGrowthPct: requiredGrowthOf(asked, plan, { total: recordOf(planBase), rest }),
    ...(average && { annualAverageGrowthPct: average }),
    ...whole,
  };
}

function refusalsOf({ refusals }: Standing, cell: string): NonNullable<Case['refusals']> {
  const { actual, plan, previous, before } = refusals;
  return {
    actual: actual.get(cell)?.why,
    plan: plan.get(cell)?.why,
    previous: previous.get(cell)?.why,
    before: before.get(cell)?.why,
  };
}

/** Where there is no honest figure, whatever would be computed from it is refused for the same reason. */
function withoutFigure(item: ComparisonItem, why: Cell): ComparisonItem {
  const same = { yoyPct: why, momPct: why, planPct: why, overPlanPct: why, excess: why, gapPp: why };
  const average = item.annualAverageGrowthPct && { annualAverageGrowthPct: why };
  return Object.assign(item, same, { requiredGrowthPct: why, refusal: why.refusal }, average);
}

function figureOf(figure: Known): Figure | null {
  const { id, value, decimals, unit, period, status, comparator, periodBasis, source, asOf } = figure;
  if (figure.made) return null;
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
    lineage: [...quoteOf(figure).inputs],
  };
}

function madeOf(figure: Known): MadeFigure | null {
  const { value, decimals, unit, period, status, asOf, made } = figure;
  if (!made) return null;
  const { formula } = made;
  const interval = toWire(made.interval, decimals + 1);
  return {
    value,
    decimals,
    interval,
    unit,
    period,
    status,
    asOf,
    formula,
    lineage: [...quoteOf(figure).inputs],
  };
}
