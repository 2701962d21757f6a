import { Controller } from '@nestjs/common';
import { Problem, reporting, type ReadSeries, type SeriesList } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayAsked, indicatorsAsked, periodAsked, refusedAsked } from '../comparisons/asked';
import { assertOneValueEach, readingOf, spansAsked } from './asked';
import { piecesAsked } from './pieces';

/** Points of one answer: what a page or chart can hold, and a reply can carry. */
const most = 5000;

/** Figures over time. */
@Controller()
export class SeriesController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.series.read)
  async read(asked: ReadSeries): Promise<Json<SeriesList>> {
    const { frequency = 'month', on, cumulative = false, computed = false } = asked;
    if (cumulative && frequency !== 'month')
      throw refusedAsked('cumulative', 'series.cumulative-not-monthly', { frequency });
    assertOneValueEach(asked);
    const indicators = indicatorsAsked(asked.indicator) ?? [];
    const [from, to] = [periodAsked(asked.from, 'from'), periodAsked(asked.to, 'to')];
    const spans = spansAsked(from, to, frequency, cumulative);
    const pieces = piecesAsked(asked.territory, { on, until: to, pointer: 'territory' });
    const points = spans.length * indicators.length * asked.territory.length;
    if (points > most) throw new Problem('series.too-long', { points, most });
    if (spans.length === 0) return json('{"series":[]}');
    const asOf = dayAsked(asked.asOf);
    const { statement, parameters } = readingOf('series', {
      ...{ pieces, spans, indicators, breakdown: asked, asOf, flowsAlone: cumulative, computed },
    });
    const [found] = await query<{ body: string }>(this.source, statement, parameters);
    return json(found?.body ?? '{"series":[]}');
  }
}
