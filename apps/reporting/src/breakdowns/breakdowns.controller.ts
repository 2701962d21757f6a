import { Controller } from '@nestjs/common';
import { reporting, type IndicatorBreakdown, type ReadBreakdown } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { readStanding } from '../comparisons/standing.sql';
import { breakdownAsked } from './asked';
import { breakdownOf } from './breakdown';

/** An indicator of a territory and period by its parts: approved figures alone. */
@Controller()
export class BreakdownsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.breakdowns.read)
  async read(asked: ReadBreakdown): Promise<IndicatorBreakdown> {
    const place = placeAsked(asked);
    const { indicator, breakdown } = breakdownAsked(asked);
    const codes = [...new Set([indicator.code, ...(breakdown.parts ?? []).map(([code]) => code)])];
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
