import { Problem, type Caller, type Listed, type Register } from '@doit/contracts';
import { foldAccents, territory } from '@doit/reference';
import { columnsOf, tableOf } from './columns';
import { isCountryWide } from './demands';
import { holdersAsked } from './holders';
import type { Derived } from './lives';

/** Conditions with their values, and a name for what they ask: the same name is the same SQL. */
export class Narrowed {
  readonly values: unknown[] = [];
  readonly shape: string[] = [];
  private readonly asks: string[] = [];

  /** The parameter that stands for it. */
  value(one: unknown): string {
    return `$${this.values.push(one)}`;
  }

  ask(name: string, sql: string): void {
    this.asks.push(sql);
    this.shape.push(name);
  }

  // Of a list whose length it does not know PostgreSQL expects ten, and would rather walk through all entries in their order.
  askOneOf(name: string, sql: string, wanted: readonly unknown[], as?: string): void {
    if (wanted.length === 1) this.ask(`${name}1`, `${sql} = ${this.value(wanted[0])}${as ? `::${as}` : ''}`);
    else this.ask(name, `${sql} = any(${this.value(wanted)}${as ? `::${as}[]` : ''})`);
  }

  get where(): string {
    return this.asks.length > 0 ? `where ${this.asks.join(' and ')}` : '';
  }
}

/**
 * What is asked of a register, and may be read.
 * @param mine the territories whose entries may be read: of a register of its own province no others are seen
 */
export function narrowed(
  register: Register,
  asked: Listed,
  mine: readonly string[],
  derived: Derived,
): Narrowed {
  const { state, q } = asked;
  const table = tableOf(register);
  const by = new Narrowed();
  if (register.reads === 'own' && !mine.includes('*')) by.askOneOf('m', 'territory', mine, 'text');
  if (asked.territory) by.askOneOf('t', 'territory', asked.territory, 'text');
  if (state) by.askOneOf('s', 'state', state, 'text');
  for (const filter of register.filters) {
    const wanted = (asked as Record<string, readonly unknown[] | undefined>)[filter];
    const column = columnsOf(register).find(({ field }) => field === filter);
    const sql = column?.name ?? derived[filter]?.(table);
    if (wanted === undefined || sql === undefined) continue;
    // Of a list, one of those wanted is enough.
    if (register.codes.includes(filter)) by.ask(filter, begins(sql, by.value(wanted.map(beginning))));
    else if (column?.type === 'jsonb') by.ask(filter, `${sql} ?| ${by.value(wanted)}::text[]`);
    else by.askOneOf(filter, sql, wanted, column?.type);
  }
  if (q !== undefined)
    by.ask('q', `words like ${by.value(`%${foldAccents(q).replace(/[\\%_]/g, '\\$&')}%`)}`);
  return by;
}

const beginning = (code: unknown): string => `${String(code).replace(/[\\%_]/g, '\\$&')}%`;
const begins = (list: string, wanted: string): string =>
  `exists (select from jsonb_array_elements_text(${list}) as listed(code) where listed.code like any(${wanted}::text[]))`;

/** A group, which has no code, is nobody's own: who has all its members has it. */
const coversAll = (caller: Caller, asked: string, holders: readonly string[]): boolean =>
  caller.covers(asked) ||
  (territory(asked)?.code === null && holders.every((each) => each === asked || caller.covers(each)));

/**
 * The territories in whose names the entries stand that are asked for: of a merged unit those of what went into it, too, of
 * a group those of its members; of the country all, or where a register has entries of the whole country, these.
 * @throws Problem territory.unknown, territory.not-yours
 */
export function territoriesAsked(
  register: Register,
  asked: readonly string[] | undefined,
  caller: Caller,
): string[] | undefined {
  const held = asked?.map((each) => {
    const holders = register.isOfCountry && isCountryWide(each) ? [each] : holdersAsked(each);
    if (register.reads === 'own' && !coversAll(caller, each, holders))
      throw new Problem('territory.not-yours', { territory: each });
    return holders;
  });
  return held && [...new Set(held.flat())];
}
