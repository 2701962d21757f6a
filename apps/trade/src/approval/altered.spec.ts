import type { Client } from 'pg';
import { trade, type AlteredObservations, type RecordedIds } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const clerk = { subject: 'clerk', permissions: ['trade:read', 'trade:write'], territories: ['nghe-an'] };
const director = { ...clerk, subject: 'director', permissions: ['trade:read', 'trade:approve'] };

/** Another value of each type, also where there is none. */
const other: Record<string, (column: string) => string> = {
  uuid: () => 'gen_random_uuid()',
  bigint: (column) => `${column} + 1000`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  smallint: (column) => `${column} + 1`,
  numeric: (column) => `${column} * 1.0`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  jsonb: () => `'{"rank": {"value": "1", "decimals": 0}}'`,
  date: (column) => `coalesce(${column}, '2023-01-01') + 1`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
};

/** What somebody does to the database behind the service’s back, as the owner of the schema. */
describe('an altered observation is found', () => {
  let house: TestInstallation;
  let owner: Client;
  const ids = { step: '', once: '', draft: '', correction: '' };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    owner = await house.as('trade', true);
    // The wall holds for the owner too, until he says where he writes (docs/access.md).
    await owner.query(`set doit.territories = '*'`);
    const record = async (source: string, who: typeof clerk, corrected = {}): Promise<string> => {
      const item = {
        ...{
          indicator: 'MARKETS',
          territory: 'nghe-an',
          period: '2023',
          measure: 'actual',
          status: 'official',
        },
        ...{ value: '380.50', unit: 'COUNT', source, stated: { yoyPct: '1.5' }, ...corrected },
      };
      const answer = await house.ask(trade.observations.record, who, {
        body: { items: [item], ...(source === 'd' && { reason: 'miscounted' }) },
      });
      return (answer.body as unknown as RecordedIds).items[0]?.id ?? '';
    };
    ids.step = await record('a', clerk);
    ids.once = await record('b', people.admin);
    ids.draft = await record('c', clerk);
    await record('d', people.admin);
    ids.correction = await record('d', clerk, { value: '381.00' });
    const body = { ids: [ids.step] };
    await house.ask(trade.observations.submit, clerk, { body });
    await house.ask(trade.observations.approve, director, { body: { ...body, reason: 'as counted' } });
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const altered = async (): Promise<AlteredObservations> =>
    (await house.ask(trade.observations.altered, people.admin)).body as unknown as AlteredObservations;
  const found = async (): Promise<Record<string, string[]>> =>
    Object.fromEntries((await altered()).items.map(({ id, differs }) => [id, differs]));

  /** What is found after a change of the database, which is then undone. */
  async function after(table: string, ...changes: string[]): Promise<Record<string, string[]>> {
    await owner.query(`create temporary table kept as select * from ${table}`);
    for (const change of changes) await owner.query(change);
    const answer = await found();
    await owner.query(`truncate ${table}; insert into ${table} select * from kept; drop table kept`);
    expect(await found()).toEqual({});
    return answer;
  }

  it('where there is one: in a service untouched nothing is', async () => {
    expect(await altered()).toEqual({ checked: 5, altered: 0, items: [] });
    const of = async (query: string) =>
      (await house.ask(trade.observations.altered, people.admin, { query })).body;
    expect(await of('territory=nghe-an')).toEqual({ checked: 5, altered: 0, items: [] });
    expect(await of('territory=ha-tinh')).toEqual({ checked: 0, altered: 0, items: [] });
  });

  it('by every column of its row, however it was approved', async () => {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'trade' and table_name = 'observation' order by ordinal_position`,
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const which of ['step', 'once'] as const)
      for (const { name, type } of rows) {
        const value = other[type]?.(name) ?? '';
        const answer = await after(
          'observation',
          `update observation set ${name} = ${value} where id = '${ids[which]}'`,
        );
        const finding = name === 'state' ? 'state' : name === 'id' ? 'told' : 'seal';
        expect([name, answer[ids[which]]?.filter((what) => what === finding)]).toEqual([name, [finding]]);
        expect(answer[ids.draft]).toBeUndefined();
      }
  }, 120_000);

  it('where its seal is made anew too, for another value was told', async () => {
    const answer = await after(
      'observation_step',
      `update observation_step set seal = repeat('0', 64) where observation = '${ids.step}' and state = 'approved'`,
    );
    expect(answer).toEqual({ [ids.step]: ['seal', 'told'] });
  });

  it.each([
    ['another approver', `update observation_step set taken_by = 'mayor' where state = 'approved'`],
    [
      'another hour',
      `update observation_step set taken_at = taken_at - interval '1 hour' where state = 'approved'`,
    ],
    ['another reason', `update observation_step set reason = 'x' where state = 'approved' and nth > 1`],
    ['another reason of a correction', `update observation_step set reason = 'x' where state = 'draft'`],
    ['no reason of a correction', `delete from observation_step where state = 'draft'`],
    ['another territory', `update observation_step set territory = 'ha-tinh' where nth = 1`],
    ['no approval', `delete from observation_step where state = 'approved'`],
    [
      'an approval that nobody gave',
      `insert into observation_step (observation, nth, territory, state, seal, taken_at, taken_by)
       select id, 1, territory, 'approved', 'x', now(), 'director' from observation where id in (select id from observation where state = 'draft'
         except select observation from observation_step)`,
    ],
  ])('by %s in its steps', async (_what, change) => {
    expect(Object.keys(await after('observation_step', change)).length).toBeGreaterThan(0);
  });

  it('where it was never approved, where it was removed, and where nobody told of it', async () => {
    const draft = await after('observation', `update observation set value = 1 where id = '${ids.draft}'`);
    expect(draft).toEqual({ [ids.draft]: ['told'] });
    const gone = await after('observation', `delete from observation where id = '${ids.step}'`);
    expect(gone[ids.step]).toContain('told');
    const added = await after(
      'observation',
      `insert into observation select (jsonb_populate_record(o, '{"id": "0190a000-0000-7000-8000-000000000000",
         "vintage": "0190a000-0000-7000-8000-000000000000", "state": "draft"}')).* from observation o limit 1`,
    );
    expect(added).toEqual({ '0190a000-0000-7000-8000-000000000000': ['told'] });
  });

  it('is not approved again as if it were the same', async () => {
    await owner.query(`update observation set value = 1 where id = '${ids.step}'`);
    const answer = await house.ask(trade.observations.approve, director, { body: { ids: [ids.step] } });
    expect([answer.status, answer.body.code]).toEqual([409, 'observation.altered']);
  });
});
