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
  return [
    `create table ${table} (${own.replace('%', table)},
      ${columns.join(',\n      ')},
      constraint ${table}_territory_code_key unique (territory, code)
    )`,
    `create index ${table}_code_id_idx on ${table} (code, id)`,
    `create index ${table}_name_id_idx on ${table} (name, id)`,
    `create index ${table}_changed_at_id_idx on ${table} (changed_at, id)`,
    `create ${bodyFunction(table, [['body', columns]])}`,
    `create trigger ${table}_body before insert or update on ${table} for each row execute function ${table}_body()`,
    `grant select, insert, update on ${table} to ${runtimeRole}`,
    ...territoryWall(table),
  ];
}

/**
 * The statements that make a register's contract JSON anew, for a migration that adds columns or hides fields: rows get
 * theirs at once.
 * @param columns all of its own fields, in the contract's order: `code text not null`
 * @param hidden columns that show only to who may read the territory's; where there are any, `public_body` is without them
 */
export function registerBodyV2(
  table: string,
  columns: readonly string[],
  hidden: readonly string[] = [],
): string[] {
  const shown = columns.map((column) => (hidden.includes(nameOf(column)) ? `-${column}` : column));
  const bodies: [string, readonly string[]][] = [['body', columns]];
  if (hidden.length > 0) bodies.push(['public_body', shown]);
  return [
    ...(hidden.length > 0 ? [`alter table ${table} add column public_body text`] : []),
    `create or replace ${bodyFunction(table, bodies)}`,
    `update ${table} set id = id`,
    ...(hidden.length > 0 ? [`alter table ${table} alter column public_body set not null`] : []),
  ];
}

const nameOf = (column: string): string => column.replace('-', '').split(' ')[0] ?? '';

/** @param bodies the columns that hold contract JSON, and of what; a column with `-` before it shows as null */
function bodyFunction(table: string, bodies: readonly (readonly [string, readonly string[]])[]): string {
  const pairOf = (column: string): string => {
    const name = nameOf(column);
    const type = column.split(' ')[1];
    const field = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (column.startsWith('-')) return `null as "${field}"`;
    return `new.${name}${type === 'numeric' ? '::text' : ''} as "${field}"`;
  };
  const made = bodies.map(
    ([body, columns]) => `
        select row_to_json(entry)::text into new.${body} from (
          select new.id, ${columns.map(pairOf).join(', ')}, new.state, new.state_on as "stateOn", new.version,
                 new.recorded_at as "recordedAt", new.changed_at as "changedAt") as entry;`,
  );
  return `function ${table}_body() returns trigger language plpgsql set timezone = 'UTC' as $$
      begin${made.join('')}
        return new;
      end $$`;
}
