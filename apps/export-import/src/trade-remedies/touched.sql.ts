import { partnerGroupMembers } from '@doit/reference';

/** The states in which a case may come to touch exporters, or does. */
export const openStates: readonly string[] = [
  'investigating',
  'preliminary',
  'measure-in-force',
  'sunset-review',
];

/** The countries whose imports a case is about: the European Union acts for all that are its members on a day. */
export const marketsOf = (country: string, day: string): readonly string[] =>
  country === 'EU' ? partnerGroupMembers('EU', day) : [country];

/**
 * SQL of the traders that cases touch: who exports goods of one of a case's codes, where one code is the other or its
 * beginning, to one of its countries, or to markets that are not known. Codes meet by their chapters first: each with each
 * of seventeen thousand traders would take seconds.
 * @param cases rows with `countries` and `codes` as text[], and a `key`
 * @param within SQL of which traders `t` are asked about
 * @returns `from …`, with the case's key as `pair.touched`, the trader as `t`; `t.markets is not null` where its market is known
 */
export const touchedTraders = (cases: string, key: string, within = 'true'): string => `
  from (
    select distinct c.${key} as touched, t.id as trader
      from trader t
     cross join lateral jsonb_array_elements_text(t.products) as own(hs)
      join (select one.*, named.hs from ${cases} one cross join lateral unnest(one.codes) as named(hs)) as c
        on left(own.hs, 2) = left(c.hs, 2) and (starts_with(own.hs, c.hs) or starts_with(c.hs, own.hs))
       and (t.markets is null or t.markets ?| c.countries)
     where t.trades_as <> 'importer' and t.state in ('registered', 'trading', 'suspended') and ${within}) as pair
  join trader t on t.id = pair.trader`;

/** SQL of the twelve months, by their first days, that were over before the month of a day. */
export const twelveMonths = (month: string, day: string): string =>
  `${month} >= date_trunc('month', ${day}) - interval '12 months' and ${month} < date_trunc('month', ${day})`;

/** SQL of the lines or cells of exports as customs recorded them. */
export const customsExports = (row: string): string => `${row}.flow = 'export' and ${row}.source = 'customs'`;
