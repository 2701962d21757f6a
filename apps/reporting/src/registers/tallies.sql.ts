import { decimal, tallyValue } from '@doit/reference';
import { folded, todayInVietNam } from '@doit/registers';
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
  most: string | null;
  completeOn: string | null;
}

/** What registers come to, in the order asked. */
export async function readTallies(source: DataSource, asked: readonly TallyAsked[]): Promise<Tallied[]> {
  if (asked.length === 0) return [];
  const questions = asked.map(({ tally, territories, day, period, days }, at) => {
    const {
      register,
      states,
      until,
      perhaps,
      sum,
      since,
      latest,
      ends,
      years,
      only,
      distinct,
      isUnsure,
      isOpenEnded,
    } = tally;
    const fields = {
      field: sum?.field,
      over: sum?.over,
      since,
      latest,
      ends,
      years,
      distinct,
      unsure: isUnsure,
      open: isOpenEnded,
    };
    const of = { only_field: only?.field, only_values: only?.values };
    const own = { period_field: tally.period?.field, period_value: period?.toString() };
    const [first_day, last_day] = days ?? [];
    const entries = { register, states, until, perhaps, territories, ...of, ...own };
    return { at, ...entries, ...fields, first_day, last_day, day: tally.period ? null : day };
  });
  const today = todayInVietNam();
  const found = await query<Found>(source, tallied, [JSON.stringify(questions)]);
  return found.map(({ at, counted, lacking, undated, completeOn, ...sums }) => {
    const of = asked[at];
    if (!of) throw new Error('a tally that nobody asked for');
    const { sum } = of.tally;
    return {
      ...of,
      ...{
        counted,
        lacking,
        undated,
        completeOn,
        isOver: of.day === null || of.day < today || (!of.tally.period && of.day === today),
      },
      value: tallyValue(of.tally, sums.added, sums.divisor),
      sure: tallyValue(of.tally, sums.sure, sums.sureDivisor),
      // A quotient has no most: more of either part may make it less.
      possible: sums.most === null || sum?.over ? null : decimal(sums.most).div(sum?.per ?? 1),
    };
  });
}

// An entry in a state since a day was in it on every later one; since when it counts says more, where it is known. One that
// ceased to count was there until then, if it is known to have begun; else, or where it may have been suspended meanwhile,
// nobody can say; nor of what ends on a day that is not known. Who has one name in two units that were merged may be one or
// two. A unit is complete by its own word, or by that of all whose land it holds while nothing was entered for itself.
const tallied = {
  name: 'registers-tally',
  text: `
  select q.at, t.*, (select least(
           (select d.complete_on from register_declaration d
             where d.register = q.register and d.territory = q.territories[1]),
           (select case when count(d.complete_on) = cardinality(q.territories) - 1 then max(d.complete_on) end
              from register_declaration d
             where d.register = q.register and d.territory = any(q.territories[2:])
               and not exists (select from registered r
                     where r.register = q.register and r.territory = q.territories[1]))))::text as "completeOn"
    from json_to_recordset($1) as q(at int, register text, states text[], until text[], perhaps text[], field text,
      "over" text, since text, latest text, ends text, years text, "distinct" text[], only_field text, only_values text[],
      period_field text, period_value text, unsure boolean, open boolean, first_day date, last_day date, territories text[], day date)
   cross join lateral (select coalesce(q.day, (now() at time zone 'UTC' + interval '7 hours')::date) as on_day) as asked
   cross join lateral (
    select (count(*) filter (where is_held))::int as counted,
           (count(*) filter (where is_held and not is_known))::int as lacking,
           (count(*) filter (where not is_sure))::int as undated,
           (case when q."distinct" is null then sum(added) filter (where is_held and is_known)
                 else count(distinct who) filter (where is_held) end)::text as added,
           (sum(divisor) filter (where is_held and is_known))::text as divisor,
           (case when q."distinct" is null then sum(added) filter (where is_sure and is_known)
                 else count(distinct name) filter (where is_sure) end)::text as sure,
           (sum(divisor) filter (where is_sure and is_known))::text as "sureDivisor",
           (case when q."distinct" is not null then count(distinct who)
                 when coalesce(bool_and(is_known), true) then coalesce(sum(added), 0) end)::text as most
      from (
        select e.*, e.added is not null and (q."over" is null or e.divisor is not null) as is_known,
               has_end and (e.counts or (e.counted_until and e.state_on is not null
                            and coalesce(least(e.since, e.latest) <= q.day, false))) as is_held,
               has_end and e.counts and not q.unsure and (q.day is null or coalesce(least(e.since, e.latest, e.state_on) <= q.day, false)) as is_sure
          from (
            select case when q.field is null then 1 else (r.body ->> q.field)::numeric end as added,
                   (r.body ->> q."over")::numeric as divisor, (r.body ->> q.since)::date as since,
                   (r.body ->> q.latest)::date as latest, (r.body ->> 'stateOn')::date as state_on,
                   (r.body ->> q.ends)::date as ends, q.open or q.ends is null or (r.body ->> q.ends) is not null as has_end,
                   named.name, (r.territory || named.name) collate "C" as who,
                   r.state = any(q.states) as counts, r.state = any(q.until) as counted_until
              from registered r
             cross join lateral (
               select string_agg(chr(10) || ${folded('(r.body ->> field)')}, '' order by nth) collate "C" as name
                 from unnest(q."distinct") with ordinality as one(field, nth)) as named
             where r.register = q.register and r.territory = any(q.territories)
               and (q.only_field is null or (r.body ->> q.only_field) = any(q.only_values))
               and (q.years is null or r.body -> q.years @> to_jsonb(extract(year from asked.on_day)::int))
               and (q.period_field is null or r.body ->> q.period_field = q.period_value
                    or (r.body ->> case when q.first_day is not null then q.period_field end)::date
                         between q.first_day and q.last_day)
               and r.state = any(q.states || case when q.day is null then '{}' else q.until || q.perhaps end)) e
         where coalesce(e.ends >= asked.on_day, true) and (q.day is null
            or coalesce(e.since <= q.day, true) and (e.counts or coalesce(e.state_on > q.day, true)))) e) t
   order by q.at`,
};
