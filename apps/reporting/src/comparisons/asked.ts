import { Problem, type Params, type ProblemCode } from '@doit/contracts';
import {
  inForce,
  indicator,
  isTerritory,
  lastDay,
  parsePeriod,
  territory as territoryOf,
  unitsOn,
  type Period,
} from '@doit/reference';

/** A territory and a period that somebody asks about: both known, and the one in force at the other's end. */
export interface Place {
  readonly territory: string;
  readonly period: Period;
}

/** A territory as it is on the map of a day, and a period of any time. */
export interface RecastPlace extends Place {
  readonly on: string;
}

/** @throws Problem territory.unknown, period.unreadable or territory.not-in-force (422), naming the parameter */
export function placeAsked(asked: { territory: string; period: string }): Place {
  const { territory } = asked;
  if (!isTerritory(territory)) throw refusedAsked('territory', 'territory.unknown', { territory });
  const period = periodAsked(asked.period, 'period');
  const day = lastDay(period);
  if (!inForce(territory, day)) throw refusedAsked('territory', 'territory.not-in-force', { territory, day });
  return { territory, period };
}

/**
 * A place on the map of another day, in any period in which its land was held by whole units.
 * @throws Problem territory.unknown, period.unreadable or territory.not-in-force (422), naming the parameter
 */
export function recastPlaceAsked(asked: { territory: string; period: string }, on: string): RecastPlace {
  const found = isTerritory(asked.territory) ? territoryOf(asked.territory) : null;
  const { territory } = asked;
  if (!found) throw refusedAsked('territory', 'territory.unknown', { territory });
  const period = periodAsked(asked.period, 'period');
  for (const day of [on, lastDay(period)]) {
    const isWhole = found.code === null ? inForce(territory, day) : false;
    if (!isWhole && unitsOn(territory, on, day).length === 0)
      throw refusedAsked('territory', 'territory.not-in-force', { territory, day });
  }
  return { territory, period, on };
}

/** @throws Problem indicator.unknown (422) */
export function indicatorsAsked(codes: readonly string[] | undefined): readonly string[] | null {
  const unknown = codes?.find((code) => !indicator(code));
  if (unknown !== undefined) throw refusedAsked('indicator', 'indicator.unknown', { indicator: unknown });
  return codes ?? null;
}

/** The last day of a vintage asked for, which may be given as a month. */
export function dayAsked(asOf: string | undefined): string | null {
  const month = asOf?.length === 7 ? parsePeriod(asOf) : null;
  return month ? lastDay(month) : (asOf ?? null);
}

/** @throws Problem period.unreadable (422), naming the parameter */
export function periodAsked(text: string, pointer: string): Period {
  const period = parsePeriod(text);
  if (!period) throw refusedAsked(pointer, 'period.unreadable', { period: text });
  return period;
}

/** The problem of a parameter that cannot be answered. */
export function refusedAsked(pointer: string, code: ProblemCode, params: Params): Problem {
  return new Problem(code, params, [{ pointer, code, params }]);
}
