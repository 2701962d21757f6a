import { ecommerceSellers, platformReports, reporting, trade, type CheckResult } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { settled } from '../../test/settled';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** What Kiên Giang states of its sellers, their orders and the value of these, beside its registers. */
describe('the electronic commerce of Kiên Giang', () => {
  let house: TestInstallation;
  let there: Client;
  let here: Client;
  const { admin } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: ofTrade });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    there = await house.as('trade');
    here = await house.as('reporting');
    const stated = { territory: 'kien-giang', period: '2024-06', measure: 'actual', status: 'preliminary' };
    const of = { ...stated, source: 'doit-kien-giang', state: 'approved' };
    await house.record(trade.observations.record, [
      { ...of, indicator: 'ECOMMERCE_SELLERS', value: '2', unit: 'COUNT' },
      { ...of, indicator: 'ECOMMERCE_ORDERS', value: '150', unit: 'COUNT' },
      { ...of, indicator: 'ECOMMERCE_VALUE', value: '1.5', unit: 'VND_BN' },
    ]);
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  async function checks(territory = 'kien-giang', period = '2024-06'): Promise<string[]> {
    await settled('trade', there, here);
    const query = `territory=${territory}&period=${period}`;
    const { body } = await house.ask(reporting.checks.list, null, { query });
    return (body['items'] as CheckResult[])
      .filter(({ code }) => /^(ecommerce-sellers|platform-reports)\.register$/.test(code))
      .map(({ indicators, verdict, missing }) => [indicators[0], verdict, ...missing].join(' '))
      .sort();
  }
  const enter = async (register: 'seller' | 'report', ...items: object[]): Promise<void> => {
    const [operation, of] =
      register === 'seller'
        ? ([trade.ecommerceSellers.createMany, ecommerceSellers] as const)
        : ([trade.platformReports.createMany, platformReports] as const);
    const entries = items.map((more) => leastEntry(of, { territory: 'kien-giang', ...more }));
    const { status, body } = await house.ask(operation, admin, { body: { items: entries } });
    expect([status, body.errors]).toEqual([200, undefined]);
  };
  const month = { month: '2024-06', state: 'accepted' };

  it('says nothing of a part, and of sellers nothing until their register is complete', async () => {
    await enter('report', { ...month, platformCode: 'KIGI', orders: 100, valueMn: '900' });
    await enter(
      'seller',
      { seller: 'Hợp tác xã A', platformCode: 'KIGI', state: 'selling', joinedOn: '2024-06-30' },
      // On another platform, written otherwise: the same seller.
      { seller: 'HỢP TÁC XÃ  A', platformCode: 'SAN-2', state: 'selling', joinedOn: '2024-01-01' },
      {
        seller: 'Hợp tác xã B',
        platformCode: 'KIGI',
        state: 'left',
        stateOn: '2024-07-01',
        joinedOn: '2024-01-01',
      },
      // Neither of these sold on the last day of June.
      {
        seller: 'Hợp tác xã C',
        platformCode: 'KIGI',
        state: 'left',
        stateOn: '2024-06-29',
        joinedOn: '2024-01-01',
      },
      { seller: 'Hợp tác xã D', platformCode: 'KIGI', state: 'selling', joinedOn: '2024-07-01' },
      { seller: 'Hợp tác xã E', platformCode: 'KIGI', state: 'onboarding' },
    );
    expect(await checks()).toEqual(['ECOMMERCE_SELLERS cannot-tell register-incomplete']);
    const body = { register: 'ecommerce-sellers', territory: 'kien-giang', on: '2024-06-30' };
    expect((await house.ask(trade.registers.complete, admin, { body })).status).toBe(200);
    expect(await checks()).toEqual(['ECOMMERCE_SELLERS agrees']);
  });

  it('agrees where the accepted reports of the month come to all of it', async () => {
    await enter(
      'report',
      { ...month, platformCode: 'SAN-2', orders: 50, valueMn: '600' },
      { ...month, platformCode: 'SAN-3', orders: 1000, valueMn: '9000', state: 'submitted' },
      { ...month, platformCode: 'KIGI', orders: 1000, valueMn: '9000', month: '2024-05' },
    );
    expect(await checks()).toEqual([
      'ECOMMERCE_ORDERS agrees',
      'ECOMMERCE_SELLERS agrees',
      'ECOMMERCE_VALUE agrees',
    ]);
  });

  it('is contradicted where they come to more, and by more sellers that surely sold', async () => {
    await enter('report', { ...month, platformCode: 'SAN-4', orders: 1, valueMn: '0' });
    // Of B, which has left since, nobody can say that it was not suspended on that day.
    const sure = { state: 'selling', joinedOn: '2024-01-01' };
    await enter('seller', { seller: 'Hợp tác xã F', ...sure }, { seller: 'Hợp tác xã G', ...sure });
    expect(await checks()).toEqual([
      'ECOMMERCE_ORDERS contradicts',
      'ECOMMERCE_SELLERS contradicts',
      'ECOMMERCE_VALUE agrees',
    ]);
  });

  it('of a merged unit may be one business where two of its units have one of its name', async () => {
    const of = { measure: 'actual', status: 'preliminary', source: 'doit-an-giang', state: 'approved' };
    const stated = { ...of, territory: 'an-giang-2025', indicator: 'ECOMMERCE_SELLERS', unit: 'COUNT' };
    // In Kiên Giang four sell still, and one of these in the name of the merged unit too.
    await enter('seller', {
      ...{ territory: 'an-giang-2025', seller: 'Hợp tác xã  f', platformCode: 'KIGI' },
      ...{ state: 'selling', joinedOn: '2024-01-01' },
    });
    await house.record(trade.observations.record, [
      { ...stated, period: '2025-12', value: '5' },
      { ...stated, period: '2026-01', value: '4' },
      { ...stated, period: '2026-02', value: '3' },
    ]);
    const body = { register: 'ecommerce-sellers', territory: 'an-giang-2025', on: '2025-12-01' };
    expect((await house.ask(trade.registers.complete, admin, { body })).status).toBe(200);
    const found: string[][] = [];
    for (const period of ['2025-12', '2026-01', '2026-02']) found.push(await checks('an-giang-2025', period));
    expect(found.flat()).toEqual([
      'ECOMMERCE_SELLERS agrees',
      'ECOMMERCE_SELLERS cannot-tell register-names',
      'ECOMMERCE_SELLERS contradicts',
    ]);
  });
});
