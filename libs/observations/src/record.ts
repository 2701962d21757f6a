import { v7 as uuid } from 'uuid';
import {
  observationsRecorded,
  Problem,
  type Caller,
  type Fault,
  type IdempotencyKey,
  type Observation,
  type RecordedIds,
  type RecordedObservation,
  type Service,
} from '@doit/contracts';
import { once, tellMany } from '@doit/events';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { holdPeriodsOpen, type ClosedPeriods } from './periods';
import { refusal } from './refusal';
import { readObservation } from './rules';
import { sealOf } from './seal';
import { approvesOwn } from './settings';
import { contentOf, vintageOf, type StatedObservation } from './vintage';

interface Batch {
  service: Service;
  caller: Caller;
  items: readonly Observation[];
  /** Why they correct what is there. */
  reason?: string | undefined;
  idempotencyKey?: IdempotencyKey | undefined;
  now?: Date;
}

/** An event stays below 256 KiB; an observation is some 600 bytes, 4 KB at most, so this many bytes of JSON leave room. */
const eventSize = 200_000;

/**
 * Records a batch and tells it: all of it, or nothing. The same vintage with the same content gives the id that is
 * there already; with other content it becomes a new revision.
 * @throws Problem naming every wrong row by pointer
 */
export async function recordObservations(source: DataSource, batch: Batch): Promise<RecordedIds> {
  const { service, caller, items, idempotencyKey: key } = batch;
  const asked = { actor: caller.subject, operation: `${service}.observations.record`, key };
  const territories = [...new Set(items.map(({ territory }) => territory))];
  const stated = readBatch(batch, await approvesOwn(source, service, caller, territories));
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeFor(source, caller, async (tx) => {
        // Who lost a race waits in line with the other losers, so that many correctors of one figure get through.
        if (attempt > 1)
          await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || ' observation', 0))`, [
            service,
          ]);
        const closed = await holdPeriodsOpen(tx, service, territories);
        // The instant of this attempt: who comes second must also be recorded later.
        const now = batch.now ?? new Date();
        return once(tx, asked, () => store(tx, batch, stated, closed, now));
      });
    } catch (error) {
      // Somebody recorded some of the same vintages in the same moment: now his are seen.
      if (attempt === 5 || !isSameMoment(error)) throw error;
    }
  }
}

function readBatch(
  { service, caller, items }: Batch,
  own: (territory: string) => boolean,
): StatedObservation[] {
  const faults: Fault[] = [];
  const stated: StatedObservation[] = [];
  items.forEach((sent, index) => {
    const read = readObservation(service, caller, sent, `/items/${index}`, own);
    if (read.observation) stated.push(read.observation);
    faults.push(...read.faults);
  });
  if (faults.length > 0) throw refusal(faults);
  return stated;
}

interface Row extends StatedObservation {
  n: number;
  id: string;
  vintage: string;
  content: string;
}

interface Stored {
  n: number;
  vintage: string;
  id: string;
  is_new: boolean;
  needs_reason: boolean;
}

async function store(
  tx: EntityManager,
  { service, caller, reason }: Batch,
  stated: StatedObservation[],
  closed: ClosedPeriods,
  now: Date,
): Promise<RecordedIds> {
  const rows = distinct(stated);
  const found: Stored[] = await tx.query(insertSql, [
    JSON.stringify([...rows.values()]),
    now,
    caller.subject,
    reason ?? null,
  ]);
  const faults = found.flatMap((row) => faultsOf(row, stated[row.n], closed));
  if (faults.length > 0) throw refusal(faults);
  const byVintage = new Map(found.map(({ vintage, id, is_new }) => [vintage, { id, isNew: is_new }]));
  const added = [...rows.values()].filter(({ vintage }) => byVintage.get(vintage)?.isNew);
  await tellRecorded(tx, { service, caller, reason, items: added }, now);
  return { items: stated.map((one) => byVintage.get(vintageOf(one)) ?? missing()) };
}

/** What only the rows that are there can tell; the transaction ends with it. */
function faultsOf(
  { n, is_new, needs_reason }: Stored,
  one: StatedObservation | undefined,
  closed: ClosedPeriods,
): Fault[] {
  if (!is_new || !one) return [];
  const { territory } = one;
  const period = closed(territory, one.period);
  if (period !== null)
    return [{ pointer: `/items/${n}/period`, code: 'period.closed', params: { period, territory } }];
  return needs_reason ? [{ pointer: `/items/${n}`, code: 'observation.needs-reason' }] : [];
}

/** The rows of a batch by vintage; the same twice is one, with other content it is refused. */
function distinct(stated: StatedObservation[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  stated.forEach((one, n) => {
    const vintage = vintageOf(one);
    const content = contentOf(one);
    const first = rows.get(vintage);
    if (!first) rows.set(vintage, { ...one, n, id: uuid(), vintage, content });
    else if (first.content !== content) {
      const params = { first: first.n + 1 };
      throw new Problem('observation.twice-in-batch', params, [
        { pointer: `/items/${n}`, code: 'observation.twice-in-batch', params },
      ]);
    }
  });
  return rows;
}

// What is approved already stays so, whatever state it is sent in again. The row that is corrected is held, so that nobody
// approves it meanwhile.
const insertSql = `
  with incoming as (
    select * from json_to_recordset($1::json) as r(
      n int, id uuid, vintage uuid, content uuid, indicator text, territory text, period text, dimensions jsonb,
      measure text, status text, value numeric, decimals smallint, unit text, "unitPrinted" text, comparator text,
      source text, "asOf" date, "periodBasis" text, basis text, document text, "row" int, stated jsonb,
      "window" jsonb, state text)
  ), latest as (
    select i.vintage, o.id, o.revision,
           o.content = i.content and (o.state in ('approved', i.state) or i.state = 'draft') as is_same
      from incoming i
      cross join lateral (select id, revision, content, state from observation
                           where vintage = i.vintage order by revision desc limit 1) o
  ), held as (
    select o.vintage, o.state from observation o where o.id in (select id from latest where not is_same) for share
  ), judged as (
    select i.*, coalesce(l.revision, 0) + 1 as revision,
           $4::text is null and (h.state = 'approved' or l.id is not null and exists (
             select from observation o where o.vintage = i.vintage and o.state = 'approved')) as needs_reason
      from incoming i left join latest l using (vintage) left join held h using (vintage)
     where l.is_same is not true
  ), added as (
    insert into observation (id, vintage, revision, content, indicator, territory, period, dimensions, measure, status,
        value, decimals, unit, unit_printed, comparator, source, as_of, period_basis, basis, document, document_row,
        stated, data_window, state, recorded_at, recorded_by)
    select i.id, i.vintage, i.revision, i.content, i.indicator, i.territory, i.period, i.dimensions,
        i.measure, i.status, i.value, i.decimals, i.unit, i."unitPrinted", i.comparator, i.source, i."asOf",
        i."periodBasis", i.basis, i.document, i."row", i.stated, i."window", i.state, $2, $3
      from judged i
     order by i.n
    returning *
  ), stepped as (
    insert into observation_step (observation, nth, territory, state, reason, seal, taken_at, taken_by)
    select a.id, 1, a.territory, a.state, r.reason, case when a.state = 'approved' then ${sealOf('a')} end,
        a.recorded_at, a.recorded_by
      from added a cross join lateral (select case when a.revision > 1 then $4 end as reason) r
     where a.state <> 'draft' or r.reason is not null
     order by a.seq
  )
  select i.n, i.vintage, coalesce(a.id, l.id) as id, a.id is not null as is_new,
         coalesce(j.needs_reason, false) as needs_reason
    from incoming i left join latest l using (vintage) left join judged j using (vintage)
    left join added a using (vintage)
   order by i.n`;

async function tellRecorded(
  tx: EntityManager,
  { service, caller, reason, items: added }: Omit<Batch, 'items'> & { items: Row[] },
  now: Date,
): Promise<void> {
  const why = reason === undefined ? '' : `"reason":${JSON.stringify(reason)},`;
  const told: { aggregate: string; actor: string; payload: string }[] = [];
  const open = new Map<string, { items: string[]; size: number }>();
  const close = (territory: string, items: string[]): void => {
    const payload = `{"territory":${JSON.stringify(territory)},${why}"items":[${items.join(',')}]}`;
    told.push({ aggregate: `observations:${territory}`, actor: caller.subject, payload });
  };
  for (const { n: _n, vintage: _vintage, content: _content, ...stated } of added) {
    const observation: RecordedObservation = {
      ...stated,
      recordedAt: now.toISOString(),
      recordedBy: caller.subject,
    };
    const text = JSON.stringify(observation);
    const size = Buffer.byteLength(text);
    let room = open.get(stated.territory);
    if (room && room.size + size > eventSize) {
      close(stated.territory, room.items);
      room = undefined;
    }
    if (!room) open.set(stated.territory, (room = { items: [], size: 0 }));
    room.items.push(text);
    room.size += size;
  }
  for (const [territory, { items }] of open) close(territory, items);
  if (told.length > 0) await tellMany(tx, observationsRecorded(service), told);
}

/** Met on the unique key, or waiting there for each other's rows (a deadlock, which PostgreSQL ends for one of two). */
function isSameMoment(error: unknown): boolean {
  const { code, constraint } =
    (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  return code === '40P01' || (code === '23505' && constraint === 'observation_vintage_revision_key');
}

function missing(): never {
  throw new Error('a row of the batch was neither found nor added');
}
