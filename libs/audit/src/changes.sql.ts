import {
  approvalEvents,
  observationsRecorded,
  Problem,
  type ListChanges,
  type Service,
} from '@doit/contracts';
import { carriedName } from '@doit/events';
import { observationJson } from '@doit/observations';

/** A change as the statement answers it: records are JSON text. */
export interface ChangeRow {
  position: string;
  /** Which of the changes that its event tells, from 1. */
  nth: number;
  occurredAt: string;
  actor: string;
  what: string;
  record: string;
  territory: string | null;
  before: string | null;
  after: string;
  hash: string;
}

export const defaultLimit = 100;

/**
 * What an event carries: a thing under its own noun (`cluster` of `cluster:<id>`), or the payload is the thing; a word under
 * that noun (the `register` of `register:<noun>:<territory>`) is none.
 */
const carried = (event: string): string => {
  const thing = `${event}.payload -> ${carriedName(`${event}.aggregate`)}`;
  return `case when json_typeof(${thing}) = 'object' then ${thing} else ${event}.payload end`;
};

/**
 * SQL and values for a page of changes, one more than the limit. Events are the source: of what was recorded, submitted,
 * approved or returned by the dozen each item is a change. What an observation replaced is the last that its source had said
 * of the cell, the same vintage first; before a step stands the step before it; of anything else what its event before carried.
 * @param mine the territories that the caller may see; `*` for all
 * @throws Problem list.unreadable-cursor
 */
export function listChanges(
  service: Service,
  asked: ListChanges,
  mine: readonly string[],
): { text: string; values: unknown[] } {
  const { territory, record, actor, what, from, to, after, limit = defaultLimit } = asked;
  const { observationsSubmitted, observationsApproved, observationsReturned } = approvalEvents(service);
  const steps = {
    submitted: observationsSubmitted,
    approved: observationsApproved,
    returned: observationsReturned,
  };
  const states = Object.fromEntries(Object.entries(steps).map(([state, { type }]) => [type, state]));
  const values: unknown[] = [limit, observationsRecorded(service).type, JSON.stringify(states)];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const place = 'event_territory(e.aggregate, e.payload)';
  const asks = ['e.hash is not null'];
  if (!mine.includes('*')) asks.push(`${place} = any(${value(mine)}::text[])`);
  if (territory) asks.push(`${place} = any(${value(territory)}::text[])`);
  if (actor) asks.push(`e.actor = any(${value(actor)}::text[])`);
  if (what) asks.push(`e.type = any(${value(what)}::text[])`);
  if (from) asks.push(`e.occurred_at >= ${value(from)}::timestamptz`);
  if (to) asks.push(`e.occurred_at < ${value(to)}::timestamptz`);
  const observation = record === undefined ? undefined : observationOf(record);
  const same = observation && `(${sameCell(value(observation))})`;
  if (same) {
    asks.push(
      `e.aggregate = (select 'observations:' || territory from observation where id = ${value(observation)}::uuid)`,
    );
    asks.push(`exists (select from ${same} same where strpos(e.payload::text, same.id) > 0)`);
  } else if (record !== undefined) asks.push(`e.aggregate = ${value(record)}`);
  const those = ['true'];
  if (same) those.push(`item ->> 'id' in (select id from ${same} same)`);
  if (after !== undefined) {
    const [position, nth] = readCursor(after).map((one) => `${value(one)}::bigint`);
    asks.push(`e.position <= ${position}`);
    those.push(`(told.position, nth) < (${position}, ${nth})`);
  }
  const text = `
    with told as (
      select e.*, ${place} as territory from event e
      where ${asks.join(' and ')} order by e.position desc limit $1::int + 2
    ), change as (
      select told.*, nth, coalesce('observation:' || (item ->> 'id'), told.aggregate) as record,
        case when $3::jsonb ? told.type then ${step(`item ->> 'id'`, '$3::jsonb ->> told.type', `told.payload ->> 'at'`, `told.payload ->> 'reason'`, `item ->> 'seal'`)}
          else coalesce(item, ${carried('told')}) end as after
      from told
      left join lateral json_array_elements(case when told.type = $2 or $3::jsonb ? told.type then told.payload -> 'items' end)
        with ordinality as items(item, n) on true
      cross join lateral (select coalesce(n, 1)::int as nth) numbered
      where ${those.join(' and ')}
      order by told.position desc, nth desc limit $1::int + 1
    )
    select change.position, change.nth, change.actor, change.type as what, change.record, change.territory,
      to_char(change.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
      case when change.type = $2 then (
        select ${observationJson()}::text
        from observation mine join observation o using (territory, indicator, period, measure, source)
        where mine.id = (change.after ->> 'id')::uuid and o.dimensions = mine.dimensions and o.seq < mine.seq
        order by o.vintage = mine.vintage desc, o.seq desc limit 1
      ) when $3::jsonb ? change.type then (
        select ${step(`change.after ->> 'id'`, `coalesce(s.state, 'draft')`, instant('s.taken_at'), 's.reason', 's.seal')}::text
        from (select) recorded left join lateral (
          select * from observation_step s
          where s.observation = (change.after ->> 'id')::uuid and s.taken_at < (change.after ->> 'at')::timestamptz
          order by s.nth desc limit 1) s on true
      ) when change.aggregate not like 'observations:%' then (
        select ${carried('b')}::text from event b
        where b.aggregate = change.aggregate and b.seq < change.seq order by b.seq desc limit 1
      ) end as before,
      change.after::text as after, encode(change.hash, 'hex') as hash
    from change order by change.position desc, change.nth desc`;
  return { text, values };
}

/** An instant as it is told. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A step of an observation as a record: which state it entered, when, why, and with which seal. */
const step = (...[id, state, at, reason, seal]: string[]): string =>
  `json_build_object('id', ${id}, 'state', ${state}, 'at', ${at}, 'reason', ${reason}, 'seal', ${seal})`;

/** All that one source said of one cell, whatever the status and the day. */
const sameCell = (id: string): string => `
  select x.id::text as id from observation o join observation x using (territory, indicator, period, measure, source)
  where o.id = ${id}::uuid and x.dimensions = o.dimensions`;

function observationOf(record: string): string | undefined {
  return /^observation:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(record)?.[1];
}

function readCursor(after: string): [string, string] {
  const [, position, nth] = /^(\d{1,18})-(\d{1,6})$/.exec(after) ?? [];
  if (position === undefined || nth === undefined) throw new Problem('list.unreadable-cursor');
  return [position, nth];
}
