import { Controller } from '@nestjs/common';
import { reporting, type Ranking, type ReadRanking } from '@doit/contracts';
import {
  decimal,
  indicator as indicatorOf,
  isTerritory,
  lastDay,
  membersOf,
  territoriesOn,
  yearBefore,
  yearOf,
  type Decimal,
  type Period,
} from '@doit/reference';
import { Serves } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, periodAsked, refusedAsked } from '../comparisons/asked';
import { parametersOf, piecesAsked, type TargetPiece } from '../series/asked';
import { readLevels } from '../series/series.sql';
import { percentOf, ranked, type Level } from './ranking';

const country = 'viet-nam';

/** Territories in order, with how many there are, and how many are better than the country. */
@Controller()
export class RankingsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.rankings.read)
  async read(asked: ReadRanking): Promise<Ranking> {
    const period = periodAsked(asked.period, 'period');
    indicatorsAsked([asked.indicator]);
    const members = membersAsked(asked, period);
    const pieces = piecesAsked([...members, country], asked.on);
    const values = await this.valuesOf(asked, period, pieces);
    const national = values.get(country) ?? null;
    values.delete(country);
    const lessIsBetter = indicatorOf(asked.indicator)?.direction === 'down';
    const items = ranked(values, lessIsBetter);
    const isBetter = (value: string): boolean =>
      national !== null && (lessIsBetter ? national.gt(value) : national.lt(value));
    return {
      indicator: asked.indicator,
      period: period.key,
      items,
      of: items.length,
      missing: members.filter((id) => !values.has(id)),
      national: national && national.toDecimalPlaces(12).toFixed(),
      aboveNational: national && items.filter(({ value }) => isBetter(value)).length,
    };
  }

  private async valuesOf(
    asked: ReadRanking,
    period: Period,
    pieces: readonly TargetPiece[],
  ): Promise<Map<string, Decimal>> {
    const read = (of: Period, measure: 'actual' | 'plan') => this.levels(asked, of, measure, pieces);
    switch (asked.by ?? 'value') {
      case 'yoyPct': {
        const [levels, bases] = await Promise.all([
          read(period, 'actual'),
          read(yearBefore(period), 'actual'),
        ]);
        return percentOf(levels, bases, 100);
      }
      case 'planPct': {
        const year = yearOf(period) ?? period;
        const [levels, plans] = await Promise.all([read(period, 'actual'), read(year, 'plan')]);
        return percentOf(levels, plans, 0);
      }
      default:
        return new Map((await read(period, 'actual')).map(({ target, value }) => [target, decimal(value)]));
    }
  }

  private async levels(
    { indicator, asOf: known, ...breakdown }: ReadRanking,
    { from, months }: Period,
    measure: 'actual' | 'plan',
    pieces: readonly TargetPiece[],
  ): Promise<Level[]> {
    const asOf = dayAsked(known);
    const spans = { from, to: from, months };
    const parameters = parametersOf({ pieces, ...spans, indicators: [indicator], breakdown, measure, asOf });
    return query<Level>(this.source, readLevels(asOf !== null), parameters);
  }
}

/** The units ranked: the members of a group, or every province and city, on the map asked for or that of the period. */
function membersAsked({ group, on }: ReadRanking, period: Period): string[] {
  const day = on ?? lastDay(period);
  if (group === undefined)
    return territoriesOn(day)
      .filter(({ type }) => type === 'province' || type === 'city')
      .map(({ id }) => id);
  const members = isTerritory(group) ? membersOf(group, day) : [];
  if (members.length === 0) throw refusedAsked('group', 'territory.unknown', { territory: group });
  return members.map(({ id }) => id);
}
