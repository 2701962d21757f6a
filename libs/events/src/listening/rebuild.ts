import { schemaOf, type Service } from '@doit/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import { Client, type ClientBase, type ClientConfig } from 'pg';
import type { Log } from '../told';
import { askReplay } from './archive';
import { BlamelessError, inTransaction, take, takeWithin, type Cursor, type Source } from './batch';
import { makeTwins, swapTwins } from './shadow';

export interface RebuildOptions {
  /** The service whose projection it is. */
  listener: Service;
  /** Every teller that writes to these tables, as its listener applies it. */
  sources: readonly Source[];
  /** All tables that the sources write to. */
  tables: readonly string[];
  namespace: string;
  /** The schema's owner, who may create schemas in the database. */
  connection: ClientConfig;
  nats: NatsConnection;
  log: Log;
}

const nearEnough = 100;
const swapAttempts = 30;
const ownTables = ['cursor', 'parked_event'];

/**
 * Builds a projection anew from the tellers' whole logs, in shadow tables, while the old ones go on answering; then swaps
 * them in one transaction, cursors and parked events with them. Listeners may run all the while: they find their cursor
 * moved and go on from there. Heals a projection that stopped for a new epoch. Leaves everything as it was when it fails.
 *
 * While the shadow tables are filled they have their keys alone; other indexes are made before the swap.
 */
export async function rebuild(options: RebuildOptions): Promise<void> {
  const schema = schemaOf(options.listener);
  const client = new Client({ application_name: `${schema} rebuild`, ...options.connection });
  await client.connect();
  try {
    const lock = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [`${schema} rebuild`],
    );
    if (!lock.rows[0]?.held) throw new Error(`another rebuild of ${options.listener} is running`);
    await rebuildAlone(options, client, schema);
  } finally {
    await client.end();
  }
}

/** Nobody else rebuilds: whatever lies in the shadow schema is a rest, or ours. */
async function rebuildAlone(options: RebuildOptions, client: Client, schema: string): Promise<void> {
  const shadow = `${schema}_shadow`;
  try {
    await client.query(`drop schema if exists ${shadow} cascade`);
    await client.query(`create schema ${shadow}`);
    // Where the machine fails before the swap there is nothing to keep.
    await client.query('set synchronous_commit = off');
    const makeIndexes = await makeTwins(client, schema, shadow, [...options.tables, ...ownTables]);
    const build = new Build(client, options, schema, shadow);
    for (const source of options.sources) await build.fill(source);
    await makeIndexes();
    for (const table of options.tables) await client.query(`analyze ${shadow}.${table}`);
    await build.swap();
  } finally {
    await client.query(`drop schema if exists ${shadow} cascade`).catch(() => undefined);
  }
}

class Build {
  private readonly cursors = new Map<Source, Cursor>();

  constructor(
    private readonly client: Client,
    private readonly options: RebuildOptions,
    private readonly schema: string,
    private readonly shadow: string,
  ) {}

  /** Everything told so far, but for the last hundred or so. */
  async fill(source: Source): Promise<void> {
    const { epoch } = await this.ask(source, { after: 0, limit: 1 });
    const { teller, projection } = source;
    await this.client.query(
      'insert into cursor (teller, projection, epoch, position) values ($1, $2, $3, 0)',
      [teller, projection, epoch],
    );
    let cursor: Cursor = { epoch, position: 0 };
    let left = Infinity;
    while (left > nearEnough) {
      const page = await this.ask(source, { epoch, after: cursor.position });
      if (page.events.length > 0) await take(this.client, this.guarded(source), cursor, page.events);
      cursor = { epoch, position: page.events.at(-1)?.position ?? cursor.position };
      left = page.head - cursor.position;
    }
    this.cursors.set(source, cursor);
    this.options.log.log(`rebuild of ${projection}: ${cursor.position} events of ${teller}`);
  }

  /** Tries again while long readers of the old tables are in the way, rather than make new readers queue behind it. */
  async swap(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await inTransaction(this.client, () => this.finish());
        return;
      } catch (error) {
        const busy = error instanceof Error && 'code' in error && error.code === '55P03'; // lock_not_available
        if (!busy || attempt === swapAttempts) throw error;
        await sleep(1_000);
      }
    }
  }

  private async finish(): Promise<void> {
    const { client, schema, shadow } = this;
    const tellers = this.options.sources.map((source) => source.teller);
    const projections = this.options.sources.map((source) => source.projection);
    const ours = `(teller, projection) in (select * from unnest($1::text[], $2::text[]))`;
    await client.query(`set local lock_timeout = '1s'; set local synchronous_commit = on`);
    // From here the listeners wait. This asks the tellers inside a transaction: bounded, and nobody else waits for it.
    await client.query(`select from ${schema}.cursor where ${ours} order by teller for update`, [
      tellers,
      projections,
    ]);
    for (const [source, cursor] of this.cursors) await this.catchUp(source, cursor);
    await swapTwins(client, schema, shadow, this.options.tables);
    for (const table of ownTables) {
      await client.query(`delete from ${schema}.${table} where ${ours}`, [tellers, projections]);
      await client.query(`insert into ${schema}.${table} select * from ${shadow}.${table}`);
    }
  }

  private async catchUp(source: Source, from: Cursor): Promise<void> {
    let cursor = from;
    for (;;) {
      const page = await this.ask(source, { epoch: cursor.epoch, after: cursor.position });
      const last = page.events.at(-1);
      if (!last) return;
      await takeWithin(this.client, this.guarded(source), cursor, page.events);
      cursor = { epoch: cursor.epoch, position: last.position };
    }
  }

  private async ask(source: Source, request: { epoch?: string; after: number; limit?: number }) {
    const page = await askReplay(this.options.nats, { ...this.options, teller: source.teller }, request);
    if (request.epoch !== undefined && request.epoch !== page.epoch) {
      throw new Error(`${source.teller} began a new epoch during the rebuild`);
    }
    return page;
  }

  /** A write beside the shadow tables would count twice in the living ones: refuse the whole rebuild. */
  private guarded(source: Source): Source {
    return {
      ...source,
      apply: async (tx, events) => {
        await source.apply(tx, events);
        await this.refuseStrayWrites(tx);
      },
    };
  }

  private async refuseStrayWrites(tx: ClientBase): Promise<void> {
    const { rows } = await tx.query<{ relname: string }>(
      `select relname from pg_stat_xact_user_tables
       where schemaname = $1 and n_tup_ins + n_tup_upd + n_tup_del > 0`,
      [this.schema],
    );
    if (rows[0])
      throw new BlamelessError(`the projection writes to ${rows[0].relname}: name it among the tables`);
  }
}
