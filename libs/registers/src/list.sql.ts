import { Problem, type Listed, type Narrowing, type Register } from '@doit/contracts';
import { columnsOf, tableOf } from './columns';
import { derivedJson, publicly } from './derived.sql';
import type { Derived } from './lives';
import { narrowed } from './narrowed.sql';

/** What a page is made of: the entries' JSON, one after another, and where the list stands with each. */
export interface FoundEntry {
  body: string;
  /** What is derived, to be put behind it. */
  derived?: string;
  key: string;
  id: string;
}

interface Statement {
  name?: string;
  text: string;
  values: unknown[];
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
): Statement {
  const { sort = 'code', limit = 100, after } = asked;
  const { key, type, isDown } = order(register, sort);
  const table = tableOf(register);
  const by = narrowed(register, asked, mine, derived);
  by.shape.unshift(sort);
  if (after !== undefined) {
    const [last, id] = readCursor(after);
    by.ask('a', `(${key}, id) ${isDown ? '<' : '>'} (${by.value(last)}::${type}, ${by.value(id)}::uuid)`);
  }
  const direction = isDown ? 'desc' : 'asc';
  let body = 'body';
  let added = derivedJson(derived, table);
  if (register.hidden.length > 0 && !mine.includes('*')) {
    const isMine = mine.length > 0 ? `territory = any(${by.value(mine)}::text[])` : undefined;
    const shown = derivedJson(publicly(derived, register.hidden), table);
    body = isMine ? `case when ${isMine} then body else public_body end` : 'public_body';
    added = isMine && added ? `case when ${isMine} then ${added} else ${shown} end` : shown;
    by.shape.push(isMine ? 'some' : 'public');
  }
  const text = `select ${body} as body, ${added === null ? '' : `${added} as derived, `}(${key})::text as key, id from ${table}
    ${by.where}
    order by ${key} ${direction}, id ${direction} limit ${by.value(limit)}::int + 1`;
  return { ...named(register, 'list', by.shape), text, values: by.values };
}

/** SQL for how many entries there are of what is asked, by territory and state. */
export function countEntries(
  register: Register,
  asked: Narrowing,
  mine: readonly string[],
  derived: Derived = {},
): Statement {
  const by = narrowed(register, asked, mine, derived);
  const text = `select territory, state, count(*)::int from ${tableOf(register)} ${by.where} group by 1, 2 order by 1, 2`;
  return { ...named(register, 'counts', by.shape), text, values: by.values };
}

/** PostgreSQL keeps 63 bytes of a name; rare questions are not worth a place on each connection. */
function named({ noun }: Register, what: string, shape: readonly string[]): Pick<Statement, 'name'> {
  const name = `${noun}-${[what, ...shape].join('-')}`;
  return shape.length <= 3 && name.length <= 63 ? { name } : {};
}

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
