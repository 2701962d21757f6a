import type { Saving } from '@doit/contracts';
import { monthPlus } from '@doit/reference';
import type { DataSource } from 'typeorm';
import type { Asked } from '../utilisation/asked';
import type { PartyMonths } from '../utilisation/market-months';
import { epochsOf } from './epochs';

/** What the exports, certificates and tariffs of a territory and period come to. */
export interface SavingsHeld {
  readonly exportsUsd: string;
  readonly coveredUsd: string;
  readonly undividedUsd: string;
  readonly savingUsd: string;
  readonly found: number;
  readonly items: Saving[];
}

/** Months of which the total of each unit is known, and the days on which tariffs begin. */
const known = `
  select coalesce((select json_agg(month order by month) from (
           select to_char(a.month, 'YYYY-MM') as month
             from unnest($1::text[], $2::date[]) as a(territory, month)
             left join flow_cell c on c.by = 'total' and c.flow = 'export' and c.source = $3
              and c.territory = a.territory and c.month = a.month and c.key = ''
            group by a.month having count(*) = count(c.territory)) as whole), '[]') as months,
         coalesce((select json_agg(distinct valid_from) from tariff where valid_from <= $4), '[]') as days`;

const usd = (sql: string): string => `trim_scale(coalesce((${sql}), 0))::text`;
const ofTariff = 'market, line, agreement, mfn_pct, preferential_pct';

/**
 * Units and known months ($1, $2), agreements with their parties and months ($4 to $6), months with the first of their epoch
 * ($9, $10). Where the planner knew less of how much there is, it
 * would go through all tariffs for each line.
 */
const savings = `
  with asked as (select * from unnest($1::text[], $2::date[]) as asked(territory, month)),
  party as (select * from unnest($4::text[], $5::text[], $6::date[]) as party(agreement, market, month)),
  epoch as (select * from unnest($9::date[], $10::date[]) as epoch(month, since)),
  sold as materialized (
    select l.partner as market, l.month, l.hs, sum(l.value_usd) as usd
      from asked a join flow_line l on l.territory = a.territory and l.month = a.month
     where l.territory = any($7) and l.month between $11 and $12 and l.flow = 'export' and l.source = $3 and l.state = 'approved' group by 1, 2, 3),
  exported as materialized (
    select s.market, e.since, s.hs, sum(s.usd) as usd from sold s join epoch e using (month)
     where (s.market, s.month) in (select market, month from party) group by 1, 2, 3),
  duty as materialized (
    select distinct on (p.month, t.market, t.hs, t.agreement)
           p.month as since, t.market, t.hs as line, t.agreement, t.mfn_pct, t.preferential_pct
      from party p join tariff t on t.agreement = p.agreement and t.market = p.market and t.valid_from <= p.month
     where p.month = any($10)
     order by p.month, t.market, t.hs, t.agreement, t.valid_from desc),
  -- Exports, and each code of each certificate, as one row each to the end: a join by what is found for them would be planned
  -- for a row or two.
  item as materialized (
    select row_number() over () as item, * from (
      select null::uuid as id, 0 as codes, market, since, hs, usd from exported
      union all
      select c.id, jsonb_array_length(c.hs_codes), c.market, e.since, code.hs, c.value_usd
        from origin_certificate c join epoch e on e.month = date_trunc('month', c.issued_on)::date
       cross join lateral jsonb_array_elements_text(c.hs_codes) as code(hs)
       where c.territory = any($7) and c.state = 'issued' and c.form = any($8) and c.issued_on between $11 and $12) as all_items),
  begun as materialized (
    select i.*, n.digits, left(i.hs, n.digits) as line
      from item i join (values (2), (4), (6), (8)) as n(digits) on n.digits <= length(i.hs)),
  -- Of each agreement the row with the longest code that the goods' begins with; of these the one that saves most.
  fitting as (
    select distinct on (item, d.agreement) b.item, b.id, b.codes, b.usd, d.*
      from begun b join duty d using (market, since, line) order by item, d.agreement, b.digits desc),
  best as materialized (
    select distinct on (item) * from fitting order by item, mfn_pct - preferential_pct desc, agreement),
  certified as materialized (
    select id, min(usd) as usd, count(*) < min(codes) as has_other, min(market) as market,
           array_agg(distinct array[line, agreement, trim_scale(mfn_pct)::text, trim_scale(preferential_pct)::text]) as lines
      from best where id is not null group by id),
  side as (
    select ${ofTariff}, usd, null::numeric as off from best where id is null
    union all
    select market, lines[1][1], lines[1][2], lines[1][3]::numeric, lines[1][4]::numeric, null, usd
      from certified where not has_other and array_length(lines, 1) = 1),
  saving as (
    select ${ofTariff}, sum(usd) as usd, coalesce(sum(off), 0) as certified,
           greatest(sum(usd) - coalesce(sum(off), 0), 0) as uncertified
      from side group by ${ofTariff} having count(usd) > 0),
  priced as materialized (
    select *, uncertified * greatest(mfn_pct - preferential_pct, 0) * 0.01 as saved from saving),
  shown as (select * from priced order by saved desc, ${ofTariff} limit $13)
  select ${usd('select sum(usd) from exported')} as "exportsUsd",
         ${usd('select sum(usd) from priced')} as "coveredUsd",
         ${usd('select sum(usd) from certified where has_other or array_length(lines, 1) > 1')}
           as "undividedUsd",
         ${usd('select sum(saved) from priced')} as "savingUsd",
         (select count(*) from priced)::int as found,
         coalesce((select json_agg(json_build_object(
             'market', market, 'hs', line, 'agreement', agreement, 'mfnPct', trim_scale(mfn_pct)::text,
             'preferentialPct', trim_scale(preferential_pct)::text, 'exportsUsd', trim_scale(usd)::text,
             'certifiedUsd', trim_scale(certified)::text, 'uncertifiedUsd', trim_scale(uncertified)::text,
             'savingUsd', trim_scale(saved)::text) order by saved desc, ${ofTariff}) from shown), '[]') as items`;

