import { sunsetSql } from './sunset';
import { customsExports, touchedTraders, twelveMonths } from './touched.sql';

// What one or two enterprises exported in a month would follow from the sums of two days, though more stand behind each sum:
// so one such month hides the sum.
const fewest = 3;

/**
 * Cases that are open and touch a place, as JSON text. Values: places (`nth`, `territory`, `holders`, `isReader`), the day, the
 * open states, the members of the European Union, all holders.
 */
export const readWarnings = `
  with place as materialized (
    select * from json_to_recordset($1) as p(nth int, territory text, holders text[], "isReader" boolean)),
  case_open as materialized (
    select r.*, ${sunsetSql()('r')} as sunset_on,
           case when r.country = 'EU' then $4::text[] else array[r.country] end as countries,
           array(select jsonb_array_elements_text(r.hs_codes)) as codes
      from trade_remedy r where r.state = any($3::text[]) and r.initiated_on <= $2::date),
  touched as materialized (
    select pair.touched as remedy, t.territory, t.code, t.name, t.markets is not null as is_known
    ${touchedTraders('case_open', 'id', 't.territory = any($5::text[])')}),
  trading as (
    select p.nth, t.remedy, (count(*) filter (where t.is_known))::int as traders,
           (count(*) filter (where not t.is_known))::int as unknown,
           (array_agg(json_build_object('code', t.code, 'name', t.name, 'territory', t.territory)
              order by t.code, t.territory) filter (where t.is_known))[1:100] as exporters
      from place p join touched t on t.territory = any(p.holders)
     group by p.nth, t.remedy),
  sold as materialized (
    select p.nth, l.partner, l.month, l.hs, left(l.enterprise, 10) as enterprise, sum(l.value_usd) as usd
      from place p join flow_line l on l.territory = any(p.holders) and l.territory = any($5::text[]) and ${twelveMonths('l.month', '$2::date')}
       and ${customsExports('l')} and l.state = 'approved'
       and l.partner = any(array(select distinct unnest(countries) from case_open))
       and left(l.hs, 2) = any(array(select distinct left(unnest(codes), 2) from case_open))
     group by p.nth, l.partner, l.month, l.hs, left(l.enterprise, 10)),
  -- Codes meet once, and not with each line.
  goods as materialized (
    select s.hs, c.id as remedy, c.countries, bool_or(starts_with(s.hs, named.hs)) as is_exact
      from (select distinct hs from sold) s
      join (case_open c cross join lateral unnest(c.codes) as named(hs))
        on left(s.hs, 2) = left(named.hs, 2) and (starts_with(s.hs, named.hs) or starts_with(named.hs, s.hs))
     group by s.hs, c.id, c.countries),
  exported as (
    select nth, remedy, sum(usd) filter (where is_exact) as usd, sum(usd) filter (where not is_exact) as coarser,
           bool_or(is_few) as is_few
      from (
        select s.nth, g.remedy, s.month, g.is_exact, sum(s.usd) as usd,
               count(distinct s.enterprise) < ${fewest} and bool_and(s.enterprise <> '') as is_few
          from sold s join goods g on g.hs = s.hs and s.partner = any(g.countries)
         group by s.nth, g.remedy, s.month, g.is_exact) as monthly
     group by nth, remedy),
  recorded as (
    select p.nth, (count(distinct f.month))::int as months
      from place p join flow_cell f on f.by = 'total' and ${customsExports('f')} and f.territory = any(p.holders)
       and ${twelveMonths('f.month', '$2::date')}
     group by p.nth),
  found as (
    select nth, remedy, coalesce(t.traders, 0) as traders, coalesce(t.unknown, 0) as unknown, t.exporters,
           e.usd, e.coarser, coalesce(e.is_few, false) as is_few, coalesce(r.months, 0) as months
      from trading t full join exported e using (nth, remedy) left join recorded r using (nth))
  select coalesce(json_agg(one.item order by one.nth, one.sunset_on nulls last, one.code, one.id), '[]')::text as items
    from (
      select p.nth, c.sunset_on, c.code, c.id, json_build_object(
               'territory', p.territory, 'id', c.id, 'code', c.code, 'name', c.name, 'country', c.country,
               'instrument', c.instrument, 'product', c.product, 'hsCodes', c.hs_codes, 'stage', c.state,
               'sunsetOn', c.sunset_on, 'daysLeft', c.sunset_on - $2::date,
               'traders', f.traders, 'ofUnknownMarkets', f.unknown,
               'exporters', case when p."isReader" then to_json(coalesce(f.exporters, '{}')) end,
               'exports', json_build_object(
                 'from', to_char(date_trunc('month', $2::date) - interval '12 months', 'YYYY-MM'),
                 'to', to_char(date_trunc('month', $2::date) - interval '1 month', 'YYYY-MM'), 'months', f.months,
                 'valueUsd', case when shown.is_it then trim_scale(coalesce(f.usd, 0))::text end,
                 'coarserUsd', case when shown.is_it then trim_scale(coalesce(f.coarser, 0))::text end,
                 'isHidden', f.is_few and not p."isReader")) as item
        from found f join place p using (nth) join case_open c on c.id = f.remedy
       cross join lateral (
         select f.months > 0 and (p."isReader" or not f.is_few) as is_it) as shown
       order by p.nth, c.sunset_on nulls last, c.code, c.id limit 1000) as one`;
