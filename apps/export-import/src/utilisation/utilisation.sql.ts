import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { Asked } from './asked';

/** Exports to one market in one month, and how many enterprises are named behind them; null: not all are. */
export interface MarketMonth {
  readonly market: string;
  readonly month: string;
  readonly usd: string;
  readonly enterprises: number | null;
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
  readonly sums: readonly CertificateSum[];
  /** Enterprises, each once, behind the markets that have certificates of one or two. */
  readonly fewBehind: number;
  /** Since when the register of certificates is declared complete by each unit; null: not by all. */
  readonly completeOn: string | null;
}

const held = {
  name: 'utilisation',
  text: `
  with asked as (select * from unnest($1::text[], $2::date[]) as asked(territory, month)),
  known as (
    select to_char(a.month, 'YYYY-MM') as month, bool_and(c.is_whole) as "isWhole"
      from asked a left join flow_cell c on c.by = 'total' and c.flow = 'export' and c.source = $3
       and c.territory = a.territory and c.month = a.month and c.key = ''
     group by a.month having count(*) = count(c.territory)),
  exported as (
    select c.key as market, to_char(c.month, 'YYYY-MM') as month, sum(c.value_usd)::text as usd,
           case when count(*) = count(c.enterprises) then max(c.enterprises) end as enterprises
      from asked a join flow_cell c on c.by = 'partner' and c.flow = 'export' and c.source = $3
       and c.territory = a.territory and c.month = a.month and c.key = any($4)
     group by c.key, c.month),
  certificate as materialized (
    select market, form, left(tax_code, 10) as enterprise, sum(value_usd) as usd, count(*) as certificates
      from origin_certificate
     where territory = any($5) and state = 'issued' and form = any($6) and issued_on between $7 and $8
     group by 1, 2, 3),
  summed as (
    select market, form, sum(usd)::text as usd, coalesce(sum(certificates), 0)::int as certificates,
           count(distinct enterprise)::int as enterprises
      from certificate group by grouping sets ((market, form), (market), (form), ()))
  select coalesce((select json_agg(known) from known), '[]') as months,
         coalesce((select json_agg(exported) from exported), '[]') as exports,
         coalesce((select json_agg(summed) from summed where certificates > 0), '[]') as sums,
         (select count(distinct c.enterprise)::int from certificate c
           join summed s on s.market = c.market and s.form is null where s.enterprises < 3) as "fewBehind",
         (select case when count(*) = cardinality($5::text[]) then max(complete_on)::text end from register_declaration
           where register = 'origin-certificate' and territory = any($5) and complete_on is not null) as "completeOn"`,
};

/** @param markets ISO 3166-1 @param forms of preference */
export async function heldOf(
  source: DataSource,
  { units, unitMonths, territories }: Asked,
  {
    from,
    to,
    flows,
    markets,
    forms,
  }: Record<'from' | 'to' | 'flows', string> & Record<'markets' | 'forms', string[]>,
): Promise<Held> {
  const values = [units, unitMonths, flows, markets, territories, forms, from, to];
  const [found] = await query<Held>(source, held, values);
  if (!found) throw new Error('a sum has no row');
  return found;
}
