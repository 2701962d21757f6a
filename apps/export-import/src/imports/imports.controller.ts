import { Controller } from '@nestjs/common';
import {
  exportImport,
  exportImportEvents,
  Problem,
  type Caller,
  type DecideImport,
  type FlowImport,
  type FlowImportPage,
  type ImportById,
  type ListFlowImports,
  type ReturnImport,
  type SendFlowImport,
} from '@doit/contracts';
import { tell } from '@doit/events';
import { approvesOwn } from '@doit/observations';
import { lastDay, parsePeriod } from '@doit/reference';
import { refuseFuture, todayInVietNam } from '@doit/registers';
import { json, Serves, type Json } from '@doit/rpc';
import { query, writeFor } from '@doit/runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { closeDocument } from './document.sql';
import { Importer } from './importer.worker';
import { addImport, decideImport, listImports, readImport } from './imports.sql';

interface Found {
  version: number;
  body: string;
  territories: string[];
  sentBy: string;
  status: string;
  state: string;
  isDryRun: boolean;
}

/** Extracts of the customs: sent, watched, approved. */
@Controller()
export class ImportsController {
  constructor(
    private readonly source: DataSource,
    private readonly importer: Importer,
  ) {}

  @Serves(exportImport.imports.send)
  async send(sent: SendFlowImport, caller: Caller): Promise<Json<FlowImport>> {
    const { file, locale, dryRun = false, source = 'customs', status = 'preliminary', whole = false } = sent;
    const asOf = dayOf(sent.asOf);
    await closeDocument(this.source, file, caller.subject);
    const id = uuid();
    await writeFor(this.source, caller, async (tx) => {
      await tx.query(addImport, [
        ...[id, file, locale, source, asOf, status, whole, dryRun, caller.may('export-import:approve')],
        ...[caller.territories, caller.subject],
      ]);
      await tellChanged(tx, id, caller.subject);
    });
    this.importer.nudge();
    return this.answer(id, caller);
  }

  @Serves(exportImport.imports.get)
  get({ id }: ImportById, caller: Caller): Promise<Json<FlowImport>> {
    return this.answer(id, caller);
  }

  @Serves(exportImport.imports.list)
  async list(
    { status, state, limit = 20, after }: ListFlowImports,
    caller: Caller,
  ): Promise<Json<FlowImportPage>> {
    const [at = null, id = null] = after === undefined ? [] : readCursor(after);
    const rows = await query<{ id: string; key: string; body: string }>(this.source, listImports, [
      ...[
        caller.subject,
        caller.readsUnpublished('export-import'),
        status ?? null,
        state ?? null,
        at,
        id,
        limit,
      ],
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last ? JSON.stringify(`${last.key}~${last.id}`) : 'null';
    return json(`{"items":[${page.map(({ body }) => body).join(',')}],"next":${next}}`);
  }

  @Serves(exportImport.imports.approve)
  approve(asked: DecideImport, caller: Caller): Promise<Json<FlowImport>> {
    return this.decide(asked, caller, 'approved', null);
  }

  @Serves(exportImport.imports.return)
  return(asked: ReturnImport, caller: Caller): Promise<Json<FlowImport>> {
    return this.decide(asked, caller, 'returned', asked.reason);
  }

  private async decide(
    { id, ifMatch }: DecideImport,
    caller: Caller,
    state: 'approved' | 'returned',
    reason: string | null,
  ): Promise<Json<FlowImport>> {
    const { territories, sentBy, status, state: before, isDryRun } = await this.found(id, caller);
    for (const territory of territories) caller.requireTerritory(territory);
    if (status !== 'done' || before !== 'submitted' || isDryRun) throw new Problem('import.not-submitted');
    const own = await approvesOwn(this.source, 'export-import', caller, territories);
    if (state === 'approved' && sentBy === caller.subject && !territories.every(own))
      throw new Problem('import.own-approval');
    await writeFor(this.source, caller, async (tx) => {
      // An approved one is carried out in the territories of who approved it.
      const waits = state === 'approved' ? 'queued' : 'done';
      const allowed = state === 'approved' ? caller.territories : null;
      const [rows]: [unknown[], number] = await tx.query(decideImport, [
        ...[id, state, waits, caller.subject, reason, allowed, ifMatch],
      ]);
      if (rows.length === 0) throw new Problem('import.changed-meanwhile');
      await tellChanged(tx, id, caller.subject);
    });
    this.importer.nudge();
    return this.answer(id, caller);
  }

  private async answer(id: string, caller: Caller): Promise<Json<FlowImport>> {
    const { body, version } = await this.found(id, caller);
    return json(body, version);
  }

  private async found(id: string, caller: Caller): Promise<Found> {
    const readable = caller.readsUnpublished('export-import');
    const [found] = await query<Found>(this.source, readImport, [caller.subject, readable, id]);
    if (!found) throw new Problem('import.not-found');
    return found;
  }
}

/** A day, or the last one of a month. @throws Problem register.step-in-future */
export function dayOf(asOf: string | undefined): string {
  const period = asOf?.length === 7 ? parsePeriod(asOf) : null;
  const day = period ? lastDay(period) : (asOf ?? todayInVietNam());
  const isThisMonth = period !== null && asOf === todayInVietNam().slice(0, 7);
  if (!isThisMonth) refuseFuture(day, '/asOf');
  return day;
}

/** What an import is, told with the change that made it so. */
async function tellChanged(tx: EntityManager, id: string, actor: string): Promise<void> {
  const [payload]: { payload: string }[] = await tx.query(
    `select json_build_object('import', i.id, 'status', i.status, 'state', i.state, 'file', d.name, 'sha256', d.sha256,
       'source', i.source, 'territories', i.territories, 'accepted', i.accepted, 'reason', i.reason)::text as payload
       from flow_import i left join document d on d.id = i.document where i.id = $1`,
    [id],
  );
  await tell(tx, exportImportEvents.flowImportChanged, {
    ...{ aggregate: `flow-import:${id}`, actor, payload: payload?.payload ?? '' },
  });
}

function readCursor(after: string): [string, string] {
  const [, at, id] =
    /^((?!0000)\d{4}-\d{2}-\d{2} [\d:.]+\+00)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ??
    [];
  if (
    at === undefined ||
    id === undefined ||
    Number.isNaN(Date.parse(at.replace(' ', 'T').replace('+00', 'Z')))
  )
    throw new Problem('list.unreadable-cursor');
  return [at, id];
}
