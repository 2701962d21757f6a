import type { Statement } from '@doit/runtime';

/**
 * What each piece of land exported and imported in each month: a piece by its place in the land of a unit, the unit by its
 * place in the answer, its months side by side, a month by the days from the first to its first. A row for each month
 * would cost as much again as finding them.
 * Parameters: $1–$5 pieces of land (place of the unit, place in its land, territory, first and last month), $6 source, $7 first
 * and $8 last month.
 */
export const readTotals: Statement = {
  name: 'flow_totals',
  text: `
  select p.place, p.piece, c.flow = 'export' as "isExport",
         string_agg((c.month - $7::date)::text, ' ') as days, string_agg(c.value_usd::text, ' ') as values,
         string_agg(case c.status when 'estimate' then '0' when 'preliminary' then '1' else '2' end, '') as levels,
         string_agg(case when c.is_whole then 'w' else 'p' end, '') as wholes
    from unnest($1::int[], $2::int[], $3::text[], $4::date[], $5::date[]) as p(place, piece, territory, first, last)
    join flow_cell c on c.by = 'total' and c.flow in ('export', 'import') and c.source = $6 and c.territory = p.territory
     and c.month between greatest(p.first, $7::date) and least(p.last, $8::date) and c.key = ''
   group by p.place, p.piece, c.flow`,
};
