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
import { lastMonth, period } from '@doit/reference';
import { json, Serves, type Json } from '@doit/rpc';
import { query, type Statement } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { columnsOf, ownUnits, ownUnitsNow, periodAsked, spansAsked, sumPeriodAsked } from './asked';
import { readBreakdown, readByMacroGroup } from './breakdown.sql';
import { landOf, unitsAsked } from './land';
import { macroColumns } from './macro';
import { readMarkets } from './markets.sql';
import { monthByMonth, monthsFrom, monthsSince, type TotalsOfPiece } from './month-by-month';
import { readTotals } from './months.sql';
import { partnersAsked, tiesOn } from './ties';
import { messages } from './words.sql';

/** Rows of one answer: what a reply can carry. */
const mostRows = 800;
/** Where nobody says whose figures are meant. */
const customs = 'customs';

/** Reports over what the lines of trade come to: one statement each, whose answer PostgreSQL builds. */
@Controller()
export class FlowReportsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.flowReports.months)
  async months({ source = customs, ...asked }: ReadFlowMonths): Promise<Json<FlowMonths>> {
    const [from, to] = [periodAsked(asked.from, 'from').from, lastMonth(periodAsked(asked.to, 'to'))];
    const many = monthsFrom(from, to) + 1;
    const units = many < 1 || many > mostRows ? [] : unitsAsked(asked.territory, period(from, many));
    const points = Math.max(units.length, 1) * many;
    if (points > mostRows) throw new Problem('series.too-long', { points, most: mostRows });
    const land = units.flatMap((unit, place) =>
      landOf(unit).map((each, piece) => ({ ...each, place, piece })),
    );
    const places = [land.map(({ place }) => place), land.map(({ piece }) => piece)];
    const shown = monthsSince(from, to);
    const span = [`${shown.months[0] ?? from}-01`, `${to}-01`];
    const found = await query<TotalsOfPiece & { place: number }>(this.source, readTotals, [
      ...[...places, ...columnsOf(land), source, ...span],
    ]);
    const totals = units.map((): TotalsOfPiece[] => []);
    for (const total of found) totals[total.place]?.push(total);
    // Unit by unit: what has become text need not be kept as objects until all are reckoned.
    const items = units.map((unit, place) =>
      JSON.stringify(monthByMonth(unit, landOf(unit), totals[place] ?? [], shown)),
    );
    const head = JSON.stringify({ source, from, to, messages });
    return json(`${head.slice(0, -1)},"items":[${items.join()}]}`);
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

  private async answer<T>(statement: Statement, values: unknown[]): Promise<Json<T>> {
    const [found] = await query<{ body: string }>(this.source, statement, values);
    if (!found) throw new Error(`${statement.name} answers no row`);
    return json(found.body);
  }
}
