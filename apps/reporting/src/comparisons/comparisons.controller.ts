import { Controller } from '@nestjs/common';
import { reporting, type Comparisons, type ReadComparisons } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { answersFound, isKept } from '../places/found.sql';
import { answeredOf, itemsOf } from '../places/answers';
import { indicatorsAsked, placeAsked } from './asked';
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
    if (!indicators && isKept(place))
      return json(answeredOf(place, itemsOf(await answersFound(this.source, place))));
    const standing = await readStanding(this.source, place, indicators);
    return json(answeredOf(place, JSON.stringify(comparisonsOf(standing))));
  }
}
