import { Controller } from '@nestjs/common';
import { Problem, trade, type MarketClasses, type ReadMarketClasses } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { classesOf, type Told } from './class-history';

/** The classes of markets over time, from what was told of them. */
@Controller()
export class MarketClassesController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.markets.classes)
  async classes({ id }: ReadMarketClasses): Promise<MarketClasses> {
    const told = await this.source.query<Told[]>(toldOf, [`market:${id}`]);
    if (told.length === 0) throw new Problem('register.not-found');
    return { items: classesOf(told) };
  }
}

const toldOf = `
  select json_build_object('pointsTotal', market -> 'pointsTotal', 'buildState', market -> 'buildState',
           'state', market -> 'state', 'stateOn', market -> 'stateOn', 'countedOn', market -> 'countedOn',
           'openedOn', market -> 'openedOn', 'yearBuilt', market -> 'yearBuilt') as market, payload ->> 'on' as "on"
    from event cross join lateral (select coalesce(payload -> 'market', payload::json) as market) as entry
   where aggregate = $1 order by seq`;
