import { readWritten, type NumberStyle } from '../../kit/grid/written-number';
import type { Entries } from '../../kit/grid/history';
import { writeNumber } from '../../words/numbers';

/** What somebody entered into a cell and has not sent: a number, what is none, or nothing where something was. */
export type Entry =
  | { readonly value: string; readonly otherwise?: string }
  | { readonly unreadable: string }
  | { readonly cleared: true };

/** Undefined: as if nothing had been entered. @param stands what is recorded already */
export function entryOf(text: string, style: NumberStyle, stands: string | undefined): Entry | undefined {
  const reading = readWritten(text, style);
  if (reading.kind === 'empty') return stands === undefined ? undefined : { cleared: true };
  if (reading.kind === 'unreadable') return { unreadable: reading.text };
  if (reading.value === stands) return undefined;
  return { value: reading.value, ...(reading.otherwise !== undefined && { otherwise: reading.otherwise }) };
}

/** As one would type it: in the style that is chosen. */
export function textOfEntry(
  entry: Entry | undefined,
  stands: string | undefined,
  style: NumberStyle,
): string {
  if (entry === undefined) return stands === undefined ? '' : writeNumber(stands, style).replace('−', '-');
  if ('value' in entry) return writeNumber(entry.value, style).replace('−', '-');
  return 'unreadable' in entry ? entry.unreadable : '';
}

interface Kept {
  readonly at: string;
  readonly entries: Entries<Entry>;
}

/**
 * What was entered stays on this computer until it is sent, so that nothing is lost when the network goes. Only what changed
 * since `last` is written: another window may keep its own there. False where the browser keeps nothing.
 */
export function keep(place: string, last: Entries<Entry>, next: Entries<Entry>): boolean {
  try {
    const entries = new Map(Object.entries(kept(place)?.entries ?? {}));
    for (const [key, entry] of Object.entries(next)) if (!isSame(entry, last[key])) entries.set(key, entry);
    for (const [key, entry] of Object.entries(last))
      if (next[key] === undefined && isSame(entry, entries.get(key))) entries.delete(key);
    const content: Kept = { at: new Date().toISOString(), entries: Object.fromEntries(entries) };
    if (entries.size === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(content));
    return true;
  } catch {
    // Full, or forbidden: the page says so.
    return false;
  }
}

/** What is left of what is entered once `sent` was recorded: what was entered since, and what is no number. */
export const leftAfter = (entries: Entries<Entry>, sent: Entries<Entry>): Entries<Entry> =>
  Object.fromEntries(
    Object.entries(entries).filter(([key, entry]) => 'unreadable' in entry || !isSame(entry, sent[key])),
  );

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('value' in a) return 'value' in b && a.value === b.value && a.otherwise === b.otherwise;
  if ('unreadable' in a) return 'unreadable' in b && a.unreadable === b.unreadable;
  return 'cleared' in b;
}

export function kept(place: string): Kept | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    if (typeof parsed !== 'object' || parsed === null) return null;
    if (!('at' in parsed) || typeof parsed.at !== 'string') return null;
    if (!('entries' in parsed) || typeof parsed.entries !== 'object' || parsed.entries === null) return null;
    const entries = Object.entries(parsed.entries).flatMap(([key, entry]) => {
      const read = readEntry(entry);
      return read ? [[key, read] as const] : [];
    });
    return entries.length > 0 ? { at: parsed.at, entries: Object.fromEntries(entries) } : null;
  } catch {
    // What cannot be read is as good as nothing.
    return null;
  }
}

function readEntry(given: unknown): Entry | null {
  if (typeof given !== 'object' || given === null) return null;
  if ('value' in given && typeof given.value === 'string') {
    const otherwise =
      'otherwise' in given && typeof given.otherwise === 'string' ? given.otherwise : undefined;
    return { value: given.value, ...(otherwise !== undefined && { otherwise }) };
  }
  if ('unreadable' in given && typeof given.unreadable === 'string') return { unreadable: given.unreadable };
  return 'cleared' in given ? { cleared: true } : null;
}
