import { precedenceOfFigure } from '../../apps/reporting/src/figures/facts.sql';

/*
 * The same answers in one hand-written statement each, as JSON text: from facts, which is the limit, and from the plain
 * figures, choosing the figure of record as it is read. Both know what they are asked for and nothing else: no map of
 * another day but the one given, no breakdown, no refusal, no interval, no lineage, no sentence.
 */

/** Where a statement finds its figures of record: the conditions are written once for each. */
export type From = 'facts' | 'plain';

const known = (from: From, where: Record<From, string>): string =>
  from === 'facts'
    ? `known as (
    select c.indicator, c.territory, c.dimensions, c.measure, f.months, f.from_month, f.value, f.unit, f.status, f.source, f.figure
      from cell c join fact f on f.cell = c.id where ${where.facts})`
    : `known as (
    select distinct on (f.indicator, f.territory, f.dimensions, f.measure, f.from_month, f.to_month)
           f.indicator, f.territory, f.dimensions, f.measure, f.months, f.from_month, f.value, f.unit, f.status, f.source, f.id as figure
      from figure f where f.state = 'approved' and ${where.plain}
     order by f.indicator, f.territory, f.dimensions, f.measure, f.from_month, f.to_month, ${precedenceOfFigure},
           f.as_of desc nulls last, f.position desc, f.ordinal desc)`;

const pointOf = (period: string, value: string, status = 'null', source = 'null', figure = 'null'): string =>
  `json_build_object('period', ${period}, 'value', trim_scale(${value})::text, 'status', ${status}, 'source', ${source},
     'observationId', ${figure}, 'refusal', null)`;

/** $1 territory · $2 indicator · $3, $4 first and last month */
export const monthsOfOne = (from: From): string => `
  with ${known(from, {
    facts: `c.territory = $1 and c.indicator = $2 and c.measure = 'actual' and c.dimensions = '{}'
      and f.months = 1 and f.from_month between $3 and $4`,
    plain: `f.territory = $1 and f.indicator = $2 and f.measure = 'actual' and f.dimensions = '{}'
      and f.from_month = f.to_month and f.to_month between $3 and $4`,
  })}
  select json_build_object('series', json_build_array(json_build_object('indicator', $2::text, 'unit', max(unit),
      'territory', $1::text, 'dimensions', json_build_object(), 'points', json_agg(
      ${pointOf(`to_char(from_month, 'YYYY-MM')`, 'value', 'status', 'source', 'figure')} order by from_month))))::text as body
    from known`;

/** $1 targets and $2 the units that each is made of · $3 indicator · $4, $5 first and last month */
export const yearsOfMembers = (from: From): string => `
  with piece as (
    select target, territory, count(*) over (partition by target) as members, place
      from unnest($1::text[], $2::text[]) with ordinality as p(target, territory, place)
  ), ${known(from, {
    facts: `c.territory = any($2) and c.indicator = $3 and c.measure = 'actual' and c.dimensions = '{}'
      and f.months = 1 and f.from_month between $4 and $5`,
    plain: `f.territory = any($2) and f.indicator = $3 and f.measure = 'actual' and f.dimensions = '{}'
      and f.from_month = f.to_month and f.to_month between $4 and $5`,
  })}, year as (
    select target, min(place) as place, max(unit) as unit, extract(year from from_month)::text as year, sum(value) as value
      from known join piece using (territory)
     group by target, extract(year from from_month) having count(*) = 12 * max(members)
  ), drawn as (
    select min(place) as place, json_build_object('indicator', $3::text, 'unit', max(unit), 'territory', target,
           'dimensions', json_build_object(), 'points', json_agg(${pointOf('year', 'value')} order by year)) as series
      from year group by target
  )
  select json_build_object('series', json_agg(series order by place))::text as body from drawn`;

/** $1 targets and $2 the units that each is made of · $3 indicators · $4 month */
export const monthOfMembers = (from: From): string => `
  with piece as (
    select target, territory, count(*) over (partition by target) as members, place
      from unnest($1::text[], $2::text[]) with ordinality as p(target, territory, place)
  ), ${known(from, {
    facts: `c.territory = any($2) and c.indicator = any($3) and c.measure = 'actual' and c.dimensions = '{}'
      and f.months = 1 and f.from_month = $4::date`,
    plain: `f.territory = any($2) and f.indicator = any($3) and f.measure = 'actual' and f.dimensions = '{}'
      and f.from_month = $4::date and f.to_month = $4::date`,
  })}, level as (
    select indicator, target, min(place) as place, max(unit) as unit, sum(value) as value, max(members) as members,
           max(status) as status, max(source) as source, max(figure::text) as figure
      from known join piece using (territory) group by indicator, target having count(*) = max(members)
  )
  select json_build_object('series', json_agg(json_build_object('indicator', l.indicator, 'unit', unit, 'territory', target,
      'dimensions', json_build_object(), 'points', json_build_array(${pointOf(
        `to_char($4::date, 'YYYY-MM')`,
        'value',
        'case when members = 1 then status end',
        'case when members = 1 then source end',
        'case when members = 1 then figure end',
      )})) order by listed, place))::text as body
    from level l join unnest($3::text[]) with ordinality as r(indicator, listed) using (indicator)`;

