import { Controller } from '@nestjs/common';
import {
  Problem,
  trade,
  type Caller,
  type DemandRequestFields,
  type Entry,
  type FindOffers,
  type FindRequests,
  type OfferMatches,
  type RequestMatches,
  type SupplyOfferFields,
} from '@doit/contracts';
import { folded, todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { matchOffers, matchRequests } from './offer-matching';

type Offer = Entry<SupplyOfferFields>;
type Request = Entry<DemandRequestFields>;

/** Which offers may meet a request, and which requests an offer. */
@Controller()
export class OfferMatchesController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.demandRequests.matches)
  async matches({ id, limit = 20 }: FindOffers, caller: Caller): Promise<OfferMatches> {
    const request = await this.own<Request>('demand_request', id, caller);
    const offers = await this.near<Offer>(offersFor, request, request.neededFrom, caller);
    return { items: matchOffers(request, offers, limit) };
  }

  @Serves(trade.supplyOffers.matches)
  async requests({ id, limit = 20 }: FindRequests, caller: Caller): Promise<RequestMatches> {
    const offer = await this.own<Offer>('supply_offer', id, caller);
    const requests = await this.near<Request>(requestsFor, offer, offer.availableFrom, caller);
    return { items: matchRequests(offer, requests, limit) };
  }

  private async own<E extends Entry>(table: string, id: string, caller: Caller): Promise<E> {
    const [found] = await this.source.query<{ body: string }[]>(`select body from ${table} where id = $1`, [
      id,
    ]);
    if (!found) throw new Problem('register.not-found');
    const entry = JSON.parse(found.body) as E;
    caller.requireTerritory(entry.territory);
    return entry;
  }

  /** @param from since when: what ended before that, or before today, comes too late */
  private async near<E>(
    sql: string,
    { product, sector }: Offer | Request,
    from: string | null,
    { territories }: Caller,
  ): Promise<E[]> {
    const today = todayInVietNam();
    const since = from !== null && from > today ? from : today;
    const found = await this.source.query<{ body: string }[]>(sql, [territories, sector, product, since]);
    return found.map(({ body }) => JSON.parse(body) as E);
  }
}

// Of very many, what shares the product first, then the sector, the newest of these.
const nearest = `order by ${folded('product')} = ${folded('$3::text')} desc, sector = $2 desc, recorded_at desc, id limit 1000`;

// Verified offers are there to be found from everywhere; others are their department's own until it has looked at them.
const offersFor = `
  select body from supply_offer
   where state <> 'withdrawn' and (state = 'verified' or '*' = any($1::text[]) or territory = any($1))
     and (available_to is null or available_to >= $4::date) ${nearest}`;

const requestsFor = `
  select body from demand_request
   where state in ('open', 'in-talks') and ('*' = any($1::text[]) or territory = any($1))
     and (needed_to is null or needed_to >= $4::date) ${nearest}`;
