import { Controller } from '@nestjs/common';
import {
  exportImport,
  type Caller,
  type ReadTradeRemedyWarnings,
  type TradeRemedyWarnings,
} from '@doit/contracts';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { readWarnings } from './warnings.sql';
import { marketsOf, openStates } from './touched.sql';

/** Open cases of trade remedies, and which exporters of a territory they touch. */
@Controller()
export class WarningsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.tradeRemedies.warnings)
  async warnings(
    { territory, on = todayInVietNam() }: ReadTradeRemedyWarnings,
    caller: Caller,
  ): Promise<Json<TradeRemedyWarnings>> {
    const places = [...new Set(territory)].map((each, nth) => {
      const held = holdersAsked(each);
      // Who reads some of the units alone would be told names of the others.
      const isReader = held.every((holder) => caller.mayIn('export-import:read', holder));
      return { nth, territory: each, holders: held, isReader };
    });
    const holders = places.flatMap((place) => place.holders);
    const values = [JSON.stringify(places), on, openStates, marketsOf('EU', on), holders];
    const [found] = await this.source.query<{ items: string }[]>(readWarnings, values);
    return json(`{"on":"${on}","items":${found?.items ?? '[]'}}`);
  }
}
