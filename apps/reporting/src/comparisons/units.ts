import {
  lastDay,
  monthBefore,
  monthsOf,
  period as periodOf,
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
  /** In any month of the period, or of the year before it. */
  readonly meanwhile: readonly string[];
}

/** Which units made up the territory; itself where it is none that is made of units, as the country. */
export function unitsOf(place: RecastPlace): Units {
  const { period } = place;
  const at = (of: Period): readonly string[] => unitsAt(place, of);
  const plan = planPeriodOf(period);
  const months = [period, yearBefore(period)].flatMap(monthsOf);
  return {
    actual: at(period),
    previous: at(yearBefore(period)),
    before: at(monthBefore(period) ?? period),
    start: at(startOf(period) ?? period),
    plan: at(plan),
    planners: at(periodOf(plan.from, 1)),
    planBase: at(yearBefore(plan)),
    meanwhile: [...new Set(months.flatMap((month) => at(periodOf(month, 1))))],
  };
}

/** The same at the end of one period. */
export function unitsAt({ territory, on }: RecastPlace, of: Period): readonly string[] {
  const units = unitsOn(territory, on, lastDay(of));
  return units.length > 0 ? units : [territory];
}

/** Whether the land changed hands within a period. */
export function changesWithin(place: RecastPlace, span: Period): boolean {
  return unitsAt(place, periodOf(span.from, 1)).join() !== unitsAt(place, span).join();
}
