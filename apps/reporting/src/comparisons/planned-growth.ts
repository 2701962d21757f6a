import type { Cell, RecordedObservation } from '@doit/contracts';
import { yearBefore } from '@doit/reference';
import { planPeriodOf, type Case } from './case';
import { computed, refused, shownPlaces } from './cells';
import { growthBetween, isLevel } from './change';
import type { PlanKnown } from './plan';
import { recordOf } from './record';

/**
 * The growth that a recorded plan asks for on its own base: the previous year as it was known when the plan was set,
 * whatever that year was revised to since.
 * @param vintages all that was stated for the year before the plan's
 */
export function plannedGrowthOf(
  { plan, indicator, period }: Case,
  known: PlanKnown,
  vintages: readonly RecordedObservation[],
): Cell {
  if (!isLevel(indicator)) return refused('not-comparable');
  // What a source implies of a plan does not say when that was set.
  if (!plan) return known.from ? refused('base-unknown', ['plan']) : refused('no-plan', [indicator.code]);
  if (plan.asOf === null) return refused('base-unknown', ['asOf']);
  const base = baseOfPlan(plan, vintages);
  if (!base) return refused('base-unknown', [yearBefore(planPeriodOf(period)).key]);
  const { growth, refusal } = growthBetween(indicator, base, plan);
  if (!growth) return refusal;
  const formula = '(plan ÷ previous year as known when the plan was set − 1) × 100';
  return computed(growth.value, growth.interval, shownPlaces, formula, growth.from);
}

/** The figure of record among what had been stated by the plan's own day; null where either day is unknown. */
export function baseOfPlan(
  { asOf }: RecordedObservation,
  vintages: readonly RecordedObservation[],
): RecordedObservation | null {
  if (asOf === null) return null;
  return recordOf(vintages.filter((vintage) => vintage.asOf !== null && vintage.asOf <= asOf));
}
