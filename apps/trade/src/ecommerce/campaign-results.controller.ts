import { Controller } from '@nestjs/common';
import { Problem, trade, type CampaignResults, type Caller, type ReadCampaignResults } from '@doit/contracts';
import { folded, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** What a campaign came to: by the sellers that joined by it, and not by what anybody says. */
@Controller()
export class CampaignResultsController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.onboardingCampaigns.results)
  async results({ id }: ReadCampaignResults, caller: Caller): Promise<CampaignResults> {
    const [found] = await this.source.query<CampaignResults[]>(results, [id, todayInVietNam()]);
    if (!found) throw new Problem('register.not-found');
    caller.requireTerritory(found.territory);
    return found;
  }
}

// Who began to sell is selling, suspended or left. One that sells on two platforms is one seller, with the products that it
// offers on each; codes are the same whatever their case and spaces. The months of a campaign are those that have begun.
const results = `
  with campaign as (
    select * from onboarding_campaign where id = $1
  ), seller as (
    select s.*, ${folded('s.seller')} as who, s.state in ('selling', 'suspended', 'left') as has_joined,
           s.state = 'selling' as sells, ${folded('s.platform_code')} as platform
      from ecommerce_seller s join campaign c on s.territory = c.territory and ${folded('s.campaign_code')} = ${folded('c.code')}
     where s.state <> 'withdrawn'
  ), month as (
    select to_char(day, 'YYYY-MM') as month
      from campaign, generate_series(date_trunc('month', starts_on::timestamp), least(ends_on, $2::date)::timestamp, '1 month') day
  ), report as (
    select ${folded('r.platform_code')} as platform, count(*)::int as reported, sum(r.orders)::float8 as orders, sum(r.value_mn)::text as value_mn
      from platform_report r join campaign c using (territory) join month using (month)
     where r.state = 'accepted' group by 1
  ), platform as (
    select same, min(code collate "C") as code from (
      select ${folded('named')} as same, named as code from campaign, jsonb_array_elements_text(coalesce(platforms, '[]')) named
      union select platform, platform_code from seller where has_joined) p
     group by same order by same limit 100
  ), come_to as (
    select count(distinct who)::int as named, count(distinct who) filter (where has_joined)::int as joined,
           count(distinct who) filter (where sells)::int as "stillSelling",
           (sum(products) filter (where sells))::float8 as products,
           (sum(ocop_products) filter (where sells))::float8 as "ocopProducts",
           (count(*) filter (where sells and products is null))::int as "withoutProducts"
      from seller
  )
  select c.id, c.code, c.territory, c.target_sellers as "targetSellers", t.named, t.joined, t."stillSelling",
         round(t.joined * 100.0 / nullif(c.target_sellers, 0), 2)::text as "joinedPct",
         c.target_products as "targetProducts", t.products, t."ocopProducts", t."withoutProducts",
         coalesce((select json_agg(p order by p."platformCode" collate "C") from (
           select coalesce(e.code, platform.code) as "platformCode", e.name as platform,
                  (select count(distinct who) from seller where seller.platform = platform.same and has_joined)::int as joined,
                  (select count(distinct who) from seller where seller.platform = platform.same and sells)::int as "stillSelling",
                  (select count(*) from month)::int as months, coalesce(r.reported, 0) as reported, r.orders,
                  r.value_mn as "valueMn"
             from platform left join report r on r.platform = platform.same
             left join lateral (
               select code, name from ecommerce_platform e
                where e.territory = c.territory and ${folded('e.code')} = platform.same
                order by e.code <> platform.code, e.code limit 1) e on true) p), '[]') as platforms
    from campaign c cross join come_to t`;
