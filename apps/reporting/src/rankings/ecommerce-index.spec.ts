import {
  reporting,
  trade,
  type EcommerceIndex,
  type Observation,
  type TerritoryIndex,
} from '@doit/contracts';
import { TestInstallation } from '@doit/testing';
import { database as tradeDatabase } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = Partial<{ [F in keyof Observation]: Observation[F] }>;

/** The North Central region of 2024; only that Nghệ An was its first is known of them, from a press article. */
const northCentral = ['thanh-hoa', 'nghe-an', 'ha-tinh', 'quang-binh', 'quang-tri', 'hue'];

describe('the e-commerce index', () => {
  let house: TestInstallation;

  const row = (indicator: string, territory: string, value: string, more: Row = {}): Row => ({
    ...{ indicator, territory, value, period: '2023', unit: 'INDEX', measure: 'actual', status: 'official' },
    ...{ source: 'vecom', asOf: '2023-05-10', ...more },
  });
  const index = (territory: string, value: string, more: Row = {}) =>
    row('ECOMMERCE_INDEX', territory, value, more);
  const rank = (territory: string, value: string, among: string, more: Row = {}) =>
    row('ECOMMERCE_RANK', territory, value, { unit: 'RANK', dimensions: { among }, ...more });
  const ask = (query: string) => house.ask(reporting.ecommerceIndex.read, null, { query });
  const read = async (query: string): Promise<EcommerceIndex> => {
    const { status, body } = await ask(query);
    expect([status, body.code]).toEqual([200, undefined]);
    return body as unknown as EcommerceIndex;
  };
  const of = ({ items }: EcommerceIndex, territory: string): TerritoryIndex => {
    const found = items.find((item) => item.territory === territory);
    if (!found) throw new Error(territory);
    return found;
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: tradeDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    const of2023 = { rank: '3', rankOf: '63' } as unknown as Observation['stated'];
    await house.record(trade.observations.record, [
      index('ho-chi-minh', '89.2'),
      index('ha-noi', '85.7'),
      index('da-nang', '39.5', { stated: of2023 }),
      index('viet-nam', '19.24'),
      index('ha-noi', '61', { dimensions: { component: 'b2b' } }),
      index('ha-noi', '50.5', { dimensions: { component: 'people-infrastructure' } }),
      rank('ho-chi-minh', '1', 'viet-nam', { stated: { rankOf: '63' } as unknown as Observation['stated'] }),
      rank('ha-noi', '1', 'viet-nam'),
      rank('can-tho', '7', 'viet-nam'),
      ...['25', '30.1', '12', '11', '10', '20'].map((value, n) => index(northCentral[n] ?? '', value)),
      rank('nghe-an', '1', 'nc-2024', { stated: { rankOf: '6' } as unknown as Observation['stated'] }),
      rank('thanh-hoa', '3', 'nc-2024'),
      index('ha-noi', '80.7', { period: '2022', asOf: '2022-05-10' }),
      ...[index('ha-noi', '84.3'), index('nghe-an', '40')].map((each) => ({ ...each, period: '2019' })),
      ...[index('ha-noi', '55.7'), index('nghe-an', '40')].map((each) => ({ ...each, period: '2020' })),
    ]);
  });
  afterAll(() => house.stop());

  it('puts 2023 in order: Hồ Chí Minh 89.2, Hà Nội 85.7, Đà Nẵng 39.5, the mean of the country 19.24', async () => {
    const found = await read('year=2023');
    expect(
      found.items.slice(0, 3).map(({ rank, territory, index }) => [rank, territory, index?.value]),
    ).toEqual([
      [1, 'ho-chi-minh', '89.2'],
      [2, 'ha-noi', '85.7'],
      [3, 'da-nang', '39.5'],
    ]);
    expect(found).toMatchObject({
      ...{ year: 2023, among: 'viet-nam', version: 'since-2020', of: 9, members: 63 },
      national: { value: '19.24', source: 'vecom' },
    });
    expect(found.missing).toHaveLength(54);
    expect(found.items.at(-1)).toMatchObject({ index: null, rank: null });
  });

  it('has its parts where they are stated, and null where not', async () => {
    const found = await read('year=2023');
    expect(of(found, 'ha-noi').components).toMatchObject({
      ...{ peopleInfrastructure: { value: '50.5' }, b2c: null, b2b: { value: '61' } },
    });
    expect(of(found, 'da-nang').components).toEqual({ peopleInfrastructure: null, b2c: null, b2b: null });
  });

  it('stands beside the rank that is stated, with how many were ranked, and excludes some ranks though not all are known', async () => {
    const found = await read('year=2023');
    const rankOf = (territory: string) => {
      const { stated, check } = of(found, territory);
      return [stated?.rank, stated?.of, check?.verdict, check?.recomputed?.low, check?.recomputed?.high];
    };
    expect(rankOf('ho-chi-minh')).toEqual(['1', '63', 'cannot-tell', '1.0', '55.0']);
    // Hồ Chí Minh is surely above.
    expect(rankOf('ha-noi')).toEqual(['1', null, 'contradicts', '2.0', '56.0']);
    // Printed beside the index itself.
    expect(rankOf('da-nang')).toEqual(['3', '63', 'cannot-tell', '3.0', '57.0']);
    // Ranked, without an index.
    expect(rankOf('can-tho')).toEqual(['7', null, 'cannot-tell', undefined, undefined]);
    expect(rankOf('quang-tri')).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('confirms or contradicts a rank among a group all of whose indices are known', async () => {
    const found = await read('year=2023&among=nc-2024');
    expect(found).toMatchObject({ of: 6, members: 6, missing: [] });
    expect(of(found, 'nghe-an')).toMatchObject({
      ...{ rank: 1, stated: { rank: '1', of: '6' } },
      check: { verdict: 'agrees', code: 'ecommerce-index.rank' },
    });
    expect(of(found, 'thanh-hoa')).toMatchObject({
      ...{ rank: 2, stated: { rank: '3', of: null } },
      check: {
        verdict: 'contradicts',
        message: {
          en: 'By the known indices of 6 of 6 localities, Thanh Hoa has rank 2; the source states 3: at least 1.0 apart.',
        },
      },
    });
    // A rank in the country is none in the group.
    expect(of(await read('year=2023&among=rrd-2024'), 'ha-noi').stated).toBeNull();
  });

  it('changes by points on the year before, and not at all across the change of method in 2020', async () => {
    const change = async (year: number, territory: string) => {
      const { value, interval, refusal } = of(await read(`year=${year}`), territory).changeOnYearBefore;
      return refusal ? [refusal.code, ...refusal.missing] : [value, interval?.low, interval?.high];
    };
    expect(await change(2023, 'ha-noi')).toEqual(['5.0', '4.90', '5.10']);
    expect(await change(2023, 'nghe-an')).toEqual(['base-unknown', 'ECOMMERCE_INDEX 2022']);
    expect(await change(2023, 'can-tho')).toEqual(['no-figure', 'ECOMMERCE_INDEX']);
    expect(await change(2020, 'ha-noi')).toEqual(['series-break', 'since-2020']);
    expect([(await read('year=2019')).version, (await read('year=2020')).version]).toEqual([
      'before-2020',
      'since-2020',
    ]);
  });

  it('is what was known on a day', async () => {
    expect((await read('year=2023&asOf=2023-05-09')).of).toBe(0);
    expect((await read('year=2023&asOf=2023-05')).of).toBe(9);
  });

  it.each([
    ['year=2023&among=nowhere', 'territory.unknown'],
    ['year=2023&among=nghe-an', 'territory.no-group'],
    ['year=2026&among=nc-2024', 'territory.not-in-force'],
  ])('of %s is refused: %s', async (query, code) => {
    const { status, body } = await ask(query);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, code, 'among']);
  });
});
