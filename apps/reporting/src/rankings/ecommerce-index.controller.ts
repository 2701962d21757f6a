import { Controller } from '@nestjs/common';
import { reporting, type EcommerceIndex, type ReadEcommerceIndex } from '@doit/contracts';
import { lastDay } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { dayAsked, periodAsked } from '../comparisons/asked';
import { readStandings } from '../comparisons/standing.sql';
import { ecommerceIndexOf, indexCode, rankCode } from './ecommerce-index';
import { membersOnDay, mostMembers } from './members';

const country = 'viet-nam';

/** The index of electronic commerce: who is where, and whether the ranks that are stated follow from it. */
@Controller()
export class EcommerceIndexController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.ecommerceIndex.read)
  async read({ year, among = country, asOf }: ReadEcommerceIndex): Promise<EcommerceIndex> {
    const period = periodAsked(String(year), 'year');
    const members = membersOnDay(among, lastDay(period), 'among');
    const known = { period, asOf: dayAsked(asOf) ?? undefined };
    const [national, ...standings] = await readStandings(
      this.source,
      known,
      [country, ...members],
      [indexCode, rankCode],
    );
    const most = mostMembers(among, period);
    if (!national) throw new Error('a standing for each territory');
    return ecommerceIndexOf({ year, period, among, isCountry: among === country, most, national, standings });
  }
}
