import type { Statement } from '@doit/runtime';
import { percentOf, quoted, messages, shown } from './words.sql';

/*
 * Parameters: $1–$4 pieces of land (place of the territory in the answer, unit, first and last month), $5 source, $6 January
 * of the year before the first month, $7 first and $8 last month, $9 territories in order.
 *
 * Texts are joined instead of built by json functions: what goes in is digits, codes of ours and ids of territories, and a
 * table of a year and all provinces is twelve thousand numbers.
 */

const text = (value: string): string => `coalesce('"' || (${value}) || '"', 'null')`;

/** Why a flow has no value. */
const lacks = (x: string): string =>
  `case when ${x} is null then case when ${x}_found > 0 then 'incomplete-members' else 'no-figure' end end`;

const growth = (now: string, before: string): string => percentOf(`${now} - ${before}`, before);
const growthIfAny = (now: string, before: string): string =>
  `case when ${before} > 0 then ${growth(now, before)} end`;

/** The numbers of a measure: mostly all of them, else with what is refused. */
const numbers = (x: string, why: string): string => `
  case when ${x} is not null and ${x}_sum is not null and ${x}_before > 0 and ${x}_sum_before > 0
    then format('"value":"%s","yearToDate":"%s","yoyPct":"%s","yearToDateYoyPct":"%s"', ${shown(x)}, ${shown(`${x}_sum`)},
                ${growth(x, `${x}_before`)}, ${growth(`${x}_sum`, `${x}_sum_before`)})
    else format('"value":%s,"yearToDate":%s,"yoyPct":%s,"yearToDateYoyPct":%s,"refusals":%s',
       ${text(shown(x))}, ${text(shown(`${x}_sum`))}, ${text(growthIfAny(x, `${x}_before`))},
       ${text(growthIfAny(`${x}_sum`, `${x}_sum_before`))}, json_strip_nulls(json_build_object(
         'value', ${why},
         'yearToDate', case when ${x}_sum is null then 'incomplete-months' end,
         'yoyPct', coalesce(${why}, case when ${x}_before is null then 'no-figure' when ${x}_before <= 0 then 'non-positive-base' end),
         'yearToDateYoyPct', case when ${x}_sum is null or ${x}_sum_before is null then 'incomplete-months'
                                  when ${x}_sum_before <= 0 then 'non-positive-base' end))) end`;

const standing = (x: string): string => `
  case when ${x} is null then '"status":null,"isWhole":null' else format('"status":"%s","isWhole":%s',
    (array['estimate','preliminary','official'])[${x}_status], ${x}_whole::text) end`;

const month = `format('{"month":"%s","exports":{%s,%s},"imports":{%s,%s},"turnover":{%s},"balance":{%s}}',
  to_char(month, 'YYYY-MM'), ${standing('e')}, ${numbers('e', lacks('e'))}, ${standing('i')}, ${numbers('i', lacks('i'))},
  ${numbers('t', `coalesce(${lacks('e')}, ${lacks('i')})`)}, ${numbers('b', `coalesce(${lacks('e')}, ${lacks('i')})`)})`;

const ofFlow = (x: string, name: string): string => `
  count(*) filter (where c.flow = '${name}') as ${x}_found, sum(c.value_usd) filter (where c.flow = '${name}') as ${x},
  min(case c.status when 'estimate' then 1 when 'preliminary' then 2 else 3 end) filter (where c.flow = '${name}') as ${x}_status,
  bool_and(c.is_whole) filter (where c.flow = '${name}') as ${x}_whole`;

const since = (x: string): string =>
  `case when count(${x}) over y = extract(month from month) then sum(${x}) over y end as ${x}_sum`;
const before = (name: string, now: string, sum: string): string =>
  `lag(${now}, 12) over t as ${name}_before, lag(${sum}, 12) over t as ${name}_sum_before`;
const both = (name: string, sign: '+' | '-'): string => `
  e ${sign} i as ${name}, e_sum ${sign} i_sum as ${name}_sum, ${before(name, `e ${sign} i`, `e_sum ${sign} i_sum`)}`;

export const readMonths: Statement = {
  name: 'flow_months',
  text: `
  with piece as materialized (
    select * from unnest($1::int[], $2::text[], $3::date[], $4::date[]) as p(place, territory, first, last)
  ), slot as (
    select place, m::date as month, count(*) filter (where m::date between first and last) as needed
      from piece cross join generate_series($6::date, $8::date, interval '1 month') m
     group by place, m
  ), cell as (
    select p.place, c.month, ${ofFlow('e', 'export')}, ${ofFlow('i', 'import')}
      from piece p join flow_cell c on c.by = 'total' and c.flow in ('export', 'import') and c.source = $5
       and c.territory = p.territory and c.month between greatest(p.first, $6::date) and least(p.last, $8::date) and c.key = ''
     group by p.place, c.month
  ), valued as (
    select s.place, s.month, needed,
           case when e_found = needed then e end as e, e_found, e_status, e_whole,
           case when i_found = needed then i end as i, i_found, i_status, i_whole
      from slot s left join cell c on c.place = s.place and c.month = s.month
  ), summed as (
    select *, ${since('e')}, ${since('i')} from valued
    window y as (partition by place, extract(year from month) order by month)
  ), compared as (
    select *, ${before('e', 'e', 'e_sum')}, ${before('i', 'i', 'i_sum')}, ${both('t', '+')}, ${both('b', '-')}
      from summed window t as (partition by place order by month)
  ), shown as (
    select place, string_agg(${month}, ',' order by month) as months
      from compared where month >= $7::date and needed > 0 group by place
  ), lacking as (
    select v.place, json_agg(json_build_object(
             'month', to_char(v.month, 'YYYY-MM'), 'flow', f.flow,
             'territories', coalesce((select json_agg(p.territory) from piece p
                where p.place = v.place and v.month between p.first and p.last and not exists (
                  select from flow_cell c where c.by = 'total' and c.flow = f.flow and c.source = $5
                     and c.territory = p.territory and c.month = v.month and c.key = '')), '[]'::json))
             order by v.month, f.flow) as months
      from (select * from valued where e is null or i is null) v join lateral (select 'export' as flow where v.e is null union all select 'import' where v.i is null) f on true
     where v.month <= (select max(p.last) from piece p where p.place = v.place)
     group by v.place
  )
  select '{"source":' || to_json($5::text) || ',"from":"' || to_char($7::date, 'YYYY-MM') || '","to":"' || to_char($8::date, 'YYYY-MM')
         || '","items":[' || coalesce(string_agg('{"territory":' || to_json(a.territory)
           || case when k.place is null then ',"refusal":"no-figure","months":[],"missing":[]}'
              else ',"refusal":null,"months":[' || coalesce(s.months, '') || '],"missing":' || coalesce(l.months::text, '[]') || '}' end,
           ',' order by a.place), '')
         || '],"messages":' || ${quoted(messages)} || '}' as body
    from unnest($9::text[]) with ordinality as a(territory, place)
    left join (select place from cell group by place) k on k.place = a.place
    left join shown s on s.place = a.place
    left join lacking l on l.place = a.place`,
};
