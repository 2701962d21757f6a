import { exportImportEvents, Problem, type Caller, type Fault } from '@doit/contracts';
import { tell, tellMany } from '@doit/events';
import { holdPeriodsOpen } from '@doit/observations';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { overlapsBeside, overlapsWithin } from './disjoint.sql';
import type { Stated } from './entered';
import { draftsStated, linesStated } from './flow-list.sql';
import { rollUp, writeStated, type RowFault } from './lines.sql';
import { addAll, holdTerritories, makeJudged, makeStanding, makeTouched } from './vintages.sql';

const columns = `territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity, value_usd, quantity, unit,
  status, as_of`;

const fromJson = `
  create temp table stated on commit drop as
  select * from json_to_recordset($1) as s (row integer, territory text collate "C", month date, flow text collate "C",
    source text collate "C", partner text collate "C", regime text collate "C", enterprise text collate "C", hs text collate "C",
    hs_edition smallint, commodity text collate "C", value_usd numeric, quantity numeric, unit text collate "C",
    status text collate "C", as_of date)`;
const fromLine = `create temp table stated on commit drop as select row, ${columns} from flow_line where id = $1`;

const byHand = `
  insert into flow_import (id, locale, source, as_of, line_status, is_whole, is_dry_run, status, state, may_approve, allowed, sent_by,
    territories, rows_total, rows_read, accepted, ended_at)
  values ($1, 'en', $2, $3, $4, false, false, 'done', $5, $6, $7, $8, $9, $10, $10, $10, now())`;

/** Why: of the drafts that state something anew, or of the lines that others took the place of. */
const why = `update flow_line set reason = $2 where $2::text is not null and (ended_by = $1 or (import = $1 and state = 'draft'))
  and (territory, month) in (select territory, month from stated)`;

/** A transaction for somebody who waits for an answer: a file that is being written is not waited for. */
export async function writing<T>(
  source: DataSource,
  caller: Caller,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await writeFor(source, caller, async (tx) => {
      await tx.query(`set local lock_timeout = '3s'`);
      return work(tx);
    });
  } catch (error) {
    throw (error as { code?: string }).code === '55P03' ? new Problem('flows.busy') : error;
  }
}

interface Entering {
  readonly stated: readonly Stated[];
  readonly caller: Caller;
  /** Whether they count at once. */
  readonly isApproved: boolean;
  readonly pointer: (nth: number, field: string) => string;
  /** Why they are stated anew. */
  readonly reason: string | null;
}

/** Enters lines by hand: lines that count, or drafts. Answers them as JSON, in order. */
export async function enterLines(
  tx: EntityManager,
  { stated, caller, isApproved, pointer, reason }: Entering,
): Promise<string[]> {
  const id = uuid();
  const [first] = stated;
  const territories = [...new Set(stated.map(({ territory }) => territory))];
  await tx.query(byHand, [
    ...[id, first?.source, first?.as_of, first?.status, isApproved ? 'approved' : 'submitted', isApproved],
    ...[territories, caller.subject, territories, stated.length],
  ]);
  await tx.query(fromJson, [JSON.stringify(stated)]);
  const twice: { row: number; code: RowFault['code']; other: string }[] = await tx.query(
    overlapsWithin,
    [100],
  );
  refuse(
    twice.map(({ row, code, other }) => ({ row, column: 'hs', code, params: { other } })),
    pointer,
  );
  if (!isApproved) {
    await requireOpen(tx, stated);
    await tx.query(addAll, [id, 'draft']);
    await tx.query(why, [id, reason]);
    await tellLines(tx, id, caller.subject);
    const drafts: { body: string }[] = await tx.query(draftsStated, [id]);
    return drafts.map(({ body }) => body);
  }
  const written = await writeStated(tx, { import: id, actor: caller.subject, isWhole: false });
  if ('faults' in written) refuse(written.faults, pointer);
  else if (written.older > 0) {
    const older: { row: number; asOf: string }[] = await tx.query(
      `select row, known_as_of::text as "asOf" from judged where verdict = 'older' order by 1`,
    );
    refuse(
      older.map(({ row, asOf }) => ({ row, column: 'asOf', code: 'flow.later-known', params: { asOf } })),
      pointer,
    );
  }
  await tx.query(why, [id, reason]);
  await tellLines(tx, id, caller.subject);
  const lines: { body: string }[] = await tx.query(linesStated);
  return lines.map(({ body }) => body);
}

/**
 * A line as it was read, until the transaction's end. What counts is held with its territory, and that first: who writes lines
 * of it takes them in this order too.
 * @throws Problem flow.changed-meanwhile
 */
