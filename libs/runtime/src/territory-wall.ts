import type { DataSource, EntityManager } from 'typeorm';

/** Local to each writing transaction: the ids of its territories, or `*` for all. */
const setting = 'doit.territories';

/** For a whole session of the schema's owner, who migrates rows of every territory. */
export const everyTerritory = `-c ${setting}=*`;

/**
 * The second wall, in a migration: rows of the table are added, changed and removed in the territories that the
 * transaction was opened for, and nowhere else; without any, nowhere. It holds for the owner too (docs/decisions/0013).
 * Reading is scoped where the statements are written.
 */
export function territoryWall(table: string): string[] {
  // Asked once a statement, not once a row; null, where nothing is set, is not true either.
  const within = `(select string_to_array(current_setting('${setting}', true), ',')) && array['*', territory]`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_select on ${table} for select using (true)`,
    `create policy ${table}_insert on ${table} for insert with check (${within})`,
    `create policy ${table}_update on ${table} for update using (${within}) with check (${within})`,
    `create policy ${table}_delete on ${table} for delete using (${within})`,
  ];
}

/** Opens a transaction that is under way for a caller: `writeFor` does, and a job that writes on a connection of its own. */
export async function openFor(
  tx: { query(sql: string, values: unknown[]): Promise<unknown> },
  { territories }: { readonly territories: readonly string[] },
): Promise<void> {
  await tx.query(`select set_config('${setting}', $1, true)`, [territories.join(',')]);
}

/**
 * A writing transaction for a caller, the only way to open one: rows of other territories than his cannot be written in
 * it, whatever the handler forgets. They cannot be locked either: `select … for update` does not find them.
 */
export function writeFor<T>(
  source: DataSource,
  caller: { readonly territories: readonly string[] },
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return source.transaction(async (tx) => {
    await openFor(tx, caller);
    return work(tx);
  });
}
