import type { Statement } from '@doit/runtime';
import { behind, cellsOf, judged, pieces, summed } from './covers.sql';
import { messages, percentOf, quoted, shown } from './words.sql';
import { nameOf } from './names.sql';

/*
 * Parameters: $1–$3 pieces of land (unit, first and last month), $4 whether the reader sees all of it, $5 source, $6 flow,
 * $7 by, $8–$9 first and last month, $10–$11 those of the year before, $12–$13 how many totals make them known, $14 order,
 * $15 limit, $16 period, $17 territories asked for, $18 months in which the land was not its own, and of macro groups
 * $19–$22 which group counts where from which month to which.
 */

/** Each group's cells counted where the group counts in that month; what counts nowhere stays what it is (other, or not told). */
const summedByMacroGroup = (first: string, last: string): string => `
    select coalesce(m.macro, case when c.key = '' then '' else 'other' end) as key, sum(c.value_usd) as value, ${behind} as behind
      from ${cellsOf(`'commodity'`, first, last)}
      left join macro m on m.member = c.key and c.month between m.first and m.last
     group by 1`;

export const total = (first: string, last: string): string => `
    select sum(c.value_usd) as value, count(*) as cells, bool_and(c.is_whole) as is_whole,
           min(case c.status when 'estimate' then 1 when 'preliminary' then 2 else 3 end) as status
      from ${cellsOf(`'total'`, first, last)}`;

/** Months without a total, of two spans; looked for only where one is not known. */
export const lacking = (spans: string): string => `
    select json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'flow', $6::text, 'territories', territories)
                    order by month)
      from (select m.month, coalesce(json_agg(p.territory) filter (where p.territory is not null), '[]') as territories
              from (select distinct m::date as month from (values ${spans}) as s(first, last),
                           generate_series(s.first, s.last, interval '1 month') m) m
              left join piece p on m.month between p.first and p.last and not exists (
                select from flow_cell c where c.by = 'total' and c.flow = $6 and c.source = $5
                   and c.territory = p.territory and c.month = m.month and c.key = '')
             where p.territory is not null or m.month = any($18::date[])
             group by m.month) l`;

/** The same five numbers of an item, the rest and the total; what cannot be told says why. */
const change = (now: string, then: string, codeOfValue = 'null'): string => `
  'value', ${shown(now)},
  'sharePct', case when w.now > 0 then ${percentOf(now, 'w.now')} end,
  'valueYearBefore', case when w.compares then ${shown(then)} end,
  'change', case when w.compares then ${shown(`${now} - ${then}`)} end,
  'yoyPct', case when w.compares and ${then} > 0 then ${percentOf(`${now} - ${then}`, then)} end,
  'contributionPp', case when w.compares and w.before > 0 then ${percentOf(`${now} - ${then}`, 'w.before')} end,
  'refusals', case when w.compares and w.now > 0 and w.before > 0 and ${then} > 0 then '{}' else json_strip_nulls(json_build_object(
    'value', ${codeOfValue},
    'sharePct', case when not w.is_known then w.lacks when w.now <= 0 then 'non-positive-base' end,
    'valueYearBefore', case when not w.compares then w.lacks end,
    'yoyPct', case when not w.compares then w.lacks when ${then} <= 0 then 'non-positive-base' end,
    'contributionPp', case when not w.compares then w.lacks when w.before <= 0 then 'non-positive-base' end)) end`;

const part = (kind: string, filter: string): string => `
  select ${kind} as kind, count(*) filter (where not is_left) as items, count(*) filter (where is_hidden) as hidden,
         sum(now) as now, sum(before) as before from placed where ${filter} having count(*) > 0`;

