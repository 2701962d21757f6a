import { Controller } from '@nestjs/common';
import {
  exportImport,
  Problem,
  type Caller,
  type CorrectFlow,
  type CreateFlow,
  type CreateFlows,
  type DecideFlow,
  type EndFlow,
  type EnterFlow,
  type Fault,
  type FlowById,
  type FlowHistory,
  type FlowLine,
  type FlowPage,
  type FlowsAsCsv,
  type IdempotencyKey,
  type ListFlows,
} from '@doit/contracts';
import { once } from '@doit/events';
import { approvesOwn } from '@doit/observations';
import { allTerritories } from '@doit/reference';
import { holdersAsked, todayInVietNam } from '@doit/registers';
import { csvOf, json, Serves, type Json, type TextPage } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { dayOf } from '../imports/imports.controller';
import { enteredLines } from './entered';
import { approveLine, enterLines, holdLine, setState, withdrawLine, writing } from './entry.sql';
import { listLines, readLine, readVintages } from './flow-list.sql';

interface Found {
  territory: string;
  month: string;
  state: string;
  version: number;
  import: string;
  sentBy: string;
  body: string;
}

const standing = ['approved', 'draft', 'returned'];
const csvLimit = 500;

/** Lines of trade by hand: entered, corrected, approved, withdrawn; and listed, for readers of their territory alone. */
@Controller()
export class FlowsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.flows.create)
  async create({ idempotencyKey: key, ...item }: CreateFlow, caller: Caller): Promise<Json<FlowLine>> {
    const [line = ''] = await this.enter([item], caller, {
      key,
      operation: 'create',
      pointer: (_, field) => `/${field}`,
    });
    return json(line);
  }

  @Serves(exportImport.flows.createMany)
  async createMany({ items, idempotencyKey: key }: CreateFlows, caller: Caller): Promise<Json<FlowPage>> {
    const pointer = (nth: number, field: string): string => `/items/${nth}/${field}`;
    const lines = await this.enter(items, caller, { key, operation: 'createMany', pointer });
    return json(`{"items":[${lines.join(',')}],"next":null}`);
  }

  @Serves(exportImport.flows.correct)
  async correct(asked: CorrectFlow, caller: Caller): Promise<Json<FlowLine>> {
    const { id, ifMatch, reason, ...changes } = asked;
    const found = await this.found(id, caller);
    if (found.version !== ifMatch) throw new Problem('flow.changed-meanwhile');
    if (!['approved', 'draft', 'returned'].includes(found.state))
      throw new Problem('flow.not-current', { state: found.state });
    const before = JSON.parse(found.body) as FlowLine;
    const {
      flow,
      territory,
      month,
      hs,
      partner,
      regime,
      enterprise,
      valueUsd,
      quantity,
      unit,
      status,
      source,
    } = before;
    const said = Object.fromEntries(
      Object.entries(changes as Record<string, unknown>).filter(([, value]) => value !== undefined),
    );
    const item = {
      flow,
      territory,
      month,
      hs,
      partner,
      regime,
      enterprise,
      valueUsd,
      quantity,
      unit,
      status,
      source,
      ...said,
    };
    const replaces = { id, ifMatch, reason, isDraft: found.state !== 'approved' };
    const pointer = (_: number, field: string): string => `/${field}`;
    const [line = ''] = await this.enter([item], caller, { operation: 'correct', pointer, replaces });
    return json(line);
  }

  @Serves(exportImport.flows.approve)
  async approve({ id, ifMatch }: DecideFlow, caller: Caller): Promise<Json<FlowLine>> {
    const { territory, sentBy } = await this.waiting(id, ifMatch, caller);
    const own = await approvesOwn(this.source, 'export-import', caller, [territory]);
    if (sentBy === caller.subject && !own(territory)) throw new Problem('flow.own-approval');
    return this.change(id, ifMatch, caller, (tx) => approveLine(tx, id, caller.subject));
  }

  @Serves(exportImport.flows.return)
  async return({ id, ifMatch, reason }: EndFlow, caller: Caller): Promise<Json<FlowLine>> {
    await this.waiting(id, ifMatch, caller);
    return this.change(id, ifMatch, caller, (tx) =>
      setState(tx, id, { state: 'returned', actor: caller.subject, reason }),
    );
  }

  @Serves(exportImport.flows.withdraw)
  async withdraw({ id, ifMatch, reason }: EndFlow, caller: Caller): Promise<Json<FlowLine>> {
    const { state, territory } = await this.found(id, caller);
    if (!standing.includes(state)) throw new Problem('flow.not-current', { state });
    const counts = state === 'approved';
    if (counts && !caller.mayIn('export-import:approve', territory))
      throw new Problem('register.correction-needs-approver');
    const by = { actor: caller.subject, reason };
    return this.change(id, ifMatch, caller, (tx) =>
      counts ? withdrawLine(tx, id, by) : setState(tx, id, { state: 'withdrawn', ...by }),
    );
  }

  @Serves(exportImport.flows.get)
  async get({ id }: FlowById, caller: Caller): Promise<Json<FlowLine>> {
    const { body, version } = await this.found(id, caller);
    return json(body, version);
  }

  @Serves(exportImport.flows.history)
  async history({ id }: FlowById, caller: Caller): Promise<Json<FlowHistory>> {
    await this.found(id, caller);
    const rows = await query<{ body: string }>(this.source, readVintages, [id]);
    return json(`{"items":[${rows.map(({ body }) => body).join(',')}]}`);
  }

  @Serves(exportImport.flows.list)
  async list(asked: ListFlows, caller: Caller): Promise<Json<FlowPage>> {
    const { rows, next } = await this.page(asked, caller, asked.limit ?? 100);
    return json(`{"items":[${rows.join(',')}],"next":${next === null ? 'null' : JSON.stringify(next)}}`);
  }

  @Serves(exportImport.flows.export)
  async export(asked: FlowsAsCsv, caller: Caller): Promise<TextPage> {
    const { rows, next } = await this.page(asked, caller, asked.limit ?? csvLimit);
    const lines = rows.map((row) => JSON.parse(row) as Record<string, string | number | null>);
    const cells = lines.map((line) => csvColumns.map((column) => String(line[column] ?? '')));
    return { body: csvOf([csvColumns, ...cells]), next };
  }

  private async page(
    asked: ListFlows | FlowsAsCsv,
    caller: Caller,
    limit: number,
  ): Promise<{ rows: string[]; next: string | null }> {
    const { from, to, flow, hs, commodity, partner, regime, enterprise, source, state, after } = asked;
    const [month = null, id = null] = after === undefined ? [] : readCursor(after);
    const found = await query<{ key: string; body: string }>(this.source, listLines, [
      ...[territoriesOf(asked.territory, caller), firstOf(from), firstOf(to), flow ?? null],
      ...[hs ?? null, commodity ?? null, partner ?? null, regime ?? null, enterprise ?? null, source ?? null],
      ...[state ?? standing, asked.import ?? null, month, id, limit],
    ]);
    const rows = found.slice(0, limit).map(({ body }) => body);
    return { rows, next: found.length > limit ? (found[limit - 1]?.key ?? null) : null };
  }

  /** Draws lines from what was entered, and enters them: what the caller may approve by himself counts at once. */
  private async enter(
    items: readonly EnterFlow[],
    caller: Caller,
    how: {
      key?: IdempotencyKey | undefined;
      operation: string;
      pointer: (nth: number, field: string) => string;
      replaces?: { id: string; ifMatch: number; reason: string; isDraft: boolean };
    },
  ): Promise<string[]> {
    const { pointer, replaces } = how;
    for (const { territory } of items) caller.requireTerritory(territory);
    const { stated, faults } = enteredLines(items, { today: todayInVietNam(), asOf: dayOf, pointer });
    const [first] = faults;
    if (first)
      throw new Problem(first.code as Problem['code'], first.params, faults.slice(0, 100) satisfies Fault[]);
    const territories = [...new Set(stated.map(({ territory }) => territory))];
    const own = await approvesOwn(this.source, 'export-import', caller, territories);
    const asked = { actor: caller.subject, operation: `export-import.flows.${how.operation}`, key: how.key };
    const kept = await writing(this.source, caller, (tx) =>
      once(tx, asked, async () => {
        const isApproved = territories.every(own);
        if (replaces) await holdLine(tx, replaces.id, replaces.ifMatch);
        if (replaces?.isDraft)
          await setState(tx, replaces.id, {
            state: 'superseded',
            actor: caller.subject,
            reason: replaces.reason,
          });
        return {
          lines: await enterLines(tx, {
            stated,
            caller,
            isApproved,
            pointer,
            reason: replaces?.reason ?? null,
          }),
        };
      }),
    );
    return kept.lines;
  }

  private async change(
    id: string,
    ifMatch: number,
    caller: Caller,
    work: (tx: Parameters<typeof setState>[0]) => Promise<void>,
  ): Promise<Json<FlowLine>> {
    await writing(this.source, caller, async (tx) => {
      await holdLine(tx, id, ifMatch);
      await work(tx);
    });
    return this.get({ id }, caller);
  }

  /** A draft that waits for who may approve it. */
  private async waiting(id: string, ifMatch: number, caller: Caller): Promise<Found> {
    const found = await this.found(id, caller);
    if (found.version !== ifMatch) throw new Problem('flow.changed-meanwhile');
    if (found.state !== 'draft') throw new Problem('flow.not-draft', { state: found.state });
    return found;
  }

  private async found(id: string, caller: Caller): Promise<Found> {
    const [found] = await query<Found>(this.source, readLine, [id]);
    if (!found) throw new Problem('flow.not-found');
    caller.requireTerritory(found.territory);
    return found;
  }
}

