import { v7 as uuid } from 'uuid';
import {
  observationsRecorded,
  Problem,
  type Caller,
  type Fault,
  type IdempotencyKey,
  type Observation,
  type ProblemCode,
  problems,
  type RecordedIds,
  type RecordedObservation,
  type Service,
} from '@doit/contracts';
import { once, tellMany } from '@doit/events';
import type { DataSource, EntityManager } from 'typeorm';
import { readObservation } from './rules';
import { contentOf, vintageOf, type StatedObservation } from './vintage';

interface Batch {
  service: Service;
  caller: Caller;
  items: readonly Observation[];
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
  const stated = readBatch(batch);
  const { service, caller, idempotencyKey: key } = batch;
  const asked = { actor: caller.subject, operation: `${service}.observations.record`, key };
  for (let attempt = 1; ; attempt++) {
    try {
      return await source.transaction(async (tx) => {
        // Who lost a race waits in line with the other losers, so that many correctors of one figure get through.
        if (attempt > 1)
          await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || ' observation', 0))`, [
            service,
          ]);
        // The instant of this attempt: who comes second must also be recorded later.
        const now = batch.now ?? new Date();
        return once(tx, asked, () => store(tx, service, caller, stated, now));
      });
    } catch (error) {
      // Somebody recorded some of the same vintages in the same moment: now his are seen.
      if (attempt === 5 || !isSameMoment(error)) throw error;
    }
  }
}

function readBatch({ service, caller, items }: Batch): StatedObservation[] {
  const faults: Fault[] = [];
  const stated: StatedObservation[] = [];
  items.forEach((sent, index) => {
    const read = readObservation(service, caller, sent, `/items/${index}`);
    if (read.observation) stated.push(read.observation);
    faults.push(...read.faults);
  });
  if (faults.length > 0) throw refusal(faults);
  return stated;
}

/** One code for all faults names the problem; several are `observation.refused`. */
function refusal(faults: Fault[]): Problem {
  const [first] = faults;
  const one = first && faults.every(({ code }) => code === first.code) && first.code in problems;
  const code = one ? (first.code as ProblemCode) : 'observation.refused';
  return new Problem(code, one ? first.params : {}, faults.slice(0, 100));
}

interface Row extends StatedObservation {
  n: number;
  id: string;
  vintage: string;
  content: string;
}

async function store(
  tx: EntityManager,
  service: Service,
  caller: Caller,
  stated: StatedObservation[],
  now: Date,
): Promise<RecordedIds> {
  const rows = distinct(stated);
  const found: { vintage: string; id: string; is_new: boolean }[] = await tx.query(insertSql, [
    JSON.stringify([...rows.values()]),
    now,
    caller.subject,
  ]);
  const byVintage = new Map(found.map(({ vintage, id, is_new }) => [vintage, { id, isNew: is_new }]));
  const added = [...rows.values()].filter(({ vintage }) => byVintage.get(vintage)?.isNew);
  await tellRecorded(tx, service, caller, added, now);
  return { items: stated.map((one) => byVintage.get(vintageOf(one)) ?? missing()) };
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

const insertSql = `
  with incoming as (
    select * from json_to_recordset($1::json) as r(
      n int, id uuid, vintage uuid, content uuid, indicator text, territory text, period text, dimensions jsonb,
      measure text, status text, value numeric, decimals smallint, unit text, "unitPrinted" text, comparator text,
      source text, "asOf" date, "periodBasis" text, basis text, document text, "row" int, stated jsonb,
      "window" jsonb, state text)
  ), latest as (
    select i.vintage, o.id, o.revision, o.content
      from incoming i
      cross join lateral (select id, revision, content from observation
                           where vintage = i.vintage order by revision desc limit 1) o
  ), added as (
    insert into observation (id, vintage, revision, content, indicator, territory, period, dimensions, measure, status,
        value, decimals, unit, unit_printed, comparator, source, as_of, period_basis, basis, document, document_row,
        stated, data_window, state, recorded_at, recorded_by)
    select i.id, i.vintage, coalesce(l.revision, 0) + 1, i.content, i.indicator, i.territory, i.period, i.dimensions,
        i.measure, i.status, i.value, i.decimals, i.unit, i."unitPrinted", i.comparator, i.source, i."asOf",
        i."periodBasis", i.basis, i.document, i."row", i.stated, i."window", i.state, $2, $3
      from incoming i left join latest l using (vintage)
     where l.content is distinct from i.content
     order by i.n
    returning vintage, id
  )
  select i.vintage, coalesce(a.id, l.id) as id, a.id is not null as is_new
    from incoming i left join latest l using (vintage) left join added a using (vintage)`;

async function tellRecorded(
  tx: EntityManager,
  service: Service,
  caller: Caller,
  added: Row[],
  now: Date,
): Promise<void> {
  const told: { aggregate: string; actor: string; payload: string }[] = [];
  const open = new Map<string, { items: string[]; size: number }>();
  const close = (territory: string, items: string[]): void => {
    const payload = `{"territory":${JSON.stringify(territory)},"items":[${items.join(',')}]}`;
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
