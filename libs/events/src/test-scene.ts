import type { NatsConnection } from 'nats';
import { Pool, type Client } from 'pg';
import type { Apply, Source } from './listening/batch';
import { Listener } from './listening/listener';
import { hear } from './test-hear';
import { listenerTablesV1 } from './listening/listener-tables';
import { Noted, noted, quiet, TestBroker, TestDatabase } from './test-servers';
import { eventTablesV1, eventTablesV2 } from './telling/event-tables';
import { Relay } from './telling/relay';
import { Replay } from './telling/replay';
import { tell } from './telling/tell';

/** Industry tells, reporting listens: one database, one broker, as many replicas as a spec starts. */
export class Scene {
  readonly database = new TestDatabase();
  readonly broker = new TestBroker();
  readonly namespace = 'doit';
  /** What relays and listeners complained about. */
  readonly warnings: string[] = [];
  private readonly log = { ...quiet, warn: (message: string) => void this.warnings.push(message) };
  private readonly running: { stop(): Promise<void> }[] = [];
  private readonly connections: NatsConnection[] = [];
  private readonly clients: Client[] = [];
  private readonly pools: Pool[] = [];

  async begin(): Promise<void> {
    await Promise.all([this.database.create(), this.broker.start()]);
    const role = this.database.role('industry');
    await this.database.asOwner('industry', [...eventTablesV1(role), ...eventTablesV2(role)]);
    await this.database.asOwner('reporting', [
      ...listenerTablesV1(this.database.role('reporting')),
      `create table heard (
        place bigint generated always as identity constraint heard_place_pkey primary key,
        position bigint not null, id uuid not null, aggregate text not null, n int not null,
        constraint heard_n_check check (n >= 0)
      )`,
      'create index heard_aggregate_idx on heard (aggregate)',
      `grant select, insert on heard to ${this.database.role('reporting')}`,
    ]);
  }

  async end(): Promise<void> {
    await this.stopAll();
    await Promise.all(this.clients.map((client) => client.end()));
    await Promise.all(this.pools.map((pool) => pool.end()));
    await Promise.all(this.connections.map((connection) => connection.close()));
    await this.broker.remove();
    await this.database.drop();
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.running.splice(0).map((part) => part.stop()));
  }

  async client(service: 'industry' | 'reporting', owner = false): Promise<Client> {
    const client = await this.database.client(service, owner);
    this.clients.push(client);
    return client;
  }

  async nats(service: 'industry' | 'reporting' | 'trade'): Promise<NatsConnection> {
    const connection = await this.broker.connect(service);
    this.connections.push(connection);
    return connection;
  }

  /** One replica of the teller: its relay and its desk. */
  async teller(): Promise<Relay> {
    const nats = await this.nats('industry');
    const connection = this.database.connection('industry');
    const pool = new Pool({ ...connection, max: 2 });
    pool.on('error', () => undefined);
    this.pools.push(pool);
    const common = { service: 'industry', namespace: this.namespace, nats, log: this.log } as const;
    const replay = new Replay({ ...common, pool });
    const relay = new Relay({ ...common, connection });
    replay.start();
    relay.start();
    this.running.push(relay, replay);
    return relay;
  }

  /** One replica of the listener. */
  async listener(apply: Apply = hear): Promise<Listener> {
    const nats = await this.nats('reporting');
    const listener = new Listener({
      ...this.source(apply),
      listener: 'reporting',
      namespace: this.namespace,
      connection: this.database.connection('reporting'),
      nats,
      log: this.log,
    });
    listener.start();
    this.running.push(listener);
    return listener;
  }

  source(apply: Apply = hear): Source {
    return { teller: 'industry', projection: 'notes', apply };
  }

  /** A new epoch and empty tables, as a teller has after losing its database. */
  async forgetEverything(): Promise<void> {
    await this.database.asOwner('industry', [
      'truncate event restart identity',
      `update relay set epoch = gen_random_uuid(), head = 0, sent = 0, chained = 0, hash = decode(repeat('00', 32), 'hex')`,
    ]);
    await this.database.asOwner('reporting', ['truncate heard, cursor, parked_event restart identity']);
  }
}

/** Tells in a transaction of its own. */
export async function note(
  client: Client,
  n: number,
  aggregate = 'one',
  more: Partial<Noted> = {},
): Promise<void> {
  await client.query('begin');
  await tell(client, noted, { aggregate, actor: 'officer', payload: { n, writer: 0, ...more } });
  await client.query('commit');
}

/** What was heard, in the order of hearing. */
export async function heard(client: Client): Promise<{ position: number; n: number; aggregate: string }[]> {
  const { rows } = await client.query<{ position: string; n: number; aggregate: string }>(
    'select position, n, aggregate from heard order by place',
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

export const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
