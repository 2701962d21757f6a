/**
 * The levels of derived indicators from the plain ones of their terms, after `plain` and `head` (levels.sql.ts): first
 * as stated for the indicator itself, else the exact sum of its parts, each with its sign. Every indicator asked for is
 * there by its terms; one that is not derived has itself alone. The parts are those of the same target and breakdown.
 *
 * $19 terms as JSON [{listed, code, indicator, sign, nth, parts}]: listed and code of the indicator asked for; the
 * indicator that is its term; sign null for itself; the codes of all its parts
 */
export const derivation = `term as materialized (
    select * from json_to_recordset($19::json)
      as t(listed int, code text, indicator text, sign int, nth int, parts text[])
  ), said as materialized (
    select t.*, h.series as plain, h.target, h.place, h.dimensions,
           dense_rank() over (order by t.listed, h.place, h.dimensions) as series
      from head h join term t using (indicator)
  ), series as (
    select distinct on (series) series, code as indicator, target, dimensions from said order by series
  ), joined as (
    select s.series, p.span, max(p.key) as key, max(s.parts) as parts, bool_or(p.is_something) as is_something,
           count(p.value) filter (where sign is null) = 1 as is_own, max(p.value) filter (where sign is null) as own,
           max(p.unit) filter (where sign is null) as own_unit, max(p.status) filter (where sign is null) as status,
           max(p.source) filter (where sign is null) as source, max(p.figure) filter (where sign is null) as figure,
           max(p.refusal) filter (where sign is null) as own_refusal, max(p.missing) filter (where sign is null) as own_missing,
           coalesce(bool_or(p.is_something) filter (where sign is not null), false) as has_parts,
           count(p.value) filter (where sign is not null) as valued, sum(sign * p.value) filter (where sign is not null) as total,
           max(p.unit) filter (where sign is not null) as unit,
           max(p.unit) filter (where sign is not null) <> min(p.unit) filter (where sign is not null) as units_differ,
           (array_agg(p.refusal order by nth) filter (where sign is not null and p.refusal is not null))[1] as refusal,
           array_agg(s.indicator) as present,
           string_agg(case when p.missing = '{}' then s.indicator
             else (select string_agg(s.indicator || ' ' || one, ',' order by one) from unnest(p.missing) one) end, ',' order by nth)
             filter (where sign is not null and p.refusal is not null) as missing
      from said s join plain p on p.series = s.plain
     group by s.series, p.span
  ), decided as (
    select j.*, is_own or cardinality(parts) = 0 or not has_parts and own_refusal is not null as as_itself from joined j
  ), level as (
    select series, span, key, is_something, case when as_itself then own_unit else unit end as unit,
           case when as_itself then own when valued = cardinality(parts) and not units_differ then total end as value,
           case when as_itself then own_refusal when valued < cardinality(parts) then coalesce(refusal, 'no-figure')
             when units_differ then 'different-definition' end as refusal,
           case when as_itself then own_missing when valued < cardinality(parts)
             then array(select each from unnest(parts) each where each <> all (present)) || string_to_array(missing, ',')
             else '{}' end as missing,
           case when as_itself then status end as status, case when as_itself then source end as source,
           case when as_itself then figure end as figure
      from decided
  )`;
