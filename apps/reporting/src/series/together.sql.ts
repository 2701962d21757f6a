/*
 * The value of a target from those of its pieces: the common table expressions `judged` for levels.sql.ts, after `valued`.
 */

/** Where sums over months are asked for, nothing else has any. */
export const refusalOfSums = `when $17::boolean and kind <> 'flow' then 'not-comparable'`;
/** Of a piece that is the whole target and has no value. */
export const refusalOfOne = `when kind = 'flow' and months > 0 then 'incomplete-months' else 'no-figure' end`;

/** The value that so many pieces make up, of `valued` ones, and whose words it is; or why there is none. */
const valueOf = (needed: string, first = ''): string => `
           case when ${needed} > 1 and kind = 'index' then weighted else total end as value,
           case when ${needed} = 1 then status end as status, case when ${needed} = 1 then source end as source,
           case when ${needed} = 1 then figure end as figure, case ${refusalOfSums} ${first}
             when ${needed} = 1 and valued = 1 then null
             when ${needed} > 1 and kind not in ('flow', 'stock', 'index') then 'not-comparable'
             when ${needed} > 1 and valued < ${needed} then 'incomplete-members'
             when ${needed} > 1 and units_differ then 'different-definition'
             when ${needed} > 1 and kind = 'index'
               and (cardinality(weighted_members) is distinct from ${needed}::int or weighted is null) then 'needs-weights'
             when ${needed} > 1 then null ${refusalOfOne} as refusal`;

/** Where the same pieces hold the land in all of each span. */
export const together = `met as (
    select h.series, e.span, e.key, e.members, h.kind, null::text as territory, null::numeric as value, null::text as unit,
           null::text as status, null::text as source, null::text as figure, null::bigint as months, null::int as found,
           null::numeric as weight
      from head h
      join (select p.target, s.number as span, s.key, count(*) as members
              from span s join piece p on s.last_day between p.valid_from and p.valid_to
             group by p.target, s.number, s.key) e using (target)
    union all
    select v.series, v.span, null, null, v.kind, v.territory, value, unit, status, source, figure, months, found, weight
      from valued v
  ), together as (
    select series, span, max(key) as key, max(kind) as kind, max(members) as members,
           count(value) as valued, max(unit) as unit, max(unit) <> min(unit) as units_differ, sum(value) as total,
           sum(value * weight) / nullif(sum(weight) filter (where value is not null), 0) as weighted,
           max(status) as status, max(source) as source, max(figure) as figure, sum(months) as months, max(found) as found,
           array_agg(territory) filter (where value is not null) as valued_members,
           array_agg(territory) filter (where value is not null and weight is not null) as weighted_members
      from met group by series, span
  ), judged as (
    select series, span, key, unit, found, valued_members, weighted_members, 'now' as which, valued > 0 or months > 0 as is_something,
           ${valueOf('members')}
      from together
  )`;

/**
 * Where they may not: *members* hold the land at the span's end, *beginners* at its beginning, and some pieces may only
 * *touch* it. Where the map changed within: what all members state; of a plan what all beginners stated; of a flow what
 * all who touch it come to in their months.
 */
export const togetherAcross = `met as (
    select h.series, e.span, e.key, e.measure, e.members, e.beginners, e.touching, h.kind, null::text as territory,
           null::numeric as value, null::numeric as stated, null::text as unit, null::text as status, null::text as source,
           null::text as figure, null::bigint as months, null::int as found, null::numeric as weight,
           null::boolean as at_end, null::boolean as at_begin
      from head h
      join (select p.target, s.number as span, s.key, s.measure, count(*) as touching,
                   count(*) filter (where s.last_day between p.valid_from and p.valid_to) as members,
                   count(*) filter (where s.from_month between p.valid_from and p.valid_to) as beginners
              from span s join piece p on p.valid_from <= s.last_day and p.valid_to >= s.from_month
             group by p.target, s.number, s.key, s.measure
            having count(*) filter (where s.last_day between p.valid_from and p.valid_to) > 0) e using (target)
    union all
    select v.series, v.span, null, null, null, null, null, v.kind, v.territory, value, stated, unit, status, source, figure,
           months, found, weight, at_end, at_begin
      from valued v
  ), together as (
    select series, span, max(key) as key, max(kind) as kind, max(measure) = 'plan' as is_plan, max(members) as members,
           max(beginners) as beginners, max(touching) as touching, count(stated) filter (where at_end) as stated_now,
           count(stated) filter (where at_begin) as stated_then, sum(stated) filter (where at_begin) as total_then,
           count(value) filter (where at_end) as valued_now, sum(value) filter (where at_end) as total_now,
           count(value) as valued_all, sum(value) as total_all, max(unit) as unit, max(unit) <> min(unit) as units_differ,
           sum(value * weight) filter (where at_end) / nullif(sum(weight) filter (where at_end and value is not null), 0) as weighted,
           max(status) filter (where at_end) as status, max(source) filter (where at_end) as source,
           max(figure) filter (where at_end) as figure, sum(months) as months, max(found) as found,
           array_agg(territory) filter (where value is not null) as valued_members,
           array_agg(territory) filter (where at_end and value is not null and weight is not null) as weighted_members
      from met group by series, span
  ), chosen as (
    select t.*, case when touching = members or stated_now = members then 'now'
             when is_plan and stated_then = beginners then 'then' when kind = 'flow' then 'all' else 'now' end as which
      from together t
     where members is not null
  ), counted as (
    select c.*, case which when 'now' then members when 'then' then beginners else touching end as needed,
           case which when 'now' then valued_now when 'then' then stated_then else valued_all end as valued,
           case which when 'now' then total_now when 'then' then total_then else total_all end as total
      from chosen c
  ), judged as (
    select series, span, key, unit, found, valued_members, weighted_members, which, valued > 0 or months > 0 as is_something,
           ${valueOf('needed', `when kind = 'peak' and touching > members and stated_now < members then 'not-comparable'`)}
      from counted
  )`;
