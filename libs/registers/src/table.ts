import { territoryWall } from '@doit/runtime';

/** Columns that every register's table has beside its own. */
const own = `
      id uuid not null constraint %_pkey primary key,
      state text not null,
      state_on date,
      version integer not null,
      recorded_at timestamptz not null,
      changed_at timestamptz not null,
      words text not null,
      body text not null`;

/**
 * The statements that make a register's table in the owner's schema, for a migration. Its contract JSON is made by a
 * trigger when the row changes and not when it is read (docs/decisions/0009).
 * @param columns of its own fields, in the contract's order: `code text not null`
 * @param runtimeRole may then add, read and change rows; nobody removes one
 */
export function registerTableV1(table: string, columns: readonly string[], runtimeRole: string): string[] {
  const pairs = columns.map((column) => {
    const [name = '', type = ''] = column.split(' ');
    const field = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return `new.${name}${type === 'numeric' ? '::text' : ''} as "${field}"`;
  });
  return [
    `create table ${table} (${own.replace('%', table)},
      ${columns.join(',\n      ')},
      constraint ${table}_territory_code_key unique (territory, code)
    )`,
    `create index ${table}_code_id_idx on ${table} (code, id)`,
    `create index ${table}_name_id_idx on ${table} (name, id)`,
    `create index ${table}_changed_at_id_idx on ${table} (changed_at, id)`,
    `create function ${table}_body() returns trigger language plpgsql set timezone = 'UTC' as $$
      begin
        select row_to_json(entry)::text into new.body from (
          select new.id, ${pairs.join(', ')}, new.state, new.state_on as "stateOn", new.version,
                 new.recorded_at as "recordedAt", new.changed_at as "changedAt") as entry;
        return new;
      end $$`,
    `create trigger ${table}_body before insert or update on ${table} for each row execute function ${table}_body()`,
    `grant select, insert, update on ${table} to ${runtimeRole}`,
    ...territoryWall(table),
  ];
}
