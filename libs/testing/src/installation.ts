import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import {
  house,
  reporting,
  schemaOf,
  services,
  type Operation,
  type ProblemOnTheWire,
  type RecordedIds,
  type Service,
} from '@doit/contracts';
import { Asker, Tokens, type Asked } from '@doit/rpc';
import {
  connectNats,
  migrate,
  ownerConfig,
  processConfig,
  runService,
  serviceConfig,
  type Running,
  type DatabaseConfig,
  type ServiceConfig,
} from '@doit/runtime';
import type { NatsConnection } from 'nats';
import { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { freePort } from '../../../deploy/local/ports';
import { startNats, type Bus } from '../../../deploy/local/nats';
import { keptAudit, type AuditFiles } from '../../../deploy/local/audit';
import { provision, type ServiceDatabases } from '../../../deploy/local/provision';
import { TestIssuer, type Claims } from './issuer';
import { schemaFaults } from './schemas';

/** The rooms of a service. */
export interface Rooms {
  module: Type;
  database: (config: DatabaseConfig) => DataSourceOptions;
}

export interface Answer {
  status: number;
  body: Record<string, unknown> & Partial<ProblemOnTheWire>;
  etag: string | undefined;
}

const allRights = services.flatMap((service) =>
  ['read', 'write', 'approve', 'audit'].map((right) => `${service}:${right}`),
);

/** Sample callers: an officer of Nghệ An with all rights there, one of Kiên Giang, the national administrator, a reader. */
export const people = {
  officer: { subject: 'nghean.officer', permissions: allRights, territories: ['nghe-an'] },
  neighbour: {
    subject: 'kiengiang.officer',
    permissions: allRights,
    territories: ['kien-giang', 'an-giang-2025'],
  },
  admin: {
    subject: 'admin',
    permissions: [...allRights, 'platform:read', 'platform:admin'],
    territories: ['*'],
  },
  reader: { subject: 'nghean.leader', permissions: ['industry:read'], territories: ['nghe-an'] },
} satisfies Record<string, Claims>;

/** Milliseconds: a busy machine is no fault of a service. Tests of what is too slow say how long they wait. */
const patience = 60_000;

/** A database, a broker and an issuer of their own, and services of the house running on them in this process. */
export class TestInstallation {
  private readonly home = mkdtempSync(join(tmpdir(), 'doit-test-'));
  private readonly name = `doit_${randomBytes(6).toString('hex')}`;
  private readonly running: Running[] = [];
  private readonly connections: NatsConnection[] = [];
  private bus: Bus;
  private databases: ServiceDatabases;
  issuer: TestIssuer;
  /** Where the heads of the chains are signed to. */
  audit: AuditFiles;
  /** Asks as the gateway does. */
  asker: Asker;

  static async create(): Promise<TestInstallation> {
    const installation = new TestInstallation();
    await installation.begin();
    return installation;
  }

  private async begin(): Promise<void> {
    const adminUrl = process.env['TEST_DATABASE_URL'] ?? '';
    // Roles belong to the whole server and are shared by all tests on it: one password for each, always the same.
    this.databases = await provision({ adminUrl, database: this.name, passwordOf: (role) => `test-${role}` });
    this.audit = keptAudit(this.home, this.databases);
    this.bus = await startNats({
      home: this.home,
      namespace: 'doit',
      port: await freePort(),
      say: () => undefined,
    });
    this.issuer = await TestIssuer.start();
    this.asker = new Asker(await this.connect('gateway'), 'doit', '_INBOX.gateway', () => undefined);
  }

  /** A connection to the broker as one of its users: `gateway`, or a schema's name. Ends with the installation. */
  async connect(user: string): Promise<NatsConnection> {
    const environment = { ...this.environment('industry'), NATS_PASSWORD: this.passwordOf(user) };
    const connection = await connectNats(processConfig(user, environment));
    this.connections.push(connection);
    return connection;
  }

  /** Verifies tokens of the issuer, as every process does for itself. */
  tokens(): Tokens {
    return new Tokens(this.issuer.url, 'doit');
  }

  /** Migrates and runs a service in this process. */
  async start(service: Service, { module, database }: Rooms): Promise<void> {
    await this.migrate(service, database);
    this.running.push(await runService(this.config(service), module));
  }

  /** Makes a service's tables, as the owner of its schema. Answers how TypeORM reaches them, as the owner still. */
  async migrate(service: Service, database: Rooms['database']): Promise<DataSourceOptions> {
    const options = database(this.owner(service));
    await migrate(options);
    return options;
  }

  config(service: Service): ServiceConfig {
    return serviceConfig(service, this.environment(service));
  }

  /** As the owner of a service's schema, for migrations and rebuilds. */
  owner(service: Service): DatabaseConfig {
    return ownerConfig(service, this.environment(service));
  }

  private environment(service: Service): Record<string, string> {
    const { url, ownerUrl } = this.databases[service];
    return {
      NATS_URL: this.bus.url,
      NATS_PASSWORD: this.passwordOf(schemaOf(service)),
      OIDC_ISSUER: this.issuer.url,
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      AUDIT_KEY_FILE: this.audit.keyFile,
      AUDIT_DIR: this.audit.directory,
    };
  }

  private passwordOf(user: string): string {
    return this.bus.logins[user]?.password ?? '';
  }

  /** Asks a service over the bus, as the gateway would. An answer that breaks its own promise is an error. */
  async ask(
    operation: Operation,
    who: Claims | null,
    { body, ...asked }: Omit<Asked, 'body'> & { body?: unknown } = {},
  ): Promise<Answer> {
    const token = who ? await this.issuer.token(who) : undefined;
    const bytes =
      body === undefined || body instanceof Uint8Array
        ? body
        : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const reply = await this.asker.ask(operation, {
      token,
      patience,
      ...(bytes && { body: bytes }),
      ...asked,
    });
    const text = Buffer.from(reply.data).toString();
    // What is promised in another form than JSON crosses the bus as it is.
    const isJson = reply.status !== 200 || operation.produces === 'application/json';
    const parsed = (isJson ? JSON.parse(text) : { body: text }) as Answer['body'];
    const faults = reply.status === 200 ? schemaFaults(operation.output, parsed) : [];
    if (faults.length > 0)
      throw new Error(`${operation.name} answers other than promised: ${faults.join('; ')}`);
    return { status: reply.status, body: parsed, etag: reply.etag };
  }

  /** Records figures with a service, as the administrator; reporting has learned them then: they arrive in order. */
  async record(operation: Operation, items: readonly object[]): Promise<void> {
    const reason = 'as its source says now';
    const { status, body } = await this.ask(operation, people.admin, { body: { items, reason } });
    if (status !== 200) throw new Error(JSON.stringify(body));
    const query = `observationId=${(body as unknown as RecordedIds).items.at(-1)?.id ?? ''}`;
    const end = Date.now() + patience;
    while ((await this.ask(reporting.lineage.read, null, { query })).status !== 200) {
      if (Date.now() > end) throw new Error('the figures have not arrived in reporting');
      await sleep(10);
    }
  }

  /** A connection as a role: the service's runtime role, or its owner. */
  async as(service: Service, owner = false): Promise<Client> {
    const { url, ownerUrl } = this.databases[service];
    const client = new Client({ connectionString: owner ? ownerUrl : url });
    await client.connect();
    return client;
  }

  async stop(): Promise<void> {
    for (const service of this.running) await service.close();
    this.asker.close();
    for (const connection of this.connections) if (!connection.isClosed()) await connection.drain();
    await this.issuer.stop();
    await this.bus.stop();
    const admin = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await admin.connect();
    await admin.query(`drop database ${this.name} with (force)`);
    await admin.end();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Every operation with a route, for tests that go through all of them. */
export const routedOperations = Object.values(house).flatMap(({ operations }) =>
  operations.filter(({ path }) => path !== null),
);
