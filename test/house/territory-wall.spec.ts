import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { registersOf, schemaOf, services, type Register, type Service } from '@doit/contracts';
import { migrate, writeFor } from '@doit/runtime';
import { leastEntry, TestInstallation, type Rooms } from '@doit/testing';
import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm';
import { database as exportImport } from '../../apps/export-import/src/database';
import { database as industry } from '../../apps/industry/src/database';
import { database as reporting } from '../../apps/reporting/src/database';
import { database as trade } from '../../apps/trade/src/database';

const rooms: Record<Service, Rooms['database']> = {
  industry,
  trade,
  'export-import': exportImport,
  reporting,
};

/** Tables of what others told: written by the listener, for nobody in particular. */
const projections: Partial<Record<Service, string[]>> = {
  reporting: ['cell', 'figure', 'flow_cell', 'news', 'place', 'register_declaration', 'registered'],
};

/** A row of a territory in each table that has a wall. */
const rows: Record<string, string> = {
  observation: `insert into observation (id, vintage, revision, content, indicator, territory, period, dimensions,
      measure, status, value, decimals, unit, comparator, source, period_basis, stated, state, recorded_at, recorded_by)
    values ($1, $1, 1, $1, 'RETAIL', $2, '2023', '{}', 'actual', 'official', 1, 0, 'VND_BN', 'eq', 'x', 'stated', '{}',
      'draft', now(), 'x')`,
  observation_step: `insert into observation_step (observation, nth, territory, state, taken_at, taken_by)
    values ($1, 1, $2, 'submitted', now(), 'x')`,
  period_lock: `insert into period_lock (territory, period, is_closed, changed_at, changed_by)
    values ($2, $1::uuid, true, now(), 'x')`,
  rule_override: `insert into rule_override (id, register, entry, territory, step, rule, reason, asked_at, asked_by)
    values ($1, 'cluster', $1, $2, 'establish', 'x', 'x', now(), 'x')`,
  register_declaration: `insert into register_declaration (territory, register, complete_on, note, declared_at, declared_by)
    values ($2, $1::uuid, '2024-01-01', 'x', now(), 'x')`,
  flow_line: `insert into flow_line (territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity,
      value_usd, status, as_of, import, row, state)
    values ($2, '2024-01-01', 'export', $1::uuid, 'JP', '', '', '09', 2022, '', 1, 'official', '2024-02-01', $1::uuid, 2,
      'approved')`,
  flow_cell: `insert into flow_cell values ('total', 'export', $1::uuid, $2, '2024-01-01', '', 1, 1, null, 'official', false)`,
  flow_year: `insert into flow_year values ('partner', 'export', $1::uuid, $2, 2024, '', 1, null)`,
  trader_contact: `insert into trader_contact (trader, role, territory, name, consent_on, purposes, recorded_at, recorded_by)
    values ($1, 'export', $2, 'x', '2024-01-01', '[]', now(), 'x')`,
  approval_setting: `insert into approval_setting (territory, own_approval, reason, changed_at, changed_by)
    values ($2, false, $1::uuid, now(), 'x') on conflict (territory) do update set reason = excluded.reason`,
};
/** The same in the table of a register. */
function rowOf(register: Register): string {
  const table = register.noun.replaceAll('-', '_');
  const snake = Object.entries(leastEntry(register)).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  const least = JSON.stringify({ ...Object.fromEntries(snake), state: 'withdrawn', words: 'x', version: 1 });
  return `insert into ${table} select * from jsonb_populate_record(null::${table}, '${least}'::jsonb || jsonb_build_object(
    'id', $1::uuid, 'code', $1::uuid, 'territory', $2::text, 'recorded_at', now(), 'changed_at', now()))`;
}

/** A column of theirs that may hold any word. */
const wordOf: Record<string, string> = {
  observation: 'state',
  rule_override: 'reason',
  register_declaration: 'note',
  observation_step: 'state',
  period_lock: 'reason',
  approval_setting: 'reason',
  flow_line: 'reason',
  flow_cell: 'key',
  flow_year: 'key',
  trader_contact: 'name',
};

const walls = `
  select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
         array(select polcmd::text from pg_policy where polrelid = c.oid order by 1) as policies
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory'
   where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by 1`;

type Outcome = number | null | 'refused';

