import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenDatabases } from './given-databases';
import { freePort } from './ports';
import { startPostgres, type RunningPostgres } from './postgres';
import { connected, provision, type ServiceDatabases } from './provision';

let home: string;
let server: RunningPostgres;
let adminUrl: string;
let databases: ServiceDatabases;
const passwordOf = (role: string): string => `secret-of-${role}`;
const run = (url: string, sql: string): Promise<unknown[]> =>
  connected(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

async function loginOf(role: string, attributes: string): Promise<string> {
  await run(server.url, `create role ${role} login ${attributes} password '${role}'`);
  return server.url.replace(/\/\/.*@/, `//${role}:${role}@`);
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'doit-provision-'));
  chmodSync(home, 0o755);
  const port = await freePort();
  server = await startPostgres({ home, port, settings: { fsync: 'off' }, say: () => undefined });
  // An administrator as a hoster gives one: since PostgreSQL 16 the harder case.
  adminUrl = await loginOf('dba', 'createrole createdb');
  databases = await provision({ adminUrl, database: 'doit', passwordOf });
});
afterAll(async () => {
  await server.discard();
  rmSync(home, { recursive: true });
});

test('the owner makes tables in its schema without naming it, and the role reads what it is granted', async () => {
  await run(databases.trade.ownerUrl, 'create table market (name text); grant select on market to trade');
  await run(databases.trade.ownerUrl, `insert into market values ('Vinh')`);
  expect(await run(databases.trade.url, 'select name from market')).toEqual([{ name: 'Vinh' }]);
  expect(await run(databases.trade.url, `select unaccent('Chợ') as plain`)).toEqual([{ plain: 'Cho' }]);
});

test.each([
  ['reads nothing of another schema', 'select * from trade.market', 'permission denied for schema trade'],
  ['makes no table in its own', 'create table t (n int)', 'permission denied for schema industry'],
  ['nor in public', 'create table public.t (n int)', 'permission denied for schema public'],
  ['makes no schema', 'create schema mine', 'permission denied for database'],
  ['does not become its owner', 'set role industry_owner', 'permission denied to set role'],
])('the role of a service %s', async (_, sql, refusal) => {
  await expect(run(databases.industry.url, sql)).rejects.toThrow(refusal);
});

test('an owner reads nothing of another schema, and may make a shadow of its own for a rebuild', async () => {
  const { ownerUrl } = databases.reporting;
  await expect(run(ownerUrl, 'select * from trade.market')).rejects.toThrow(
    'permission denied for schema trade',
  );
  await run(ownerUrl, 'create schema reporting_shadow; drop schema reporting_shadow');
});

test('provisioning again changes nothing, also twice at once', async () => {
  const again = (): Promise<ServiceDatabases> => provision({ adminUrl, database: 'doit', passwordOf });
  expect(await Promise.all([again(), again()])).toEqual([databases, databases]);
  expect(await run(databases.trade.url, 'select name from market')).toEqual([{ name: 'Vinh' }]);
});

test('an administrator without the rights is told all that is missing', async () => {
  await expect(
    provision({ adminUrl: await loginOf('poor', ''), database: 'doit', passwordOf }),
  ).rejects.toThrow(
    'the login lacks the attribute CREATEROLE for role "poor"; the privilege CREATE on database doit',
  );
});

test('roles that somebody else made are left alone', async () => {
  const other = await loginOf('other', 'createrole');
  await run(server.url, 'grant create on database doit to other');
  await expect(provision({ adminUrl: other, database: 'doit', passwordOf })).rejects.toThrow(
    'Role "industry_owner" was made by somebody else',
  );
});

test('ready-made roles are taken, and what they lack is named', async () => {
  const variables = Object.entries(databases).flatMap(([service, { url, ownerUrl }]) => {
    const name = service.replace('-', '_').toUpperCase();
    return [[`DATABASE_URL_${name}`, url] as const, [`DATABASE_OWNER_URL_${name}`, ownerUrl] as const];
  });
  const given = Object.fromEntries<string>(variables);
  expect(await givenDatabases({})).toBeNull();
  expect(await givenDatabases(given)).toEqual(databases);
  await expect(givenDatabases({ ...given, DATABASE_URL_EXPORT_IMPORT: '' })).rejects.toThrow(
    'these are missing: DATABASE_URL_EXPORT_IMPORT.',
  );
  await expect(givenDatabases({ ...given, DATABASE_URL_TRADE: databases.industry.url })).rejects.toThrow(
    'DATABASE_URL_TRADE: USAGE on schema trade',
  );
});
