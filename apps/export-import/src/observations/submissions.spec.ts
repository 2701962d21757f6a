import { exportImport, type RecordedIds, type Submission, type Submissions } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

type Who = Parameters<TestInstallation['ask']>[1];
const clerk = {
  subject: 'clerk',
  permissions: ['export-import:read', 'export-import:write'],
  territories: ['nghe-an'],
};
const director = {
  ...clerk,
  subject: 'director',
  permissions: ['export-import:read', 'export-import:approve'],
};

describe('submissions', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    owner = await house.as('export-import', true);
    // The wall holds for the owner too, until he says where he writes (docs/access.md).
    await owner.query(`set doit.territories = '*'`);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const record = async (more: object, who: Who = clerk): Promise<string> => {
    const item = {
      ...{ territory: 'nghe-an', measure: 'actual', status: 'estimate', unit: 'USD_MN', value: '200' },
      ...{ source: 'doit-nghe-an', ...more },
    };
    const answer = await house.ask(exportImport.observations.record, who, { body: { items: [item] } });
    return (answer.body as unknown as RecordedIds).items[0]?.id ?? '';
  };
  /** A step as if it had been taken on another day. */
  const take = async (step: 'submit' | 'approve' | 'return', id: string, at: string): Promise<void> => {
    const who = step === 'submit' ? clerk : director;
    const body = { ids: [id], ...(step === 'return' && { reason: 'why' }) };
    expect((await house.ask(exportImport.observations[step], who, { body })).status).toBe(200);
    await owner.query(
      `update observation_step set taken_at = $2 where observation = $1
         and nth = (select max(nth) from observation_step where observation = $1)`,
      [id, at],
    );
    await owner.query(`update observation set recorded_at = '2023-05-01' where id = $1`, [id]);
  };
  const list = async (query: string, who: Who = clerk) =>
    (await house.ask(exportImport.submissions.list, who, { query })).body as unknown as Submissions;
  const of = (
    { items }: Submissions,
    indicator: string,
    territory = 'nghe-an',
  ): Partial<Submission> | undefined =>
    items.find((one) => one.indicator === indicator && one.territory === territory);

  it('are listed by indicator with window, due day and verdict, as they stood on a day', async () => {
    const [exports, imports] = [
      await record({ indicator: 'EXPORT', period: '2023-01/P5M' }),
      await record({ indicator: 'IMPORT', period: '2023-05' }),
    ];
    await take('submit', exports, '2023-05-24T16:30:00Z'); // half past eleven in the evening in Viet Nam
    await take('approve', exports, '2023-05-26T02:00:00Z');
    await take('submit', imports, '2023-05-20T02:00:00Z');
    await take('return', imports, '2023-05-22T02:00:00Z');

    const may = await list('period=2023-05&on=2023-05-26');
    expect(may).toMatchObject({
      ...{ period: '2023-05', on: '2023-05-26' },
      ...{ windowFrom: '2023-04-15', windowTo: '2023-05-14', dueOn: '2023-05-25' },
    });
    expect(may.legalSource).toContain('09/2019/NĐ-CP');
    expect(of(may, 'EXPORT')).toMatchObject({
      ...{ state: 'approved', receivedOn: '2023-05-24' },
      ...{ verdict: 'on-time', daysLate: 0 },
    });
    expect(of(may, 'IMPORT')).toMatchObject({
      ...{ state: 'returned', receivedOn: null },
      ...{ verdict: 'missing', daysLate: 1 },
    });
    expect(of(await list('period=2023-05&on=2023-05-21'), 'IMPORT')).toMatchObject({
      ...{ state: 'submitted', receivedOn: '2023-05-20', verdict: 'on-time' },
    });

    await take('submit', imports, '2023-05-31T02:00:00Z');
    expect(of(await list('period=2023-05&on=2023-06-30'), 'IMPORT')).toMatchObject({
      ...{ state: 'submitted', receivedOn: '2023-05-31' },
      ...{ verdict: 'late', daysLate: 6 },
    });
    expect(
      (await list('period=2023-05&on=2023-06-30&verdict=late,missing')).items.map(({ verdict }) => verdict),
    ).not.toContain('on-time');
  });

  it('of the country are listed for who may read it: every province, and what came for it', async () => {
    await record({ indicator: 'EXPORT', period: '2024-05', territory: 'ha-tinh' }, people.admin);
    const all = await list('period=2024-05&on=2024-06-30', people.admin);
    expect(new Set(all.items.map(({ territory }) => territory)).size).toBe(63);
    const missing = await list('period=2024-05&on=2024-06-30&verdict=missing', people.admin);
    expect(missing.items.length).toBe(all.items.length);
    // It was recorded today, long after that day.
    const today = await list('period=2024-05', people.admin);
    expect(of(today, 'EXPORT', 'ha-tinh')).toMatchObject({ state: 'approved', verdict: 'late' });
    expect((await list('period=2024-05')).items.map(({ territory }) => territory)).not.toContain('ha-tinh');
  });

  it.each([
    ['period=2023-01/P5M', 422, 'period.not-reported'],
    ['period=lately', 422, 'period.unreadable'],
    ['period=2023-05&territory=atlantis', 422, 'territory.unknown'],
    ['period=2023-05&territory=ha-tinh', 403, 'territory.not-yours'],
    ['period=2023-05&on=2023-02-30', 400, 'request.invalid'],
  ])('are not listed for %s', async (query, status, code) => {
    const answer = await house.ask(exportImport.submissions.list, clerk, { query });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
