import { Controller } from '@nestjs/common';
import { reporting, type CoverageRates, type ReadCoverageRates } from '@doit/contracts';
import { lastDay, piecesOf, tallies } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { readStanding } from '../comparisons/standing.sql';
import { covering, rateOf } from './coverage-rates';
import { readTallies } from './tallies.sql';

/** Markets and outlets for the people of a territory: by the entries that trade told, and the population of record. */
@Controller()
export class CoverageController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.coverage.read)
  async read(asked: ReadCoverageRates): Promise<CoverageRates> {
    const place = placeAsked(asked);
    const { territory, period, on } = place;
    const day = lastDay(period);
    const territories = [
      ...new Set([territory, ...piecesOf(territory, on ?? day).map((piece) => piece.territory)]),
    ];
    const wanted = tallies.filter(({ indicator }) => covering.includes(indicator));
    const [found, standing] = await Promise.all([
      readTallies(
        this.source,
        wanted.map((tally) => ({ tally, territories, day })),
      ),
      readStanding(this.source, place, ['POPULATION']),
    ]);
    const population = [...standing.actual.values()].find(({ indicator }) => indicator === 'POPULATION');
    return { territory, period: period.key, items: found.map((tallied) => rateOf(tallied, population)) };
  }
}
