import {
  approvalEvents,
  observationsRecorded,
  type AlteredObservations,
  type Service,
} from '@doit/contracts';
import { unhurried } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import { sealOf } from './seal';
import { observationJson } from './table';

/**
 * Finds observations that are not what was approved or told, removed and added ones included:
 * `seal` – the row of an approved one does not have the seal of its approval;
 * `state` – the row's state is not that of its last step;
 * `told` – the row, or one of its steps, is not what the events tell of it (who recomputes a seal too is found here; the
 * events themselves are guarded by the audit chain).
 * Reads every event of observations: a job for the night, or for an auditor.
 */
export async function alteredObservations(
  source: DataSource,
  service: Service,
  territories?: readonly string[],
): Promise<AlteredObservations> {
  const { observationsSubmitted, observationsApproved, observationsReturned } = approvalEvents(service);
  const stepped = {
    submitted: observationsSubmitted,
    approved: observationsApproved,
    returned: observationsReturned,
  };
  const [found] = await unhurried<AlteredObservations>(source, alteredSql(territories !== undefined), [
    territories ?? [],
    observationsRecorded(service).type,
    JSON.stringify(Object.fromEntries(Object.entries(stepped).map(([state, { type }]) => [type, state]))),
  ]);
  return found ?? { checked: 0, altered: 0, items: [] };
}

// Instants are told to the millisecond, as they are kept.
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** A figure's JSON as it is compared: its state is what the steps say, a value and an instant may be written in several ways. */
const compared = (item: string): string => `(${item} - 'state' || jsonb_build_object(
  'value', (${item} ->> 'value')::numeric, 'recordedAt', ${instant(`(${item} ->> 'recordedAt')::timestamptz`)}))`;

// Of a territory all observations are told under one aggregate.
const ofTerritories = `e.aggregate in (select 'observations:' || unnest($1::text[]))`;

/** @param some only of the territories $1 */
const alteredSql = (some: boolean): string => `
  with recorded as (
    select (i.item ->> 'id')::uuid as id, i.item ->> 'territory' as territory, i.item ->> 'state' as state, e.payload ->> 'reason' as reason,
           ${compared('i.item')} as item
      from event e cross join lateral jsonb_array_elements(e.payload::jsonb -> 'items') as i(item)
     where e.type = $2 and ${some ? ofTerritories : 'true'}
  ), told as (
    select (i.item ->> 'id')::uuid as id, e.payload ->> 'territory' as territory, $3::jsonb ->> e.type as state,
           e.payload ->> 'reason' as reason, i.item ->> 'seal' as seal, false as is_first, (e.payload ->> 'at')::timestamptz as at, e.actor
      from event e cross join lateral jsonb_array_elements(e.payload::jsonb -> 'items') as i(item)
     where $3::jsonb ? e.type and ${some ? ofTerritories : 'true'}
    union all
    -- The first step of what was recorded as submitted or approved, or corrects with a reason, is told by its recording.
    select r.id, r.territory, r.state, f.reason, null, true, (r.item ->> 'recordedAt')::timestamptz, r.item ->> 'recordedBy'
      from recorded r join observation o using (id)
      cross join lateral (select case when o.revision > 1 then r.reason end as reason) f
     where r.state <> 'draft' or f.reason is not null
  ), steps as (
    select observation as id, array_agg(state order by nth) as states,
           array_agg(seal order by nth) filter (where state = 'approved') as seals
      from observation_step group by observation
  ), rows as (
    select o.id, o.territory, o.state, ${sealOf('o')} as seal, ${compared('j.item')} as item
      from observation o cross join lateral (select (${observationJson()})::jsonb as item) j
     where ${some ? 'o.territory = any($1)' : 'true'}
  ), step_faults as (
    select coalesce(s.observation, t.id) as id
      from (select * from observation_step s where ${some ? 's.territory = any($1)' : 'true'}) s
      full join told t on t.id = s.observation and t.state = s.state and t.at = s.taken_at and t.actor = s.taken_by
           and t.territory = s.territory and (s.nth = 1 or not t.is_first)
           and t.reason is not distinct from s.reason and (t.is_first or t.seal is not distinct from s.seal)
     where s.observation is null or t.id is null
  ), judged as (
    select coalesce(o.id, r.id) as id, coalesce(o.territory, r.territory) as territory,
           o.state = 'approved' and o.seal is distinct from s.seals[1] as seal,
           o.state is distinct from coalesce(s.states[cardinality(s.states)], 'draft') as state,
           o.item is distinct from r.item or exists (select from step_faults f where f.id = coalesce(o.id, r.id)) as told
      from rows o full join recorded r on r.id = o.id left join steps s on s.id = o.id
  ), faulty as (
    select id, territory, array_remove(array[case when seal then 'seal' end, case when state then 'state' end,
             case when told then 'told' end], null) as differs
      from judged where seal or state or told
  )
  select (select count(*)::int from judged where $1::text[] is not null) as checked, (select count(*)::int from faulty) as altered,
         coalesce((select json_agg(f) from (select * from faulty order by territory, id limit 500) f), '[]') as items`;
