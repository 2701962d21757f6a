import { Controller } from '@nestjs/common';
import { marketKinds, outletKinds, trade, type ReadTradeCoverage, type TradeCoverage } from '@doit/contracts';
import { folded, holdersAsked } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** How a territory is covered by markets and outlets. */
@Controller()
export class CoverageController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.coverage.read)
  async read({ territory }: ReadTradeCoverage): Promise<TradeCoverage> {
    const [found] = await this.source.query<Omit<TradeCoverage, 'territory'>[]>(covered, [
      holdersAsked(territory),
      marketKinds,
      outletKinds,
    ]);
    if (!found) throw new Error('a count has no row');
    return { territory, ...found };
  }
}

/** SQL of how many entries of a register operate, by the kinds that it knows in their order. */
const countedBy = (register: string, kinds: string): string => `(
    select json_agg(json_build_object('kind', k.kind, 'count', coalesce(o.count, 0)) order by k.nth)
      from unnest(${kinds}::text[]) with ordinality as k(kind, nth)
      left join of_kind o on o.register = '${register}' and o.kind = k.kind)`;

// A commune is one whatever its case and spaces, in each territory by itself.
const covered = `
  with entry as (
    select 'market' as register, territory, commune, kind, state in ('operating', 'upgrading') as operates
      from market where territory = any($1) and state <> 'withdrawn'
    union all
    select 'outlet', territory, commune, kind, state = 'operating'
      from outlet where territory = any($1) and state <> 'withdrawn'
    union all
    select 'ocop-product', territory, commune, null, false
      from ocop_product where territory = any($1) and state <> 'withdrawn'),
  of_kind as (
    select register, kind, count(*)::int as count from entry where operates group by register, kind),
  of_commune as (
    select territory, min(commune collate "C") as commune,
           (count(*) filter (where register = 'market' and operates))::int as markets,
           (count(*) filter (where register = 'outlet' and operates))::int as outlets
      from entry where commune is not null group by territory, ${folded('commune')})
  select ${countedBy('market', '$2')} as markets, ${countedBy('outlet', '$3')} as outlets,
         (select count(*) from of_commune)::int as communes,
         (select count(*) from of_commune where markets > 0)::int as "communesWithMarket",
         (select count(*) from entry where operates and commune is null)::int as "withoutCommune",
         coalesce((select json_agg(c) from (
           select territory, commune, markets, outlets, markets > 0 as "hasMarket"
             from of_commune order by markets > 0, territory, commune limit 1000) c), '[]') as items`;
