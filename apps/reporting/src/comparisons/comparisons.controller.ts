import { Controller } from '@nestjs/common';
import { reporting, type Comparisons, type ReadComparisons } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { answersFound } from '../places/found.sql';
import { itemsOf } from '../places/answers';
import { dayAsked, indicatorsAsked, placeAsked, recastPlaceAsked, type Place } from './asked';
import { comparisonsOf } from './comparison';
import { readRecast, readStanding } from './standing.sql';

/** Approved figures beside plan, pace and previous year. */
@Controller()
export class ComparisonsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.comparisons.read)
  async read(asked: ReadComparisons): Promise<Json<Comparisons>> {
    const { indicator, asOf, on } = asked;
    if (indicator === undefined && asOf === undefined && on === undefined) {
      const place = placeAsked(asked);
      return answered(place, itemsOf(await answersFound(this.source, place)));
    }
    const limits = { indicators: indicatorsAsked(indicator), asOf: dayAsked(asOf) };
    const standing =
      on === undefined
        ? await readStanding(this.source, placeAsked(asked), limits)
        : await readRecast(this.source, recastPlaceAsked(asked, on), limits);
    return answered(standing, JSON.stringify(comparisonsOf(standing)));
  }
}

function answered({ territory, period }: Place, items: string): Json<Comparisons> {
  const head = JSON.stringify({ territory, period: period.key });
  return json(`${head.slice(0, -1)},"items":${items}}`);
}
