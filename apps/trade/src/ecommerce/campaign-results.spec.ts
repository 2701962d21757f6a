import {
  ecommercePlatforms,
  ecommerceSellers,
  onboardingCampaigns,
  platformReports,
  trade,
  type CampaignResults,
  type Operation,
  type Register,
  plain,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const { officer, neighbour, admin } = people;

describe('a campaign that brings sellers to platforms', () => {
  let house: TestInstallation;
  const ids = new Map<string, string>();

  async function enter(operation: Operation, register: Register, more: object): Promise<void> {
    const { status, body } = await house.ask(operation, admin, { body: leastEntry(register, more) });
    expect([status, body.errors]).toEqual([200, undefined]);
    ids.set(String(body['code']), String(body['id']));
  }
  const campaign = (code: string, more: object) =>
    enter(trade.onboardingCampaigns.create, plain(onboardingCampaigns), { code, ...more });
  const seller = (name: string, platformCode: string, more: object) =>
    enter(trade.ecommerceSellers.create, plain(ecommerceSellers), {
      ...{ seller: name, platformCode, campaignCode: 'C-1', state: 'selling' },
      ...more,
    });
  const report = (platformCode: string, month: string, more: object) =>
    enter(trade.platformReports.create, plain(platformReports), {
      ...{ platformCode, month, state: 'accepted', ...more },
    });
  const asked = (code: string, who: Claims | null = officer) =>
    house.ask(trade.onboardingCampaigns.results, who, { query: `id=${ids.get(code)}` });

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    await enter(trade.ecommercePlatforms.create, plain(ecommercePlatforms), {
      code: 'KIGI',
      name: 'Sàn Kiên Giang',
    });
    await campaign('C-1', {
      ...{ startsOn: '2024-03-20', endsOn: '2024-05-02', platforms: ['Kigi', 'UNUSED'] },
      ...{ targetSellers: 3, targetProducts: 20, budgetMn: '150' },
    });
    await seller('Hợp tác xã A', 'KIGI', { products: 5, ocopProducts: 2 });
    // The same seller elsewhere, however it is written.
    await seller('HỢP TÁC  XÃ a', 'OTHER', { products: 4 });
    await seller('Hợp tác xã B', 'kigi', { products: null, campaignCode: 'c-1' });
    await seller('Hợp tác xã C', 'KIGI', { products: 50, state: 'left' });
    await seller('Hợp tác xã D', 'KIGI', { products: 60, state: 'suspended' });
    await seller('Hợp tác xã E', 'KIGI', { products: 70, state: 'invited' });
    await seller('Hợp tác xã F', 'KIGI', { products: 70, state: 'withdrawn' });
    await seller('Hợp tác xã G', 'KIGI', { products: 90, campaignCode: 'C-2' });
    await seller('Hợp tác xã H', 'KIGI', { products: 90, campaignCode: null });
    await seller('Hợp tác xã I', 'KIGI', { products: 90, territory: 'kien-giang' });
    await report('KIGI', '2024-03', { orders: 100, valueMn: '10.5' });
    await report('kigi', '2024-05', { orders: 20, valueMn: null });
    // Of other months, not accepted, of other territories.
    await report('KIGI', '2024-02', { orders: 1000 });
    await report('KIGI', '2024-06', { orders: 1000 });
    await report('KIGI', '2024-04', { orders: 1000, state: 'submitted' });
    await report('KIGI', '2024-04', { orders: 1000, territory: 'kien-giang' });
  });
  afterAll(() => house.stop());

  it('came to what the sellers say that name it, and not to what anybody types', async () => {
    const { status, body } = await asked('C-1');
    expect(status).toBe(200);
    expect(body as unknown as CampaignResults).toEqual({
      ...{ id: ids.get('C-1'), code: 'C-1', territory: 'nghe-an' },
      ...{ targetSellers: 3, named: 5, joined: 4, stillSelling: 2, joinedPct: '133.33' },
      ...{ targetProducts: 20, products: 9, ocopProducts: 2, withoutProducts: 1 },
      platforms: [
        {
          ...{ platformCode: 'KIGI', platform: 'Sàn Kiên Giang', joined: 4, stillSelling: 2 },
          ...{ months: 3, reported: 2, orders: 120, valueMn: '10.5' },
        },
        {
          ...{ platformCode: 'OTHER', platform: null, joined: 1, stillSelling: 1 },
          ...{ months: 3, reported: 0, orders: null, valueMn: null },
        },
        {
          ...{ platformCode: 'UNUSED', platform: null, joined: 0, stillSelling: 0 },
          ...{ months: 3, reported: 0, orders: null, valueMn: null },
        },
      ],
    });
  });

  it('that has brought nobody, and had no target, has nothing that is known of products, and no share', async () => {
    await campaign('C-3', { startsOn: '2999-01-01', endsOn: '2999-12-31' });
    expect((await asked('C-3')).body).toMatchObject({
      ...{ named: 0, joined: 0, stillSelling: 0, targetSellers: null, joinedPct: null },
      ...{ products: null, ocopProducts: null, withoutProducts: 0, platforms: [] },
    });
    await campaign('C-4', {
      targetSellers: 0,
      platforms: ['KIGI'],
      startsOn: '2999-01-01',
      endsOn: '2999-01-01',
    });
    expect((await asked('C-4')).body).toMatchObject({
      joinedPct: null,
      platforms: [{ months: 0, reported: 0, orders: null }],
    });
  });

  it('is shown with its results to readers of its territory alone, and without its budget to everybody', async () => {
    expect([(await asked('C-1', neighbour)).status, (await asked('C-1', null)).status]).toEqual([403, 401]);
    const read = (who: Claims | null) =>
      house.ask(trade.onboardingCampaigns.get, who, { query: `id=${ids.get('C-1')}` });
    expect((await read(officer)).body).toMatchObject({ targetSellers: 3, budgetMn: '150' });
    expect((await read(null)).body).toMatchObject({ targetSellers: 3, budgetMn: null });
    const unknown = await house.ask(trade.onboardingCampaigns.results, officer, {
      query: 'id=01980000-0000-7000-8000-000000000000',
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'register.not-found']);
  });

  it('has sellers that stand once on a platform, and platforms that report a month once', async () => {
    const again = async (operation: Operation, register: Register, more: object) => {
      const { status, body } = await house.ask(operation, officer, { body: leastEntry(register, more) });
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    const twice = { seller: 'hợp tác xã  A', platformCode: 'kigi' };
    expect(await again(trade.ecommerceSellers.create, plain(ecommerceSellers), twice)).toEqual([
      409,
      'ecommerce-seller.entered-already',
      '/seller',
    ]);
    const month = { platformCode: 'KIGI', month: '2024-03' };
    expect(await again(trade.platformReports.create, plain(platformReports), month)).toEqual([
      409,
      'platform-report.reported-already',
      '/platformCode',
    ]);
    // What is withdrawn does not stand.
    const withdrawn = { seller: 'Hợp tác xã F', platformCode: 'KIGI' };
    expect((await again(trade.ecommerceSellers.create, plain(ecommerceSellers), withdrawn))[0]).toBe(200);
  });

  it('is reported once it has ended, with words for what came of it', async () => {
    const step = (ifMatch: string, sent: object) =>
      house.ask(trade.onboardingCampaigns.step, officer, {
        ...{ query: `id=${ids.get('C-1')}`, ifMatch, body: { on: '2024-06-01', ...sent } },
      });
    expect((await step('1', { step: 'begin' })).status).toBe(200);
    expect((await step('2', { step: 'end' })).status).toBe(200);
    expect((await step('3', { step: 'report' })).body.code).toBe('onboarding-campaign.needs-outcome');
    const reported = await step('3', { step: 'report', known: { outcome: 'Vượt mục tiêu' } });
    expect(reported.body).toMatchObject({
      entry: { state: 'reported', outcome: 'Vượt mục tiêu' },
      allowed: [],
    });
  });
});
