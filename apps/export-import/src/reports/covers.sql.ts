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
export const behind = `max(case when p.is_own then 2147483647 else coalesce(c.enterprises, 2147483647) end)`;

export const summed = (first: string, last: string): string => `
    select c.key, sum(c.value_usd) as value, ${behind} as behind from ${cellsOf('$7', first, last)} group by c.key`;

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