export async function holdLine(tx: EntityManager, id: string, version: number): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('flows ' || territory, 0)) from flow_line where id = $1 and state = 'approved'`,
    [id],
  );
  const [held]: { version: number }[] = await tx.query(
    'select version from flow_line where id = $1 for update',
    [id],
  );
  if (held?.version !== version) throw new Problem('flow.changed-meanwhile');
}

/** A draft counts from now on, in the place of what counted before it. */
export async function approveLine(tx: EntityManager, id: string, actor: string): Promise<void> {
  const run = (sql: string, values: unknown[] = []): Promise<never[]> => tx.query(sql, values);
  await run(fromLine, [id]);
  const [line]: (Stated & { import: string })[] = await tx.query(
    `select territory, month::text as month, import from flow_line where id = $1`,
    [id],
  );
  if (!line) throw new Problem('flow.not-found');
  await run(holdTerritories);
  await run(makeTouched);
  await requireOpen(tx, [line]);
  await run(makeStanding);
  const [beside]: { other: string }[] = await tx.query(overlapsBeside, [1, false]);
  if (beside) throw new Problem('flow.within-another', { other: beside.other });
  await run(makeJudged);
  const [older]: { asOf: string }[] = await tx.query(
    `select known_as_of::text as "asOf" from judged where verdict = 'older'`,
  );
  if (older) throw new Problem('flow.later-known', { asOf: older.asOf });
  await run(
    `update flow_line set state = 'superseded', version = version + 1, ended_by = $1, changed_at = now(), changed_by = $2
      where id in (select before from judged)`,
    [line.import, actor],
  );
  await setState(tx, id, { state: 'approved', actor, reason: null });
  await rollUp(tx, { import: line.import, actor, isWhole: false });
}

/** A line no longer counts. */
export async function withdrawLine(
  tx: EntityManager,
  id: string,
  by: { actor: string; reason: string },
): Promise<void> {
  await tx.query(fromLine, [id]);
  await tx.query(holdTerritories);
  await tx.query(makeTouched);
  const [line]: (Stated & { import: string })[] = await tx.query(
    `select territory, month::text as month, import from flow_line where id = $1`,
    [id],
  );
  if (!line) throw new Problem('flow.not-found');
  await requireOpen(tx, [line]);
  await setState(tx, id, { state: 'withdrawn', ...by });
  await rollUp(tx, { import: line.import, actor: by.actor, isWhole: false });
}

/** What a line is now, told without its figures. */
export async function setState(
  tx: EntityManager,
  id: string,
  { state, actor, reason }: { state: string; actor: string; reason: string | null },
): Promise<void> {
  await tx.query(
    `update flow_line set state = $2, version = version + 1, changed_at = now(), changed_by = $3, reason = coalesce($4, reason)
      where id = $1`,
    [id, state, actor, reason],
  );
  const [told]: { payload: string }[] = await tx.query(`${toldLine} where id = $1`, [id]);
  const payload = told?.payload ?? '';
  await tell(tx, exportImportEvents.flowLineChanged, { aggregate: `flow-line:${id}`, actor, payload });
}

/** Lines are found by territory and month; by their import alone all would be looked through. */
const ofStated = `(territory, month) in (select territory, month from stated)`;

const toldLine = `
  select id::text as id, json_build_object('line', id::text, 'territory', territory, 'month', to_char(month, 'YYYY-MM'), 'state', state,
    'import', import, 'reason', reason)::text as payload from flow_line`;

async function tellLines(tx: EntityManager, id: string, actor: string): Promise<void> {
  const told: { id: string; payload: string }[] = await tx.query(
    `${toldLine} where import = $1 and ${ofStated} order by id`,
    [id],
  );
  await tellMany(
    tx,
    exportImportEvents.flowLineChanged,
    told.map((line) => ({ aggregate: `flow-line:${line.id}`, actor, payload: line.payload })),
  );
}

async function requireOpen(
  tx: EntityManager,
  lines: readonly Pick<Stated, 'territory' | 'month'>[],
): Promise<void> {
  const territories = [...new Set(lines.map(({ territory }) => territory))];
  const isClosed = await holdPeriodsOpen(tx, 'export-import', territories);
  for (const { territory, month } of lines) {
    const period = isClosed(territory, month.slice(0, 7));
    if (period !== null) throw new Problem('period.closed', { period, territory });
  }
}

/** @throws Problem of the first code, naming each row by its pointer */
function refuse(faults: readonly RowFault[], pointer: (nth: number, field: string) => string): void {
  const [first] = faults;
  if (!first) return;
  const named: Fault[] = faults.map(({ row, column, code, params }) => ({
    pointer: pointer(row - 1, column),
    code,
    params,
  }));
  throw new Problem(first.code as Problem['code'], first.params, named.slice(0, 100));
}
