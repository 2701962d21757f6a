import { Client } from 'pg';
import { schemaOf, services, type Service } from '../../libs/contracts/src/services';
import { wordsOf } from './words';

/** How one service reaches its schema: as the role that runs it, and as the owner that migrates it. */
export interface ServiceDatabase {
  url: string;
  ownerUrl: string;
}
export type ServiceDatabases = Record<Service, ServiceDatabase>;

// Any number will do, as long as every provisioning takes the same.
const LOCK = 7_304_201;

/**
 * Makes what the services expect of a database, and changes nothing that is already so: per service a schema,
 * its owner `<schema>_owner` (migrations; may create schemas for a rebuild) and its runtime role `<schema>`
 * (USAGE on its own schema, no DDL; migrations grant it its tables), search_path of both = the schema, then
 * public for the functions of extensions. Two at once wait for each other.
 *
 * @param adminUrl a role with CREATEROLE, and CREATE on the database (CREATEDB where one is to be made).
 * @param database made where it is missing; without it the database of `adminUrl`.
 * @param passwordOf the password of a role; roles belong to the server, so it must stay the same.
 * @throws Error that names everything the administrator lacks.
 */
export async function provision({
  adminUrl,
  database,
  passwordOf,
  say = () => undefined,
}: {
  adminUrl: string;
  database?: string;
  passwordOf: (role: string) => string;
  say?: (line: string) => void;
}): Promise<ServiceDatabases> {
  return connected(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    if (database === undefined) {
      await furnish(admin, passwordOf, say);
      return urlsAt(adminUrl, passwordOf);
    }
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await admin.query(`create database ${admin.escapeIdentifier(database)}`);
    const inside = new URL(adminUrl);
    inside.pathname = `/${encodeURIComponent(database)}`;
    await connected(inside.href, (client) => furnish(client, passwordOf, say));
    return urlsAt(inside.href, passwordOf);
  });
}

async function furnish(
  admin: Client,
  passwordOf: (role: string) => string,
  say: (line: string) => void,
): Promise<void> {
  const { isSuper, database } = await whoAreWe(admin);
  await makeUnaccent(admin, database);
  await admin.query('revoke create on schema public from public; grant usage on schema public to public');
  const roles = await admin.query<{ name: string }>('select rolname as name from pg_roles');
  const there = new Set(roles.rows.map(({ name }) => name));
  for (const schema of services.map(schemaOf)) {
    for (const role of [`${schema}_owner`, schema]) {
      if (!there.has(role)) await admin.query(`create role ${role}`);
      await admin
        .query(`alter role ${role} login password ${admin.escapeLiteral(passwordOf(role))}`)
        .catch((e: unknown) => {
          throw new Error(
            `Role "${role}" was made by somebody else and may not be changed by this administrator: ` +
              `give ready-made roles (DATABASE_URL_INDUSTRY, DATABASE_OWNER_URL_INDUSTRY, …) or another server.`,
            { cause: e },
          );
        });
    }
    // Since PostgreSQL 16 who makes a role is not yet a member of it, and only a member gives it a schema.
    if (!isSuper) await admin.query(`grant ${schema}_owner to current_user`);
    await admin.query(`
      create schema if not exists ${schema} authorization ${schema}_owner;
      revoke all on schema ${schema} from public;
      grant usage on schema ${schema} to ${schema};
      grant create on database ${database} to ${schema}_owner;
      alter role ${schema}_owner in database ${database} set search_path = ${schema}, public;
      alter role ${schema} in database ${database} set search_path = ${schema}, public`);
  }
  const { rows } = await admin.query<{ may: boolean }>(
    `select has_database_privilege('reporting_owner', current_database(), 'create') as may`,
  );
  if (rows[0]?.may === false) {
    say(
      'reporting_owner may not create schemas (the administrator does not own the database): rebuilds will fail',
    );
  }
}

async function whoAreWe(admin: Client): Promise<{ isSuper: boolean; database: string }> {
  const { rows } = await admin.query<Record<'is_super' | 'may_make_roles' | 'may_create', boolean> & Who>(`
    select rolname as name, rolsuper as is_super, rolsuper or rolcreaterole as may_make_roles,
           has_database_privilege(current_database(), 'create') as may_create,
           quote_ident(current_database()) as database, current_setting('server_version_num')::int as version
      from pg_roles where rolname = current_user`);
  const who = rows[0];
  if (who === undefined) throw new Error('The administrator has no row in pg_roles.');
  const missing = [
    ...(who.version < 150_000 ? ['PostgreSQL 15 or newer'] : []),
    ...(who.may_make_roles ? [] : [`the attribute CREATEROLE for role "${who.name}"`]),
    ...(who.may_create ? [] : [`the privilege CREATE on database ${who.database} for role "${who.name}"`]),
  ];
  if (missing.length > 0) throw new Error(`the login lacks ${missing.join('; ')}.`);
  return { isSuper: who.is_super, database: who.database };
}
interface Who {
  name: string;
  database: string;
  version: number;
}

async function makeUnaccent(admin: Client, database: string): Promise<void> {
  const { rows } = await admin.query<{ schema: string }>(
    `select extnamespace::regnamespace::text as schema from pg_extension where extname = 'unaccent'`,
  );
  if (rows[0]?.schema === 'public') return;
  await admin.query('create extension if not exists unaccent schema public').catch((cause: unknown) => {
    const why = wordsOf(cause);
    throw new Error(
      `Database ${database} lacks the extension unaccent in schema public (${why}): ` +
        'an administrator of the server runs "create extension unaccent schema public" there.',
      { cause },
    );
  });
  if (rows[0] !== undefined) {
    throw new Error(`The extension unaccent lies in schema ${rows[0].schema} and is expected in public.`);
  }
}

function urlsAt(url: string, passwordOf: (role: string) => string): ServiceDatabases {
  const as = (role: string): string => {
    const login = new URL(url);
    login.username = role;
    login.password = passwordOf(role);
    return login.href;
  };
  return forEachService((service) => {
    const schema = schemaOf(service);
    return { url: as(schema), ownerUrl: as(`${schema}_owner`) };
  });
}

export const forEachService = <T>(make: (service: Service) => T): Record<Service, T> =>
  Object.fromEntries(services.map((service) => [service, make(service)])) as Record<Service, T>;

/** Runs `work` with a connection that ends with it. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that stops under an idle connection must not end this process: the next query says it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