const statement = (name: string, cells: typeof summed, more: string): Statement => ({
  name,
  text: `
  with ${pieces}, ${more} ${judged(cells)}, whole as (
    select coalesce(n.value, 0) as now, n.cells = $12::int as is_known, coalesce(b.value, 0) as before,
           n.cells = $12::int and b.cells = $13::int as compares, n.is_whole, n.status,
           case when cardinality($1::text[]) > 1 then 'incomplete-members' else 'incomplete-months' end as lacks
      from (${total('$8', '$9')}) n, (${total('$10', '$11')}) b
  ), ranked as (
    select j.*, case $14::text when 'value' then now when 'rise' then now - before else before - now end as by_what
      from judged j
  ), chosen as (
    select j.*, not is_hidden and not is_left and not is_cover
                and ($14 = 'value' or w.compares and by_what > 0) as is_listable
      from ranked j, whole w where w.is_known and (j.is_there or w.compares)
  ), placed as (
    select c.*, rank() over (partition by is_listable order by by_what desc) as rank,
           is_listable and row_number() over (partition by is_listable order by by_what desc, key) <= $15::int as is_listed
      from chosen c
  ), rest as (
    select w.now - coalesce(sum(p.now) filter (where is_listed), 0) as now,
           w.before - coalesce(sum(p.before) filter (where is_listed), 0) as before,
           w.now - coalesce(sum(p.now), 0) as now_beyond, w.before - coalesce(sum(p.before), 0) as before_beyond
      from whole w left join placed p on true group by w.now, w.before
  ), part as (
    ${part(`'unlisted'`, 'not is_listed and (not is_left or is_hidden or is_cover)')} union all
    ${part(`'other'`, `key = 'other' and not is_hidden and not is_cover`)} union all
    ${part(`case when $7 = 'regime' then 'not-said' else 'too-coarse' end`, `key = '' and not is_hidden and not is_cover`)} union all
    select 'not-broken-down', 0, 0, now_beyond, before_beyond from rest, whole w
     where now_beyond <> 0 or (w.compares and before_beyond <> 0)
  )
  select json_build_object(
    'source', $5::text, 'flow', $6::text, 'by', $7::text, 'period', $16::text, 'territory', $17::text[],
    'total', json_build_object(${change('case when w.is_known then w.now end', 'w.before', 'case when not w.is_known then w.lacks end')},
      'status', case when w.is_known then (array['estimate','preliminary','official'])[w.status] end,
      'isWhole', case when w.is_known then w.is_whole end),
    'items', coalesce((select json_agg(json_build_object('key', p.key, 'name', ${nameOf('p.key')}, 'rank', p.rank,
        ${change('p.now', 'p.before')}) order by p.by_what desc, p.key) from placed p where is_listed), '[]'),
    'rest', case when w.is_known then (select json_build_object(${change('r.now', 'r.before')}, 'parts',
        coalesce((select json_agg(json_build_object('kind', kind, 'items', items, 'hidden', hidden, 'value', ${shown('t.now')},
          'valueYearBefore', case when w.compares then ${shown('t.before')} end)) from part t), '[]')) from rest r) end,
    'concentration', (select json_strip_nulls(json_build_object('of', count(*) filter (where p.now > 0 and not is_left),
        'refusal', case when not w.is_known then w.lacks when w.now <= 0 then 'non-positive-base'
                        when bool_or(is_hidden) then 'confidential' end))::jsonb
      || jsonb_build_object('hhi', case when w.is_known and w.now > 0 and not coalesce(bool_or(is_hidden), false) then
        round(round(coalesce(sum(p.now * p.now) filter (where not is_left), 0) * 10000, 24) / (w.now * w.now), 2)::text end) from placed p),
    'missing', case when w.compares then '[]' else coalesce((${lacking('($8::date, $9::date), ($10::date, $11::date)')}), '[]') end,
    'messages', ${quoted(messages)}::json)::text as body
  from whole w`,
});

export const readBreakdown = statement('flow_breakdown', summed, '');

export const readByMacroGroup = statement(
  'flow_breakdown_macro_group',
  summedByMacroGroup,
  `macro as materialized (
    select * from unnest($19::text[], $20::text[], $21::date[], $22::date[]) as m(macro, member, first, last)),`,
);
