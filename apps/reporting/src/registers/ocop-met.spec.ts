import { setTimeout as sleep } from 'node:timers/promises';
import {
  markets,
  ocopProducts,
  reporting,
  trade,
  type CheckResult,
  type ComparedCoverage,
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
        name: `Sản phẩm ${n}`,
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

  it('stand with the communes without a market, of each member of a group, in one answer', async () => {
    const market = { territory: 'kien-giang', state: 'operating', commune: 'Dương Đông' };
    const items = [
      { ...market, openedOn: '2010-01-01' },
      { ...market, commune: 'DƯƠNG  Đông', state: 'planned' },
      { ...market, commune: 'Thổ Châu', openedOn: '2024-01-01' },
      { ...market, commune: 'Hòn Đất', openedOn: '2010-01-01', state: 'closed', stateOn: '2024-02-01' },
      { ...market, commune: 'Rạch Giá', state: 'planned' },
      { ...market, commune: 'Kiên Lương', state: 'withdrawn' },
      { ...market, territory: 'an-giang', commune: 'Rạch Giá', openedOn: '2010-01-01' },
    ].map((more) => leastEntry(markets, more));
    expect((await house.ask(trade.markets.createMany, admin, { body: { items } })).status).toBe(200);
    await settled('trade', there, here);
    const read = async (territory: string, more = '') => {
      const query = `territory=${territory}&period=2023${more}`;
      const { status, body } = await house.ask(reporting.coverage.compare, null, { query });
      expect([status, body.code]).toEqual([200, undefined]);
      return (body as unknown as ComparedCoverage).items;
    };
    const south = await read('viet-nam,south-20-2024,kien-giang');
    expect(south).toHaveLength(21);
    expect(south[0]?.territory).toBe('viet-nam');
    const of = (id: string) => south.find(({ territory }) => territory === id);
    expect(of('kien-giang')).toMatchObject({
      ...{ communes: 4, communesWithoutMarket: 2, withoutMarketPct: '50.00' },
      rates: [{ indicator: 'MARKETS', value: 3, per10000: { value: '1.5000' } }, {}, {}, {}],
    });
    expect(of('an-giang')).toMatchObject({ communes: 1, communesWithoutMarket: 0, withoutMarketPct: '0.00' });
    expect(of('ca-mau')).toMatchObject({ communes: 0, withoutMarketPct: null });
    // On the map of another day, with those of the units whose land it holds.
    const [now, alone] = await read('an-giang-2025,nghe-an', '&on=2025-07-01');
    expect(now).toMatchObject({ territory: 'an-giang-2025', communes: 5, communesWithoutMarket: 2 });
    expect(alone).toMatchObject({ territory: 'nghe-an', communes: 0 });
    const refused = await house.ask(reporting.coverage.compare, null, {
      query: 'territory=nowhere&period=2023',
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'territory.unknown']);
  });

  it('are contradicted by one producer more, and not by more products, of which over 327 are stated', async () => {
    // Of the last day on which it is valid, and of a producer written otherwise.
    await enter([{ producer: 'HỢP TÁC  XÃ 3', issuedOn: '2020-12-31', supportedIn: [2023] }]);
    expect(await checks()).toEqual(['OCOP_PRODUCERS agrees 187 328', 'OCOP_PRODUCTS agrees 328 328']);
    // What was graded anew, and whose old certificate nobody superseded, is one product.
    const anew = { producer: 'Hợp tác xã 5', supportedIn: [2023], issuedOn: '2023-12-01' };
    await enter([{ ...anew, name: 'Nước mắm Phú Quốc' }]);
    await enter([{ ...anew, name: 'NƯỚC MẮM  Phú Quốc', issuedOn: '2023-12-31' }]);
    expect(await checks()).toEqual(['OCOP_PRODUCERS agrees 187 330', 'OCOP_PRODUCTS agrees 329 330']);
    await enter([{ producer: 'Hợp tác xã mới', supportedIn: [2023] }]);
    expect(await checks()).toEqual(['OCOP_PRODUCERS contradicts 188 331', 'OCOP_PRODUCTS agrees 330 331']);
  });
});
