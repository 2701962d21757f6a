import type { Narrowing, Register } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import { columnsOf, tableOf } from './columns';
import type { Derived } from './lives';

/** As many as a unit of today was merged from, with itself. */
const few = 4;

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
  askOneOf(name: string, sql: string, wanted: readonly unknown[], type?: string): void {
    const as = type ? `::${type}` : '';
    const { length } = wanted;
    if (length === 0 || length > few) this.ask(name, `${sql} = any(${this.value(wanted)}${as && `${as}[]`})`);
    else this.ask(`${name}${length}`, `${sql} in (${wanted.map((one) => this.value(one) + as).join(', ')})`);
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
  asked: Narrowing,
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
