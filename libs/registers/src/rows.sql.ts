import { fieldsOf, type Entry, type Register } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import type { EntityManager } from 'typeorm';
import { columnsOf, tableOf } from './columns';
import { bodyWith } from './derived.sql';
import { folded } from './folded.sql';
import type { Derived } from './lives';

/** A row as it is kept: its contract JSON, the version and the territory. */
export interface KeptRow {
  body: string;
  version: number;
  territory: string;
}

/** The statements of a register's table, made once. */
export class Rows {
  private readonly table: string;
  private readonly insertSql: string;
  private readonly insertManySql: string;
  private readonly updateSql: string;
  private readonly standingSql: string;
  private readonly holdSql: string;

  constructor(register: Register, derived: Derived = {}) {
    this.table = tableOf(register);
    const body = `${bodyWith(derived, 'body', this.table)} as body`;
    const columns = columnsOf(register);
    const own = ['id', 'state', 'state_on', 'version', 'recorded_at', 'changed_at', 'words'];
    const pairs = (fields: readonly (readonly [string, string])[]): string =>
      fields.map(([name, sql]) => `${name} = ${sql}`).join(', ');
    const names = [...own, ...columns.map(({ name }) => name)].join(', ');
    this.insertSql = `insert into ${this.table} (${names}) select ${names} from jsonb_populate_record(null::${this.table}, $1)
      returning ${body}, version, territory`;
    this.insertManySql = `with added as (
        insert into ${this.table} (${names}) select ${names} from jsonb_populate_recordset(null::${this.table}, $1)
        returning id, ${body}, version, territory)
      select added.* from added join jsonb_array_elements($1) with ordinality as sent(row, nth)
          on added.id = (sent.row ->> 'id')::uuid order by sent.nth`;
    const changing = [
      'state',
      'state_on',
      'version',
      'changed_at',
      'words',
      ...columns.map(({ name }) => name),
    ];
    this.updateSql = `update ${this.table} set ${pairs(changing.map((name) => [name, `r.${name}`]))}
      from jsonb_populate_record(null::${this.table}, $1) r where ${this.table}.id = r.id
      returning ${body}, ${this.table}.version, ${this.table}.territory`;
    this.holdSql = `select ${body}, version, territory from ${this.table} where id = $1`;
    const by = onceBy(register);
    this.standingSql = `with sent as materialized (
        select s.nth, r.*, row_number() over same as nth_same, first_value(r.code) over same as first_code
          from jsonb_array_elements($1) with ordinality as s(row, nth)
         cross join lateral jsonb_populate_record(null::${this.table}, s.row) as r where r.state <> 'withdrawn'
        window same as (partition by ${by.map((sql) => sql('r')).join(', ')} order by s.nth))
      select s.nth::int - 1 as n, other.code from sent s cross join lateral (
        select k.code from ${this.table} k
         where ${by.map((sql) => `${sql('k')} = ${sql('s')}`).join(' and ')} and k.state <> 'withdrawn' and k.id <> s.id
        union all
        select s.first_code where s.nth_same > 1) as other
       order by s.nth limit 1`;
    this.rowOf = (entry) => {
      const { id, state, stateOn, version, recordedAt, changedAt, ...rest } = entry as Entry &
        Record<string, unknown>;
      const row: Record<string, unknown> = { id, state, state_on: stateOn, version };
      Object.assign(row, { recorded_at: recordedAt, changed_at: changedAt, words: wordsOf(entry) });
      for (const { field, name } of columns) row[name] = rest[field] ?? null;
      return JSON.stringify(row);
    };
  }

  private readonly rowOf: (entry: Entry) => string;

  /** Adds an entry and gives it back as it is kept. */
  async add(tx: EntityManager, entry: Entry): Promise<KeptRow> {
    const [row] = await tx.query<KeptRow[]>(this.insertSql, [this.rowOf(entry)]);
    return row ?? missing(this.table);
  }

  /** Adds many in the order given, in one statement. */
  addMany(tx: EntityManager, entries: readonly Entry[]): Promise<(KeptRow & { id: string })[]> {
    return tx.query(this.insertManySql, [`[${entries.map(this.rowOf).join(',')}]`]);
  }

  /** Which of entries that cannot be added together has a code that its territory has already, in the register or before it. */
  async firstTaken(tx: EntityManager, entries: readonly Entry[]): Promise<number> {
    const rows = await tx.query<{ territory: string; code: string }[]>(
      `select territory, code from ${this.table} where territory = any($1) and code = any($2)`,
      [entries.map(({ territory }) => territory), entries.map(({ code }) => code)],
    );
    const key = ({ territory, code }: { territory: string; code: string }): string =>
      JSON.stringify([territory, code]);
    const taken = new Set(rows.map(key));
    return entries.findIndex((entry) => taken.has(key(entry)) || !taken.add(key(entry)));
  }

  /** Which of entries that cannot stand is the first, and the code of the one that stands in its place, in the register or before it. */
  async firstStanding(
    tx: EntityManager,
    entries: readonly Entry[],
  ): Promise<{ n: number; code: string } | undefined> {
    const rows = `[${entries.map(this.rowOf).join(',')}]`;
    return (await tx.query<{ n: number; code: string }[]>(this.standingSql, [rows]))[0];
  }

  /** Changes an entry that is held and gives it back as it is kept. */
  async change(tx: EntityManager, entry: Entry): Promise<KeptRow> {
    const [rows] = await tx.query<[KeptRow[], number]>(this.updateSql, [this.rowOf(entry)]);
    return rows[0] ?? missing(this.table);
  }

  /** Holds an entry until the transaction ends; what may not be written is read, but not held. */
  async hold(tx: EntityManager, id: string): Promise<KeptRow | undefined> {
    const [held] = await tx.query<KeptRow[]>(`${this.holdSql} for update`, [id]);
    return held ?? (await tx.query<KeptRow[]>(this.holdSql, [id]))[0];
  }
}

/** SQL by which entries that may stand once are told apart, as their index has it. */
function onceBy(register: Register): ((row: string) => string)[] {
  const fields = fieldsOf(register.fields);
  const of = ['territory', ...(register.once?.fields ?? [])];
  return of.flatMap((wanted) => {
    const column = columnsOf(register).find(({ field }) => field === wanted);
    if (!column) throw new Error(`${register.noun} has no ${wanted}`);
    const schema = fields.get(wanted)?.schema ?? {};
    const isFree =
      wanted !== 'territory' && column.type === 'text' && !('enum' in schema) && !('pattern' in schema);
    return (row: string) => (isFree ? folded(`${row}.${column.name}`) : `${row}.${column.name}`);
  });
}

/** The words by which an entry is found, without accents. */
export const wordsOf = ({ code, name, commune }: Pick<Entry, 'code' | 'name' | 'commune'>): string =>
  foldAccents([code, name, commune ?? ''].join(' '));

function missing(table: string): never {
  throw new Error(`a row of ${table} was neither added nor changed`);
}