/** $1 territories, the country among them · $2 indicator · $3 month */
export const rankingOfMonth = (from: From): string => `
  with ${known(from, {
    facts: `c.territory = any($1) and c.indicator = $2 and c.measure = 'actual' and c.dimensions = '{}'
      and f.months = 1 and f.from_month = $3::date`,
    plain: `f.territory = any($1) and f.indicator = $2 and f.measure = 'actual' and f.dimensions = '{}'
      and f.from_month = $3::date and f.to_month = $3::date`,
  })}, level as (
    select territory, value, max(value) filter (where territory = 'viet-nam') over () as national from known
  ), place as (
    select *, rank() over (order by value desc) as rank from level where territory <> 'viet-nam'
  )
  select json_build_object('indicator', $2::text, 'period', to_char($3::date, 'YYYY-MM'),
      'items', json_agg(json_build_object('rank', rank, 'territory', territory, 'value', trim_scale(value)::text)
        order by rank, territory),
      'of', count(*), 'missing', json_build_array(), 'national', trim_scale(max(national))::text,
      'aboveNational', count(*) filter (where value > national))::text as body
    from place`;

const items = `
    select json_agg(json_build_object('indicator', indicator, 'dimensions', dimensions, 'observationId', figure,
        'actual', actual, 'plan', plan, 'previous', previous,
        'yoyPct', case when indicator = any($6) then round((actual / nullif(previous, 0) - 1) * 100, 2) end,
        'momPct', case when indicator = any($6) then round((actual / nullif(before, 0) - 1) * 100, 2) end,
        'planPct', case when indicator = any($7) then round(actual / nullif(plan, 0) * 100, 2) end)) as items
      from (
      select indicator, dimensions,
             max(value) filter (where measure = 'actual' and from_month = $3::date and months = 1) as actual,
             max(figure::text) filter (where measure = 'actual' and from_month = $3::date and months = 1) as figure,
             max(value) filter (where measure = 'plan') as plan,
             max(value) filter (where measure = 'actual' and from_month = $3::date - interval '1 year' and months = 1) as previous,
             max(value) filter (where measure = 'actual' and from_month = $3::date - interval '1 month' and months = 1) as before
        from known group by indicator, dimensions) cell
     where actual is not null or plan is not null`;

// One look-up for each cell and period; the planner would rather read all that is known of the cells.
const standing = (from: From): string =>
  from === 'facts'
    ? `known as (
    select c.indicator, c.dimensions, c.measure, f.months, f.from_month, f.value, f.figure
      from cell c
      join (values ('plan', 12, $4::date), ('actual', 1, $3::date), ('actual', 1, ($3::date - interval '1 year')::date),
             ('actual', 1, ($3::date - interval '1 month')::date)) as w(measure, months, from_month) using (measure)
     cross join lateral (
        select f.* from fact f where f.cell = c.id and f.months = w.months and f.from_month = w.from_month limit 1) f
     where c.territory = $1 and c.indicator = any($2))`
    : known(from, {
        facts: '',
        plain: `f.territory = $1 and f.indicator = any($2) and f.period = any($5::text[])
          and (f.measure = 'plan' and f.period = ($5::text[])[1]
            or f.measure = 'actual' and f.period = any(($5::text[])[2:4]))`,
      });

/**
 * $1 territory · $2 indicators · $3 month · $4 first month of its year · $5 the periods read: its year, itself, the month
 * before, a year before · $6 indicators that grow by per cent · $7 those of which a month is a share of the plan
 */
export const comparisonsOfMonth = (from: From): string => `
  with ${standing(from)}
  select (${items})::text as body${from === 'facts' ? ' where $5::text[] is not null' : ' where $4::date is not null'}`;

/** The same, and the register of clusters; without the checks, which are rules and not rows. */
export const reportOfMonth = (from: From): string => `
  with ${standing(from)}
  select json_build_object('items', (${items}), 'clusters', (
    select json_build_object('count', count(*), 'areaEstablishedHa', sum((body ->> 'areaEstablishedHa')::numeric(18, 2))::text,
        'items', json_agg(json_build_object('id', id, 'code', body -> 'code', 'name', body -> 'name', 'state', state,
          'establishedOn', body -> 'establishedOn', 'areaEstablishedHa', body -> 'areaEstablishedHa') order by body ->> 'code'))
      from registered where register = 'cluster' and territory = $1 and state <> 'withdrawn'
       and coalesce((body ->> 'establishedOn')::date < $3::date + interval '1 month', true)))::text as body
  where $4::date is not null and $5::text[] is not null`;
