import type { ClientBase } from 'pg';

/**
 * Makes empty twins of tables in another schema: columns, defaults, constraints and indexes with their own names, and the
 * grants. (`like … including all` alone would name indexes anew.) The tables have no triggers, and no serial columns; views
 * and foreign keys of other tables may not depend on them.
 *
 * Answers how to make the indexes that keep nothing unique: after the tables are filled that takes a fraction of the time.
 */
export async function makeTwins(
  client: ClientBase,
  schema: string,
  shadow: string,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  // Definitions are printed without a schema where the search path finds the table, so that they can be said again elsewhere.
  await client.query(`set search_path = ${schema}, public`);
  const { rows } = await client.query<{ statement: string; later: boolean }>(definitionsOf, [tables, schema]);
  await client.query(`set search_path = ${shadow}, ${schema}, public`);
  for (const table of tables) {
    await client.query(
      `create table ${shadow}.${table} (like ${schema}.${table} including all excluding indexes)`,
    );
  }
  const make = async (later: boolean): Promise<void> => {
    for (const row of rows) if (row.later === later) await client.query(row.statement);
  };
  await make(false);
  return () => make(true);
}

/** In the caller's transaction: the twins take the place of the tables. */
export async function swapTwins(
  client: ClientBase,
  schema: string,
  shadow: string,
  tables: readonly string[],
): Promise<void> {
  await client.query(`drop table ${tables.map((table) => `${schema}.${table}`).join(', ')}`);
  for (const table of tables) await client.query(`alter table ${shadow}.${table} set schema ${schema}`);
}

// Keys first, then indexes, foreign keys when all keys are there, grants last.
const definitionsOf = `
  with original as (
    select oid, relname, relacl from pg_class
    where relname = any ($1) and relnamespace = to_regnamespace($2)
  )
  select statement, later from (
    select case contype when 'f' then 3 else 1 end as step, false as later,
      format('alter table %I add constraint %I %s', relname, conname, pg_get_constraintdef(con.oid, true)) as statement
    from original join pg_constraint con on conrelid = original.oid and contype in ('p', 'u', 'x', 'f')
    union all
    select 2, not indisunique, pg_get_indexdef(indexrelid, 0, true)
    from original join pg_index on indrelid = original.oid
    where not exists (select from pg_constraint where conindid = indexrelid and conrelid = original.oid)
    union all
    select 4, false, format('grant %s on %I to %s', privilege_type, relname,
      case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
    from original, aclexplode(relacl)
    union all
    select 4, false, format('grant %s (%I) on %I to %s', privilege_type, attname, relname,
      case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
    from original join pg_attribute on attrelid = original.oid, aclexplode(attacl)
  ) definition
  order by step`;
