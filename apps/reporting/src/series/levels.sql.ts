import { recordFirst } from '../figures/facts.sql';

/**
 * The levels of targets over spans of months, as common table expressions; nothing is loaded to be added elsewhere.
 *
 * A *target* is what is asked for, made of *pieces*: itself, or on another day's map the units that held its land, each
 * in its days. Every piece has its own value of a span: as stated for it, else of its months by the indicator's kind.
 * The target's is that of its only piece, else by kind: levels that add are added, indices weighted; or it is refused.
 *
 * $1 pieces as JSON [{target, place, territory, from, to}] · $2 first span's first month · $3 last span's first month
 * · $4 months of a span · $5 indicators · $6 their rules as JSON {code: {kind, required, weights, year}} · $7 breakdown
 * asked · $8 measure · $9 what was known on that day, where asked
 *
 * What is expected meets what was found by union and grouping, not by a join: the planner knows nothing of either.
 */
export const levels = (asOf: boolean): string => `
  piece as materialized (
    select target, place, territory, coalesce("from", '-infinity') as valid_from, coalesce("to", 'infinity') as valid_to
      from json_to_recordset($1::json) as p(target text, place int, territory text, "from" date, "to" date)
  ), rule as materialized (
    select indicator, listed, rule ->> 'kind' as kind, rule ->> 'weights' as weights, (rule ->> 'year')::date as weight_year,
           array(select jsonb_object_keys($7::jsonb)) || array(select jsonb_array_elements_text(rule -> 'required')) as broken_down
      from unnest($5::text[]) with ordinality as asked(indicator, listed), lateral (select $6::jsonb -> indicator) r(rule)
  ), line as materialized (
    select p.target, p.place, p.territory, p.valid_from, p.valid_to, c.id, c.indicator, c.dimensions, r.listed, r.kind,
           w.weight, dense_rank() over (order by r.listed, p.place, c.dimensions) as series
      from piece p
      join cell c on c.territory = p.territory
      join rule r on r.indicator = c.indicator
      left join lateral (
        select f.value as weight from cell v join fact f on f.cell = v.id and f.months = 12 and f.from_month = r.weight_year
         where v.territory = p.territory and v.indicator = r.weights and v.measure = 'actual' and v.dimensions = '{}'
      ) w on r.weights is not null
     where c.indicator = any($5) and c.measure = $8 and c.dimensions @> $7::jsonb and c.dimensions - r.broken_down = '{}'
  ), known as (
    ${asOf ? knownOn : known}
  ), spanned as (
    select k.*, m.number % $4::int as month, m.number / $4::int as span, k.months = $4::int and m.number % $4::int = 0 as is_stated
      from known k
     cross join lateral (select ((date_part('year', k.from_month) - date_part('year', $2::date)) * 12
        + date_part('month', k.from_month) - date_part('month', $2::date))::int as number) m
  ), own as (
    select series, id, span, max(territory) as territory, max(kind) as kind, max(weight) as weight, max(unit) as unit,
           max(value) filter (where is_stated) as stated, max(status) filter (where is_stated) as status,
           max(source) filter (where is_stated) as source, max(figure::text) filter (where is_stated) as figure,
           count(*) filter (where months = 1) as months, sum(value) filter (where months = 1) as total,
           max(value) filter (where months = 1) as peak, max(value) filter (where months = 1 and month = $4::int - 1) as last,
           array_agg(from_month) filter (where months = 1 and $4::int > 1) as found
      from spanned
     where (months = 1 or is_stated)
       and ($2::date + make_interval(months => (span + 1) * $4::int))::date - 1 between valid_from and valid_to
     group by series, id, span
  ), expected as (
    select p.target, s.span, count(*) as members, array_agg(p.territory order by p.territory) as all_members
      from (select number::int as span, ($2::date + make_interval(months => (number::int + 1) * $4::int))::date - 1 as last_day
              from generate_series(0, ((date_part('year', $3::date) - date_part('year', $2::date)) * 12
                + date_part('month', $3::date) - date_part('month', $2::date))::int / $4::int) number) s
      join piece p on s.last_day between p.valid_from and p.valid_to
     group by p.target, s.span
  ), met as (
    select l.series, e.span, e.members, e.all_members, l.kind, null::text as territory, null::numeric as value,
           null::text as unit, null::text as status, null::text as source, null::text as figure, null::bigint as months,
           null::date[] as found, null::numeric as weight
      from (select distinct series, target, kind from line) l join expected e using (target)
    union all
    select series, span, null, null, kind, territory, case
             when stated is not null then stated
             when kind = 'flow' and months = $4::int then total
             when kind = 'stock' then last
             when kind = 'peak' and months = $4::int then peak end, unit, status, source, figure, months, found, weight
      from own
  ), together as (
    select series, span, max(kind) as kind, max(members) as members, max(all_members) as all_members,
           count(value) as valued, max(unit) as unit, max(unit) <> min(unit) as units_differ, sum(value) as total,
           sum(value * weight) / nullif(sum(weight) filter (where value is not null), 0) as weighted,
           max(status) as status, max(source) as source, max(figure) as figure, sum(months) as months, max(found) as found,
           array_agg(territory) filter (where value is not null) as found_members,
           array_agg(territory) filter (where value is not null and weight is not null) as weighted_members
      from met group by series, span
  ), level as (
    select t.*, ($2::date + make_interval(months => span * $4::int))::date as from_month, case
        when members = 1 then total
        when valued < members or units_differ then null
        when kind in ('flow', 'stock') then total
        when kind = 'index' and cardinality(weighted_members) = members then weighted end as value,
      case
        when members = 1 and valued = 1 then null
        when members = 1 and kind = 'flow' and months > 0 then 'incomplete-months'
        when members = 1 then 'no-figure'
        when kind not in ('flow', 'stock', 'index') then 'not-comparable'
        when valued < members then 'incomplete-members'
        when units_differ then 'different-definition'
        when kind = 'index' and cardinality(weighted_members) is distinct from members::int then 'needs-weights' end as refusal
      from together t
  )`;

/** What is missing where a level is refused: months of the only piece, or pieces without a value or a weight. */
export const missing = `case refusal
  when 'incomplete-months' then array(
    select to_char(month, 'YYYY-MM')
      from generate_series(from_month::timestamp, from_month + make_interval(months => $4::int - 1), '1 month') month
     where month::date <> all (found) order by month)
  when 'incomplete-members' then array(select unnest(all_members) except select unnest(found_members) order by 1)
  when 'needs-weights' then array(select unnest(all_members) except select unnest(weighted_members) order by 1)
  else '{}'::text[] end`;

const within = `f.months in (1, $4::int) and f.from_month >= $2::date
       and f.from_month < $3::date + make_interval(months => $4::int)`;

const known = `
    select l.*, f.months, f.from_month, f.value, f.unit, f.status, f.source, f.figure
      from line l join fact f on f.cell = l.id and ${within}
     where $9::date is null`;

const knownOn = `
    select distinct on (l.target, f.cell, f.months, f.from_month) l.*, f.months, f.from_month, f.value, f.unit, f.status,
           f.source, f.id as figure
      from line l join figure f on f.cell = l.id and ${within}
     where f.state = 'approved' and f.as_of <= $9::date
     order by l.target, f.cell, f.months, f.from_month, ${recordFirst('f')}`;
