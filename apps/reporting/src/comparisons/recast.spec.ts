import {
  industry,
  reporting,
  type ComparisonItem,
  type Comparisons,
  type Observation,
  type SeriesList,
} from '@doit/contracts';
import { tetMonths } from '@doit/reference';
import { TestInstallation } from '@doit/testing';
import { database as industryDatabase } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

/** Figures that nobody states: of the months of a period, and of the units that became one. */
describe('comparisons of figures put together', () => {
  let house: TestInstallation;
  const now = '2025-07-01';
  const food = { division: '10' };

  const item = async (query: string, code: string): Promise<ComparisonItem> => {
    const { status, body } = await house.ask(reporting.comparisons.read, null, { query });
    expect(status).toBe(200);
    const { items } = body as unknown as Comparisons;
    const found = items.find(({ indicator }) => indicator === code);
    if (!found) throw new Error(`${code}: ${query}`);
    return found;
  };
  const row = (
    territory: string,
    indicator: string,
    period: string,
    value: string,
    more: Partial<Row> = {},
  ): Row => ({
    ...{ indicator, territory, period, value, measure: 'actual', status: 'official', source: 'gso' },
    unit: indicator === 'IIP' ? 'INDEX' : 'VND_BN',
    ...more,
  });
  const record = async (items: Row[]): Promise<void> => {
    const isActual = ({ measure }: Row) => measure === 'actual';
    for (const [service, own] of [
      [reporting, items.filter((row) => !isActual(row))],
      [industry, items.filter(isActual)],
    ] as const)
      if (own.length > 0) await house.record(service.observations.record, own);
  };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    const peak = { unit: 'MW', source: 'evn-cpc' };
    const stock = { unit: 'COUNT', dimensions: { stage: 'established' } };
    const planned = { measure: 'plan', asOf: '2022-12' } as const;
    await record([
      row('kien-giang', 'IPV', '2023', '48180.8', planned),
      row('an-giang', 'IPV', '2023', '61000', planned),
      row('kien-giang', 'IPV', '2023', '49496.26'),
      row('an-giang', 'IPV', '2023', '60000'),
      row('kien-giang', 'IPV', '2022', '44611.9', { status: 'estimate', asOf: '2022-12' }),
      row('kien-giang', 'IPV', '2022', '44547.1', { asOf: '2023-12' }),
      row('an-giang', 'IPV', '2022', '55000', { asOf: '2022-12' }),
      ...['01', '02', '03'].map((month) => row('ca-mau', 'IPV', `2023-${month}`, `10${month}.5`)),
      ...['01', '02', '03'].map((month) => row('ca-mau', 'IPV', `2022-${month}`, '900')),
      ...['04', '06'].map((month) => row('ca-mau', 'IPV', `2023-${month}`, '1000')),
      ...['2023', '2022'].flatMap((year, at) => [
        row('ca-mau', 'IIP', `${year}-01`, String(80 + 30 * at)),
        row('ca-mau', 'IIP', `${year}-02`, String(130 - 40 * at)),
        row('ca-mau', 'PEAK_LOAD', `${year}-01`, String(210 + at), peak),
        row('ca-mau', 'PEAK_LOAD', `${year}-02`, '205.5', peak),
      ]),
      row('an-giang', 'IIP', '2024-05', '120'),
      row('kien-giang', 'IIP', '2024-05', '150'),
      row('an-giang', 'IIP', '2023-05', '100'),
      row('kien-giang', 'IIP', '2023-05', '125'),
      row('soc-trang', 'IIP', '2024-05', '125'),
      row('can-tho', 'IIP', '2024-05', '130'),
      row('an-giang', 'VA_INDUSTRY', '2015', '8000'),
      row('kien-giang', 'VA_INDUSTRY', '2015', '12000'),
      ...[
        ['an-giang', '110', '1000'],
        ['kien-giang', '140', '3000'],
      ].flatMap(([territory = '', level = '', weight = '']) => [
        row(territory, 'IIP', '2024-05', level, { dimensions: food }),
        row(territory, 'IIP', '2024-05', level, { dimensions: { sector: 'C' } }),
        row(territory, 'VA_INDUSTRY', '2015', weight, { dimensions: food }),
      ]),
      row('hau-giang', 'IIP', '2024-05', '130'),
      ...['2023-12', '2024-12'].flatMap((month, at) => [
        row('an-giang', 'CLUSTERS', month, String(10 + at), stock),
        row('kien-giang', 'CLUSTERS', month, String(5 + at), stock),
      ]),
      row('an-giang-2025', 'CLUSTERS', '2025-12', '34', stock),
      row('an-giang', 'IPV', '2025', '70000', { measure: 'plan', asOf: '2024-12' }),
      row('kien-giang', 'IPV', '2025', '60000', { measure: 'plan', asOf: '2024-12' }),
      row('bac-lieu', 'IIP', '2024-05', '110'),
    ]);
  }, 120_000);
  afterAll(() => house.stop());

  it('a quarter is the sum of its months, with what each month says', async () => {
    const { actual, made, yoyPct, previous } = await item('territory=ca-mau&period=2023-Q1', 'IPV');
    expect(actual).toBeNull();
    expect(made).toMatchObject({
      ...{
        value: '3007.5',
        period: '2023-Q1',
        formula: 'sum of its months',
      },
      interval: { low: '3007.35', high: '3007.65' },
    });
    expect(made?.lineage.map(({ period }) => period)).toEqual(['2023-01', '2023-02', '2023-03']);
    expect(previous).toMatchObject({ value: '2700', basis: 'computed' });
    expect(yoyPct).toMatchObject({ value: '11.39', basis: 'computed' });
  });

  it('a half-year without all its months is refused, naming those that are missing', async () => {
    const { actual, refusal, yoyPct } = await item('territory=ca-mau&period=2023-S1', 'IPV');
    expect(actual).toBeNull();
    expect(refusal).toMatchObject({ code: 'incomplete-months', missing: ['2023-05'] });
    expect(yoyPct.refusal).toEqual(refusal);
  });

  it('the months of Tết are shown together: the mean of an index, growth by the ratio of sums, the highest peak', async () => {
    const tet = tetMonths('2023').key;
    const index = await item(`territory=ca-mau&period=${tet}`, 'IIP');
    // (80 + 130) ÷ 2 on (110 + 90) ÷ 2; neither month alone says that: −27 % and +44 %.
    expect(index.made).toMatchObject({ value: '105', formula: 'mean of its months' });
    expect(index.yoyPct.value).toBe('5.00');
    const peak = await item(`territory=ca-mau&period=${tet}`, 'PEAK_LOAD');
    expect(peak.made).toMatchObject({ value: '210', interval: { low: '209.50', high: '210.50' } });
  });

  it('an added level of a merged unit is the sum of its members, judged on the sum of their plans and bases', async () => {
    const query = `territory=an-giang-2025&period=2023&on=${now}`;
    const found = await item(query, 'IPV');
    expect(found.made).toMatchObject({
      value: '109496.26',
      formula: 'sum of its units',
    });
    expect(found.plan).toMatchObject({ value: '109180.8', basis: 'computed' });
    expect(found.excess.value).toBe('315.46');
    // 109,496.26 ÷ 99,547.1, and the plans on what was known when they were set: 109,180.8 ÷ 99,611.9.
    expect([found.yoyPct.value, found.plannedGrowthPct.value]).toEqual(['9.99', '9.61']);
    expect(found.yoyPct.lineage.map(({ territory, value }) => `${territory} ${value}`)).toEqual([
      'an-giang 60000',
      'kien-giang 49496.26',
      'an-giang 55000',
      'kien-giang 44547.1',
    ]);
  });

  it('a stock is held against the same month of a year before, of whichever units there were then', async () => {
    const query = `territory=an-giang-2025&period=2025&on=${now}`;
    const { actual, previous, yoyPct } = await item(query, 'CLUSTERS');
    // 34, against 11 + 6 in December 2024, not the year before that.
    expect([actual?.value, previous.value, yoyPct.value]).toEqual(['34', '17', '100.00']);
  });

  it('of the year of a merger the plans are those that the members had set', async () => {
    const query = `territory=an-giang-2025&period=2025&on=${now}`;
    expect((await item(query, 'IPV')).plan).toMatchObject({ value: '130000', basis: 'computed' });
  });

  it('only what is asked for is answered', async () => {
    const query = `territory=an-giang-2025&period=2015&on=${now}&indicator=IPV`;
    const { body } = await house.ask(reporting.comparisons.read, null, { query });
    expect((body as unknown as Comparisons).items).toEqual([]);
  });

  it('growth of an index of a merged unit follows from levels by weight', async () => {
    const { made, yoyPct } = await item(`territory=an-giang-2025&period=2024-05&on=${now}`, 'IIP');
    // (8,000 × 120 + 12,000 × 150) ÷ 20,000 = 138, on 115.
    expect(made).toMatchObject({ value: '138', interval: { low: '137.4', high: '138.6' } });
    expect(yoyPct).toMatchObject({ value: '20.00', basis: 'computed' });
    expect(yoyPct.lineage.map(({ indicator }) => indicator)).toEqual([
      ...['IIP', 'IIP', 'VA_INDUSTRY', 'VA_INDUSTRY', 'IIP', 'IIP'],
    ]);
  });

  it('the index of a division goes by the weights of the division, and without these there is none', async () => {
    const place = `territory=an-giang-2025&period=2024-05&on=${now}&indicator=IIP`;
    const { body } = await house.ask(reporting.comparisons.read, null, { query: place });
    const { items } = body as unknown as Comparisons;
    // (1,000 × 110 + 3,000 × 140) ÷ 4,000.
    expect(items.find(({ dimensions }) => dimensions['division'])?.made?.value).toBe('132.5');
    expect(items.find(({ dimensions }) => dimensions['sector'])?.refusal?.code).toBe('needs-weights');
    const span = `indicator=IIP&territory=an-giang-2025&from=2024-05&to=2024-05&on=${now}`;
    const points = async (breakdown: string) => {
      const answer = await house.ask(reporting.series.read, null, { query: `${span}&${breakdown}` });
      const { series } = answer.body as unknown as SeriesList;
      return series.flatMap((each) => each.points);
    };
    expect(await points('division=10')).toMatchObject([{ value: '132.5' }]);
    expect(await points('sector=C')).toMatchObject([{ refusal: { code: 'needs-weights' } }]);
  });

  it('without weights, or without a member, there is no level and no growth', async () => {
    const withoutWeights = await item(`territory=can-tho-2025&period=2024-05&on=${now}`, 'IIP');
    expect(withoutWeights).not.toHaveProperty('made');
    expect(withoutWeights.refusal).toMatchObject({
      ...{ code: 'needs-weights', missing: ['can-tho', 'hau-giang', 'soc-trang'] },
    });
    expect(withoutWeights.yoyPct.refusal?.code).toBe('needs-weights');
    const withoutMember = await item(`territory=ca-mau-2025&period=2024-05&on=${now}`, 'IIP');
    expect(withoutMember.refusal).toMatchObject({ code: 'incomplete-members', missing: ['ca-mau'] });
  });

  it('a unit on the map of its own time is as it is, and on a later one not in force', async () => {
    const [plain, recast] = [
      await item('territory=kien-giang&period=2023', 'IPV'),
      await item('territory=kien-giang&period=2023&on=2023-12-31', 'IPV'),
    ];
    expect(recast).toEqual(plain);
    const query = `territory=kien-giang&period=2023&on=${now}`;
    const { status, body } = await house.ask(reporting.comparisons.read, null, { query });
    expect([status, body['code']]).toEqual([422, 'territory.not-in-force']);
  });
});
