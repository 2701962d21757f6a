import {
  inForce,
  isTerritory,
  lastDay,
  lastMonth,
  memberIdsOn,
  monthPlus,
  period,
  piecesOf,
  territory,
  type Period,
} from '@doit/reference';
import { Problem, type ProblemCode } from '@doit/contracts';

/** A unit whose figures count for a territory, in the months (first days, both included) in which it held its land. */
export interface LandOfMonths {
  readonly territory: string;
  readonly first: string;
  readonly last: string;
}

const [earliest, latest] = ['0001-01-01', '9999-12-01'];

/** The refusal of one value of what was asked. */
export function refusedAsked(pointer: string, code: ProblemCode, params: Record<string, string>): Problem {
  return new Problem(code, params, [{ pointer, code, params }]);
}

const known = new Map<string, readonly LandOfMonths[]>();

/**
 * The units whose land a province or city holds, each in its months: itself, before its first day those merged into it.
 * No day of the map is asked for: one that ended is as on its last day. A month belongs to who holds the land on its last day.
 */
export function landOf(unit: string): readonly LandOfMonths[] {
  const found = known.get(unit);
  if (found) return found;
  const land = piecesOf(unit, territory(unit)?.validTo ?? latest).flatMap(({ territory: id, from, to }) => {
    const first = from === null ? earliest : `${from.slice(0, 7)}-01`;
    const last = to === null ? latest : lastMonthUntil(to);
    return first <= last ? [{ territory: id, first, last }] : [];
  });
  known.set(unit, land);
  return land;
}

function lastMonthUntil(day: string): string {
  const month = day.slice(0, 7);
  return `${lastDay(period(month, 1)) <= day ? month : monthPlus(month, -1)}-01`;
}

/**
 * The provinces and cities asked for: a group (without any, the country) stands for its members on the period's last day, or
 * on its own nearest to that.
 * @throws Problem territory.unknown, territory.not-in-force, territory.overlapping (one that is there twice)
 */
export function unitsAsked(asked: readonly string[] | undefined, of: Period): string[] {
  const units = (asked ?? ['viet-nam']).flatMap((id) => membersOrItself(id, of));
  const twice = units.find((id, i) => units.indexOf(id) < i);
  if (twice !== undefined) throw overlapping(twice, asked);
  return units;
}

/**
 * The land of what is asked for, to be added.
 * @throws Problem as {@link unitsAsked}; territory.overlapping also where two hold the same land
 */
export function landAsked(asked: readonly string[] | undefined, of: Period): LandOfMonths[] {
  const met: LandOfMonths[] = [];
  for (const piece of unitsAsked(asked, of).flatMap(landOf)) {
    const isThere = met.some(
      ({ territory: id, first, last }) =>
        id === piece.territory && first <= piece.last && piece.first <= last,
    );
    if (isThere) throw overlapping(piece.territory, asked);
    met.push(piece);
  }
  return met;
}

function membersOrItself(id: string, of: Period): string[] {
  const found = isTerritory(id) ? territory(id) : null;
  if (!found) throw refusedAsked('territory', 'territory.unknown', { territory: id });
  const day = lastDay(of);
  const { code, validFrom, validTo } = found;
  const ended = validTo !== null && validTo < `${of.from}-01`;
  if (ended) throw refusedAsked('territory', 'territory.not-in-force', { territory: id, day });
  if (code !== null) return [id];
  const nearest = inForce(id, day) ? day : validTo !== null && day > validTo ? validTo : (validFrom ?? day);
  return memberIdsOn(id, nearest);
}

function overlapping(twice: string, asked: readonly string[] | undefined): Problem {
  const group = (asked ?? []).join(',');
  return refusedAsked('territory', 'territory.overlapping', { territory: twice, group });
}

/** The months of a period in which some unit asked for had no land of its own: nothing can be known of all of it then. */
export function monthsWithoutLand(units: readonly string[], of: Period): string[] {
  const lands = units.map(landOf);
  const isHeld = (land: readonly LandOfMonths[], month: string): boolean =>
    land.some(({ first, last }) => first <= month && month <= last);
  return months(of).filter((month) => lands.some((land) => !isHeld(land, month)));
}

/** How many totals there must be for a period to be known: one for each piece and month. */
export function totalsNeeded(land: readonly LandOfMonths[], of: Period): number {
  const all = months(of);
  return land.reduce(
    (sum, { first, last }) => sum + all.filter((month) => first <= month && month <= last).length,
    0,
  );
}

const months = (of: Period): string[] =>
  Array.from({ length: of.months }, (_, i) => `${monthPlus(of.from, i)}-01`);

/** The first days of the first and of the last month. */
export const monthBounds = (of: Period): [string, string] => [`${of.from}-01`, `${lastMonth(of)}-01`];
