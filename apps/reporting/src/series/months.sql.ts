import type { Statement } from '@doit/runtime';
import { statedOf } from '../figures/facts.sql';
import { brokenDownAs, cellsOf } from './cells.sql';
import { refusalWords } from './refusals.sql';

/*
 * Months of single units: what is stated stands, and nothing is put together. They are most of what is read, and need
 * none of what levels.sql.ts does for the rest; both answer alike (test/journeys/series.spec.ts).
 *
 * $1 targets, $2 their territories, $3 first and $4 last months of these · $5 indicators, $6 dimensions that they may have
 * here · $7 breakdown asked · $8 measures · $9 what was known on that day, where asked · $10 months
 */
const lines = `line as (
    select r.listed, p.place, p.target, c.id, c.indicator, c.dimensions, c.measure,
           coalesce(p.first_month, '-infinity') as first_month, coalesce(p.last_month, 'infinity') as last_month
      from unnest($1::text[], $2::text[], $3::date[], $4::date[]) with ordinality
        as p(target, territory, first_month, last_month, place)
     cross join lateral (${cellsOf({ indicators: '$5', measures: '$8', breakdown: '$7' })}) c
      join unnest($5::text[], $6::text[]) with ordinality as r(indicator, broken_down, listed)
        on r.indicator = c.indicator and ${brokenDownAs('r.broken_down')}
  )`;

/** What is stated of a line in some months. */
const statedIn = (asOf: boolean, months: string): string =>
  statedOf(asOf, '$9', `f.months = 1 and ${months}`);

/** How many months there are from the first known to the last. */
const monthsBetween = `(date_part('year', last) - date_part('year', first)) * 12 + date_part('month', last) - date_part('month', first) + 1`;

/** Reads months as the contract's SeriesList, from the first known to the last of each series. $10 first, $11 last month. */
export const readMonths = (asOf: boolean): Statement => ({
  name: asOf ? 'months-as-of' : 'months',
  text: `with ${lines}, drawn as (
    select l.*, d.*
      from line l
     cross join lateral (
        with known as materialized (
          select from_month, figure, value, unit, status, source from (${statedIn(asOf, 'f.from_month between greatest(l.first_month, $10::date) and least(l.last_month, $11::date)')}) stated
        ), gap as (
          select month::date
            from (select min(from_month) as first, max(from_month) as last, count(*) as months from known) k,
                 generate_series(case when months < ${monthsBetween} then first end, last, interval '1 month') month
        )
        select max(unit) as unit, json_agg(json_build_object(
                 'period', to_char(from_month, 'YYYY-MM'), 'value', trim_scale(value)::text, 'status', status,
                 'source', source, 'observationId', figure, 'refusal', refusal) order by from_month) as points
          from (select k.*, null::json as refusal from known k
                union all
                select month, null, null, null, null, null, json_build_object('code', 'no-figure',
                       'message', ${refusalWords} -> 'no-figure', 'missing', json_build_array())
                  from gap where month not in (select from_month from known)) point) d
  )
  select json_build_object('series', coalesce(json_agg(json_build_object('indicator', indicator, 'unit', unit,
           'territory', target, 'dimensions', dimensions, 'points', points) order by listed, place, dimensions), '[]'))::text as body
    from drawn where points is not null`,
});

/** Reads the levels themselves, a row for each target and month (counted from 1), for what is ranked. $11 their measures. */
export const readLevelsOfMonths = (asOf: boolean): Statement => ({
  name: asOf ? 'levels-of-months-as-of' : 'levels-of-months',
  text: `with ${lines}
  select l.target, m.span, f.value, f.unit
    from line l
   cross join unnest($10::date[], $11::text[]) with ordinality as m(month, measure, span)
   cross join lateral (
     ${statedIn(asOf, 'f.from_month = m.month and m.month between l.first_month and l.last_month')} limit 1) f
   where l.measure = m.measure`,
});
