import { Problem, type Listed, type Register } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import { columnsOf, tableOf } from './columns';
import { derivedJson, publicly } from './derived.sql';
import type { Derived } from './lives';

/** What a page is made of: the entries' JSON, one after another, and where the list stands with each. */
export interface FoundEntry {
  body: string;
  /** What is derived, to be put behind it. */
  derived?: string;
  key: string;
  id: string;
}

const sentinel: Readonly<Record<string, string>> = {
  numeric: `'-Infinity'::numeric`,
  integer: '-2147483648',
  date: `'-infinity'::date`,
  text: `''`,
  timestamptz: `'-infinity'::timestamptz`,
};

/** Entries that lack what the list is ordered by stand first; a keyset needs a value, so they get the lowest. */
function order(register: Register, sort: string): { key: string; type: string; isDown: boolean } {
  const isDown = sort.startsWith('-');
  const field = isDown ? sort.slice(1) : sort;
  if (field === 'changedAt') return { key: 'changed_at', type: 'timestamptz', isDown };
  const column = columnsOf(register).find((each) => each.field === field);
  if (!column) throw new Error(`${register.noun} has no ${field} to be ordered by`);
  const { name, type, nullable } = column;
  return { key: nullable ? `coalesce(${name}, ${sentinel[type] ?? `''`})` : name, type, isDown };
}

/**
 * SQL for the entries that are asked for and may be seen, one more than the limit; only of what is asked, so that
 * PostgreSQL plans just that.
 * @param mine the territories whose entries may be read: of a register of its own province no others are seen, of one that
 * everybody may read the others without what is hidden
 * @throws Problem list.unreadable-cursor
 */
export function listEntries(
  register: Register,
  asked: Listed,
  mine: readonly string[],
  derived: Derived = {},
): { name?: string; text: string; values: unknown[] } {
  const { sort = 'code', limit = 100, territory, state, q, after } = asked;
  const { key, type, isDown } = order(register, sort);
  const table = tableOf(register);
  const values: unknown[] = [limit];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const asks: string[] = [];
  const shape: string[] = [sort];
  const ask = (name: string, sql: string): void => {
    asks.push(sql);
    shape.push(name);
  };
  // Of a list whose length it does not know PostgreSQL expects ten, and would rather walk through all entries in their order.
  const askOneOf = (name: string, sql: string, wanted: readonly unknown[], as?: string): void => {
    if (wanted.length === 1) ask(`${name}1`, `${sql} = ${value(wanted[0])}${as ? `::${as}` : ''}`);
    else ask(name, `${sql} = any(${value(wanted)}${as ? `::${as}[]` : ''})`);
  };
  const isAll = mine.includes('*');
  if (register.reads === 'own' && !isAll) askOneOf('m', 'territory', mine, 'text');
  if (territory) askOneOf('t', 'territory', territory, 'text');
  if (state) askOneOf('s', 'state', state, 'text');
  for (const filter of register.filters) {
    const wanted = (asked as Record<string, readonly unknown[] | undefined>)[filter];
    const column = columnsOf(register).find(({ field }) => field === filter);
    const sql = column?.name ?? derived[filter]?.(table);
    if (wanted === undefined || sql === undefined) continue;
    // Of a list, one of those wanted is enough.
    if (register.codes.includes(filter)) ask(filter, begins(sql, value(wanted.map(beginning))));
    else if (column?.type === 'jsonb') ask(filter, `${sql} ?| ${value(wanted)}::text[]`);
    else askOneOf(filter, sql, wanted, column?.type);
  }
  if (q !== undefined) ask('q', `words like ${value(`%${foldAccents(q).replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (after !== undefined) {
    const [last, id] = readCursor(after);
    ask('a', `(${key}, id) ${isDown ? '<' : '>'} (${value(last)}::${type}, ${value(id)}::uuid)`);
  }
  const direction = isDown ? 'desc' : 'asc';
  let body = 'body';
  let added = derivedJson(derived, table);
  if (register.hidden.length > 0 && !isAll) {
    const isMine = mine.length > 0 ? `territory = any(${value(mine)}::text[])` : undefined;
    const shown = derivedJson(publicly(derived, register.hidden), table);
    body = isMine ? `case when ${isMine} then body else public_body end` : 'public_body';
    added = isMine && added ? `case when ${isMine} then ${added} else ${shown} end` : shown;
    shape.push(isMine ? 'some' : 'public');
  }
  const text = `select ${body} as body, ${added === null ? '' : `${added} as derived, `}(${key})::text as key, id from ${table}
    ${asks.length > 0 ? `where ${asks.join(' and ')}` : ''}
    order by ${key} ${direction}, id ${direction} limit $1::int + 1`;
  // PostgreSQL keeps 63 bytes of a name; rare questions are not worth a place on each connection.
  const isCommon = shape.length <= 3;
  return { ...(isCommon && { name: `${register.noun}-list-${shape.join('-')}` }), text, values };
}

const beginning = (code: unknown): string => `${String(code).replace(/[\\%_]/g, '\\$&')}%`;
const begins = (list: string, wanted: string): string =>
  `exists (select from jsonb_array_elements_text(${list}) as listed(code) where listed.code like any(${wanted}::text[]))`;

/** The cursor behind an entry. */
export const cursorOf = ({ key, id }: FoundEntry): string => JSON.stringify([key, id]);

function readCursor(after: string): [string, string] {
  try {
    const [last, id] = JSON.parse(after) as unknown[];
    if (typeof last === 'string' && !/[\0\p{Surrogate}]/u.test(last) && typeof id === 'string' && isUuid(id))
      return [last, id];
  } catch {
    // said below
  }
  throw new Problem('list.unreadable-cursor');
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** An answer must fit into one message of the broker. */
const longest = 800_000;

/** The entries that one answer holds, by number and by size (but always one), and whether more follow. */
export function fitting(
  found: readonly FoundEntry[],
  limit: number,
  sizeOf: (entry: FoundEntry) => number = ({ body }) => Buffer.byteLength(body) + 1,
): { entries: readonly FoundEntry[]; more: boolean } {
  let bytes = 0;
  let count = 0;
  for (const entry of found.slice(0, limit)) {
    bytes += sizeOf(entry);
    if (bytes > longest && count > 0) break;
    count++;
  }
  return { entries: found.slice(0, count), more: count < found.length };
}

/** The names of the CSV's columns. */
export function csvColumns(register: Register): string[] {
  return [
    'id',
    ...columnsOf(register).map(({ field }) => field),
    'state',
    'stateOn',
    'version',
    'recordedAt',
    'changedAt',
    ...register.derived,
  ];
}
