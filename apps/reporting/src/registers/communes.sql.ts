import { folded } from '@doit/registers';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';

/** Communes that entries of trade's registers name, and of these those without a market on a day. */
interface Communes {
  readonly named: number;
  readonly without: number;
}

/** Of several units, each with the others whose land it holds, in their order. */
export async function readCommunes(
  source: DataSource,
  lands: readonly (readonly string[])[],
  day: string,
): Promise<Communes[]> {
  const asked = lands.map((territories, at) => ({ at, territories }));
  return query<Communes>(source, communes, [JSON.stringify(asked), day]);
}

// A commune is one whatever its case and spaces, in each territory by itself. A market is there as it counts in a tally.
const communes = {
  name: 'registers-communes',
  text: `
  with entry as materialized (
    select territory, ${folded(`(body ->> 'commune')`)} as commune,
           register = 'market' and coalesce((body ->> 'openedOn')::date <= $2::date, state in ('operating', 'upgrading'))
             and (state in ('operating', 'upgrading')
                  or state in ('suspended', 'closed') and coalesce((body ->> 'stateOn')::date > $2::date, false)) as is_market
      from registered
     where register in ('market', 'outlet', 'ocop-product') and state <> 'withdrawn' and body ->> 'commune' is not null
       and territory in (select jsonb_array_elements_text(one -> 'territories') from jsonb_array_elements($1::jsonb) one)),
  commune as (
    select territory, bool_or(is_market) as has_market from entry group by territory, commune)
  select count(c.territory)::int as named, (count(*) filter (where not c.has_market))::int as without
    from json_to_recordset($1::json) as q(at int, territories text[])
    left join commune c on c.territory = any(q.territories)
   group by q.at order by q.at`,
};
