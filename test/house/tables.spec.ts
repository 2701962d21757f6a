import type { Client } from 'pg';
import {
  exportImportRegisters,
  industryRegisters,
  registersOf,
  schemaOf,
  services,
  tradeRegisters,
  type Register,
  type Service,
} from '@doit/contracts';
import { TestInstallation, type Rooms } from '@doit/testing';
import { DataSource, type DataSourceOptions } from 'typeorm';
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

/** Constraints and indexes with the columns they are about, but for TypeORM's own table of migrations. */
const named = `
  select r.relname as table, c.conname as name, c.contype::text as kind,
         array(select attname::text from unnest(c.conkey) with ordinality k(n, o)
                 join pg_attribute on attrelid = c.conrelid and attnum = k.n order by o) as columns
    from pg_constraint c join pg_class r on r.oid = c.conrelid
   where c.connamespace = $1::regnamespace and c.contype <> 'n' and r.relname <> 'migration'
  union all
  select r.relname, x.relname, 'i',
         array(select (regexp_match(pg_get_indexdef(i.indexrelid, o, true),
                        '\\m(' || (select string_agg(attname, '|') from pg_attribute
                                    where attrelid = i.indrelid and attnum > 0) || ')\\M'))[1]
                 from generate_series(1, i.indnkeyatts) o)
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class r on r.oid = i.indrelid
   where r.relnamespace = $1::regnamespace and r.relname <> 'migration'
     and not exists (select from pg_constraint where conindid = i.indexrelid)`;
interface Named {
  table: string;
  name: string;
  kind: 'p' | 'u' | 'f' | 'c' | 'i';
  columns: string[];
}
const suffixes = { p: 'pkey', u: 'key', f: 'fkey', c: 'check', i: 'idx' };

/** What the runtime role may do to a whole table or to single columns, beside reading and adding. */
const rights = `
  select table_name || ' ' || lower(privilege_type) as may from information_schema.table_privileges
   where grantee = $1 and privilege_type not in ('SELECT', 'INSERT')
  union
  select table_name || '.' || column_name || ' ' || lower(privilege_type) from information_schema.column_privileges
   where grantee = $1 and privilege_type not in ('SELECT', 'INSERT')
     and table_name not in (select table_name from information_schema.table_privileges
                             where grantee = $1 and privilege_type = 'UPDATE')
   order by 1`;

const registersMayChange = (registers: readonly Register[]): string[] =>
  registers.map(({ noun }) => `${noun.replaceAll('-', '_')} update`);
const declarationsMayChange = ['complete_on', 'note', 'declared_at', 'declared_by'].map(
  (column) => `register_declaration.${column} update`,
);

