import { markets, ocopProducts, outlets, trade, type TradeCoverage } from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import { database } from '../database';
import { TradeModule } from '../trade.module';

describe('the coverage of a territory', () => {
  let house: TestInstallation;
  const operating = { state: 'operating', territory: 'kien-giang' };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database });
    const enter = async (operation: typeof trade.markets.createMany | object, items: object[]) => {
      const made = await house.ask(operation as typeof trade.markets.createMany, people.admin, {
        body: { items },
      });
      expect([made.status, made.body.errors]).toEqual([200, undefined]);
    };
    const market = (commune: string | null, more: object = {}) =>
      leastEntry(markets, { ...operating, kind: 'daily', commune, ...more });
    await enter(trade.markets.createMany, [
      market('Dương Đông'),
      market('DƯƠNG  ĐÔNG', { kind: 'night' }),
      market('Rạch Giá', { state: 'upgrading' }),
      market('Hòn Đất', { state: 'closed' }),
      market('Kiên Lương', { state: 'withdrawn' }),
      market(null),
      // Another commune of the same name.
      market('Hòn Đất', { territory: 'an-giang' }),
      market('Châu Đốc', { territory: 'an-giang-2025', kind: 'wholesale' }),
      market('Vinh', { territory: 'nghe-an' }),
    ]);
    const outlet = (commune: string, kind: string, more: object = {}) =>
      leastEntry(outlets, { ...operating, commune, kind, ...more });
    await enter(trade.outlets.createMany, [
      outlet('Hòn Đất', 'mall'),
      outlet('dương đông', 'mall'),
      outlet('Dương Đông', 'petrol-station', { state: 'suspended' }),
    ]);
    await enter(trade.ocopProducts.createMany, [
      leastEntry(ocopProducts, { territory: 'kien-giang', commune: 'Thổ Châu' }),
    ]);
  });
  afterAll(() => house.stop());

  const read = async (territory: string): Promise<TradeCoverage> => {
    const { status, body } = await house.ask(trade.coverage.read, null, { query: `territory=${territory}` });
    expect(status).toBe(200);
    return body as unknown as TradeCoverage;
  };
  const some = (items: { kind: string; count: number }[]) =>
    items.filter(({ count }) => count > 0).map(({ kind, count }) => `${kind} ${count}`);
  const communes = ({ items }: TradeCoverage) =>
    items.map(({ commune, markets: m, outlets: o, hasMarket }) => `${commune} ${m} ${o} ${hasMarket}`);

  it('counts what operates by kind, and names the communes with and without a market', async () => {
    const found = await read('kien-giang');
    expect([some(found.markets), some(found.outlets)]).toEqual([['daily 3', 'night 1'], ['mall 2']]);
    expect([found.markets.length, found.outlets.length]).toEqual([8, 8]);
    expect(found).toMatchObject({ communes: 4, communesWithMarket: 2, withoutCommune: 1 });
    expect(communes(found)).toEqual([
      'Hòn Đất 0 1 false',
      'Thổ Châu 0 0 false',
      'DƯƠNG  ĐÔNG 2 1 true',
      'Rạch Giá 1 0 true',
    ]);
  });

  it('follows mergers: a unit counts the entries of those whose land it holds', async () => {
    const found = await read('an-giang-2025');
    expect(some(found.markets)).toEqual(['wholesale 1', 'daily 4', 'night 1']);
    expect(found).toMatchObject({ communes: 6, communesWithMarket: 4 });
    expect(communes(found).filter((line) => line.startsWith('Hòn Đất'))).toEqual([
      'Hòn Đất 0 1 false',
      'Hòn Đất 1 0 true',
    ]);
    expect(await read('ha-tinh')).toMatchObject({ communes: 0, communesWithMarket: 0, items: [] });
    const unknown = await house.ask(trade.coverage.read, null, { query: 'territory=nowhere' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'territory.unknown']);
  });
});
