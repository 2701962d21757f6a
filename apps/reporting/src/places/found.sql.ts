import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CheckResult } from '@doit/contracts';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Place } from '../comparisons/asked';
import type { Standing } from '../comparisons/standing';
import { readStanding } from '../comparisons/standing.sql';
import { readRegister, type Register } from '../reports/cluster-summary.sql';
import { checksOf } from '../checks/checks';
import { registerClaims } from '../checks/register-checks';
import { checkCustoms } from '../checks/customs-checks';
import { readCustoms } from '../flows/cells.sql';
import { customsClaims } from '../flows/customs';
import { readTallies } from '../registers/tallies.sql';
import type { Tallied } from '../registers/tallied';
import { checkMembers } from '../checks/member-checks';
import { readMembers } from '../checks/members.sql';
import { readSubmitted } from '../checks/submitted.sql';
import { byVerdict } from '../checks/verdict';
import { checksOfHistory } from '../history/history-checks';
import { readHistories } from '../history/history.sql';
import { answersKept, answersOf, type Answers, type Kept } from './answers';
import { readAnswers, readResults } from './places.sql';

/**
 * What is answered about a place; where something has arrived since, no figure speaks of it, or it is seen on another
 * map or as of another day, what is answered now.
 */
export async function answersFound(source: DataSource, place: Place): Promise<Answers> {
  const [kept] = isKept(place)
    ? await query<Kept>(source, readAnswers, [place.territory, place.period.key])
    : [];
  return (kept && answersKept(kept)) ?? (await answerNow(source, place)).answers;
}

/** What the checks of a place found, as JSON, by the same rule. */
export async function resultsFound(source: DataSource, place: Place): Promise<string> {
  const [kept] = isKept(place)
    ? await query<{ results: string }>(source, readResults, [place.territory, place.period.key])
    : [];
  return kept?.results ?? JSON.stringify((await checkNow(source, place)).results);
}

/**
 * What the checks of a place would find if what is submitted for it were approved, as JSON. Those against a month's own
 * history are left out: it is made of approved figures.
 */
export async function resultsIfApproved(source: DataSource, place: Place): Promise<string> {
  const submitted = await readSubmitted(source, place);
  const standing = await readStanding(source, place, null, submitted);
  const ofFigures = checksOf(standing, await readTallied(source, standing));
  return JSON.stringify(byVerdict([...ofFigures, ...(await checkAgainstCustoms(source, standing))]));
}

/** Only places in their own time, and as they are known now, are kept. */
export function isKept({ on, asOf }: Place): boolean {
  return on === undefined && asOf === undefined;
}

/** What is answered of a place by its figures as they stand, and what it was made of. */
export async function answerNow(source: DataSource, place: Place): Promise<Checked & { answers: Answers }> {
  const checked = await checkNow(source, place);
  return { ...checked, answers: answersOf(checked.standing, checked.results) };
}

/** What the registers come to that the figures of a place are held against. */
function readTallied(source: DataSource, standing: Standing): Promise<Tallied[]> {
  return readTallies(
    source,
    registerClaims(standing).flatMap(({ asked }) => asked),
  );
}

/** Exports and imports of a place against what the lines of customs come to. */
async function checkAgainstCustoms(source: DataSource, standing: Standing): Promise<CheckResult[]> {
  const claims = customsClaims(standing);
  return checkCustoms(claims, await readCustoms(source, claims));
}

/** A place checked, and the register of clusters that it was checked by. */
interface Checked {
  readonly standing: Standing;
  readonly results: CheckResult[];
  readonly register: Register | null;
}

async function checkNow(source: DataSource, place: Place): Promise<Checked> {
  const [standing, register, histories, members] = await Promise.all([
    readStanding(source, place),
    readRegister(source, place),
    readHistories(source, place),
    readMembers(source, place),
  ]);
  const ofHistory: CheckResult[] = [];
  for (const results of checksOfHistory(standing, histories)) {
    ofHistory.push(...results);
    await nextTurn();
  }
  const ofFigures = checksOf(standing, await readTallied(source, standing));
  const ofCustoms = await checkAgainstCustoms(source, standing);
  const results = byVerdict([...ofFigures, ...ofCustoms, ...checkMembers(standing, members), ...ofHistory]);
  return { standing, results, register };
}
