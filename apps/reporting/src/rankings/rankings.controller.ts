import { Controller } from '@nestjs/common';
import { reporting, type Ranking, type ReadRanking } from '@doit/contracts';
import {
  indicator as indicatorOf,
  lastDay,
  seriesBreak,
  yearBefore,
  yearOf,
  type Indicator,
  type Period,
} from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, periodAsked, refusedAsked } from '../comparisons/asked';
import { countsTowardsPlan, isAmount } from '../comparisons/case';
import { isLevel } from '../comparisons/change';
import { assertOneValueEach, readingOf, type Span } from '../series/asked';
import { piecesAsked, refuseOverlaps, unitsJoined } from '../series/pieces';
import { membersOnDay } from './members';
import { rankingOf, type Ranked } from './rankings.sql';

const country = 'viet-nam';

/** Territories in order, with how many there are, and how many are better than the country. */
@Controller()
export class RankingsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.rankings.read)
  async read(asked: ReadRanking): Promise<Json<Ranking>> {
    const { indicator: code, asOf, by = 'value', on, ...breakdown } = asked;
    const period = periodAsked(asked.period, 'period');
    assertOneValueEach(breakdown);
    const indicator = rankedIndicator(asked, period);
    const members = membersAsked(asked, period);
    const { ranked, spans } = rankedBy(by, period);
    const pieces = piecesAsked([...members, country], { on, until: period, pointer: 'group' });
    const broken = new Set(
      pieces.filter((piece) => isBroken(code, piece.territory, spans)).map(({ target }) => target),
    );
    const levels = {
      pieces: pieces.filter(({ target }) => !broken.has(target)),
      ...{ spans, indicators: [code], breakdown, asOf: dayAsked(asOf) },
    };
    const { statement, parameters } = rankingOf(readingOf('levels', levels), ranked, {
      indicator: code,
      period: period.key,
      members,
      country,
      lessIsBetter: indicator.direction === 'down',
    });
    const [found] = await query<{ body: string }>(this.source, statement, parameters);
    if (!found) throw new Error('an aggregate has a row');
    return json(found.body);
  }
}

/**
 * What can be ranked, by the rules of comparisons: growth of levels, shares of the plan of amounts that count towards it,
 * and of what is only known by a breakdown one value of that.
 * @throws Problem indicator.unknown, ranking.not-comparable, ranking.needs-breakdown
 */
function rankedIndicator(asked: ReadRanking, period: Period): Indicator {
  const { indicator: code, by = 'value' } = asked;
  indicatorsAsked([code]);
  const indicator = indicatorOf(code);
  const span = indicator && { indicator, period };
  const isComparable =
    span &&
    (by === 'value' || (by === 'yoyPct' ? isLevel(indicator) : isAmount(span) && countsTowardsPlan(span)));
  if (!isComparable)
    throw refusedAsked('by', 'ranking.not-comparable', { indicator: code, by, period: period.key });
  const lacking = indicator.dimensions.find(
    ({ name, required }) => required && asked[name as keyof ReadRanking] === undefined,
  );
  if (lacking)
    throw refusedAsked(lacking.name, 'ranking.needs-breakdown', { indicator: code, dimension: lacking.name });
  return indicator;
}

/** Whether a break is declared between the two levels of a territory that would be compared. */
function isBroken(code: string, territory: string, [later, earlier]: readonly Span[]): boolean {
  if (!later || !earlier || earlier.measure === 'plan') return false;
  return seriesBreak(code, territory, earlier, later) !== null;
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
  return membersOnDay(group, day, 'group');
}
