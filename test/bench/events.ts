import { spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { event, Whole } from '@doit/contracts';
import {
  eventTablesV1,
  eventTablesV2,
  Listener,
  listenerTablesV1,
  Relay,
  Replay,
  tell,
  tellMany,
} from '@doit/events';
import { connect, type NatsConnection } from 'nats';
import { Client, Pool } from 'pg';
import type { Bus } from '../../deploy/local/nats';
import type { ServiceDatabases } from '../../deploy/local/provision';
import { root } from '../../deploy/local/root';
import { quantile } from './client';
import { median, show } from './print';

class Ticked {
  @Whole('Number') n: number;
}
const ticked = event('industry.bench.ticked', 1, 'A tick of the bench', Ticked);

const rounds = 3;
const drained = 20_000;
const perSecond = 300;
const lagSeconds = 5;
const writers = 10;
const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
const payload = (n: number): string => JSON.stringify({ n, at: now(), filling: 'x'.repeat(200) });
const now = (): number => performance.timeOrigin + performance.now();

/** From a committed row to a committed projection, against JetStream alone: publish and consume, nothing kept. */
export async function events(databases: ServiceDatabases, bus: Bus): Promise<void> {
  const login = (user: string) => ({
    servers: bus.url,
    inboxPrefix: `_INBOX.${user}`,
    user,
    pass: bus.logins[user]?.password ?? '',
  });
  const [teller, listener, raw] = await Promise.all([
    connect(login('industry')),
    connect(login('reporting')),
    connect(login('trade')),
  ]);
  await asOwner(databases.industry.ownerUrl, [...eventTablesV1('industry'), ...eventTablesV2('industry')]);
  await asOwner(databases.reporting.ownerUrl, listenerTablesV1('reporting'));
  await asOwner(databases.reporting.ownerUrl, [
    'create table tick (n int)',
    'grant insert on tick to reporting',
  ]);
  const limit = new RawJetStream(raw, listener);
  await limit.open();
  const ours = new Pipeline(databases, teller, listener);
  await ours.open();
  try {
    const rates: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
    const lags: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
    // The lag first, and on a quiet disk: while pages of a drain, or of a new server, are written, commits wait for it.
    for (let round = 0; round < rounds; round++) {
      await quietDisk();
      lags.limit.push(quantile(await limit.lag(), 0.99));
      lags.ours.push(quantile(await ours.lag(), 0.99));
    }
    for (let round = 0; round < rounds; round++) {
      rates.limit.push(await limit.drain());
      rates.ours.push(await ours.drain());
      await sleep(1000);
    }
    show(
      `events lag p99 at ${perSecond}/s`,
      { ours: median(lags.ours), limit: median(lags.limit), unit: 'ms' },
      20,
      true,
    );
    show(
      `pipeline, ${drained} events`,
      { ours: median(rates.ours), limit: median(rates.limit), unit: '/s' },
      0.65,
    );
  } finally {
    await ours.close();
    await Promise.all([teller.drain(), listener.drain(), raw.drain()]);
  }
}

/** Waits, three minutes at most, until a second of synced writes has no slow one; says what it found. */
async function quietDisk(): Promise<void> {
  spawnSync('sync');
  const folder = mkdtempSync(join(root, '.runtime/disk-'));
  const file = openSync(join(folder, 'synced'), 'w');
  const page = Buffer.alloc(8192, 1);
  let times: number[] = [];
  const until = performance.now() + 180_000;
  do {
    times = [];
    for (let n = 0; n < 300; n++) {
      const begun = performance.now();
      writeSync(file, page, 0, page.length, 0);
      fdatasyncSync(file);
      times.push(performance.now() - begun);
      await sleep(3);
    }
    times.sort((a, b) => a - b);
  } while (quantile(times, 0.99) > 5 && performance.now() < until);
  closeSync(file);
  rmSync(folder, { recursive: true });
  console.log(
    `one synced write of 8 kB: p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
  );
}

async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Times of arrival: waits until so many have come. */
class Arrivals {
  private times: number[] = [];
  private awaited = 0;
  private done: () => void = () => undefined;

  expect(count: number): Promise<void> {
    this.times = [];
    this.awaited = count;
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${this.times.length} of ${count} arrived within 60 s`)),
        60_000,
      );
      this.done = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  come(payloads: readonly string[]): void {
    const at = now();
    for (const text of payloads) this.times.push(at - (JSON.parse(text) as { at: number }).at);
    if (this.times.length >= this.awaited) this.done();
  }

  sorted(): number[] {
    return this.times.sort((a, b) => a - b);
  }
}

