import type { CheckResult } from '@doit/contracts';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import { readStanding } from '../comparisons/standing.sql';
import { readClusterSummary } from '../reports/cluster-summary.sql';
import { checksOf } from '../checks/checks';
import { readResults } from './places.sql';

/** What the checks of a place found; where something has arrived since, or no figure speaks of it, what they find now. */
export async function checksFound(source: DataSource, place: Place): Promise<CheckResult[]> {
  const [kept] = await query<{ results: string | null }>(source, readResults, [
    place.territory,
    place.period.key,
  ]);
  return kept?.results ? (JSON.parse(kept.results) as CheckResult[]) : checkNow(source, place);
}

/** Checks a place on its figures as they stand. */
export async function checkNow(source: DataSource, place: Place): Promise<CheckResult[]> {
  const [standing, register] = await Promise.all([
    readStanding(source, place),
    readClusterSummary(source, place),
  ]);
  return checksOf(standing, register.established);
}
