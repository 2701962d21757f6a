import type { Statement } from '@doit/runtime';

/**
 * What each piece of land exported and imported in each month (its first day), in millionths of a dollar; its place is that
 * of the unit whose land it is.
 * Parameters: $1–$4 pieces of land (place, unit, first and last month), $5 source, $6 first and $7 last month.
 */
export const readTotals: Statement = {
  name: 'flow_totals',
  text: `
  select p.place, p.territory, c.month::text as month, c.flow, trunc(c.value_usd * 1000000)::text as value, c.status,
         c.is_whole as "isWhole"
    from unnest($1::int[], $2::text[], $3::date[], $4::date[]) as p(place, territory, first, last)
    join flow_cell c on c.by = 'total' and c.flow in ('export', 'import') and c.source = $5 and c.territory = p.territory
     and c.month between greatest(p.first, $6::date) and least(p.last, $7::date) and c.key = ''`,
};
