import type { Derived } from './lives';

/**
 * SQL of an entry's contract JSON with what is derived, behind what is kept.
 * @param body `body` or `public_body`
 * @param row the name of the row
 */
export function bodyWith(derived: Derived, body: string, row: string): string {
  const kept = `${row}.${body}`;
  const fields = Object.entries(derived);
  if (fields.length === 0) return kept;
  const added = fields.map(([name, sql]) => `',"${name}":' || coalesce(to_json(${sql(row)})::text, 'null')`);
  return `left(${kept}, -1) || ${added.join(' || ')} || '}'`;
}

/** What everybody may read of what is derived: what is hidden is null, like the fields that it follows from. */
export function publicly(derived: Derived, hidden: readonly string[]): Derived {
  const shown = Object.entries(derived).map(([name, sql]): [string, (row: string) => string] => [
    name,
    hidden.includes(name) ? () => 'null::text' : sql,
  ]);
  return Object.fromEntries(shown);
}