describe('the tables of', () => {
  let house: TestInstallation;
  const options = new Map<Service, DataSourceOptions>();

  beforeAll(async () => {
    house = await TestInstallation.create();
    for (const service of services) options.set(service, await house.migrate(service, rooms[service]));
  });
  afterAll(() => house.stop());

  async function as<T>(service: Service, work: (client: Client) => Promise<T>, owner = false): Promise<T> {
    const client = await house.as(service, owner);
    return work(client).finally(() => client.end());
  }

  async function differences(service: Service): Promise<string[]> {
    const source = await new DataSource(options.get(service) as DataSourceOptions).initialize();
    const log = source.driver.createSchemaBuilder().log();
    const { upQueries } = await log.finally(() => source.destroy());
    return upQueries.map(({ query }) => query);
  }

  it.each(services)('%s are those of its entities', async (service) => {
    expect(await differences(service)).toEqual([]);
  });

  it.each(services)('%s name each constraint and index after its table and columns', async (service) => {
    const { rows } = await as(service, (client) => client.query<Named>(named, [schemaOf(service)]));
    expect(rows.length).toBeGreaterThan(5);
    const wrong = rows.filter(({ table, name, kind, columns }) => {
      const allowed = [`${table}_${columns.join('_')}_${suffixes[kind]}`];
      if (kind === 'p') allowed.push(`${table}_pkey`);
      const isOnce = registersOf[service].some(
        ({ noun, once }) => once && noun.replaceAll('-', '_') === table,
      );
      // Eight columns are more than a name may be long.
      if (kind === 'i' && (isOnce || table === 'flow_line')) allowed.push(`${table}_once_idx`);
      return !allowed.includes(name);
    });
    expect(wrong).toEqual([]);
  });

  it.each(services)(
    '%s may only grow by its runtime role, apart from what is known by name',
    async (service) => {
      const { rows } = await as(
        service,
        (client) => client.query<{ may: string }>(rights, [schemaOf(service)]),
        true,
      );
      const own: Record<Service, string[]> = {
        industry: [
          ...registersMayChange(industryRegisters),
          ...['approved_at', 'approved_by', 'ended_at', 'ended_by', 'ended_for'].map(
            (column) => `rule_override.${column} update`,
          ),
          ...declarationsMayChange,
        ],
        trade: [...registersMayChange(tradeRegisters), ...declarationsMayChange, 'overlap_rule update'],
        'export-import': [
          ...registersMayChange(exportImportRegisters),
          ...declarationsMayChange,
          'tariff update',
          ...['document', 'document_piece', 'flow_cell', 'flow_year'].flatMap((table) => [
            `${table} delete`,
            `${table} update`,
          ]),
          ...['changed_at', 'changed_by', 'ended_by', 'reason', 'state', 'version'].map(
            (column) => `flow_line.${column} update`,
          ),
          'flow_import update',
          // Personal data is deleted when its consent is withdrawn.
          ...['trader_contact delete', 'trader_contact update'],
        ],
        reporting: [
          ...['cursor delete', 'cursor update', 'figure update', 'registered update'],
          ...['flow_cell update', 'register_declaration update'],
          ...['fact update', 'news delete', 'parked_event delete', 'parked_event update', 'place update'],
        ],
      };
      expect(rows.map(({ may }) => may)).toEqual(
        [
          ...own[service],
          ...['event.hash update', 'event.position update', 'relay update'],
          ...['approval_setting update', 'observation.state update', 'period_lock update'],
          ...['keyed_request delete', 'keyed_request update'],
        ].sort(),
      );
    },
  );

  it.each(services)('%s are made and changed by the owner alone', async (service) => {
    for (const statement of [
      'create table mine (id integer)',
      'create index on event (type)',
      'alter table event add column mine integer',
      'drop table observation',
      'truncate event',
      'delete from event',
      `update event set payload = '{}'`,
      `update event set actor = 'me'`,
      'delete from observation',
      `update observation set value = 0`,
      'delete from observation_step',
      `update observation_step set taken_by = 'me'`,
      `create schema mine`,
    ])
      await expect(as(service, (client) => client.query(statement))).rejects.toThrow(
        /permission denied|must be owner/,
      );
  });

  it.each(services)('%s are closed to every other service, its owner included', async (service) => {
    for (const other of services.filter((each) => each !== service))
      for (const owner of [false, true])
        await expect(
          as(other, (client) => client.query(`select from ${schemaOf(service)}.event`), owner),
        ).rejects.toThrow('permission denied');
  });

  it('a service that differ from its entities are found out', async () => {
    await as(
      'trade',
      (owner) =>
        owner.query(`alter table observation drop column basis; alter table observation add extra text;
          drop index observation_territory_indicator_period_idx;
          alter table observation alter document set not null; alter table observation alter status type varchar;
          alter table relay drop constraint relay_one_check; alter table event alter occurred_at drop default`),
      true,
    );
    const found = (await differences('trade')).join('\n');
    for (const what of ['basis', 'extra', '_idx', 'document', 'status', 'relay_one_check', 'occurred_at'])
      expect(found).toContain(what);
  });
});
