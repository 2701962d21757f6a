import {
  lastDay,
  monthBefore,
  monthsOf,
  period as periodOf,
  territory as territoryOf,
  unitsOn,
  yearBefore,
  type Period,
} from '@doit/reference';
import type { RecastPlace } from './asked';
import { startOf } from './average-growth';
import { planPeriodOf } from './case';

/** The units that held its land at the end of each period that a comparison speaks of. */
export interface Units {
  readonly actual: readonly string[];
  readonly previous: readonly string[];
  readonly before: readonly string[];
  readonly start: readonly string[];
  readonly plan: readonly string[];
  /** At the plan's beginning: before a merger the members still plan for the whole year. */
  readonly planners: readonly string[];
  readonly planBase: readonly string[];
  /** In any month of the period and of the year before it, where one of them saw the map change. */
  readonly meanwhile: readonly string[];
}

/** Which units made up the territory; none where a part of its land was in a larger one. */
export function unitsOf(place: RecastPlace): Units {
  const { period } = place;
  const at = (of: Period): readonly string[] => unitsAt(place, of);
  const plan = planPeriodOf(period);
  const changed = [period, yearBefore(period)].filter((span) => changesWithin(place, span));
  return {
    actual: at(period),
    previous: at(yearBefore(period)),
    before: at(monthBefore(period) ?? period),
    start: at(startOf(period) ?? period),
    plan: at(plan),
    planners: at(periodOf(plan.from, 1)),
    planBase: at(yearBefore(plan)),
    meanwhile: changed.flatMap((span) => stretchesOf(place, span).flatMap(({ units }) => units)),
  };
}

/** The same at the end of one period. What is stated for the country holds what no unit is told of, so it is no sum. */
export function unitsAt({ territory, on }: RecastPlace, of: Period): readonly string[] {
  return territoryOf(territory)?.type === 'country' ? [territory] : unitsOn(territory, on, lastDay(of));
}

/** Whether the land changed hands within a period of a year at most. */
export function changesWithin(place: RecastPlace, span: Period): boolean {
  if (span.months > 12) return false;
  return unitsAt(place, periodOf(span.from, 1)).join() !== unitsAt(place, span).join();
}

/** A part of a period, and the units that held the land in all of it. */
export interface Stretch {
  readonly span: Period;
  readonly units: readonly string[];
}

/** The parts of a period between the changes of the map, in order. */
export function stretchesOf(place: RecastPlace, span: Period): readonly Stretch[] {
  const stretches: { from: string; months: number; units: readonly string[] }[] = [];
  for (const month of monthsOf(span)) {
    const units = unitsAt(place, periodOf(month, 1));
    const last = stretches.at(-1);
    if (last?.units.join() === units.join()) last.months += 1;
    else stretches.push({ from: month, months: 1, units });
  }
  return stretches.map(({ from, months, units }) => ({ span: periodOf(from, months), units }));
}
