import { Controller } from '@nestjs/common';
import { reporting, type Comparisons, type ReadComparisons } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { answersFound, isKept } from '../places/found.sql';
import { itemsOf } from '../places/answers';
import { indicatorsAsked, placeAsked, type Place } from './asked';
import { comparisonsOf } from './comparison';
import { readStanding } from './standing.sql';

/** Approved figures beside plan, pace and previous year. */
@Controller()
export class ComparisonsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.comparisons.read)
  async read(asked: ReadComparisons): Promise<Json<Comparisons>> {
    const place = placeAsked(asked);
    const indicators = indicatorsAsked(asked.indicator);
    if (!indicators && isKept(place)) return answered(place, itemsOf(await answersFound(this.source, place)));
    const standing = await readStanding(this.source, place, indicators);
    return answered(place, JSON.stringify(comparisonsOf(standing)));
  }
}

function answered({ territory, period, on, asOf }: Place, items: string): Json<Comparisons> {
  const head = JSON.stringify({ territory, period: period.key, on, asOf });
  return json(`${head.slice(0, -1)},"items":${items}}`);
}
