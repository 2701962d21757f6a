import type { ChangePage } from '@doit/contracts';
import { csvOf, json, type Json } from '@doit/rpc';
import { defaultLimit, type ChangeRow } from './changes.sql';

/** An answer must fit into one message of the broker, quotes doubled in CSV. */
const longest = 600_000;

const cursorOf = ({ position, nth }: ChangeRow): string => `${position}-${nth}`;

/** The rows that one answer holds, by number and by size (but always one), and whether more follow. */
function fitting(rows: readonly ChangeRow[], limit = defaultLimit): { rows: ChangeRow[]; more: boolean } {
  const fit: ChangeRow[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, limit)) {
    bytes += Buffer.byteLength(row.after) + Buffer.byteLength(row.before ?? '') + 500;
    if (bytes > longest && fit.length > 0) break;
    fit.push(row);
  }
  return { rows: fit, more: fit.length < rows.length };
}

/** The contract's ChangePage; the records cross the house as the text that was told. */
export function pageOf(found: readonly ChangeRow[], limit?: number): Json<ChangePage> {
  const { rows, more } = fitting(found, limit);
  const items = rows.map(({ before, after, nth: _nth, position, ...plain }) => {
    const text = JSON.stringify({ position: Number(position), ...plain });
    return `${text.slice(0, -1)},"before":${before ?? 'null'},"after":${after}}`;
  });
  const last = rows.at(-1);
  return json(`{"items":[${items.join(',')}],"next":${more && last ? `"${cursorOf(last)}"` : 'null'}}`);
}

const columns = [
  'position',
  'occurredAt',
  'actor',
  'what',
  'record',
  'territory',
  'before',
  'after',
  'hash',
] as const;

/** CSV with the contract's names; an empty page has its heading all the same. */
export function csvPage(found: readonly ChangeRow[], limit?: number): string {
  const lines = fitting(found, limit).rows.map((row) => [
    ...columns.map((column) => row[column] ?? ''),
    cursorOf(row),
  ]);
  return csvOf([[...columns, 'cursor'], ...lines]);
}
