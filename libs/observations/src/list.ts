import {
  Problem,
  type Caller,
  type ListObservations,
  type ObservationPage,
  type Service,
} from '@doit/contracts';
import { parsePeriod } from '@doit/reference';
import { json, type Json } from '@doit/rpc';
import { observationJson } from './table';

/** SQL and its values for one page of observations, newest vintage first, of those the caller may read. */
export function listObservations(service: Service, caller: Caller, asked: ListObservations) {
  const { limit = 100 } = asked;
  const cursor = asked.after === undefined ? null : readCursor(asked.after);
  const periods = asked.period?.map((text) => parsePeriod(text)?.key ?? unreadable(text));
  const values = [
    asked.indicator ?? null,
    asked.territory ?? null,
    periods ?? null,
    asked.measure ?? null,
    asked.state ?? null,
    caller.readsUnpublished(service),
    readsDrafts(service, caller),
    cursor?.asOf ?? null,
    cursor?.seq ?? null,
    limit,
  ];
  return { name: 'observations-list', text: listSql, values };
}

/** The territories whose drafts the caller may read: those in which he may write or approve. */
export function readsDrafts(service: Service, caller: Caller): readonly string[] {
  return caller.may(`${service}:write`) || caller.may(`${service}:approve`) ? caller.territories : [];
}

/** The page, from the rows that the statement gave. */
export function pageOfObservations(rows: { page: string }[]): Json<ObservationPage> {
  return json<ObservationPage>(rows[0]?.page ?? '{"items":[],"next":null}');
}

// Who recorded a figure is a person's account: shown to those who may read the territory's unpublished figures.
const whoRecorded = `case when '*' = any($6::text[]) or o.territory = any($6) then o.recorded_by end`;

// Approved figures are everybody's; submitted ones of whom may read the territory's; drafts of whom may write or approve there.
const listSql = `
  with found as (
    select o.*, coalesce(o.as_of, '-infinity'::date) as vintage_day
      from observation o
     where ($1::text[] is null or o.indicator = any($1))
       and ($2::text[] is null or o.territory = any($2))
       and ($3::text[] is null or o.period = any($3))
       and ($4::text[] is null or o.measure = any($4))
       and ($5::text[] is null or o.state = any($5))
       and (o.state = 'approved'
            or (o.state = 'submitted' and ('*' = any($6::text[]) or o.territory = any($6)))
            or ('*' = any($7::text[]) or o.territory = any($7)))
       and ($9::bigint is null or (coalesce(o.as_of, '-infinity'::date), o.seq) < ($8::date, $9::bigint))
     order by coalesce(o.as_of, '-infinity'::date) desc, o.seq desc
     limit $10::int + 1
  ), page as (select * from found order by vintage_day desc, seq desc limit $10)
  select json_build_object(
    'items', coalesce((select json_agg(${observationJson(whoRecorded)} order by o.vintage_day desc, o.seq desc) from page o), '[]'),
    'next', case when (select count(*) from found) > $10::int
                 then (select vintage_day || '~' || seq from page order by vintage_day, seq limit 1) end
  )::text as page`;

function readCursor(after: string): { asOf: string; seq: string } {
  const [, asOf, seq] = /^(-infinity|\d{4}-\d{2}-\d{2})~(\d{1,18})$/.exec(after) ?? [];
  if (asOf === undefined || seq === undefined || !isDay(asOf)) throw new Problem('list.unreadable-cursor');
  return { asOf, seq };
}

/** Whether PostgreSQL will read it: a day that the calendar has, or the one before all days. */
function isDay(text: string): boolean {
  if (text === '-infinity') return true;
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= '0001';
}

function unreadable(period: string): never {
  throw new Problem('period.unreadable', { period });
}
