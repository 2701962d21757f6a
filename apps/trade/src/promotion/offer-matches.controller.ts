import { Controller } from '@nestjs/common';
import {
  Problem,
  trade,
  type Caller,
  type DemandRequestFields,
  type Entry,
  type FindOffers,
  type OfferMatches,
  type SupplyOfferFields,
} from '@doit/contracts';
import { folded } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { matchOffers } from './offer-matching';

/** Which offers may meet a request. */
@Controller()
export class OfferMatchesController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.demandRequests.matches)
  async matches({ id, limit = 20 }: FindOffers, caller: Caller): Promise<OfferMatches> {
    const [request] = await this.source.query<{ body: string }[]>(
      'select body from demand_request where id = $1',
      [id],
    );
    if (!request) throw new Problem('register.not-found');
    const wanted = JSON.parse(request.body) as Entry<DemandRequestFields>;
    caller.requireTerritory(wanted.territory);
    const found = await this.source.query<{ body: string }[]>(offersFor, [
      caller.territories,
      wanted.sector,
      wanted.product,
    ]);
    const offers = found.map(({ body }) => JSON.parse(body) as Entry<SupplyOfferFields>);
    return { items: matchOffers(wanted, offers, limit) };
  }
}

// Verified offers are there to be found from everywhere; others are their department's own until it has looked at them.
const offersFor = `
  select body from supply_offer
   where state <> 'withdrawn' and (state = 'verified' or '*' = any($1::text[]) or territory = any($1))
   order by ${folded('product')} = ${folded('$3::text')} desc, sector = $2 desc, id limit 1000`;
