import type { Pool, QueryResultRow } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { DatabaseConfig } from './config';
import { everyTerritory } from './territory-wall';

// JSON that PostgreSQL builds shows instants in the session's zone. A statement prepared by name is planned once: planning
// a series anew each time cost more than reading it.
const sessionOptions = '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan';
/**
 * A statement of the pool ends after this many milliseconds, long after whoever asked has been told that it took too long:
 * what is stuck gives its connection back. A job that reads everything says so (`unhurried`).
 */
const statementTimeout = 30_000;
const inTime = `-c statement_timeout=${statementTimeout}`;

interface Rooms {
  entities: DataSourceOptions['entities'];
  migrations: DataSourceOptions['migrations'];
}

/** TypeORM's options for a service's own schema; tables come from its migrations, never from `synchronize`. */
export function databaseOptions(config: DatabaseConfig, { entities, migrations }: Rooms): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    schema: config.schema,
    applicationName: config.service,
    poolSize: config.poolSize,
    entities: entities ?? [],
    migrations: migrations ?? [],
    migrationsTableName: 'migration',
    // Connections stay open once they are: to open ten in a burst holds two cores for 100 ms, when they are needed most.
    extra: { connectionTimeoutMillis: 5000, idleTimeoutMillis: 0, options: `${sessionOptions} ${inTime}` },
  };
}

/** Runs the migrations that a service's schema lacks, over all territories; the options are the owner's. Answers their names. */
export async function migrate(options: DataSourceOptions): Promise<string[]> {
  const extra = { ...(options.extra as object), options: `${sessionOptions} ${everyTerritory}` };
  const source = new DataSource({ ...options, extra, poolSize: 1 } as DataSourceOptions);
  await source.initialize();
  try {
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** A statement that each connection prepares once, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** TypeORM's own pool, for what goes to `pg` directly. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as PostgresDriver).master as Pool;
}

/** Hot reads go to `pg` directly. */
export async function query<R extends QueryResultRow>(
  source: DataSource,
  { name, text }: Statement,
  values: unknown[],
): Promise<R[]> {
  return (await poolOf(source).query<R>({ name, text, values })).rows;
}

/** A statement that may take as long as it needs: one that reads all of a table, for an auditor or the night. */
export async function unhurried<R extends QueryResultRow>(
  source: DataSource,
  sql: string,
  values: unknown[],
): Promise<R[]> {
  const client = await poolOf(source).connect();
  try {
    await client.query('begin read only');
    await client.query('set local statement_timeout = 0');
    const { rows } = await client.query<R>(sql, values);
    await client.query('commit');
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
