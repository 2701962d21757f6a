import { setTimeout as sleep } from 'node:timers/promises';
import {
  markets,
  ocopProducts,
  reporting,
  trade,
  type CheckResult,
  type CoverageRates,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { settled } from '../../test/settled';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** Kiên Giang's statement of 2023, over 327 OCOP products of 187 producers that it supported, beside its register. */
describe('the OCOP products of Kiên Giang', () => {
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
    const stated = { territory: 'kien-giang', period: '2023-12', unit: 'COUNT', measure: 'actual' };
    const of = { status: 'preliminary', source: 'doit-kien-giang', state: 'approved' };
    const scope = { dimensions: { scope: 'supported' } };
    await house.record(trade.observations.record, [
      { ...stated, ...of, ...scope, indicator: 'OCOP_PRODUCTS', value: '327', comparator: 'ge' },
      { ...stated, ...of, ...scope, indicator: 'OCOP_PRODUCERS', value: '187' },
    ]);
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  async function checks(): Promise<string[]> {
    await settled('trade', there, here);
    const query = 'territory=kien-giang&period=2023-12';
    const { body } = await house.ask(reporting.checks.list, null, { query });
    const found = (body['items'] as CheckResult[]).filter(({ code }) => code === 'ocop-products.register');
    return found
      .map(({ indicators, verdict, missing, message }) => {
        const [, amount, entries] = /comes to (\d+) \((\d+) entr/.exec(message.en) ?? [];
        return [indicators[0], verdict, amount, entries, ...missing].join(' ');
      })
      .sort();
  }
  const certified = {
    territory: 'kien-giang',
    state: 'certified',
    certificateNumber: '1',
    issuedOn: '2023-06-01',
  };
  async function enter(items: object[]): Promise<void> {
    const body = { items: items.map((more) => leastEntry(ocopProducts, { ...certified, ...more })) };
    const { status, body: answer } = await house.ask(trade.ocopProducts.createMany, admin, { body });
    expect([status, answer.errors]).toEqual([200, undefined]);
  }

  it('stand as stated until they are registered, and agree once the register is complete', async () => {
    const nothing = 'cannot-tell 0 0 register-incomplete';
    expect(await checks()).toEqual([`OCOP_PRODUCERS ${nothing}`, `OCOP_PRODUCTS ${nothing}`]);
    await enter(
      Array.from({ length: 327 }, (_, n) => ({
        producer: `Hợp tác xã ${n % 187}`,
        supportedIn: [2022, 2023],
      })),
    );
    // Neither of these counts on the last day of 2023: expired on the day before, issued on the day after, not supported.
    const others = [
      { producer: 'đã hết hạn', issuedOn: '2020-12-30', supportedIn: [2023] },
      { producer: 'chưa cấp', issuedOn: '2024-01-01', supportedIn: [2023] },
      { producer: 'không hỗ trợ', supportedIn: [2022, 2024] },
      { producer: 'không hỗ trợ lần nào' },
    ];
    await enter(others);
    expect(await checks()).toEqual([
      'OCOP_PRODUCERS cannot-tell 187 327 register-incomplete',
      'OCOP_PRODUCTS cannot-tell 327 327 register-incomplete',
    ]);
    const body = { register: 'ocop-products', territory: 'kien-giang', on: '2023-12-31' };
    expect((await house.ask(trade.registers.complete, admin, { body })).status).toBe(200);
    expect(await checks()).toEqual(['OCOP_PRODUCERS agrees 187 327', 'OCOP_PRODUCTS agrees 327 327']);
  });

  it('stand beside markets per 10,000 people, once the population is stated', async () => {
    const market = { territory: 'kien-giang', state: 'operating', openedOn: '2010-01-01' };
    const items = [market, { ...market, openedOn: '2024-01-01' }].map((more) => leastEntry(markets, more));
    expect((await house.ask(trade.markets.createMany, admin, { body: { items } })).status).toBe(200);
    const rate = async (): Promise<unknown[]> => {
      await settled('trade', there, here);
      const query = 'territory=kien-giang&period=2023';
      const { body } = await house.ask(reporting.coverage.read, null, { query });
      const { indicator, value, per10000 } = (body as unknown as CoverageRates).items[0] ?? {};
      return [indicator, value, per10000?.value, per10000?.refusal?.code];
    };
    expect(await rate()).toEqual(['MARKETS', 1, null, 'no-figure']);
    const people = { indicator: 'POPULATION', unit: 'PERSON', measure: 'actual', value: '20000' };
    const of = {
      territory: 'kien-giang',
      period: '2023',
      status: 'official',
      source: 'gso',
      state: 'approved',
    };
    await house.record(reporting.observations.record, [{ ...people, ...of }]);
    const until = Date.now() + 30_000;
    while ((await rate())[2] === null && Date.now() < until) await sleep(30);
    expect(await rate()).toEqual(['MARKETS', 1, '0.5000', undefined]);
  });

  it('are contradicted by one producer more, and not by more products, of which over 327 are stated', async () => {
    // Of the last day on which it is valid, and of a producer written otherwise.
    await enter([{ producer: 'HỢP TÁC  XÃ 3', issuedOn: '2020-12-31', supportedIn: [2023] }]);
    expect(await checks()).toEqual(['OCOP_PRODUCERS agrees 187 328', 'OCOP_PRODUCTS agrees 328 328']);
    await enter([{ producer: 'Hợp tác xã mới', supportedIn: [2023] }]);
    expect(await checks()).toEqual(['OCOP_PRODUCERS contradicts 188 329', 'OCOP_PRODUCTS agrees 329 329']);
  });
});
