import type { Register } from '@doit/contracts';
import { csvOf, type TextPage } from '@doit/rpc';
import { csvColumns, cursorOf, fitting, type FoundEntry } from './list.sql';

/** CSV with the contract's names, the last column a cursor; an empty page has its heading all the same. */
export function csvPage(register: Register, found: readonly FoundEntry[], limit: number): TextPage {
  const columns = csvColumns(register);
  // Quotes are doubled.
  const { entries, more } = fitting(found, limit, ({ body }) => Buffer.byteLength(body) * 1.2 + 100);
  const lines = entries.map((entry) => {
    const record = JSON.parse(entry.body) as Record<string, unknown>;
    return [...columns.map((column) => text(record[column])), cursorOf(entry)];
  });
  const last = entries.at(-1);
  return { body: csvOf([[...columns, 'cursor'], ...lines]), next: more && last ? cursorOf(last) : null };
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