/** Those asked for with what they became of, or the caller's. @throws Problem territory.unknown, territory.not-yours */
function territoriesOf(asked: readonly string[] | undefined, caller: Caller): string[] {
  for (const territory of asked ?? []) caller.requireTerritory(territory);
  const named =
    asked?.flatMap(holdersAsked) ??
    (caller.territories.includes('*') ? allTerritories.map(({ id }) => id) : caller.territories);
  return [...new Set(named)].filter((territory) => caller.covers(territory));
}

/** A month's first day; PostgreSQL has no year 0, and no line is of the first. */
const firstOf = (month: string | undefined): string | null =>
  month === undefined ? null : `${month.replace(/^0000/, '0001')}-01`;

function readCursor(after: string): [string, string] {
  const [, month, id] = /^((?!0000)\d{4}-\d{2}-01)~(\d{1,18})$/.exec(after) ?? [];
  if (month === undefined || id === undefined || Number.isNaN(Date.parse(month)))
    throw new Problem('list.unreadable-cursor');
  return [month, id];
}

const csvColumns = [
  ...[
    'id',
    'flow',
    'territory',
    'month',
    'hs',
    'hsEdition',
    'commodity',
    'partner',
    'regime',
    'enterprise',
    'valueUsd',
    'basis',
  ],
  ...['quantity', 'unit', 'status', 'source', 'asOf', 'state', 'document', 'row', 'recordedBy', 'recordedAt'],
];
