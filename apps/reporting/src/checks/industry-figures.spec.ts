import {
  industry,
  reporting,
  type Checks,
  type CheckResult,
  type Comparisons,
  type IndicatorList,
  type Observation,
  type Ranking,
  type SeriesList,
} from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { database as industryDatabase } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

/** Divisions, key products, savings and reductions: recorded with industry, their paths with reporting, and checked. */
describe('the department’s figures of industry', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database });
  });
  afterAll(() => house.stop());

  const row = (
    indicator: string,
    value: string,
    dimensions: Record<string, string> = {},
    more: Partial<Row> = {},
  ): Row => ({
    ...{ indicator, value, dimensions, territory: 'nghe-an', period: '2024', measure: 'actual' },
    ...{ status: 'official', unit: 'VND_BN', source: 'doit-nghe-an', asOf: '2025-02', ...more },
  });
  const record = (...items: Row[]): Promise<void> => house.record(industry.observations.record, items);
  const path = (indicator: string, unit: string, value: string, version: string): Promise<void> =>
    house.record(reporting.observations.record, [
      row(indicator, value, { path: version }, { unit, measure: 'scenario' }),
    ]);
  const checks = async (code: string, query = 'territory=nghe-an&period=2024'): Promise<CheckResult[]> => {
    const { status, body } = await house.ask(reporting.checks.list, null, { query });
    expect(status).toBe(200);
    return (body as unknown as Checks).items.filter((result) => result.code === code);
  };
  const refused = async (item: Row, at: 'industry' | 'reporting' = 'industry') => {
    const { record: operation } = (at === 'industry' ? industry : reporting).observations;
    const { status, body } = await house.ask(operation, people.admin, { body: { items: [item] } });
    return [status, ...(body.errors ?? []).map(({ pointer, message }) => `${pointer} ${message.en}`)];
  };

  it('are of a section or of a division, and a product is counted in its own unit', async () => {
    expect(await refused(row('IPV', '10', { sector: 'C', division: '10' }))).toEqual([
      422,
      '/items/0/dimensions Dimension “division”: division: either division or sector, not both',
    ]);
    expect(await refused(row('PRODUCT_OUTPUT', '10', { product: 'beer' }, { unit: 'KT' }))).toEqual([
      422,
      '/items/0/unit The indicator “PRODUCT_OUTPUT beer” is in MN_L, not in KT.',
    ]);
    const bau = row('GHG_BAU', '10', { path: 'resolution-55-2020' }, { unit: 'KT_CO2E' });
    expect(await refused(bau, 'reporting')).toEqual([
      422,
      '/items/0/measure Nobody can have measured “GHG_BAU”; it is recorded as scenario alone.',
    ]);
  });

  it('are listed with their names and units for whoever fills in a form', async () => {
    const { body } = await house.ask(reporting.catalogue.indicators, null);
    const { items } = body as unknown as IndicatorList;
    const of = (code: string) => items.find((each) => each.code === code);
    expect(of('PRODUCT_OUTPUT')?.dimensions).toMatchObject([
      { name: 'product', units: { beer: 'MN_L' }, names: { beer: { vi: 'Bia các loại' } } },
    ]);
    expect(of('IPV')?.dimensions).toMatchObject([
      { name: 'sector' },
      { name: 'division', refines: { dimension: 'sector', partOf: { '05': 'B', '39': 'E' } } },
    ]);
    expect([of('GHG_BAU')?.onlyAs, of('GHG_EMISSIONS')?.onlyAs]).toEqual(['scenario', undefined]);
  });

  it('hold the divisions of a section against it, and show them by name', async () => {
    await record(
      row('IPV', '90000'),
      row('IPV', '5000', { sector: 'D' }),
      row('IPV', '5100', { division: '35' }),
      row('IPV', '31500', { division: '10' }),
      row('IPV', '30000', { division: '10' }, { period: '2023' }),
      row('IPV', '80000', {}, { period: '2023' }),
    );
    expect(await checks('parts.sum')).toMatchObject([
      { verdict: 'contradicts', difference: '99.0', indicators: ['IPV'] },
    ]);
    const query = 'indicator=IPV&territory=nghe-an&division=10&from=2023&to=2024&frequency=year';
    const { body: series } = await house.ask(reporting.series.read, null, { query });
    expect((series as unknown as SeriesList).series).toMatchObject([
      { dimensions: { division: '10' }, points: [{ value: '30000' }, { value: '31500' }] },
    ]);
    const ranked = 'indicator=IPV&period=2024&by=yoyPct&division=10';
    const { body: ranking } = await house.ask(reporting.rankings.read, null, { query: ranked });
    expect((ranking as unknown as Ranking).items).toMatchObject([{ territory: 'nghe-an', value: '5' }]);
    const { body } = await house.ask(reporting.comparisons.read, null, {
      query: 'territory=nghe-an&period=2024&indicator=IPV',
    });
    const items = (body as unknown as Comparisons).items.map(({ dimensions, sharePct, contributionPp }) => [
      Object.values(dimensions).join(),
      sharePct?.value,
      contributionPp?.value,
    ]);
    // A division after its section: 31,500 ÷ 90,000; (31,500 − 30,000) ÷ 80,000.
    expect(items).toEqual([
      ['', undefined, undefined],
      ['10', '35.00', '1.88'],
      ['D', '5.56', null],
      ['35', '5.67', null],
    ]);
    const page = await house.ask(reporting.reports.page, null, {
      query: 'territory=nghe-an&period=2024&lang=vi',
    });
    expect(JSON.stringify(page.body)).toContain('sản xuất, chế biến thực phẩm');
  });

  it('compare each product with its own year before and plan', async () => {
    const cement = { product: 'cement' };
    await record(
      row('PRODUCT_OUTPUT', '5200', cement, { unit: 'KT' }),
      row('PRODUCT_OUTPUT', '5000', cement, { unit: 'KT', period: '2023' }),
      row('PRODUCT_OUTPUT', '180', { product: 'beer' }, { unit: 'MN_L' }),
    );
    const plan = row('PRODUCT_OUTPUT', '6500', cement, { unit: 'KT', measure: 'plan' });
    await house.record(reporting.observations.record, [plan]);
    const query = 'territory=nghe-an&period=2024&indicator=PRODUCT_OUTPUT';
    const { body } = await house.ask(reporting.comparisons.read, null, { query });
    expect((body as unknown as Comparisons).items).toMatchObject([
      { dimensions: { product: 'beer' }, unit: 'MN_L', yoyPct: { value: null } },
      { dimensions: cement, unit: 'KT', yoyPct: { value: '4.00' }, planPct: { value: '80.00' } },
    ]);
  });

  it('recompute a saving from what was saved and sold, and hold it against the directive of 2023', async () => {
    const saving = row('ENERGY_SAVING', '2.02', { baseline: 'consumption' }, { unit: 'PCT' });
    await record(saving, row('ELECTRICITY_SOLD', '4102.3', {}, { unit: 'KWH_MN' }));
    const missing = ['ENERGY_SAVED baseline=consumption 2024'];
    expect(await checks('energy-saving.consumption')).toMatchObject([{ verdict: 'cannot-tell', missing }]);
    await record(row('ENERGY_SAVED', '84.5', { baseline: 'consumption' }, { unit: 'KWH_MN' }));
    expect(await checks('energy-saving.consumption')).toMatchObject([
      { verdict: 'agrees', recomputed: { low: '2.017', high: '2.020' } },
    ]);
    const [directive] = await checks('energy-saving.directive');
    expect(directive?.verdict).toBe('agrees');
    expect(directive?.message.vi).toContain('Chỉ thị 20/CT-TTg ngày 08/6/2023');
  });

  it('hold a reduction against each version of the path by itself, also on another map', async () => {
    const emitted = { unit: 'KT_CO2E' };
    await record(
      row('GHG_REDUCTION', '15.0', { baseline: 'bau' }, { unit: 'PCT' }),
      row('GHG_EMISSIONS', '12500', {}, emitted),
    );
    expect(await checks('ghg.against-bau')).toMatchObject([
      { verdict: 'cannot-tell', missing: ['GHG_BAU 2024'] },
    ]);
    await path('GHG_BAU', 'KT_CO2E', '14700', 'resolution-55-2020');
    await path('GHG_BAU', 'KT_CO2E', '15600', 'ndc-2022');
    for (const query of ['', '&on=2025-07-01']) {
      const [result, ...others] = await checks('ghg.against-bau', `territory=nghe-an&period=2024${query}`);
      expect(others).toEqual([]);
      expect(result).toMatchObject({ verdict: 'agrees', recomputed: { low: '14.95', high: '14.98' } });
      expect(result?.message.en).toContain('by the path resolution-55-2020');
      expect(result?.lineage.map(({ indicator }) => indicator)).toEqual([
        'GHG_REDUCTION',
        'GHG_EMISSIONS',
        'GHG_BAU',
      ]);
    }
  });
});
