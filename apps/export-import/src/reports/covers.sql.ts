/*
 * What is not shown of a flow to who does not read a territory, in one place for all that is answered: two answers that left
 * out different items would together tell what either hides.
 *
 * Parameters: $1–$3 pieces of land (unit, first and last month), $4 units of which the reader sees all, $5 source, $6 flow,
 * $7 by, $8–$9 first and last month, $10–$11 those of the year before.
 */

/** Fewer enterprises than this behind a cell, and it is not shown to everybody. */
export const fewest = 3;

export const pieces = `piece as materialized (
    select p.*, p.territory = any($4::text[]) as is_own
      from unnest($1::text[], $2::date[], $3::date[]) as p(territory, first, last)
  )`;

/** Of each piece of land the cells of some months. */
export const cellsOf = (by: string, first: string, last: string): string => `
  piece p join flow_cell c on c.by = ${by} and c.flow = $6 and c.source = $5 and c.territory = p.territory
     and c.month between greatest(p.first, ${first}::date) and least(p.last, ${last}::date)`;

/** The most enterprises that any of the cells names; where one does not name them all they are many. */
export const behind = `max(case when is_own then 2147483647 else coalesce(enterprises, 2147483647) end)`;

/** Month by month, of land that is told month by month. */
export const summedByMonth = (first: string, last: string): string => `
    select key, sum(value_usd) as value, ${behind} as behind from ${cellsOf('$7', first, last)} group by key`;

/** Looked up for each stretch by the beginning of the primary key, also by a planner that knows nothing of the rows (`offset 0`). */
const rowsOf = (stretch: string, table: string, between: string): string => `
      select c.*, p.is_own
        from ${stretch} p, lateral (select key, value_usd, enterprises from ${table}
              where by = $7 and flow = $6 and source = $5 and territory = p.territory and ${between} offset 0) c`;

/**
 * The same, of calendar years that lie wholly within the months of a piece of land from their own rows: a twelfth of what is
 * read. Of the other months, before and after them, from those of months.
 */
export const summed = (first: string, last: string): string => `
    select key, sum(value_usd) as value, ${behind} as behind from (
      with held as materialized (
        select territory, is_own, h.first, h.last, extract(year from h.first + interval '11 months')::int as first_year,
               extract(year from h.last + interval '1 month')::int - 1 as last_year
          from piece p, lateral (select greatest(p.first, ${first}::date) as first, least(p.last, ${last}::date) as last) h
      ), beside as materialized (
        select territory, is_own, b.first, b.last
          from held h, lateral (select h.first, case when first_year <= last_year then make_date(first_year - 1, 12, 1) else h.last end
                                union all
                                select make_date(last_year + 1, 1, 1), h.last where first_year <= last_year) b(first, last)
         where b.first <= b.last
      )
      ${rowsOf('held', 'flow_year', 'year between p.first_year and p.last_year')}
      union all
      ${rowsOf('beside', 'flow_cell', 'month between p.first and p.last')}) c
     group by key`;

/**
 * The one item that is left out with those that are hidden, whatever is asked for: what is hidden would follow from the
 * total else. The smallest that is no smaller than any of them, so that it hides how much they are; or the largest. What is
 * no item (other, too coarse) takes its place where no item can.
 */
const isCover = `most_hidden is not null and not is_hidden and row_number() over (
    partition by is_hidden order by (now > 0 or most_hidden = 0) and (before > 0 or most_hidden_before = 0) desc, is_left,
      now >= most_hidden desc, case when now >= most_hidden then now else -now end, key) = 1`;

/**
 * The items of a flow, now and a year before, with which are hidden (few enterprises stand behind one of the two) and which
 * covers them. It looks at the cells alone, not at whether all months are known, so that it is the same in every answer.
 * @param cells what sums them by key between two months
 */
export const judged = (cells: typeof summed): string => `
  now as (${cells('$8', '$9')}), before as (${cells('$10', '$11')}),
  item as (
    select key, coalesce(n.value, 0) as now, coalesce(b.value, 0) as before, key in ('', 'other') as is_left, n.key is not null as is_there,
           coalesce(n.behind < ${fewest}, false) or coalesce(b.behind < ${fewest}, false) as is_hidden
      from now n full join before b using (key)
  ), beside as (
    select i.*, max(now) filter (where is_hidden) over () as most_hidden,
           max(before) filter (where is_hidden) over () as most_hidden_before from item i
  ), judged as (
    select b.*, ${isCover} as is_cover from beside b
  )`;
