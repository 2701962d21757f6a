import { Controller } from '@nestjs/common';
import {
  reporting,
  type CompareCoverage,
  type ComparedCoverage,
  type CoverageRates,
  type ReadCoverageRates,
} from '@doit/contracts';
import {
  decimal,
  lastDay,
  piecesOf,
  roundHalfAway,
  tallies,
  territory as territoryOf,
} from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { periodAsked, placeAsked } from '../comparisons/asked';
import { readStandings } from '../comparisons/standing.sql';
import { membersOnDay } from '../rankings/members';
import { readCommunes } from './communes.sql';
import { covering, rateOf } from './coverage-rates';
import { readTallies } from './tallies.sql';

/** Markets and outlets for the people of territories: by the entries that trade told, and the population of record. */
@Controller()
export class CoverageController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.coverage.read)
  async read({ territory, ...asked }: ReadCoverageRates): Promise<CoverageRates> {
    const { period, items } = await this.covered([territory], asked);
    return { territory, period, items: items[0]?.rates ?? [] };
  }

  @Serves(reporting.coverage.compare)
  async compare({ territory, ...asked }: CompareCoverage): Promise<ComparedCoverage> {
    const day = asked.on ?? lastDay(periodAsked(asked.period, 'period'));
    return this.covered([...new Set(territory.flatMap((id) => unitsAsked(id, day)))], asked);
  }

  private async covered(
    named: readonly string[],
    { period: of, on }: Omit<CompareCoverage, 'territory'>,
  ): Promise<ComparedCoverage> {
    const period = periodAsked(of, 'period');
    const day = lastDay(period);
    for (const territory of named) placeAsked({ territory, period: of, ...(on !== undefined && { on }) });
    const lands = named.map((id) => [
      ...new Set([id, ...piecesOf(id, on ?? day).map(({ territory }) => territory)]),
    ]);
    const wanted = tallies.filter(({ indicator }) => covering.includes(indicator));
    const [found, communes, standings] = await Promise.all([
      readTallies(
        this.source,
        lands.flatMap((territories) => wanted.map((tally) => ({ tally, territories, day }))),
      ),
      readCommunes(this.source, lands, day),
      readStandings(this.source, { period, ...(on !== undefined && { on }) }, named, ['POPULATION']),
    ]);
    const items = named.map((territory, n) => {
      const figures = [...(standings[n]?.actual.values() ?? [])];
      const population = figures.find(({ indicator }) => indicator === 'POPULATION');
      const rates = found.slice(n * wanted.length, (n + 1) * wanted.length);
      const { named: all = 0, without = 0 } = communes[n] ?? {};
      return {
        territory,
        rates: rates.map((tallied) => rateOf(tallied, population)),
        communes: all,
        communesWithoutMarket: without,
        withoutMarketPct:
          all === 0 ? null : roundHalfAway(decimal(String(without)).times(100).div(all), 2).toFixed(2),
      };
    });
    return { period: period.key, items };
  }
}

/** A group stands for its members; the country is one. */
function unitsAsked(id: string, day: string): string[] {
  const isGroup = ['region', 'conference-group'].includes(territoryOf(id)?.type ?? '');
  return isGroup ? membersOnDay(id, day, 'territory') : [id];
}
