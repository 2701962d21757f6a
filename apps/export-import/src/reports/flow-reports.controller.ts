import { Controller } from '@nestjs/common';
import {
  exportImport,
  Problem,
  type Caller,
  type FlowBreakdown,
  type FlowMarkets,
  type FlowMonths,
  type ReadFlowBreakdown,
  type ReadFlowMarkets,
  type ReadFlowMonths,
} from '@doit/contracts';
import { lastMonth, monthPlus, period } from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { query, type Statement } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { columnsOf, ownUnits, ownUnitsNow, periodAsked, spansAsked, sumPeriodAsked } from './asked';
import { readBreakdown, readByMacroGroup } from './breakdown.sql';
import { landOf, unitsAsked } from './land';
import { macroColumns } from './macro';
import { readMarkets } from './markets.sql';
import { readMonths } from './months.sql';
import { partnersAsked, tiesOn } from './ties';

/** Rows of one answer: what a reply can carry. */
const mostRows = 800;
/** Where nobody says whose figures are meant. */
const customs = 'customs';

/** Reports over what the lines of trade come to: one statement each, whose answer PostgreSQL builds. */
@Controller()
export class FlowReportsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.flowReports.months)
  async months(asked: ReadFlowMonths): Promise<Json<FlowMonths>> {
    const first = periodAsked(asked.from, 'from').from;
    const last = lastMonth(periodAsked(asked.to, 'to'));
    const many = monthsFrom(first, last);
    if (many < 1) return this.answer(readMonths, [[], [], [], [], ...this.bounds(asked, first, last), []]);
    const units = many > mostRows ? [] : unitsAsked(asked.territory, period(first, many));
    const points = Math.max(units.length, 1) * many;
    if (points > mostRows) throw new Problem('series.too-long', { points, most: mostRows });
    const land = units.flatMap((unit, i) => landOf(unit).map((piece) => ({ ...piece, place: i + 1 })));
    const places = land.map(({ place }) => place);
    return this.answer(readMonths, [places, ...columnsOf(land), ...this.bounds(asked, first, last), units]);
  }

  @Serves(exportImport.flowReports.breakdown)
  async breakdown(asked: ReadFlowBreakdown, caller: Caller): Promise<Json<FlowBreakdown>> {
    const { by, flow, order = 'value', limit = 20, source = customs } = asked;
    const of = sumPeriodAsked(asked.period);
    const { land, now, before } = spansAsked(asked.territory, of);
    const without = [...now.without, ...before.without];
    return this.answer(by === 'macro-group' ? readByMacroGroup : readBreakdown, [
      ...columnsOf(land),
      ownUnits(caller, land),
      ...[source, flow, by, ...now.bounds, ...before.bounds, now.needed, before.needed, order, limit, of.key],
      asked.territory ?? ['viet-nam'],
      without,
      ...(by === 'macro-group' ? macroColumns : []),
    ]);
  }

  @Serves(exportImport.flowReports.markets)
  async markets(asked: ReadFlowMarkets, caller: Caller): Promise<Json<FlowMarkets>> {
    const { flow, source = customs, partners } = asked;
    const of = sumPeriodAsked(asked.period);
    const { land, now, before } = spansAsked(asked.territory, of);
    const { members, common } = partnersAsked(partners ?? [], of);
    return this.answer(readMarkets, [
      ...columnsOf(land),
      ownUnitsNow(caller, land, now.bounds),
      ...[source, flow, 'partner', ...now.bounds, ...before.bounds, now.needed, of.key],
      asked.territory ?? ['viet-nam'],
      ...tiesOn(of),
      ...[partners ?? null, now.without, members, common],
    ]);
  }

  private bounds({ source = customs }: ReadFlowMonths, first: string, last: string): string[] {
    const january = `${Number(first.slice(0, 4)) - 1}-01-01`;
    return [source, january, `${first}-01`, `${last}-01`];
  }

  private async answer<T>(statement: Statement, values: unknown[]): Promise<Json<T>> {
    const [found] = await query<{ body: string }>(this.source, statement, values);
    if (!found) throw new Error(`${statement.name} answers no row`);
    return json(found.body);
  }
}

function monthsFrom(first: string, last: string): number {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(monthPlus(last, 1)) - index(first);
}
