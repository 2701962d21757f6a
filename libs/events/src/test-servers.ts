import { event, schemaOf, type Service } from '@doit/contracts';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type NatsConnection } from 'nats';
import { Client, type ClientConfig } from 'pg';
import { natsConfig } from '../../../deploy/local/nats-config';
import type { Log } from './told';

/** A tested thing that happens: what the specs tell each other. */
export class Noted {
  n: number;
  writer: number;
  poison?: boolean;
}
export const noted = event('industry.note.written', 1, 'A note was written', Noted);

export const quiet: Log = { log: () => undefined, warn: () => undefined, error: () => undefined };

export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 90_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${holds.toString()}`);
    await sleep(20);
  }
}

/** A database of its own with roles and schemas of two services, on the server of TEST_DATABASE_URL. */
export class TestDatabase {
  readonly name = `events_${randomBytes(6).toString('hex')}`;
  private readonly server: string;

  constructor() {
    this.server = process.env['TEST_DATABASE_URL'] ?? '';
    if (!this.server) throw new Error('TEST_DATABASE_URL names no PostgreSQL server');
  }

  async create(): Promise<void> {
    await this.asAdmin('postgres', [`create database ${this.name}`]);
    const services = ['industry', 'reporting'] as const;
    await this.asAdmin(
      this.name,
      services.flatMap((service) => [
        `create role ${this.role(service, true)} login password 'test'`,
        `create role ${this.role(service)} login password 'test'`,
        `create schema ${service} authorization ${this.role(service, true)}`,
        `grant usage on schema ${service} to ${this.role(service)}`,
        `grant create on database ${this.name} to ${this.role(service, true)}`,
      ]),
    );
  }

  async drop(): Promise<void> {
    await this.asAdmin('postgres', [`drop database if exists ${this.name} with (force)`]);
    for (const service of ['industry', 'reporting'] as const) {
      await this.asAdmin('postgres', [`drop role ${this.role(service)}, ${this.role(service, true)}`]);
    }
  }

  /** Roles belong to the whole server: each database brings its own. */
  role(service: Service, owner = false): string {
    return `${this.name}_${schemaOf(service)}${owner ? '_owner' : ''}`;
  }

  /** The runtime role of a service, or its owner. */
  connection(service: Service, owner = false): ClientConfig {
    const url = new URL(this.server);
    url.pathname = this.name;
    url.username = this.role(service, owner);
    url.password = 'test';
    return { connectionString: url.href, options: `-c search_path=${schemaOf(service)},public` };
  }

  async client(service: Service, owner = false): Promise<Client> {
    const client = new Client(this.connection(service, owner));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async asOwner(service: Service, statements: readonly string[]): Promise<void> {
    const client = await this.client(service, true);
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async asAdmin(database: string, statements: readonly string[]): Promise<void> {
    const url = new URL(this.server);
    url.pathname = database;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

/** A nats-server of its own, under the permissions of the house. */
export class TestBroker {
  readonly namespace = 'doit';
  private readonly folder = mkdtempSync(join(tmpdir(), 'doit-events-'));
  private readonly password = `p${randomBytes(12).toString('hex')}`;
  private port = 0;
  private server: ChildProcess | undefined;

  async start(): Promise<void> {
    this.port ||= await freePort();
    const config = join(this.folder, 'nats.conf');
    writeFileSync(config, natsConfig({ namespace: this.namespace }));
    const users = ['GATEWAY', 'INDUSTRY', 'TRADE', 'EXPORT_IMPORT', 'REPORTING'];
    this.server = spawn(
      process.env['TEST_NATS_BINARY'] ?? 'nats-server',
      ['-c', config, '-a', '127.0.0.1', '-p', String(this.port), '-js', '-sd', this.store],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          ...Object.fromEntries(users.map((user) => [`NATS_PASSWORD_${user}`, this.password])),
        },
      },
    );
    await eventually(async () => {
      const connection = await this.connect('reporting').catch(() => undefined);
      await connection?.close();
      return connection !== undefined;
    });
  }

  async connect(service: Service): Promise<NatsConnection> {
    return connect({ ...this.login(service), maxReconnectAttempts: -1, reconnectTimeWait: 100 });
  }

  login(service: Service) {
    const user = schemaOf(service);
    const servers = `nats://127.0.0.1:${this.port}`;
    return { servers, user, pass: this.password, inboxPrefix: `_INBOX.${user}` };
  }

  /** As `kill -9`. */
  async kill(): Promise<void> {
    if (!this.server || this.server.exitCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }

  deleteStore(): void {
    rmSync(this.store, { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get store(): string {
    return join(this.folder, 'store');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
