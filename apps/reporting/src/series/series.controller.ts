import { Controller } from '@nestjs/common';
import { Problem, reporting, type ReadSeries, type SeriesList } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, periodAsked } from '../comparisons/asked';
import { parametersOf, piecesAsked, refusalWords, spansAsked } from './asked';
import { readSeries } from './series.sql';

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;
/** Points of one answer: what a page or chart can hold, and a reply can carry. */
const most = 5000;

/** Figures over time. */
@Controller()
export class SeriesController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.series.read)
  async read(asked: ReadSeries): Promise<Json<SeriesList>> {
    const { frequency = 'month', on } = asked;
    const months = monthsOf[frequency];
    const indicators = indicatorsAsked(asked.indicator) ?? [];
    const spans = spansAsked(periodAsked(asked.from, 'from'), periodAsked(asked.to, 'to'), months);
    const pieces = piecesAsked(asked.territory, on);
    const points =
      (monthsFrom(spans.from, spans.to) / months + 1) * indicators.length * asked.territory.length;
    if (points > most) throw new Problem('series.too-long', { points, most });
    const asOf = dayAsked(asked.asOf);
    const parameters = parametersOf({
      ...{ pieces, ...spans, months, indicators, breakdown: asked, measure: 'actual', asOf },
    });
    const [found] = await query<{ body: string }>(this.source, readSeries(asOf !== null), [
      ...parameters,
      refusalWords,
    ]);
    return json(found?.body ?? '{"series":[]}');
  }
}

function monthsFrom(from: string, to: string): number {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(to) - index(from);
}
