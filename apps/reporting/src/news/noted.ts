import {
  approvalEvents,
  checksChanged,
  flowEvents,
  newsKept,
  observationsRecorded,
  registersOf,
  type Service,
} from '@doit/contracts';
import type { Apply } from '@doit/events';

/** How an event of a type says its keys, as which type it is news, and for whom. */
interface Heard {
  readonly says: 'recorded' | 'stepped' | 'entered' | 'traded' | 'checked';
  readonly type: string;
  readonly readers: string;
  /** Where the payload carries an entry; null: the payload is the entry. */
  readonly part: string | null;
}

/**
 * Notes what a service told as news, within the transaction that learns it: after the projection, whose figures say what
 * a step was taken by. Of very much at once only the territories are noted.
 */
export function noteNewsOf(teller: Service): Apply {
  const known = heardOf(teller);
  return async (tx, events) => {
    const heard = events.flatMap(({ type, payload }) => {
      const found = known.get(type);
      return found ? [{ ...found, payload }] : [];
    });
    if (heard.length === 0) return;
    await tx.query(holdNews);
    const { rowCount } = await tx.query(insertNews, [
      teller,
      heard.map(({ says }) => says),
      heard.map(({ type }) => type),
      heard.map(({ readers }) => readers),
      heard.map(({ part }) => part),
      heard.map(({ payload }) => payload),
    ]);
    if (rowCount) await tx.query(forgetNews);
  };
}

function heardOf(teller: Service): Map<string, Heard> {
  const { observationsSubmitted, observationsApproved, observationsReturned } = approvalEvents(teller);
  const { flowsRolledUp } = flowEvents;
  const heard = (
    type: string,
    says: Heard['says'],
    as: string,
    readers = 'everybody',
    part: string | null = null,
  ): [string, Heard] => [type, { says, type: as, readers, part }];
  return new Map([
    // As whose news depends on the state of each.
    heard(observationsRecorded(teller).type, 'recorded', 'figures', teller),
    heard(observationsSubmitted.type, 'stepped', 'figures.submitted', teller),
    heard(observationsReturned.type, 'stepped', 'figures.returned', teller),
    heard(observationsApproved.type, 'stepped', 'figures.approved'),
    ...registersOf[teller].flatMap(({ noun, part, reads, created, changed }) => {
      const readers = reads === 'public' ? 'everybody' : teller;
      const as = `registers.${noun}.changed`;
      return [heard(created.type, 'entered', as, readers), heard(changed.type, 'entered', as, readers, part)];
    }),
    ...(flowsRolledUp.service === teller ? [heard(flowsRolledUp.type, 'traded', 'flows.changed')] : []),
    ...(teller === 'reporting' ? [heard(checksChanged.type, 'checked', 'checks.changed')] : []),
  ]);
}

/** Keys of one batch; of more than these the territories alone are noted. */
const manyKeys = 500;

/**
 * Until the end of the transaction nobody else notes: positions are committed in the order in which they are given, so
 * that no reader passes one by.
 */
export const holdNews = {
  name: 'news-hold',
  text: `select pg_advisory_xact_lock(hashtextextended('reporting news', 0))`,
};

const insertNews = {
  name: 'news-insert',
  text: `
  with heard as (
    select * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::json[])
      as e(says, type, readers, part, payload)
  ), keys as materialized (
    select 'figures.' || i.state as type, i.territory, i.indicator, i.period,
           case i.state when 'approved' then 'everybody' else e.readers end as readers
      from heard e
     cross join lateral json_to_recordset(e.payload -> 'items')
        as i(indicator text, territory text, period text, state text)
     where e.says = 'recorded' and i.state in ('approved', 'submitted')
    union
    select e.type, f.territory, f.indicator, f.period, e.readers
      from heard e
     cross join lateral json_to_recordset(e.payload -> 'items') as i(id uuid)
      join figure f on f.id = i.id and f.teller = $1
     where e.says = 'stepped'
    union
    select e.type, coalesce(e.payload -> e.part, e.payload) ->> 'territory', null, null, e.readers
      from heard e where e.says = 'entered'
    union
    select e.type, e.payload ->> 'territory', upper(c.flow), c.month, e.readers
      from heard e cross join lateral json_to_recordset(e.payload -> 'cells') as c(flow text, month text)
     where e.says = 'traded'
    union
    select e.type, e.payload ->> 'territory', null, e.payload ->> 'period', e.readers
      from heard e where e.says = 'checked'
  ), few as (select count(*) <= ${manyKeys} as are_few from keys)
  insert into news (type, territory, indicator, period, readers)
  select type, territory, indicator, period, readers from keys, few where are_few
   union all
  select distinct type, territory, null, null, readers from keys, few where not are_few`,
};

// The newest stays, however old: by it one knows where one is. A few at a time, the oldest first.
const forgetNews = {
  name: 'news-forget',
  text: `
  delete from news
   where position <= (select max(position) - ${newsKept} from news)
      or (position < (select max(position) from news) and noted_at < now() - interval '12 hours'
          and position < (select min(position) + 1000 from news))`,
};
