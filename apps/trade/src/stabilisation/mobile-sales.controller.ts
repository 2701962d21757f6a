import { Controller } from '@nestjs/common';
import {
  destinations,
  Problem,
  trade,
  type Caller,
  type MobileSalesSummary,
  type ReadMobileSales,
} from '@doit/contracts';
import { firstDay, lastDay, parsePeriod } from '@doit/reference';
import { folded, holdersAsked } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { withoutRevenue } from './progress';
import { byDestination, isHeld, revenueOf } from './trips.sql';

/** Trips of mobile sales in a period. */
@Controller()
export class MobileSalesController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.mobileSales.summary)
  async summary({ territory, period: text }: ReadMobileSales, caller: Caller): Promise<MobileSalesSummary> {
    const period = parsePeriod(text);
    if (!period) {
      const params = { period: text };
      throw new Problem('period.unreadable', params, [
        { pointer: 'period', code: 'period.unreadable', params },
      ]);
    }
    const holders = holdersAsked(territory);
    const [from, to] = [firstDay(period), lastDay(period)];
    const [found] = await this.source.query<Omit<MobileSalesSummary, 'territory' | 'from' | 'to'>[]>(
      tripsOfPeriod,
      [holders, from, to, destinations],
    );
    if (!found) throw new Error('a sum has no row');
    const summary = { territory, from, to, ...found };
    const readable = caller.readsUnpublished('trade');
    const isTheirs = readable.includes('*') || holders.every((each) => readable.includes(each));
    // Periods can be chosen so that they differ by one trip.
    if (isTheirs) return summary;
    return { ...summary, revenueMn: null, destinations: withoutRevenue(summary.destinations) };
  }
}

const tripsOfPeriod = `
  with trip as (
    select s.*, exists (select from stabilisation_programme p
                         where p.territory = s.territory and ${folded('p.code')} = ${folded('s.programme_code')}) as is_known
      from mobile_sale s where territory = any($1) and held_on between $2 and $3)
  select (count(*) filter (where ${isHeld}))::int as trips,
         (count(*) filter (where state = 'planned'))::int as planned,
         (count(*) filter (where state = 'cancelled'))::int as cancelled,
         (count(*) filter (where ${isHeld} and programme_code is null))::int as "withoutProgramme",
         (count(*) filter (where ${isHeld} and programme_code is not null and not is_known))::int as "ofUnknownProgramme",
         ${revenueOf('trip')} as "revenueMn",
         (count(*) filter (where ${isHeld} and revenue_mn is null))::int as "withoutRevenue",
         ${byDestination('trip', '$4')} as destinations
    from trip`;
