import {
  approvalEvents,
  type Caller,
  type Fault,
  type ListSteps,
  type ObservationsStepped,
  Problem,
  type Service,
  type StepPage,
  type StepsTaken,
} from '@doit/contracts';
import { tellMany } from '@doit/events';
import { writeFor } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';
import { holdPeriodsOpen } from './periods';
import { readsDrafts } from './list';
import { refusal } from './refusal';
import { sealOf } from './seal';
import { approvesOwn } from './settings';
import { refusalOf, stepKinds, type Standing } from './steps-rules';

interface Batch {
  service: Service;
  caller: Caller;
  step: keyof typeof stepKinds;
  ids: readonly string[];
  reason?: string | undefined;
}

/**
 * Submits, approves or returns a batch and tells it: all of it, or nothing. What is in that state already stays as it is,
 * and who brought it there stays who did.
 * @throws Problem naming every wrong one by pointer
 */
export async function takeStep(source: DataSource, batch: Batch): Promise<StepsTaken> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeFor(source, batch.caller, (tx) => stepWithin(tx, batch));
    } catch (error) {
      // Two batches of the same rows waited for each other: PostgreSQL ended one.
      if (attempt === 5 || (error as { driverError?: { code?: string } }).driverError?.code !== '40P01')
        throw error;
    }
  }
}

async function stepWithin(
  tx: EntityManager,
  { service, caller, step, ids, reason }: Batch,
): Promise<StepsTaken> {
  const kind = stepKinds[step];
  const sent = ids.map((id) => id.toLowerCase());
  const rows: { territory: string }[] = await tx.query(
    'select distinct territory from observation where id = any($1)',
    [sent],
  );
  const territories = rows.map(({ territory }) => territory);
  const closed = await holdPeriodsOpen(tx, service, territories);
  const own = await approvesOwn(tx, service, caller, territories);
  // Held first, looked at then: who waited sees what the other has done.
  await tx.query('select from observation where id = any($1) order by id for no key update', [sent]);
  const standing: Standing[] = await tx.query(standingSql, [sent]);
  const known = new Map(standing.map((one) => [one.id, one]));
  const faults = sent.flatMap((id, n): Fault[] => {
    const fault = refusalOf(kind, service, caller, known.get(id), { closed, own }, `/ids/${n}`);
    return fault ? [fault] : [];
  });
  if (faults.length > 0) throw refusal(faults);
  const changing = new Set(standing.filter(({ state }) => state !== kind.verb).map(({ id }) => id));
  const at = new Date();
  const told: Told[] = await tx.query(stepSql, [
    [...changing],
    kind.verb,
    reason ?? null,
    at,
    caller.subject,
  ]);
  await tellSteps(tx, { service, caller, step, at, reason: reason ?? null, told });
  return { items: sent.map((id) => ({ id, state: kind.verb, isChanged: changing.has(id) })) };
}

const standingSql = `
  select o.id, o.territory, o.period, o.state, o.recorded_by as "recordedBy",
         (select later.id from observation later where later.vintage = o.vintage and later.revision > o.revision
           order by later.revision desc limit 1) as "correctedBy",
         o.state = 'approved' and not exists (
           select from observation_step s where s.observation = o.id and s.seal = ${sealOf('o')}) as "isAltered"
    from observation o
   where o.id = any($1)`;

interface Told {
  id: string;
  territory: string;
  seal: string | null;
}

const stepSql = `
  with stepped as (
    update observation o set state = $2 where o.id = any($1) returning o.*
  ), kept as (
    insert into observation_step (observation, nth, territory, state, reason, seal, taken_at, taken_by)
    select o.id, coalesce((select max(s.nth) from observation_step s where s.observation = o.id), 0) + 1, o.territory,
           $2, $3, case when $2 = 'approved' then ${sealOf('o')} end, $4, $5
      from stepped o order by o.seq
    returning observation, territory, seal
  )
  select observation as id, territory, seal from kept order by territory, observation`;

async function tellSteps(
  tx: EntityManager,
  {
    service,
    caller,
    step,
    at,
    reason,
    told,
  }: Required<Pick<Batch, 'service' | 'caller' | 'step'>> & { at: Date; reason: string | null; told: Told[] },
): Promise<void> {
  const byTerritory = new Map<string, ObservationsStepped>();
  for (const { territory, id, seal } of told) {
    const one = byTerritory.get(territory) ?? { territory, at: at.toISOString(), reason, items: [] };
    one.items.push({ id, seal });
    byTerritory.set(territory, one);
  }
  const events = approvalEvents(service);
  const event = {
    submit: events.observationsSubmitted,
    approve: events.observationsApproved,
    return: events.observationsReturned,
  }[step];
  await tellMany(
    tx,
    event,
    [...byTerritory].map(([territory, payload]) => ({
      aggregate: `observations:${territory}`,
      actor: caller.subject,
      payload,
    })),
  );
}

/**
 * Who brought what into which state, newest first, in the territories whose unpublished figures the caller may
 * read; drafts and what was returned, and why, only where he may write or approve.
 */
export async function listSteps(
  source: DataSource,
  service: Service,
  caller: Caller,
  { observation, territory, state, by, limit = 100, after }: ListSteps,
): Promise<StepPage> {
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw new Problem('list.unreadable-cursor');
  const rows: (StepPage['items'][number] & { seq: string })[] = await source.query(
    `select observation, territory, state, to_char(taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            taken_by as by, reason, seal, seq
       from observation_step
      where ('*' = any($1::text[]) or territory = any($1))
        and (state in ('submitted', 'approved') or '*' = any($8::text[]) or territory = any($8))
        and ($2::uuid[] is null or observation = any($2))
        and ($3::text[] is null or territory = any($3))
        and ($4::text[] is null or state = any($4))
        and ($5::text is null or taken_by = $5)
        and ($6::bigint is null or seq < $6)
      order by seq desc limit $7::int + 1`,
    [
      caller.readsUnpublished(service),
      observation ?? null,
      territory ?? null,
      state ?? null,
      by ?? null,
      after ?? null,
      limit,
      readsDrafts(service, caller),
    ],
  );
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ seq: _seq, ...step }) => step),
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  };
}
