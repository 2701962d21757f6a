import { reporting, trade, type IndicatorBreakdown, type Observation } from '@doit/contracts';
import { goodsGroups } from '@doit/reference';
import { people, TestInstallation } from '@doit/testing';
import { database as tradeDatabase } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

/** Vĩnh Long by components, as its statistics office published it (VND million): each year adds up exactly. */
const vinhLong: Record<string, readonly [goods: string, lodging: string, travel: string, other: string]> = {
  '2016': ['26754.319', '5924.856', '36.720', '4469.236'],
  '2017': ['29726.521', '6651.299', '46.255', '4605.310'],
};
const totals: Record<string, string> = { '2016': '37185.131', '2017': '41029.385' };

/** Eleven groups of goods, 24,390 together; with food of 12,149 they are the 36,539 that the department of Nghệ An states. */
const ofGoods: Record<string, string> = {
  ...{ food: '12149', garments: '1630', 'household-equipment': '4390', 'cultural-educational': '330' },
  ...{ 'wood-construction-materials': '4530', cars: '900', 'other-vehicles': '2010', 'petrol-oil': '5480' },
  ...{ 'other-fuels': '640', 'precious-stones-metals': '1180', 'other-goods': '2210' },
  ...{ 'vehicle-repair': '1090' },
};

