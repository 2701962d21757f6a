import type { Derived } from './lives';

/**
 * SQL of an entry's contract JSON with what is derived, behind what is kept.
 * @param body `body` or `public_body`
 * @param row the name of the row
 */
export function bodyWith(derived: Derived, body: string, row: string): string {
  const kept = `${row}.${body}`;
  const added = derivedJson(derived, row);
  return added === null ? kept : `left(${kept}, -1) || ${added} || '}'`;
}

/** SQL of what is derived alone, as it stands behind the other fields: `,"class":2`. Null: nothing is. */
export function derivedJson(derived: Derived, row: string): string | null {
  const added = Object.entries(derived).map(
    ([name, sql]) => `',"${name}":' || coalesce(to_json(${sql(row)})::text, 'null')`,
  );
  return added.length === 0 ? null : added.join(' || ');
}

/** An entry's contract JSON from what is kept and what is derived: a page of them is put together sooner here than by PostgreSQL. */
export function withDerived<T extends { body: string; derived?: string }>(row: T): T {
  return row.derived === undefined ? row : { ...row, body: `${row.body.slice(0, -1)}${row.derived}}` };
}

/** What everybody may read of what is derived: what is hidden is null, like the fields that it follows from. */
export function publicly(derived: Derived, hidden: readonly string[]): Derived {
  const shown = Object.entries(derived).map(([name, sql]): [string, (row: string) => string] => [
    name,
    hidden.includes(name) ? () => 'null::text' : sql,
  ]);
  return Object.fromEntries(shown);
}
