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
  return JSON.parse(await checksFoundText(source, place)) as CheckResult[];
}

/** The same as the JSON it is kept as. */
export async function checksFoundText(source: DataSource, { territory, period }: Place): Promise<string> {
  const [kept] = await query<{ results: string }>(source, readResults, [territory, period.key]);
  return kept?.results ?? JSON.stringify(await checkNow(source, { territory, period }));
}

/** Checks a place on its figures as they stand. */
export async function checkNow(source: DataSource, place: Place): Promise<CheckResult[]> {
  const [standing, register] = await Promise.all([
    readStanding(source, place),
    readClusterSummary(source, place),
  ]);
  return checksOf(standing, register.established);
}
