import { Controller } from '@nestjs/common';
import { trade, type Caller, type LicenceDue, type LicencesDue, type ListLicencesDue } from '@doit/contracts';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';

/** Reminders of licences, 60 and 30 days before they expire. */
@Controller()
export class LicencesDueController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.outlets.licencesDue)
  async licencesDue(
    { territory, on = todayInVietNam(), within = 60 }: ListLicencesDue,
    caller: Caller,
  ): Promise<LicencesDue> {
    for (const each of territory ?? []) caller.requireTerritory(each);
    const territories = territory && [...new Set(territory.flatMap(holdersAsked))];
    const values = [caller.territories, territories ?? null, on, within];
    return { on, items: await this.source.query<LicenceDue[]>(due, values) };
  }
}

// What expired long ago does not keep out what is about to.
const due = `
  select l.id, l.code, l.name, l.territory, l.kind, l.number, l.holder, l.outlet_code as "outletCode",
         o.name as outlet, l.expires_on::text as "expiresOn", days as "daysLeft",
         case when days < 0 then 'expired' when days <= 30 then 'in-30-days' when days <= 60 then 'in-60-days' end as reminder
    from licence l
   cross join lateral (select l.expires_on - $3::date as days) as left_over
    left join outlet o on o.territory = l.territory and o.code = l.outlet_code
   where l.state in ('granted', 'amended') and days <= $4::int and (l.issued_on is null or l.issued_on <= $3::date)
     and ('*' = any($1::text[]) or l.territory = any($1))
     and ($2::text[] is null or l.territory = any($2))
   order by days < 0, abs(days), l.code, l.id limit 1000`;
