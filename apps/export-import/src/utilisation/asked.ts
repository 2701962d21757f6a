import { Problem, type ProblemCode } from '@doit/contracts';
import {
  isTerritory,
  lastDay,
  monthsOf,
  parsePeriod,
  period,
  territory,
  unitsOn,
  yearBefore,
  type Period,
} from '@doit/reference';
import { todayInVietNam } from '@doit/registers';

/** A territory and a period, and the units of each month whose land it was: exports stay in the name of these. */
export interface Asked {
  readonly territory: string;
  readonly period: Period;
  /** `YYYY-MM` */
  readonly months: readonly string[];
  /** Unit and month, in two lists of the same length; a month in which its land lay in a larger unit has none. */
  readonly units: readonly string[];
  readonly unitMonths: readonly string[];
  /** The same of the months of the year before. */
  readonly before: { readonly units: readonly string[]; readonly unitMonths: readonly string[] };
  /** All units of the period. */
  readonly territories: readonly string[];
}

const mostMonths = 60;

/** @param most months at most @throws Problem territory.unknown, period.unreadable, utilisation.period-too-long */
export function readAsked(asked: { territory: string; period: string }, most = mostMonths): Asked {
  if (!isTerritory(asked.territory)) throw refusal('territory.unknown', 'territory', asked);
  const found = parsePeriod(asked.period);
  if (!found) throw refusal('period.unreadable', 'period', asked);
  if (found.months > most)
    throw refusal('utilisation.period-too-long', 'period', { months: found.months, most });
  return askedOf(asked.territory, found);
}

/** The same for a period that was read. */
export function askedOf(id: string, asked: Period): Asked {
  const place = territory(id);
  // A unit is its land of today, or of its own last day; a group has the members of the period.
  const on = place?.code === null ? lastDay(asked) : (place?.validTo ?? todayInVietNam());
  const months = monthsOf(asked);
  const pairsOf = (of: readonly string[]) =>
    of.flatMap((month) => unitsOn(id, on, lastDay(period(month, 1))).map((unit) => [unit, month] as const));
  const columns = (pairs: ReturnType<typeof pairsOf>) => ({
    units: pairs.map(([unit]) => unit),
    unitMonths: pairs.map(([, month]) => `${month}-01`),
  });
  const now = columns(pairsOf(months));
  return {
    ...{ territory: id, period: asked, months },
    ...now,
    before: columns(pairsOf(monthsOf(yearBefore(asked)))),
    territories: [...new Set(now.units)],
  };
}

function refusal(code: ProblemCode, field: string, params: Record<string, string | number>): Problem {
  return new Problem(code, params, [{ pointer: field, code, params }]);
}
