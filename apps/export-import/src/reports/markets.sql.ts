import type { Statement } from '@doit/runtime';
import { lacking, total } from './breakdown.sql';
import { judged, pieces, summed } from './covers.sql';
import { nameOf } from './names.sql';
import { messages, percentOf, quoted, shown } from './words.sql';

/*
 * Parameters as those of a breakdown up to $11, then: $12 how many totals make it known, $13 period, $14 territories asked
 * for, $15–$16 which agreement is in force with which partner, $17 partners asked for (null: none), $18 as there, $19 members
 * of the partners asked for, $20 those that they share. What is not shown is the same as in a breakdown by partner.
 */

const sum = (of: string): string => `
  'value', case when w.is_known then ${shown(`${of}.value`)} end,
  'sharePct', case when w.is_known and w.now > 0 then ${percentOf(`${of}.value`, 'w.now')} end,
  'markets', ${of}.markets, 'unlisted', ${of}.unlisted`;
const lacks = `case when not w.is_known then w.lacks end`;

/** What markets come to: those listed; how many of them are not is said. */
const added = (filter: string): string => `
    select coalesce(sum(now) filter (where is_listed), 0) as value, count(*) filter (where is_listed) as markets,
           count(*) filter (where not is_listed) as unlisted from market where ${filter}`;

const object = (of: string, more = ''): string =>
  `json_strip_nulls(json_build_object('refusal', ${lacks}))::jsonb || jsonb_build_object(${sum(of)} ${more})`;

export const readMarkets: Statement = {
  name: 'flow_markets',
  text: `
  with ${pieces}, ${judged(summed)}, whole as (
    select coalesce(value, 0) as now, cells = $12::int as is_known, is_whole, status,
           case when cardinality($1::text[]) > 1 then 'incomplete-members' else 'incomplete-months' end as lacks
      from (${total('$8', '$9')}) t
  ), tied as (
    select partner, array_agg(agreement order by place) as agreements
      from unnest($15::text[], $16::text[]) with ordinality as t(partner, agreement, place) group by partner
  ), market as materialized (
    select j.key, j.now, j.is_hidden, not is_hidden and not is_cover and not is_left as is_listed,
           coalesce(t.agreements, '{}') as agreements
      from whole w, judged j left join tied t on t.partner = j.key
     where w.is_known and j.is_there
  ), agreed as (
    select agreement, min(place) as place, coalesce(sum(m.now) filter (where is_listed), 0) as value,
           count(m.key) filter (where is_listed) as markets, count(m.key) filter (where not is_listed) as unlisted
      from unnest($15::text[], $16::text[]) with ordinality as t(partner, agreement, place)
      left join market m on m.key = t.partner group by agreement
  )
  select json_build_object(
    'source', $5::text, 'flow', $6::text, 'period', $13::text, 'territory', $14::text[],
    'total', jsonb_build_object('value', case when w.is_known then ${shown('w.now')} end,
        'status', case when w.is_known then (array['estimate','preliminary','official'])[w.status] end,
        'isWhole', case when w.is_known then w.is_whole end) || json_strip_nulls(json_build_object('refusal', ${lacks}))::jsonb,
    'items', coalesce((select json_agg(json_build_object('partner', m.key, 'name', ${nameOf('m.key')}, 'value', ${shown('m.now')},
        'sharePct', case when w.now > 0 then ${percentOf('m.now', 'w.now')} end, 'agreements', m.agreements)
        order by m.now desc, m.key) from market m where is_listed), '[]'),
    'agreements', coalesce((select json_agg(${object('a', `, 'agreement', a.agreement`)} order by a.value desc, a.place)
        from agreed a), '[]'),
    'sumOfAgreements', json_build_object('value', null, 'sharePct', null, 'markets', (select count(*) from market where is_listed and agreements <> '{}'),
        'unlisted', (select count(*) from market where not is_listed and agreements <> '{}'), 'refusal', 'overlapping-groups'),
    'union', (select ${object('u')} from (${added(`agreements <> '{}'`)}) u),
    'withoutAgreement', (select ${object('u')} from (${added(`agreements = '{}'`)}) u),
    'rest', (select ${object('r', `, 'hidden', r.hidden`)} from (
        select w.now - coalesce(sum(now) filter (where is_listed), 0) as value, 0 as markets,
               count(*) filter (where not is_listed) as unlisted, count(*) filter (where is_hidden) as hidden from market) r),
    'partners', case when $17::text[] is null then null else (
      select ${object('u', `, 'partners', $17::text[], 'common', $20::text[]`)}
             || case when cardinality($20::text[]) > 0
                then '{"value":null,"sharePct":null,"refusal":"overlapping-groups"}'::jsonb else '{}' end
        from (${added('key = any($19::text[])')}) u) end,
    'missing', case when w.is_known then '[]' else coalesce((${lacking('($8::date, $9::date)')}), '[]') end,
    'messages', ${quoted(messages)}::json)::text as body
  from whole w`,
};