/**
 * What savings are made of, and of which months (`YYYY-MM`) it is: those of which all exports are known.
 * @param limit rows at most
 */
export async function savingsHeld(
  source: DataSource,
  { units, unitMonths, territories }: Asked,
  parties: readonly PartyMonths[],
  { flows, from, to, limit }: { flows: string; from: string; to: string; limit: number },
): Promise<{ months: readonly string[]; held: SavingsHeld }> {
  const [stands] = await source.query<{ months: string[]; days: string[] }[]>(known, [
    units,
    unitMonths,
    flows,
    to,
  ]);
  const { months = [], days = [] } = stands ?? {};
  const dayOf = (month: string): string => `${month}-01`;
  const changes = parties.flatMap((party) => [
    party.months[0] ?? '',
    monthPlus(party.months.at(-1) ?? '', 1),
  ]);
  const epochs = epochsOf(months.map(dayOf), [...days, ...changes.map(dayOf)]);
  const inForce = parties.flatMap(({ agreement, market, months: own }) =>
    own.map((month) => ({ agreement, market, month: dayOf(month) })),
  );
  const isKnown = unitMonths.map((month) => months.includes(month.slice(0, 7)));
  const [held] = await source.query<SavingsHeld[]>(savings, [
    units.filter((_, n) => isKnown[n]),
    unitMonths.filter((_, n) => isKnown[n]),
    flows,
    inForce.map(({ agreement }) => agreement),
    inForce.map(({ market }) => market),
    inForce.map(({ month }) => month),
    territories,
    [...new Set(parties.map(({ form }) => form))],
    epochs.map(({ month }) => month),
    epochs.map(({ since }) => since),
    ...[from, to, limit],
  ]);
  if (!held) throw new Error('a sum has no row');
  return { months, held };
}
