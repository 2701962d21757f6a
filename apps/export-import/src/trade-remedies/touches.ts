import type { Entry, remedyStates, TouchedTerritory, TradeRemedyFields } from '@doit/contracts';
import type { Transaction } from '@doit/events';
import { allTerritories } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { customsExports, marketsOf, openStates, touchedTraders, twelveMonths } from './touched.sql';

type Case = Entry<TradeRemedyFields, (typeof remedyStates)[number]>;

/** What is told with cases that are entered or move on: which territories they touch, by what is known at that moment. */
export async function touchesOf(
  tx: Transaction,
  cases: readonly Case[],
  before: Case | null,
): Promise<({ touches: TouchedTerritory[] } | null)[]> {
  const today = todayInVietNam();
  const asking = cases.flatMap((one, n) =>
    openStates.includes(one.state) && movedOn(one, before)
      ? [{ n, countries: marketsOf(one.country, today), codes: one.hsCodes }]
      : [],
  );
  if (asking.length === 0) return [];
  const values = [JSON.stringify(asking), today, provinces];
  const rows = (await tx.query(touched, values)) as (TouchedTerritory & { n: number })[];
  const by = cases.map((): TouchedTerritory[] => []);
  for (const { n, ...touch } of rows) by[n]?.push(touch);
  return by.map((touches) => (touches.length > 0 ? { touches } : null));
}

/** Provinces and cities, of today and of their days. */
const provinces = allTerritories.flatMap(({ id, code }) => (code === null ? [] : [id]));
const deciding = ['state', 'country', 'hsCodes'] as const satisfies (keyof Case)[];
const movedOn = (now: Case, before: Case | null): boolean =>
  before === null || deciding.some((field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]));

const touched = `
  with asked as materialized (
    select * from json_to_recordset($1) as sent(n int, countries text[], codes text[])),
  trading as (
    select pair.touched as n, t.territory, (count(t.markets))::int as traders,
           (count(*) filter (where t.markets is null))::int as unknown
    ${touchedTraders('asked', 'n')}
     group by pair.touched, t.territory),
  exported as (
    -- One line is enough: of each territory the index is read until there is one.
    select c.n, unit.territory
      from asked c cross join unnest($3::text[]) as unit(territory)
     where exists (
       select from flow_line l
        where l.territory = unit.territory and ${twelveMonths('l.month', '$2::date')} and ${customsExports('l')}
          and l.state = 'approved' and l.partner = any(c.countries)
          and exists (select from unnest(c.codes) as named(code) where starts_with(l.hs, named.code))))
  select n, territory, coalesce(t.traders, 0) as traders, coalesce(t.unknown, 0) as "ofUnknownMarkets",
         e.n is not null as "isExported"
    from trading t full join exported e using (n, territory) order by n, territory`;
