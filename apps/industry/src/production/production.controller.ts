import { Controller } from '@nestjs/common';
import {
  industry,
  type Caller,
  type ProductMade,
  type Production,
  type ReadProduction,
} from '@doit/contracts';
import { monthPlus } from '@doit/reference';
import { folded, holdersAsked } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** Key products from what enterprises report. */
@Controller()
export class ProductionController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.enterpriseReports.production)
  async production({ territory, month, division }: ReadProduction, caller: Caller): Promise<Production> {
    caller.requireTerritory(territory);
    const items = await this.source.query<ProductMade[]>(productsMade, [
      holdersAsked(territory),
      month,
      monthPlus(month, -3),
      monthPlus(month, -12),
      division ?? null,
    ]);
    return { items };
  }
}

// A product is one where it is the same key product, else where its words and its unit are the same; brands of a key product are
// reports of their own. The year before is that of the same enterprises, so that one more that reports is no growth. Before and after a merger the same report may have been entered for two units: of what an
// enterprise reported twice only what was recorded last counts.
const productsMade = `
  with report as (
    select *, state = 'accepted' and row_number() over same = 1 as counts,
           state = 'accepted' and row_number() over same = 2 as is_twice
      from (select *, ${folded('product')} as brand, coalesce('= ' || product_code, ${folded('product')}) as product_key,
                   case when product_code is null then ${folded('unit')} else '' end as unit_key from enterprise_report) as r
     where territory = any($1) and state in ('received', 'accepted') and (month = $4 or month between $3 and $2)
    window same as (partition by month, product_key, brand, unit_key, tax_code, state order by recorded_at desc, id desc)
  ), made as (
    select product_key, unit_key, min(trim(product) collate "C") as product, min(trim(unit) collate "C") as unit,
           min(product_code) as product_code, min(vsic) as vsic, (sum(quantity) filter (where counts))::text as quantity,
           count(*) filter (where counts)::int as reports,
           count(*) filter (where counts and quantity is null)::int as "withoutQuantity",
           array_agg(tax_code) as reporting, array_agg(tax_code) filter (where counts) as accepted,
           (array_agg(tax_code order by tax_code) filter (where is_twice))[:200] as twice
      from report where month = $2 group by product_key, unit_key
  ), expected as (
    select product_key, unit_key, min(trim(product) collate "C") as product, min(trim(unit) collate "C") as unit,
           min(product_code) as product_code, min(vsic) as vsic, array_agg(distinct tax_code order by tax_code) as reporting
      from report where month between $3 and $2 and month < $2 group by product_key, unit_key
  )
  select coalesce(m.product, e.product) as product, coalesce(m.unit, e.unit) as unit, coalesce(m.vsic, e.vsic) as vsic,
         coalesce(m.product_code, e.product_code) as "productCode", m.quantity, coalesce(m.reports, 0) as reports,
         coalesce(m."withoutQuantity", 0) as "withoutQuantity",
         coalesce(m.twice, '{}') as "reportedTwice",
         (select sum(b.quantity)::text from report b
           where b.product_key = m.product_key and b.unit_key = m.unit_key and b.counts and b.tax_code = any(m.accepted)
             and b.month = $4) as "yearBefore",
         array(select code from unnest(e.reporting) as code
                where m.reporting is null or code <> all(m.reporting) limit 200) as missing
    from made m full join expected e using (product_key, unit_key)
   where $5::text is null or left(coalesce(m.vsic, e.vsic), 2) = $5
   order by vsic, product_key, unit_key limit 1000`;
