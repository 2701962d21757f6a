import type { Register } from '@doit/contracts';
import type { TextPage } from '@doit/rpc';
import { csvColumns, cursorOf, fitting, type FoundEntry } from './list.sql';

/** RFC 4180 with the contract's names, the last column a cursor; an empty page has its heading all the same. */
export function csvOf(register: Register, found: readonly FoundEntry[], limit: number): TextPage {
  const columns = csvColumns(register);
  // Quotes are doubled.
  const { entries, more } = fitting(found, limit, ({ body }) => Buffer.byteLength(body) * 1.2 + 100);
  const lines = entries.map((entry) => {
    const record = JSON.parse(entry.body) as Record<string, unknown>;
    return [...columns.map((column) => cell(record[column])), cell(cursorOf(entry))];
  });
  const body = [[...columns, 'cursor'], ...lines].map((line) => `${line.join(',')}\r\n`).join('');
  const last = entries.at(-1);
  return { body, next: more && last ? cursorOf(last) : null };
}

/** Quoted where need be; what a spreadsheet would take for a formula gets an apostrophe (OWASP). */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
