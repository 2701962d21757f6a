/*
 * Years follow cells in their transaction: those in which a cell changed are summed anew from their months, and what came out
 * otherwise than it stood is written. Summed anew and not added to, so that no sum can drift.
 */

const slice = 'by, flow, source, territory';
const key = `${slice}, year, key`;
const ofYear = `(${slice}) = (t.by, t.flow, t.source, t.territory)`;

/**
 * Writes the years of some cells (a table, or a statement in brackets). No totals: what reads these asks how many months
 * there are. Year by year, so that each is looked up, whatever a planner thinks of fresh rows, and keys alone are put together.
 * In the order of their keys, as cells are; what is gone by its place, for a wall hides from a planner how few that are.
 */
export const writeYearsOf = (cells: string): string => `
  with touched_year as materialized (
    select distinct ${slice}, extract(year from month)::int as year from ${cells} c where by <> 'total'
  ), judged as materialized (
    select t.*, c.*
      from touched_year t, lateral (
        select key, s.value_usd, s.enterprises, y.place
          from (select key, sum(value_usd) as value_usd, case when bool_and(enterprises is not null) then max(enterprises) end as enterprises
                  from flow_cell where ${ofYear} and month between make_date(t.year, 1, 1) and make_date(t.year, 12, 1) group by key) s
          full join (select key, value_usd, enterprises, ctid as place from flow_year where ${ofYear} and year = t.year) y using (key)
         where (s.value_usd, s.enterprises) is distinct from (y.value_usd, y.enterprises)) c
  ), gone as (
    delete from flow_year where ctid = any(array(select place from judged where value_usd is null))
  )
  insert into flow_year (${key}, value_usd, enterprises)
  select ${key}, value_usd, enterprises from judged where value_usd is not null
   order by ${key}
  on conflict on constraint flow_year_pkey do update set value_usd = excluded.value_usd, enterprises = excluded.enterprises`;

/** Those of the cells that changed. */
export const writeYears = writeYearsOf('changed_cell');
