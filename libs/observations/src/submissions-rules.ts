import type { Submission, VerdictOfSubmission } from '@doit/contracts';
import {
  daysBetween,
  frequencyOf,
  indicatorsOf,
  inForce,
  lastDay,
  lastMonth,
  parsePeriod,
  territoriesOn,
  type OwnerService,
  type Period,
} from '@doit/reference';

/** The indicators of a service that are published for periods of this length, as stated and not from others. */
export function expectedOf(service: OwnerService, period: Period): string[] {
  return indicatorsOf(service)
    .filter(({ frequency, derivedFrom }) => frequency === frequencyOf(period) && !derivedFrom)
    .map(({ code }) => code);
}

/** The periods whose figures answer for one: itself, and the run from January to its last month. */
export function answeringPeriods(period: Period): string[] {
  const month = lastMonth(period);
  const run = parsePeriod(`${month.slice(0, 4)}-01/P${Number(month.slice(5))}M`);
  return [...new Set([period.key, ...(run ? [run.key] : [])])];
}

/** The provinces and cities that report for a period: those in force on its last day. */
export function reportersOf(period: Period): string[] {
  return territoriesOn(lastDay(period))
    .filter(({ type }) => type === 'province' || type === 'city')
    .map(({ id }) => id);
}

export const reportsFor = (territory: string, period: Period): boolean => inForce(territory, lastDay(period));

/** How a submission stands on a day. @param dueOn null where unknown */
export function verdictOf(
  receivedOn: string | null,
  dueOn: string | null,
  on: string,
): Pick<Submission, 'daysLate'> & { verdict: VerdictOfSubmission } {
  if (receivedOn !== null) {
    if (dueOn === null) return { verdict: 'received', daysLate: 0 };
    const daysLate = Math.max(0, daysBetween(dueOn, receivedOn));
    return { verdict: daysLate > 0 ? 'late' : 'on-time', daysLate };
  }
  const daysLate = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, on));
  return { verdict: daysLate > 0 ? 'missing' : 'not-due', daysLate };
}
