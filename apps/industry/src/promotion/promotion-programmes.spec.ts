import { industry, promotionProgrammes, schemes, type ProgrammeUse } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const { officer, neighbour, reader, admin } = people;

/** Of a kind without a cap, and appraised as it must be. */
const ordinary = { year: 2025, kind: 'training', nationallyAppraisedOn: '2025-01-15' };

describe('the promotion programmes of a year', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
  });
  afterAll(() => house.stop());

  const { create, step, use } = industry.promotionProgrammes;
  const approved = { state: 'approved', decisionNumber: '12/QĐ-UBND' };
  const programme = (code: string, more: object) => leastEntry(promotionProgrammes, { code, ...more });
  const enter = (body: object) => house.ask(create, admin, { body });
  const enterSchemes = async (territory: string, budget: string, items: object[]) => {
    const body = {
      items: items.map((item) => leastEntry(schemes, { territory, budget, ...ordinary, ...item })),
    };
    expect((await house.ask(industry.promotionSchemes.createMany, admin, { body })).status).toBe(200);
  };
  const used = async (who: Claims, territory: string, year = 2025) => {
    const { status, body } = await house.ask(use, who, { query: `territory=${territory}&year=${year}` });
    expect(status).toBe(200);
    return (body as unknown as ProgrammeUse).items;
  };

  it('are one of each budget, unless it is withdrawn', async () => {
    const local = { year: 2024, budget: 'local' };
    const first = await enter(programme('P-1', local));
    expect(first.status).toBe(200);
    const second = await enter(programme('P-2', local));
    expect([second.status, second.body.code, second.body.errors?.[0]?.pointer]).toEqual([
      409,
      'promotion-programme.one-a-year',
      '/budget',
    ]);
    expect(second.body.message?.en).toContain('entry “P-1”');
    for (const other of [{ year: 2023 }, { budget: 'national' }, { territory: 'ha-tinh' }])
      expect((await enter(programme('P-3' + JSON.stringify(other), { ...local, ...other }))).status).toBe(
        200,
      );
    const withdraw = { step: 'withdraw', on: '2024-03-01', reason: 'lập lại' };
    const query = `id=${String(first.body['id'])}`;
    expect((await house.ask(step, officer, { query, ifMatch: '1', body: withdraw })).status).toBe(200);
    expect((await enter(programme('P-2', local))).status).toBe(200);
  });

  it('are approved by a decision, and adjusted with a reason', async () => {
    const { body } = await enter(programme('Q', { year: 2022, budget: 'local', amountMn: '800' }));
    const asking = (ifMatch: string, sent: object) =>
      house.ask(step, officer, { query: `id=${String(body['id'])}`, ifMatch, body: sent });
    const approve = { step: 'approve', on: '2022-01-10' };
    const without = await asking('1', approve);
    expect([without.status, without.body.code]).toEqual([422, 'promotion-programme.needs-decision']);
    expect((await asking('1', { ...approve, document: '3/QĐ-UBND' })).body).toMatchObject({
      entry: { state: 'approved', decisionNumber: '3/QĐ-UBND', decidedOn: '2022-01-10' },
      allowed: ['adjust', 'close', 'withdraw'],
    });
    const adjust = { step: 'adjust', on: '2022-08-01', known: { amountMn: '750.5' } };
    expect((await asking('2', adjust)).body.code).toBe('register.needs-reason');
    const adjusted = await asking('2', { ...adjust, document: '90/QĐ-UBND', reason: 'giảm thu' });
    expect(adjusted.body).toMatchObject({
      entry: { state: 'approved', stateOn: '2022-01-10', amountMn: '750.5', decisionNumber: '3/QĐ-UBND' },
    });
  });

  it('are held against their schemes: what is left, what is paid, what is not known', async () => {
    await enter(
      programme('NA-QG', { year: 2025, budget: 'national', ...approved, amountMn: '500', schemesPlanned: 2 }),
    );
    await enter(programme('NA-ĐP', { year: 2025, budget: 'local', amountMn: '900' }));
    await enterSchemes('nghe-an', 'national', [
      { state: 'approved', supportMn: '300.5' },
      { state: 'paid', supportMn: '250', paidMn: '250' },
      { state: 'post-checked', supportMn: null },
      { state: 'registered', supportMn: '1000', nationallyAppraisedOn: null },
      { state: 'stopped', supportMn: '1000' },
      { state: 'approved', supportMn: '1000', year: 2024 },
    ]);
    await enterSchemes('nghe-an', 'local', [{ state: 'implementing', supportMn: '100' }]);
    const [national, local] = await used(reader, 'nghe-an');
    expect(national).toMatchObject({
      ...{ budget: 'national', amountMn: '500', schemes: 3, withoutProgramme: 0 },
      ...{ supportMn: '550.5', withoutSupport: 1, paidMn: '250', withoutPayment: 1 },
      ...{ leftMn: '-50.5', isExceeded: true },
      programmes: [{ code: 'NA-QG', state: 'approved', amountMn: '500', schemesPlanned: 2 }],
    });
    // The local one is a draft still.
    expect(local).toMatchObject({
      ...{ budget: 'local', amountMn: null, schemes: 1, withoutProgramme: 1, supportMn: '100' },
      ...{ paidMn: '0', leftMn: null, isExceeded: null },
      programmes: [{ code: 'NA-ĐP', state: 'drafted', amountMn: '900' }],
    });
    expect(await used(officer, 'nghe-an', 2001)).toMatchObject([
      { programmes: [], amountMn: null, schemes: 0, supportMn: '0', leftMn: null },
      { programmes: [], amountMn: null, schemes: 0, supportMn: '0', leftMn: null },
    ]);
  });

  it('of a merged unit are those of the units whose land it holds', async () => {
    const local = { year: 2025, budget: 'local', ...approved };
    await enter(programme('KG', { ...local, territory: 'kien-giang', amountMn: '300' }));
    await enter(programme('AG', { ...local, territory: 'an-giang-2025', amountMn: '200.5' }));
    await enterSchemes('kien-giang', 'local', [{ state: 'paid', supportMn: '100', paidMn: '90' }]);
    await enterSchemes('an-giang', 'local', [{ state: 'approved', supportMn: '50' }]);
    await enterSchemes('an-giang-2025', 'local', [{ state: 'contracted', supportMn: '10' }]);
    const [, merged] = await used(neighbour, 'an-giang-2025');
    expect(merged).toMatchObject({
      ...{ amountMn: '500.5', schemes: 3, withoutProgramme: 1, supportMn: '160', paidMn: '90' },
      ...{ leftMn: '340.5', isExceeded: false },
      programmes: [{ territory: 'an-giang-2025' }, { territory: 'kien-giang' }],
    });
    const [, before] = await used(neighbour, 'kien-giang');
    expect(before).toMatchObject({ amountMn: '300', schemes: 1, leftMn: '200' });
  });

  it('are shown to their own department alone', async () => {
    const query = 'territory=nghe-an&year=2025';
    const asked = async (who: Claims | null) => (await house.ask(use, who, { query })).status;
    expect([await asked(neighbour), await asked(null), await asked(reader)]).toEqual([403, 401, 200]);
    const unknown = await house.ask(use, admin, { query: 'territory=atlantis&year=2025' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'territory.unknown']);
  });
});
