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

/**
 * A territory and a period that somebody asks about: both known, and the one in force at the other's end. On the map of
 * another day it is that day's territory, in any period at whose end its land was held by whole units.
 */
export interface Place {
  readonly territory: string;
  readonly period: Period;
  /** The day whose map is meant in all periods; undefined: each territory in its own time. */
  readonly on?: string;
  /** What was known on this day; undefined: all that is known. Figures of unknown vintage are left out then. */
  readonly asOf?: string;
}

export type RecastPlace = Place & { readonly on: string };

/** A place as it is asked for in a path or a query. */
interface PlaceAsked {
  readonly territory: string;
  readonly period: string;
  readonly on?: string;
  readonly asOf?: string;
}

/** @throws Problem territory.unknown, period.unreadable or territory.not-in-force (422), naming the parameter */
export function placeAsked({ territory, on, asOf, ...asked }: PlaceAsked): Place {
  if (!isTerritory(territory)) throw refusedAsked('territory', 'territory.unknown', { territory });
  const period = periodAsked(asked.period, 'period');
  for (const day of on === undefined ? [lastDay(period)] : [on, lastDay(period)])
    if (!isThere(territory, day, on))
      throw refusedAsked('territory', 'territory.not-in-force', { territory, day });
  return { territory, period, on, asOf: dayAsked(asOf) ?? undefined };
}

/** Whether a territory, or on the map of a day its land, was held by whole units; the country is what it is. */
function isThere(id: string, day: string, on: string | undefined): boolean {
  if (on === undefined || territoryOf(id)?.type === 'country') return inForce(id, day);
  return unitsOn(id, on, day).length > 0;
}

/** @throws Problem indicator.unknown (422) */
export function indicatorsAsked(codes: readonly string[] | undefined): readonly string[] | null {
  const unknown = codes?.find((code) => !indicator(code));
  if (unknown !== undefined) throw refusedAsked('indicator', 'indicator.unknown', { indicator: unknown });
  return codes ?? null;
}

/** The last day of a vintage asked for, which may be given as a month. */
export function dayAsked(asOf: string | undefined): string | null {
  // Of any year: what was known in 1899 is nothing, but may be asked.
  return asOf?.length === 7 ? lastDay({ key: asOf, from: asOf, months: 1 }) : (asOf ?? null);
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
