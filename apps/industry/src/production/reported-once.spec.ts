import { randomUUID } from 'node:crypto';
import { enterpriseReports, industry, type EnterpriseReportFields, type Entry } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';
import { ReportedOnce12 } from '../migrations/0012-reported-once';

const { officer, admin } = people;
type Report = Entry<EnterpriseReportFields>;
const sugar = { taxCode: '2900000001', month: '2025-06', product: 'Đường ướt', unit: 'tấn' };
const asReported = 'enterprise-report.reported-already';

describe('a report that an enterprise has made already', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    expect((await enter('DUONG', sugar)).status).toBe(200);
  });
  afterAll(() => house.stop());

  const { create, createMany, change, step } = industry.enterpriseReports;
  const least = (code: string, more: object) => leastEntry(enterpriseReports, { code, ...more });
  const enter = (code: string, more: object) => house.ask(create, officer, { body: least(code, more) });
  const refusal = ({ status, body }: Awaited<ReturnType<typeof enter>>) => [
    status,
    body.code,
    ...(body.errors ?? []).map(({ pointer, message }) => `${pointer} ${message.en}`),
  ];
  const because = (code: string, pointer = '/product') => [
    409,
    asReported,
    `${pointer} The enterprise has reported this product in this unit for this month: entry “${code}”. Change or withdraw that one.`,
  ];

  it.each([
    ['as it was', {}],
    ['in capitals', { product: 'ĐƯỜNG ƯỚT', unit: 'TẤN' }],
    ['with other spaces', { product: ' Đường  ướt ' }],
    ['with accents of their own', { product: sugar.product.normalize('NFD') }],
    ['accepted at once', { state: 'accepted' }],
  ])('is refused %s, and the other entry named', async (_how, more) => {
    expect(refusal(await enter('LAI', { ...sugar, ...more }))).toEqual(because('DUONG'));
  });

  it.each([
    ['another month', 'KHAC-1', { month: '2025-07' }],
    ['another enterprise', 'KHAC-2', { taxCode: '2900000002' }],
    ['another product', 'KHAC-3', { product: 'Duong uot' }],
    ['another unit', 'KHAC-4', { unit: 'bao' }],
  ])('is none where it is of %s', async (_what, code, more) => {
    expect((await enter(code, { ...sugar, ...more })).status).toBe(200);
  });

  it('is none in another territory', async () => {
    const body = least('DUONG', { ...sugar, territory: 'ha-tinh' });
    expect((await house.ask(create, admin, { body })).status).toBe(200);
  });

  it('is not mistaken for a code that is taken', async () => {
    const answer = await enter('DUONG', { ...sugar, month: '2020-01' });
    expect([answer.status, answer.body.code]).toEqual([409, 'register.code-taken']);
  });

  it('is named by its place among several, whether it stood before or is one of them', async () => {
    const many = (items: object[]) => house.ask(createMany, officer, { body: { items } });
    const rice = { ...sugar, product: 'Gạo' };
    const withdrawn = least('B-0', { ...rice, state: 'withdrawn' });
    const before = await many([withdrawn, least('B-1', rice), least('B-2', sugar)]);
    expect(refusal(before)).toEqual(because('DUONG', '/items/2/product'));
    const among = await many([withdrawn, least('B-1', rice), least('B-2', { ...rice, product: 'GẠO' })]);
    expect(refusal(among)).toEqual(because('B-1', '/items/2/product'));
    const alone = await many([least('B-1', sugar)]);
    expect(refusal(alone)).toEqual(because('DUONG', '/items/0/product'));
    expect((await many([withdrawn, least('B-1', rice)])).status).toBe(200);
  });

  it('is refused where a change or a step would make it one', async () => {
    const { body } = await enter('SUA', { ...sugar, month: '2024-01' });
    const { id } = body as unknown as Report;
    const asking = { query: `id=${id}`, ifMatch: '1' };
    expect(refusal(await house.ask(change, officer, { ...asking, body: { month: '2025-06' } }))).toEqual(
      because('DUONG'),
    );
    const known = { product: 'ĐƯỜNG ƯỚT', month: '2025-06' };
    const taking = { step: 'accept', on: '2025-07-10', known };
    expect(refusal(await house.ask(step, officer, { ...asking, body: taking }))).toEqual(because('DUONG'));
    const kept = await house.ask(industry.enterpriseReports.get, officer, { query: `id=${id}` });
    expect(kept.body).toMatchObject({ month: '2024-01', state: 'received', version: 1 });
  });

  it('may stand once the other one is withdrawn, which then may not come back', async () => {
    const salt = { ...sugar, product: 'Muối' };
    const { id } = (await enter('MUOI-1', salt)).body as unknown as Report;
    const withdraw = { step: 'withdraw', on: '2025-07-10', reason: 'ghi nhầm' };
    const left = await house.ask(step, officer, { query: `id=${id}`, ifMatch: '1', body: withdraw });
    expect(left.status).toBe(200);
    expect((await enter('MUOI-2', salt)).status).toBe(200);
    const back = { state: 'received', reason: 'rút nhầm' };
    expect(
      refusal(await house.ask(change, officer, { query: `id=${id}`, ifMatch: '2', body: back })),
    ).toEqual(because('MUOI-2'));
  });

  it('is entered once by two at the same moment', async () => {
    const twin = { ...sugar, product: 'Xi măng' };
    const answers = await Promise.all(['T-1', 'T-2', 'T-3', 'T-4'].map((code) => enter(code, twin)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const first = answers.find(({ status }) => status === 200)?.body['code'];
    for (const answer of answers.filter(({ status }) => status === 409))
      expect(refusal(answer)).toEqual(because(String(first)));
  });
});

describe('reports that stood twice before they were refused', () => {
  it('are left as they are, and no further one is taken', async () => {
    const house = await TestInstallation.create();
    try {
      await house.migrate('industry', (config) => {
        const all = options(config);
        const before = (all.migrations as unknown[]).slice(0, 10);
        return { ...all, migrations: before } as typeof all;
      });
      const owner = await house.as('industry', true);
      await owner.query(`set doit.territories = '*'`);
      const add = (code: string, product: string, state = 'accepted') =>
        owner.query(
          `insert into enterprise_report (id, code, name, territory, month, tax_code, product, vsic, unit, state, version,
             recorded_at, changed_at, words)
           values ($1, $2, $2, 'nghe-an', '2025-06', '2900000001', $3, '10', 'tấn', $4, 1, now(), now(), '')`,
          [randomUUID(), code, product, state],
        );
      for (const code of ['A', 'B', 'C']) await add(code, code === 'B' ? 'ĐƯỜNG' : 'Đường');
      await add('D', 'đường', 'withdrawn');
      await house.migrate('industry', options);
      const { rows } = await owner.query<{ code: string }>(
        'select code from enterprise_report order by code',
      );
      expect(rows.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D']);
      await expect(add('E', 'đường')).rejects.toThrow('enterprise_report_once_idx');
      // Whichever of them are withdrawn, the others can.
      await owner.query(`update enterprise_report set state = 'withdrawn' where code in ('A', 'C')`);
      await owner.query(`update enterprise_report set quantity = 1 where code = 'B'`);
      await owner.end();
    } finally {
      await house.stop();
    }
  });

  it('are not undone', async () => {
    await expect(new ReportedOnce12().down()).rejects.toThrow('write a new migration');
  });
});
