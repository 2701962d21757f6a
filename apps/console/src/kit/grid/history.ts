/** What was entered, by cell; a cell without an entry is as it was. */
export type Entries<T> = Readonly<Record<string, T>>;
/** What a step enters, by cell; undefined takes the entry away. A pasted block is one step. */
export type Step<T> = Readonly<Record<string, T | undefined>>;

export interface History<T> {
  readonly entries: Entries<T>;
  /** The entries before each step, the last one at the end, and those that were undone. */
  readonly before: readonly Entries<T>[];
  readonly undone: readonly Entries<T>[];
}

const most = 200;

export const begin = <T>(entries: Entries<T> = {}): History<T> => ({ entries, before: [], undone: [] });

export function enter<T>({ entries, before }: History<T>, step: Step<T>): History<T> {
  const after: Record<string, T> = { ...entries };
  for (const [key, entry] of Object.entries(step)) {
    if (entry === undefined) Reflect.deleteProperty(after, key);
    else after[key] = entry;
  }
  return { entries: after, before: [...before, entries].slice(-most), undone: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const { entries, before, undone } = history;
  const last = before.at(-1);
  if (!last) return history;
  return { entries: last, before: before.slice(0, -1), undone: [...undone, entries] };
}

export function redo<T>(history: History<T>): History<T> {
  const { entries, before, undone } = history;
  const next = undone.at(-1);
  if (!next) return history;
  return { entries: next, before: [...before, entries], undone: undone.slice(0, -1) };
}