describe.each(services)('the rows of %s', (service) => {
  let house: TestInstallation;
  let owner: Client;
  let client: Client;
  let options: DataSourceOptions;
  const registers = registersOf[service].map(({ noun }) => noun.replaceAll('-', '_'));
  const inserts = {
    ...rows,
    ...Object.fromEntries(registersOf[service].map((each) => [each.noun.replaceAll('-', '_'), rowOf(each)])),
  };
  const walled = ['approval_setting', 'observation', 'observation_step', 'period_lock', ...registers];
  if (service === 'export-import') walled.push('flow_cell', 'flow_line', 'flow_year');
  if (registers.length > 0) walled.push('register_declaration');
  if (registersOf[service].some(({ rules }) => Object.keys(rules).length > 0)) walled.push('rule_override');
  if (service === 'export-import') walled.push('trader_contact');
  walled.sort();

  beforeAll(async () => {
    house = await TestInstallation.create();
    options = await house.migrate(service, rooms[service]);
    owner = await house.as(service, true);
    client = await house.as(service);
    // All that could be granted by mistake: the wall alone stands.
    for (const table of walled)
      await owner.query(`grant insert, update, delete on ${table} to ${schemaOf(service)}`);
  });
  afterAll(async () => {
    await owner.end();
    await client.end();
    await house.stop();
  });

  /** One statement in a transaction opened for these territories (null: for none), rolled back after. */
  async function write(
    who: Client,
    territories: string | null,
    sql: string,
    values: unknown[] = [],
  ): Promise<Outcome> {
    await who.query('begin');
    try {
      if (territories !== null)
        await who.query(`select set_config('doit.territories', $1, true)`, [territories]);
      return (await who.query(sql, values)).rowCount;
    } catch (error) {
      if (/violates row-level security policy/.test(String(error))) return 'refused';
      throw error;
    } finally {
      await who.query('rollback');
    }
  }

  async function fill(table: string): Promise<void> {
    await owner.query(`begin; set local doit.territories = '*'; delete from ${table}`);
    for (const territory of ['nghe-an', 'kien-giang'])
      await owner.query(inserts[table] ?? '', [randomUUID(), territory]);
    await owner.query('commit');
  }

  it('that have a territory have a wall, but for what others told', async () => {
    const found = await owner.query<{ table: string; forced: boolean; policies: string[] }>(walls, [
      schemaOf(service),
    ]);
    const apart = projections[service] ?? [];
    const within = found.rows.filter(({ table }) => !apart.includes(table));
    expect(within).toEqual(walled.map((table) => ({ table, forced: true, policies: ['a', 'd', 'r', 'w'] })));
    expect(found.rows.length).toBe(within.length + apart.length);
  });

  describe.each(walled)('in %s', (table) => {
    const word = wordOf[table] ?? 'state';
    beforeEach(() => fill(table));

    it.each<[string, string | null, 'written' | 'kept']>([
      ['nobody’s', null, 'kept'],
      ['no territory’s', '', 'kept'],
      ['another’s', 'kien-giang', 'kept'],
      ['names that only look alike', 'nghe,an,nghe-an-2025', 'kept'],
      ['its own', 'nghe-an', 'written'],
      ['several, its own among them', 'kien-giang,nghe-an', 'written'],
      ['everybody’s', '*', 'written'],
    ])('are, in a transaction that is %s (%s), %s', async (_whose, territories, outcome) => {
      const here = `where territory = 'nghe-an'`;
      for (const who of [client, owner]) {
        const done = [
          await write(who, territories, inserts[table] ?? '', [randomUUID(), 'nghe-an']),
          await write(who, territories, `update ${table} set ${word} = 'x' ${here}`),
          await write(who, territories, `delete from ${table} ${here}`),
          await write(who, territories, `select from ${table} ${here} for update`),
        ];
        expect(done).toEqual(outcome === 'written' ? [1, 1, 1, 1] : ['refused', 0, 0, 0]);
      }
    });

    it('are neither taken from another nor given to him', async () => {
      const move = (from: string, to: string) =>
        write(client, 'nghe-an', `update ${table} set territory = '${to}' where territory = '${from}'`);
      expect(await move('kien-giang', 'nghe-an')).toBe(0);
      expect(await move('nghe-an', 'kien-giang')).toBe('refused');
    });

    it('are read by the role without any', async () => {
      expect((await client.query(`select from ${table}`)).rowCount).toBe(2);
    });

    it('are safe from a handler that forgets, and from the transaction before on the same connection', async () => {
      const source = await new DataSource({
        ...rooms[service](house.config(service)),
        poolSize: 1,
      } as DataSourceOptions).initialize();
      const update = `update ${table} set ${word} = 'y'`;
      const changed = async (territories: string[]) =>
        (await writeFor(source, { territories }, (tx) => tx.query<[unknown, number]>(update)))[1];
      try {
        expect(await changed(['nghe-an'])).toBe(1);
        expect(await changed([])).toBe(0);
        expect(await source.query(update)).toEqual([[], 0]);
        expect(await changed(['*'])).toBe(2);
        const foreign = writeFor(source, { territories: ['nghe-an'] }, (tx) =>
          tx.query(inserts[table] ?? '', [randomUUID(), 'ha-tinh']),
        );
        await expect(foreign).rejects.toThrow('row-level security');
      } finally {
        await source.destroy();
      }
    });

    it('are dumped by the owner with row security alone, as docs/access.md says', async () => {
      await owner.query('set row_security = off');
      await expect(owner.query(`select from ${table}`)).rejects.toThrow('affected by row-level security');
      await owner.query('set row_security = on');
      expect((await owner.query(`select from ${table}`)).rowCount).toBe(2);
    });

    it('are all migrated by the owner', async () => {
      class Rewrite9 implements MigrationInterface {
        readonly name = `Rewrite${table}1700000099999`;
        async up(runner: QueryRunner): Promise<void> {
          await runner.query(`update ${table} set ${word} = 'migrated'`);
        }
        down = (): Promise<void> => Promise.resolve();
      }
      await migrate({ ...options, migrations: [Rewrite9] });
      expect((await client.query(`select from ${table} where ${word} = 'migrated'`)).rowCount).toBe(2);
    });
  });
});
