import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import { behind, cellsOf, fewest, judged, pieces, summedByMonth } from '../reports/covers.sql';
import type { Asked } from './asked';

/** Exports to one market in one month, and whether one or two enterprises stand behind them that who asks may not see. */
export interface MarketMonth {
  readonly market: string;
  readonly month: string;
  readonly usd: string;
  readonly isFew: boolean;
}

/** A partner that no report of the period shows to who asks: one or two enterprises are behind it, or it covers such a one. */
export interface LeftOut {
  readonly partner: string;
  /** Whether it is the cover, and hides anything. */
  readonly isCover: boolean;
}

/** Issued certificates of preference: of a market and form, of a market, of a form, of all (null). */
export interface CertificateSum {
  readonly market: string | null;
  readonly form: string | null;
  readonly usd: string;
  readonly certificates: number;
  readonly enterprises: number;
}

/** What is kept of the exports and certificates of a territory and period. */
export interface Held {
  /** Months of which the total of each unit is known, and whether all of it. */
  readonly months: readonly { month: string; isWhole: boolean }[];
  readonly exports: readonly MarketMonth[];
  readonly leftOut: readonly LeftOut[];
  readonly sums: readonly CertificateSum[];
  /** Enterprises, each once, behind the markets that have certificates of one or two. */
  readonly fewBehind: number;
  /** Since when the register of certificates is declared complete by each unit; null: not by all. */
  readonly completeOn: string | null;
}

/*
 * Parameters as those of reports/covers.sql.ts, the land month by month; then $12 markets, $13 territories, $14 forms, $15–$16
 * first and last day.
 */
const held = {
  name: 'utilisation',
  text: `
  with ${pieces}, ${judged(summedByMonth)},
  known as (
    select to_char(p.first, 'YYYY-MM') as month, bool_and(c.is_whole) as "isWhole"
      from piece p left join flow_cell c on c.by = 'total' and c.flow = $6 and c.source = $5
       and c.territory = p.territory and c.month = p.first and c.key = ''
     where p.first between $8::date and $9::date
     group by p.first having count(*) = count(c.territory)),
  exported as (
    select c.key as market, to_char(c.month, 'YYYY-MM') as month, sum(c.value_usd)::text as usd, ${behind} < ${fewest} as "isFew"
      from ${cellsOf('$7', '$8', '$9')} where c.key = any($12)
     group by c.key, c.month),
  certificate as materialized (
    select market, form, left(tax_code, 10) as enterprise, sum(value_usd) as usd, count(*) as certificates
      from origin_certificate
     where territory = any($13) and state = 'issued' and form = any($14) and issued_on between $15 and $16
     group by 1, 2, 3),
  summed as (
    select market, form, sum(usd)::text as usd, coalesce(sum(certificates), 0)::int as certificates,
           count(distinct enterprise)::int as enterprises
      from certificate group by grouping sets ((market, form), (market), (form), ()))
  select coalesce((select json_agg(known) from known), '[]') as months,
         coalesce((select json_agg(exported) from exported), '[]') as exports,
         coalesce((select json_agg(json_build_object('partner', key, 'isCover', is_cover and (now > 0 or most_hidden = 0))) from judged
                    where is_hidden or is_cover), '[]') as "leftOut",
         coalesce((select json_agg(summed) from summed where certificates > 0), '[]') as sums,
         (select count(distinct c.enterprise)::int from certificate c
           join summed s on s.market = c.market and s.form is null where s.enterprises < ${fewest}) as "fewBehind",
         (select case when count(*) = cardinality($13::text[]) then max(complete_on)::text end from register_declaration
           where register = 'origin-certificate' and territory = any($13) and complete_on is not null) as "completeOn"`,
};

interface Of {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** First and last month of the period, then of the year before. */
  readonly bounds: readonly string[];
  readonly flows: string;
  /** ISO 3166-1 */
  readonly markets: readonly string[];
  /** Of preference. */
  readonly forms: readonly string[];
  /** Units of which who asks may see all. */
  readonly own: readonly string[];
}

export async function heldOf(source: DataSource, asked: Asked, of: Of): Promise<Held> {
  const { from, to, bounds, flows, markets, forms, own } = of;
  const land = [...asked.units, ...asked.before.units];
  const landMonths = [...asked.unitMonths, ...asked.before.unitMonths];
  const [found] = await query<Held>(source, held, [
    ...[land, landMonths, landMonths, own, flows, 'export', 'partner', ...bounds],
    ...[markets, asked.territories, forms, from, to],
  ]);
  if (!found) throw new Error('a sum has no row');
  return found;
}