/** Publishes so many a second, each when its time has come. */
async function paced(send: (n: number) => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let n = 0; n < perSecond * lagSeconds; n++) {
    const early = begun + (n * 1000) / perSecond - performance.now();
    if (early > 1) await sleep(early);
    sent.push(send(n));
  }
  await Promise.all(sent);
}

/** The limit: the same bytes through a stream of the same kind to an ordered consumer. */
class RawJetStream {
  private readonly arrivals = new Arrivals();
  private readonly subject = 'doit.evt.trade.bench.raw.v1';

  constructor(
    private readonly publisher: NatsConnection,
    private readonly consumer: NatsConnection,
  ) {}

  async open(): Promise<void> {
    const { streams } = await this.publisher.jetstreamManager({ checkAPI: false });
    await streams.add({ name: 'doit_trade', subjects: ['doit.evt.trade.>'] });
    const ordered = await this.consumer.jetstream().consumers.get('doit_trade');
    await ordered.consume({
      max_messages: 1000,
      callback: (message) => this.arrivals.come([message.string()]),
    });
  }

  async drain(): Promise<number> {
    const js = this.publisher.jetstream();
    const texts = Array.from({ length: drained }, (_, n) => payload(n));
    const begun = performance.now();
    const all = this.arrivals.expect(drained);
    for (let from = 0; from < drained; from += 500) {
      await Promise.all(texts.slice(from, from + 500).map((text) => js.publish(this.subject, text)));
    }
    await all;
    return (drained / (performance.now() - begun)) * 1000;
  }

  async lag(): Promise<number[]> {
    const js = this.publisher.jetstream();
    const all = this.arrivals.expect(perSecond * lagSeconds);
    await paced((n) => js.publish(this.subject, payload(n)));
    await all;
    return this.arrivals.sorted();
  }
}

/** Ours: told in transactions, relayed, applied in transactions that move the cursor. */
class Pipeline {
  private readonly arrivals = new Arrivals();
  private readonly pool: Pool;
  private readonly replay: Replay;

  constructor(
    private readonly databases: ServiceDatabases,
    private readonly teller: NatsConnection,
    private readonly listener: NatsConnection,
  ) {
    this.pool = new Pool({ connectionString: databases.industry.url, max: writers, idleTimeoutMillis: 0 });
    this.replay = new Replay({
      service: 'industry',
      namespace: 'doit',
      pool: this.pool,
      nats: teller,
      log: quiet,
    });
    this.replay.start();
  }

  /** All are told before relay and listener begin, so that only they are measured. */
  async drain(): Promise<number> {
    for (let from = 0; from < drained; from += 1000) {
      const told = Array.from({ length: 1000 }, (_, n) => ({
        aggregate: `tick:${n % 50}`,
        actor: 'bench',
        payload: payload(from + n),
      }));
      await tellMany(this.pool, ticked, told);
    }
    const begun = performance.now();
    const all = this.arrivals.expect(drained);
    await this.running(() => all);
    return (drained / (performance.now() - begun)) * 1000;
  }

  /** Services keep their connections, so none is opened while lag is measured: ten at once hold two cores for 100 ms. */
  async open(): Promise<void> {
    const clients = await Promise.all(Array.from({ length: writers }, () => this.pool.connect()));
    for (const client of clients) client.release();
  }

  async lag(): Promise<number[]> {
    await this.running(async () => {
      await sleep(1500); // both hold their seats
      const all = this.arrivals.expect(perSecond * lagSeconds);
      await paced((n) =>
        tell(this.pool, ticked, { aggregate: `tick:${n % 50}`, actor: 'bench', payload: payload(n) }),
      );
      await all;
    });
    return this.arrivals.sorted();
  }

  private async running(work: () => Promise<unknown>): Promise<void> {
    const { industry, reporting } = this.databases;
    const relay = new Relay({
      service: 'industry',
      namespace: 'doit',
      connection: { connectionString: industry.url },
      nats: this.teller,
      log: quiet,
    });
    const listener = new Listener({
      listener: 'reporting',
      teller: 'industry',
      projection: 'bench',
      namespace: 'doit',
      connection: { connectionString: reporting.url },
      nats: this.listener,
      log: quiet,
      apply: async (tx, told) => {
        const texts = told.map((one) => one.payload);
        await tx.query({
          name: 'tick',
          text: `insert into tick select (t ->> 'n')::int from unnest($1::json[]) t`,
          values: [texts],
        });
        this.arrivals.come(texts);
      },
    });
    relay.start();
    listener.start();
    try {
      await work();
    } finally {
      await listener.stop();
      await relay.stop();
    }
  }

  async close(): Promise<void> {
    await this.replay.stop();
    await this.pool.end();
  }
}
