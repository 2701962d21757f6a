import { Controller } from '@nestjs/common';
import { reporting, type IndicatorBreakdown, type ReadBreakdown } from '@doit/contracts';
import { indicator as indicatorOf, type Indicator } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { listedBreakdowns, type ListedBreakdown } from '../checks/declared-parts';
import { indicatorsAsked, placeAsked, refusedAsked } from '../comparisons/asked';
import { readStanding } from '../comparisons/standing.sql';
import { breakdownOf } from './breakdown';

/** An indicator of a territory and period by its parts: approved figures alone. */
@Controller()
export class BreakdownsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.breakdowns.read)
  async read(asked: ReadBreakdown): Promise<IndicatorBreakdown> {
    const place = placeAsked(asked);
    const { indicator, breakdown } = breakdownAsked(asked);
    const codes = [...new Set([indicator.code, ...breakdown.parts.map(([code]) => code)])];
    const standing = await readStanding(this.source, place, codes);
    const { territory, period, on, asOf } = place;
    return {
      ...{ territory, period: period.key },
      ...(on !== undefined && { on }),
      ...(asOf !== undefined && { asOf }),
      ...breakdownOf(indicator, breakdown, standing),
    };
  }
}

/** @throws Problem indicator.unknown, breakdown.none, breakdown.unknown (422), naming the parameter */
function breakdownAsked({ indicator: code, by }: ReadBreakdown): {
  indicator: Indicator;
  breakdown: ListedBreakdown;
} {
  indicatorsAsked([code]);
  const indicator = indicatorOf(code);
  const listed = listedBreakdowns(code);
  const [first] = listed;
  if (!indicator || !first) throw refusedAsked('indicator', 'breakdown.none', { indicator: code });
  const breakdown = by === undefined ? first : listed.find((each) => each.by === by);
  if (!breakdown) {
    const choices = listed.map((each) => each.by).join(', ');
    throw refusedAsked('by', 'breakdown.unknown', { indicator: code, by: by ?? '', choices });
  }
  return { indicator, breakdown };
}
