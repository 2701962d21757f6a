import { Controller } from '@nestjs/common';
import {
  industry,
  type Caller,
  type ProductMade,
  type Production,
  type ReadProduction,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** Key products from what enterprises report. */
@Controller()
export class ProductionController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.enterpriseReports.production)
  async production({ territory, month }: ReadProduction, caller: Caller): Promise<Production> {
    caller.requireTerritory(territory);
    return { items: await this.source.query<ProductMade[]>(productsMade, [territory, month]) };
  }
}

// A product is one where its words and its unit are the same, apart from case and space. The year before is that of the same
// enterprises, so that one more that reports is no growth.
const productsMade = `
  with report as (
    select *, lower(trim(product)) as product_key, lower(trim(unit)) as unit_key
      from enterprise_report where territory = $1 and state in ('received', 'accepted')
  ), made as (
    select product_key, unit_key, min(trim(product)) as product, min(trim(unit)) as unit, min(vsic) as vsic,
           (sum(quantity) filter (where state = 'accepted'))::text as quantity,
           count(*) filter (where state = 'accepted')::int as reports,
           count(*) filter (where state = 'accepted' and quantity is null)::int as "withoutQuantity",
           array_agg(tax_code) as reporting, array_agg(tax_code) filter (where state = 'accepted') as accepted
      from report where month = $2 group by product_key, unit_key
  ), expected as (
    select product_key, unit_key, min(trim(product)) as product, min(trim(unit)) as unit, min(vsic) as vsic,
           array_agg(distinct tax_code order by tax_code) as reporting
      from report
     where month < $2 and month >= to_char(($2 || '-01')::date - interval '3 months', 'YYYY-MM')
     group by product_key, unit_key
  )
  select coalesce(m.product, e.product) as product, coalesce(m.unit, e.unit) as unit, coalesce(m.vsic, e.vsic) as vsic,
         m.quantity, coalesce(m.reports, 0) as reports, coalesce(m."withoutQuantity", 0) as "withoutQuantity",
         (select sum(b.quantity)::text from report b
           where b.product_key = m.product_key and b.unit_key = m.unit_key and b.state = 'accepted' and b.tax_code = any(m.accepted)
             and b.month = to_char(($2 || '-01')::date - interval '1 year', 'YYYY-MM')) as "yearBefore",
         array(select code from unnest(e.reporting) as code
                where m.reporting is null or code <> all(m.reporting) limit 200) as missing
    from made m full join expected e using (product_key, unit_key)
   order by vsic, product_key, unit_key limit 1000`;
