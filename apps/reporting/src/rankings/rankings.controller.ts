import { Controller } from '@nestjs/common';
import { reporting, type Ranking, type ReadRanking } from '@doit/contracts';
import {
  indicator as indicatorOf,
  lastDay,
  memberIdsOn,
  yearBefore,
  yearOf,
  type Period,
} from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, periodAsked, refusedAsked } from '../comparisons/asked';
import { readingOf, type Span } from '../series/asked';
import { piecesAsked, refuseOverlaps, unitsJoined } from '../series/pieces';
import { rankingOf, type Ranked } from './rankings.sql';

const country = 'viet-nam';

/** Territories in order, with how many there are, and how many are better than the country. */
@Controller()
export class RankingsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.rankings.read)
  async read(asked: ReadRanking): Promise<Json<Ranking>> {
    const { indicator, asOf, by, ...breakdown } = asked;
    const period = periodAsked(asked.period, 'period');
    indicatorsAsked([indicator]);
    const members = membersAsked(asked, period);
    const pieces = piecesAsked([...members, country], { on: asked.on, until: period, pointer: 'group' });
    const { ranked, spans } = rankedBy(by, period);
    const levels = { pieces, spans, indicators: [indicator], breakdown, asOf: dayAsked(asOf) };
    const lessIsBetter = indicatorOf(indicator)?.direction === 'down';
    const { statement, parameters } = rankingOf(readingOf('levels', levels), ranked, {
      ...{ indicator, period: period.key, members, country, lessIsBetter },
    });
    const [found] = await query<{ body: string }>(this.source, statement, parameters);
    if (!found) throw new Error('an aggregate has a row');
    return json(found.body);
  }
}

/** What is ranked, and the periods it is read of: two that are compared are read at once. */
function rankedBy(by: ReadRanking['by'], period: Period): { ranked: Ranked; spans: Span[] } {
  const actual = { ...period, measure: 'actual' } as const;
  switch (by) {
    case 'yoyPct':
      return { ranked: { ratioLess: 100 }, spans: [actual, { ...yearBefore(period), measure: 'actual' }] };
    case 'planPct':
      return {
        ranked: { ratioLess: 0 },
        spans: [actual, { ...(yearOf(period) ?? period), measure: 'plan' }],
      };
    default:
      return { ranked: 'level', spans: [actual] };
  }
}

/** The units ranked: those joined, the members of a group, or every province and city, on the map asked for or that of the period. */
function membersAsked({ group = country, on }: ReadRanking, period: Period): string[] {
  const day = on ?? lastDay(period);
  const joined = unitsJoined(group);
  if (joined.length > 1) {
    refuseOverlaps(joined, day, 'group');
    return joined;
  }
  const members = memberIdsOn(group, day);
  if (members.length === 0) throw refusedAsked('group', 'territory.unknown', { territory: group });
  return members;
}
