import { tallyValue } from '@doit/reference';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Tallied, TallyAsked } from './tallied';

interface Found {
  at: number;
  counted: number;
  lacking: number;
  undated: number;
  added: string | null;
  divisor: string | null;
  sure: string | null;
  sureDivisor: string | null;
}

/** What registers come to, in the order asked. */
export async function readTallies(source: DataSource, asked: readonly TallyAsked[]): Promise<Tallied[]> {
  if (asked.length === 0) return [];
  const questions = asked.map(({ tally, territories, day }, at) => {
    const { register, states, sum, since, latest } = tally;
    return { at, register, states, field: sum?.field, over: sum?.over, since, latest, territories, day };
  });
  const found = await query<Found>(source, tallied, [JSON.stringify(questions)]);
  return found.map(({ at, counted, lacking, undated, added, divisor, sure, sureDivisor }) => {
    const of = asked[at];
    if (!of) throw new Error('a tally that nobody asked for');
    return {
      ...of,
      ...{ counted, lacking, undated },
      value: tallyValue(of.tally, added, divisor),
      sure: tallyValue(of.tally, sure, sureDivisor),
    };
  });
}

// An entry in a state since a day was in it on every later one; since when it counts says more, where it is known.
const tallied = {
  name: 'registers-tally',
  text: `
  select q.at, t.*
    from json_to_recordset($1) as q(at int, register text, states text[], field text, "over" text, since text,
      latest text, territories text[], day date)
   cross join lateral (
    select count(*)::int as counted, count(*) filter (where not is_known)::int as lacking,
           count(*) filter (where not is_sure)::int as undated,
           (sum(added) filter (where is_known))::text as added,
           (sum(divisor) filter (where is_known))::text as divisor,
           (sum(added) filter (where is_known and is_sure))::text as sure,
           (sum(divisor) filter (where is_known and is_sure))::text as "sureDivisor"
      from (
        select e.*, e.added is not null and (q."over" is null or e.divisor is not null) as is_known,
               q.day is null or coalesce(least(e.since, e.latest, e.state_on) <= q.day, false) as is_sure
          from (
            select case when q.field is null then 1 else (r.body ->> q.field)::numeric end as added,
                   (r.body ->> q."over")::numeric as divisor, (r.body ->> q.since)::date as since,
                   (r.body ->> q.latest)::date as latest, (r.body ->> 'stateOn')::date as state_on
              from registered r
             where r.register = q.register and r.territory = any(q.territories) and r.state = any(q.states)) e
         where q.day is null or coalesce(e.since <= q.day, true)) e) t
   order by q.at`,
};
