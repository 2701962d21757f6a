import { Controller } from '@nestjs/common';
import { reporting, type Comparisons, type ReadComparisons } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, placeAsked } from './asked';
import { comparisonsOf } from './comparison';
import { readStanding } from './standing.sql';

/** Approved figures beside plan, pace and previous year. */
@Controller()
export class ComparisonsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.comparisons.read)
  async read(asked: ReadComparisons): Promise<Comparisons> {
    const place = placeAsked(asked);
    const indicators = indicatorsAsked(asked.indicator);
    const standing = await readStanding(this.source, place, { indicators, asOf: dayAsked(asked.asOf) });
    return { territory: place.territory, period: place.period.key, items: comparisonsOf(standing) };
  }
}
