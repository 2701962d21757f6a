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
import { readingOf, type Span } from '../series/asked';
import { piecesAsked, refuseOverlaps, unitsJoined, type TargetPiece } from '../series/pieces';
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
    const pieces = piecesAsked([...members, country], { on: asked.on, until: period, pointer: 'group' });
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

  /** One number of each territory; two spans that are compared are read at once. */
  private async valuesOf(
    asked: ReadRanking,
    period: Period,
    pieces: readonly TargetPiece[],
  ): Promise<Map<string, Decimal>> {
    const actual = { ...period, measure: 'actual' } as const;
    switch (asked.by ?? 'value') {
      case 'yoyPct': {
        const base = { ...yearBefore(period), measure: 'actual' } as const;
        return percentOf(await this.levels(asked, [actual, base], pieces), 100);
      }
      case 'planPct': {
        const plan = { ...(yearOf(period) ?? period), measure: 'plan' } as const;
        return percentOf(await this.levels(asked, [actual, plan], pieces), 0);
      }
      default: {
        const levels = await this.levels(asked, [actual], pieces);
        return new Map(levels.map(({ target, value }) => [target, decimal(value)]));
      }
    }
  }

  private async levels(
    { indicator, asOf, ...breakdown }: ReadRanking,
    spans: readonly Span[],
    pieces: readonly TargetPiece[],
  ): Promise<Level[]> {
    const asked = { pieces, spans, indicators: [indicator], breakdown, asOf: dayAsked(asOf) };
    const { statement, parameters } = readingOf('levels', asked);
    return query<Level>(this.source, statement, parameters);
  }
}

/** The units ranked: those joined, the members of a group, or every province and city, on the map asked for or that of the period. */
function membersAsked({ group, on }: ReadRanking, period: Period): string[] {
  const day = on ?? lastDay(period);
  if (group === undefined)
    return territoriesOn(day)
      .filter(({ type }) => type === 'province' || type === 'city')
      .map(({ id }) => id);
  const joined = unitsJoined(group);
  if (joined.length > 1) {
    refuseOverlaps(joined, day, 'group');
    return joined;
  }
  const members = isTerritory(group) ? membersOf(group, day) : [];
  if (members.length === 0) throw refusedAsked('group', 'territory.unknown', { territory: group });
  return members.map(({ id }) => id);
}