describe('an indicator by its parts', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: tradeDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    await record(
      ...['2016', '2017'].flatMap((year) => retail('vinh-long', year, vinhLong[year], totals[year])),
    );
  });
  afterAll(() => house.stop());

  const row = (indicator: string, value: string, more: Partial<Row> = {}): Row => ({
    ...{ indicator, value, dimensions: {}, territory: 'vinh-long', period: '2017', measure: 'actual' },
    ...{ status: 'official', unit: 'VND_BN', source: 'gso', asOf: '2018-06', ...more },
  });
  const retail = (
    territory: string,
    period: string,
    [goods, lodging, travel, other]: readonly string[] = [],
    total?: string,
  ): Row[] => {
    const components = { 'accommodation-food': lodging, travel, 'other-services': other };
    const at = { territory, period };
    return [
      ...(total === undefined ? [] : [row('RETAIL', total, at)]),
      ...(goods === undefined ? [] : [row('RETAIL_GOODS', goods, at)]),
      ...Object.entries(components).flatMap(([component, value]) =>
        value === undefined ? [] : [row('RETAIL', value, { ...at, dimensions: { component } })],
      ),
    ];
  };
  const record = (...items: Row[]): Promise<void> => house.record(trade.observations.record, items);
  const ask = (query: string) => house.ask(reporting.breakdowns.read, null, { query });
  const breakdown = async (query: string): Promise<IndicatorBreakdown> => {
    const { status, body } = await ask(query);
    expect([query, status]).toEqual([query, 200]);
    return body as unknown as IndicatorBreakdown;
  };
  const refused = async (query: string) => {
    const { status, body } = await ask(query);
    return [status, ...(body.errors ?? []).map(({ pointer, message }) => `${pointer} ${message.en}`)];
  };

  it('is retail by its four components, each with source, vintage, share and change, and their sum', async () => {
    const found = await breakdown('territory=vinh-long&period=2017&indicator=RETAIL');
    expect(found).toMatchObject({
      ...{ territory: 'vinh-long', period: '2017', by: 'component', unit: 'VND_BN' },
      total: {
        ...{ name: { en: 'Retail sales of goods and consumer services' } },
        actual: { value: '41029.385', source: 'gso', asOf: '2018-06-30', status: 'official' },
        yoyPct: { value: '10.34', basis: 'computed' },
      },
      sum: { value: '41029.385', formula: 'sum of all parts' },
      difference: { value: '0.000', interval: { low: '-0.0025', high: '0.0025' } },
      check: { code: 'parts.sum', verdict: 'agrees', difference: '0', missing: [] },
    });
    const shown = found.parts.map(({ indicator, dimensions, name, actual, sharePct, yoyPct }) => [
      ...[indicator, dimensions['component'] ?? '', name.vi, actual?.value],
      ...[sharePct.value, yoyPct.value],
    ]);
    expect(shown).toEqual([
      ['RETAIL_GOODS', '', 'doanh thu bán lẻ hàng hóa', '29726.521', '72.45', '11.11'],
      ['RETAIL', 'accommodation-food', 'lưu trú, ăn uống', '6651.299', '16.21', '12.26'],
      ['RETAIL', 'travel', 'du lịch lữ hành', '46.255', '0.11', '25.97'],
      ['RETAIL', 'other-services', 'dịch vụ khác', '4605.310', '11.22', '3.04'],
    ]);
    const ids = found.parts.map(({ actual }) => actual?.observationId);
    expect(found.sum.lineage.map(({ observationId }) => observationId)).toEqual(ids);
    expect(new Set(ids).size).toBe(4);
    expect(found.parts[2]?.sharePct.interval).toEqual({ low: '0.112', high: '0.113' });
  });

  it('shows a sum that is not the total, and leaves every figure as it is stated', async () => {
    await record(row('RETAIL', '41029.400', { asOf: '2019-06' }));
    const now = await breakdown('territory=vinh-long&period=2017&indicator=RETAIL');
    expect(now).toMatchObject({
      total: { actual: { value: '41029.400', asOf: '2019-06-30' } },
      sum: { value: '41029.385' },
      difference: { value: '-0.015', formula: 'sum of all parts − total' },
      check: { code: 'parts.sum', verdict: 'contradicts', difference: '0.0125' },
    });
    const then = await breakdown('territory=vinh-long&period=2017&indicator=RETAIL&asOf=2018-12-31');
    expect(then).toMatchObject({
      ...{ asOf: '2018-12-31', total: { actual: { value: '41029.385' } } },
      check: { verdict: 'agrees' },
    });
  });

  it('is goods by their twelve groups, of which each is a part of goods alone', async () => {
    const at = { territory: 'nghe-an', period: '2023-01/P5M', asOf: '2023-06', source: 'doit-nghe-an' };
    const groups = Object.entries(ofGoods).map(([goodsGroup, value]) =>
      row('RETAIL_GOODS', value, { ...at, dimensions: { goodsGroup } }),
    );
    await record(row('RETAIL_GOODS', '36539', at), row('RETAIL', '45000', at), ...groups);
    const found = await breakdown('territory=nghe-an&period=2023-01/P5M&indicator=RETAIL_GOODS');
    expect(found).toMatchObject({
      ...{ by: 'goodsGroup', sum: { value: '36539' }, difference: { value: '0' } },
      check: {
        verdict: 'agrees',
        message: { en: expect.stringContaining('The parts (food and foodstuffs') as string },
      },
    });
    expect(found.parts.map(({ dimensions }) => dimensions['goodsGroup'])).toEqual(
      goodsGroups.map(({ code }) => code),
    );
    expect(found.parts[0]).toMatchObject({
      name: { vi: 'lương thực, thực phẩm', en: 'food and foodstuffs' },
      sharePct: { value: '33.25' },
      yoyPct: { value: null, refusal: { code: 'base-unknown' } },
    });
    const revised = { ...at, asOf: '2023-07', dimensions: { goodsGroup: 'food' } };
    await record(row('RETAIL_GOODS', '12156', revised));
    const off = await breakdown('territory=nghe-an&period=2023-01/P5M&indicator=RETAIL_GOODS&by=goodsGroup');
    expect(off).toMatchObject({
      difference: { value: '7' },
      check: { verdict: 'contradicts', difference: '0.5' },
    });
  });

  it('cannot be told while a part is missing, and is contradicted once the others exceed the total', async () => {
    const [goods = '', lodging = '', , other = ''] = vinhLong['2017'] ?? [];
    const at = { territory: 'ben-tre', period: '2018' };
    await record(
      ...retail('ben-tre', '2018', [goods, lodging]),
      row('RETAIL', other, { ...at, dimensions: { component: 'other-services' } }),
      row('RETAIL', '41029.385', at),
    );
    const found = await breakdown('territory=ben-tre&period=2018&indicator=RETAIL');
    const missing = ['RETAIL component=travel'];
    expect(found).toMatchObject({
      sum: { value: null, refusal: { code: 'no-figure', missing } },
      difference: { value: null, refusal: { code: 'no-figure', missing } },
      check: { verdict: 'cannot-tell', recomputed: null, missing },
    });
    expect(found.check.message.en).toBe(
      '41,029.385 VND billion cannot be held against the sum of its parts: 3/4 have a figure that can be added; missing are travel.',
    );
    expect(found.parts[2]).toMatchObject({
      ...{ actual: null, refusal: { code: 'no-figure', missing } },
      sharePct: { value: null, refusal: { code: 'no-figure' } },
    });
    await record(row('RETAIL', '40983.0', { ...at, asOf: '2020-06' }));
    const exceeded = await breakdown('territory=ben-tre&period=2018&indicator=RETAIL');
    expect(exceeded.check).toMatchObject({ code: 'parts.exceed-total', verdict: 'contradicts' });
    expect(exceeded.sum.refusal?.missing).toEqual(missing);
  });

  it('has nothing to be held against without a total, or with one that is only “about” so much', async () => {
    const none = await breakdown('territory=vinh-long&period=2010&indicator=RETAIL');
    expect(none).toMatchObject({
      total: { actual: null, refusal: { code: 'no-figure', missing: ['RETAIL'] } },
      check: { verdict: 'cannot-tell', missing: ['RETAIL'], lineage: [] },
    });
    expect(none.parts.map(({ refusal }) => refusal?.code)).toEqual(Array(4).fill('no-figure'));
    const at = { territory: 'tra-vinh', period: '2018' };
    await record(...retail('tra-vinh', '2018', vinhLong['2017']));
    const without = await breakdown('territory=tra-vinh&period=2018&indicator=RETAIL');
    expect(without).toMatchObject({
      ...{ sum: { value: '41029.385' }, difference: { value: null, refusal: { missing: ['RETAIL'] } } },
      check: { verdict: 'cannot-tell', message: { en: expect.stringContaining('4/4 are known') as string } },
    });
    await record(row('RETAIL', '99999', { ...at, comparator: 'about' }));
    const about = await breakdown('territory=tra-vinh&period=2018&indicator=RETAIL');
    expect(about.check).toMatchObject({ verdict: 'cannot-tell', missing: ['RETAIL'] });
    expect(about.check.message.en).toContain('“about” so much');
  });

  it('on a map is that of the units whose land it is', async () => {
    await record(
      ...retail('kien-giang', '2023', ['80.0', '15.0', '1.0', '4.0'], '100.0'),
      ...retail('an-giang', '2023', ['40.0', '6.0', '0.5', '3.5'], '50.0'),
    );
    const asked = 'territory=an-giang-2025&period=2023&indicator=RETAIL&on=2025-07-01';
    const found = await breakdown(asked);
    expect(found).toMatchObject({
      ...{ on: '2025-07-01', total: { actual: null, made: { value: '150' } } },
      ...{ sum: { value: '150.0' }, difference: { value: '0.0' }, check: { verdict: 'agrees' } },
    });
    expect(found.parts.map(({ made, sharePct }) => [made?.value, sharePct.value])).toEqual([
      ['120', '80.00'],
      ['21', '14.00'],
      ['1.5', '1.00'],
      ['7.5', '5.00'],
    ]);
    expect(found.total).not.toHaveProperty('refusal');
    expect(await refused('territory=an-giang-2025&period=2023&indicator=RETAIL')).toEqual([
      422,
      expect.stringContaining('territory '),
    ]);
  });

  it('is made of approved figures alone', async () => {
    const at = { territory: 'nghe-an', period: '2019' };
    const draft = row('RETAIL', '7', { ...at, dimensions: { component: 'travel' }, state: 'draft' });
    const { status, body } = await house.ask(trade.observations.record, people.admin, {
      body: { items: [draft] },
    });
    expect([status, body.code]).toEqual([200, undefined]);
    // Later than the draft, which reporting has learned by then.
    await record(row('RETAIL', '8', { ...at, dimensions: { component: 'other-services' } }));
    const found = await breakdown('territory=nghe-an&period=2019&indicator=RETAIL');
    expect(found.parts.map(({ actual }) => actual?.value ?? null)).toEqual([null, null, null, '8']);
  });

  it('is by the dimension asked for, else the first whose parts are listed; others are refused by name', async () => {
    const at = 'territory=vinh-long&period=2017';
    expect(await breakdown(`${at}&indicator=IPV`)).toMatchObject({ by: 'sector' });
    expect((await breakdown(`${at}&indicator=IPV&by=division`)).parts).toHaveLength(34);
    expect(await refused(`${at}&indicator=IPV&by=component`)).toEqual([
      422,
      'by “IPV” is not broken down by “component”; it is by: sector, division.',
    ]);
    for (const code of ['MARKETS', 'GRDP_GROWTH', 'CLUSTERS', 'OCOP_PRODUCTS'])
      expect(await refused(`${at}&indicator=${code}`)).toEqual([
        422,
        `indicator “${code}” has no breakdown whose parts are listed.`,
      ]);
    expect(await refused(`${at}&indicator=NONE`)).toEqual([422, 'indicator There is no indicator “NONE”.']);
    expect(await refused('territory=vinh-long&period=2017-13&indicator=RETAIL')).toEqual([
      422,
      expect.stringContaining('period '),
    ]);
  });
});
