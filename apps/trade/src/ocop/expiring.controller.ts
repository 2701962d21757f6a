import { Controller } from '@nestjs/common';
import { trade, type ListOcopExpiring, type OcopExpiring, type OcopExpirings } from '@doit/contracts';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { expirySql, starsSql } from './ocop-stars';

/** Certificates that end soon. */
@Controller()
export class OcopExpiringController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.ocopProducts.expiring)
  async expiring({
    territory,
    on = todayInVietNam(),
    within = 180,
  }: ListOcopExpiring): Promise<OcopExpirings> {
    const territories = territory && [...new Set(territory.flatMap(holdersAsked))];
    return { on, items: await this.source.query<OcopExpiring[]>(ending, [territories ?? null, on, within]) };
  }
}

// What ended long ago does not keep out what is about to end.
const ending = `
  select id, code, name, territory, producer, stars, certificate_number as "certificateNumber",
         expires_on::text as "expiresOn", expires_on - $2::date as "daysLeft"
    from ocop_product p
   cross join lateral (select ${starsSql()('p')} as stars, ${expirySql()('p')} as expires_on) as derived
   where state = 'certified' and issued_on <= $2::date and expires_on - $2::date <= $3::int
     and ($1::text[] is null or territory = any($1))
   order by expires_on < $2::date, abs(expires_on - $2::date), code, id limit 1000`;
