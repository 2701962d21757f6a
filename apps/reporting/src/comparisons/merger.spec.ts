import {
  industry,
  reporting,
  type Checks,
  type ComparisonItem,
  type Comparisons,
  type Observation,
  type Ranking,
  type Report,
  type SeriesList,
} from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { database as industryDatabase } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database } from '../database';
import { pageOf } from '../reports/page';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

const now = '2025-07-01';
const row = (territory: string, period: string, value: string, more: Partial<Row> = {}): Row => ({
  ...{ indicator: 'IPV', territory, period, value, measure: 'actual', status: 'official', unit: 'VND_BN' },
  ...{ source: 'gso', asOf: '2026-08-01', ...more },
});
const months = (territory: string, year: number, from: number, to: number, value: string): Row[] =>
  Array.from({ length: to - from + 1 }, (_, n) =>
    row(territory, `${year}-${String(from + n).padStart(2, '0')}`, value),
  );

const told: Row[] = [
  ...months('kien-giang', 2025, 1, 6, '10'),
  ...months('an-giang', 2025, 1, 6, '20'),
  ...months('an-giang-2025', 2025, 7, 12, '35'),
  ...months('an-giang-2025', 2026, 1, 7, '32'),
  row('kien-giang', '2024', '110', { asOf: '2025-01-31' }),
  row('an-giang', '2024', '230', { asOf: '2025-01-31' }),
  ...months('ca-mau', 2025, 1, 6, '5'),
  ...months('bac-lieu', 2025, 1, 2, '5'),
  ...months('bac-lieu', 2025, 4, 6, '5'),
  ...months('ca-mau-2025', 2025, 7, 12, '10'),
  ...months('ben-tre', 2025, 1, 6, '1'),
  ...months('tra-vinh', 2025, 1, 6, '1'),
  ...months('vinh-long', 2025, 1, 6, '1'),
  row('vinh-long-2025', '2025-S2', '20'),
  // Hà Nội kept its name when Hà Tây became part of it on 1 August 2008.
  ...months('ha-noi', 2008, 1, 7, '10'),
  ...months('ha-noi', 2008, 8, 12, '15'),
  ...months('ha-tay', 2008, 1, 7, '5'),
  ...months('ha-noi', 2009, 1, 12, '18'),
  // Điện Biên was a part of Lai Châu until 2003.
  row('lai-chau', '2003', '698.8'),
  row('lai-chau', '2004', '317.5'),
  row('dien-bien', '2004', '400'),
  ...months('thai-binh', 2025, 1, 6, '3'),
  ...months('hung-yen', 2025, 1, 3, '3').map((each) => ({ ...each, indicator: 'IIP', unit: 'INDEX' })),
  ...months('thai-binh', 2025, 1, 6, '3').map((each) => ({ ...each, indicator: 'IIP', unit: 'INDEX' })),
  ...months('hung-yen', 2025, 4, 6, '3').map((each) => ({ ...each, indicator: 'IIP', unit: 'INDEX' })),
  ...months('hung-yen-2025', 2025, 7, 12, '3').map((each) => ({ ...each, indicator: 'IIP', unit: 'INDEX' })),
  ...months('hai-phong', 2025, 1, 6, '4'),
  row('hai-duong', '2025-S1', '6'),
  ...months('hai-phong-2025', 2025, 7, 12, '6'),
  row('viet-nam', '2023', '1000000'),
  row('nghe-an', '2023', '220', { asOf: '2024-01-10', stated: { yoyPct: { value: '12.0', decimals: 1 } } }),
  row('nghe-an', '2022', '200', { asOf: '2022-12' }),
];
const planned: Row[] = [
  row('kien-giang', '2025', '120', { measure: 'plan', asOf: '2024-12' }),
  row('an-giang', '2025', '250', { measure: 'plan', asOf: '2024-12' }),
  row('ha-noi', '2008', '120', { measure: 'plan', asOf: '2007-12' }),
  row('ha-tay', '2008', '60', { measure: 'plan', asOf: '2007-12' }),
];

const unfinished = '2026 incomplete-months 2026-08 2026-09 2026-10 2026-11 2026-12';

/** The year of the merger, from both sides: months of the units before it, and of the one that they became. */
describe('a year in which the map changed', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    await house.record(reporting.observations.record, planned);
    const cluster = { code: 'KG-01', name: 'Vĩnh Hòa Hưng Nam', territory: 'kien-giang' };
    const created = await house.ask(industry.clusters.create, people.admin, { body: cluster });
    expect(created.status).toBe(200);
    await house.record(industry.observations.record, told);
  }, 60_000);
  afterAll(() => house.stop());

  const item = async (territory: string, period: string, code = 'IPV'): Promise<ComparisonItem> => {
    const query = `territory=${territory}&period=${encodeURIComponent(period)}&on=${now}`;
    const { status, body } = await house.ask(reporting.comparisons.read, null, { query });
    expect([status, body]).toMatchObject([200, {}]);
    const found = (body as unknown as Comparisons).items.find(({ indicator }) => indicator === code);
    if (!found) throw new Error(query);
    return found;
  };
  const report = async (territory: string, period: string, query: string): Promise<Report> => {
    const asked = `territory=${territory}&period=${period}&${query}`;
    const { body } = await house.ask(reporting.reports.read, null, { query: asked });
    return body as unknown as Report;
  };

  it('is the sum of the months of those who held the land, judged on the members’ plans and the year before', async () => {
    const { made, previous, plan, yoyPct, planPct } = await item('an-giang-2025', '2025');
    expect(made).toMatchObject({ value: '390', formula: 'sum of its months' });
    expect([previous.value, plan.value]).toEqual(['340', '370']);
    expect([yoyPct.value, planPct.value]).toEqual(['14.71', '105.41']);
    const inputs = yoyPct.lineage.filter(({ period }) => period.startsWith('2025-'));
    expect(inputs.map(({ territory, period }) => `${territory} ${period}`)).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => `an-giang 2025-${month}`),
      ...['01', '02', '03', '04', '05', '06'].map((month) => `kien-giang 2025-${month}`),
      ...['07', '08', '09', '10', '11', '12'].map((month) => `an-giang-2025 2025-${month}`),
    ]);
  });

  it('is also what the year after is held against', async () => {
    const { made, previous, yoyPct } = await item('an-giang-2025', '2026-01/P7M');
    // 7 × 32 on 6 × 30 + 35.
    expect([made?.value, previous.value, yoyPct.value]).toEqual(['224', '215', '4.19']);
  });

  it('takes what is stated for a longer part of it', async () => {
    expect((await item('vinh-long-2025', '2025')).made).toMatchObject({ value: '38' });
  });

  it('has no sum where one of the members lacks a month', async () => {
    const { refusal, yoyPct } = await item('ca-mau-2025', '2025');
    expect(refusal).toMatchObject({ code: 'incomplete-months', missing: ['2025-03'] });
    expect(yoyPct.refusal?.code).toBe('incomplete-months');
  });

  it('of a unit that kept its name is of all the land it has now, and so is its plan', async () => {
    const { made, plan, planPct } = await item('ha-noi', '2008');
    // 7 × (10 + 5) + 5 × 15, on the plans of both.
    expect([made?.value, plan.value, planPct.value]).toEqual(['180', '180', '100.00']);
    expect((await item('ha-noi', '2008-Q3')).made).toMatchObject({ value: '45' });
    const { previous, yoyPct } = await item('ha-noi', '2009');
    expect([previous.value, yoyPct.value]).toEqual(['180', '20.00']);
  });

  it('of a unit that split off has no base in the larger one', async () => {
    const { actual, previous, yoyPct } = await item('lai-chau', '2004');
    expect([actual?.value, previous.value, yoyPct.refusal?.code]).toEqual(['317.5', null, 'base-unknown']);
  });

  it('names weights or members that are missing, not months that are known', async () => {
    expect((await item('hung-yen-2025', '2025', 'IIP')).refusal).toMatchObject({
      ...{ code: 'needs-weights', missing: ['hung-yen', 'thai-binh'] },
    });
    expect((await item('hung-yen-2025', '2025')).refusal).toMatchObject({
      ...{ code: 'incomplete-members', missing: ['hung-yen'] },
    });
  });

  it('puts each member together in its own way before it adds them', async () => {
    expect((await item('hai-phong-2025', '2025')).made).toMatchObject({ value: '66' });
  });

  it('leaves the country as it is stated', async () => {
    expect((await item('viet-nam', '2023')).actual).toMatchObject({ value: '1000000' });
  });

  it.each([
    ['an-giang-2025', '2025', '2025', ['2025 390']],
    ['an-giang-2025', '2024', '2026', ['2024 340', '2025 390', unfinished]],
    ['ha-noi', '2008', '2009', ['2008 180', '2009 216']],
    ['ca-mau-2025', '2025', '2025', ['2025 incomplete-members bac-lieu']],
  ])('series of years of %s, %s to %s, are put together alike', async (territory, from, to, expected) => {
    const query = `indicator=IPV&territory=${territory}&from=${from}&to=${to}&frequency=year&on=${now}`;
    const { body } = await house.ask(reporting.series.read, null, { query });
    const shown = (body as unknown as SeriesList).series[0]?.points.map(({ period, value, refusal }) =>
      [period, value ?? refusal?.code ?? null, ...(refusal?.missing ?? [])].join(' '),
    );
    expect(shown).toEqual(expected);
  });

  it('is ranked by the plans of its members', async () => {
    const query = `indicator=IPV&period=2025&by=planPct&on=${now}`;
    const { body } = await house.ask(reporting.rankings.read, null, { query });
    expect((body as unknown as Ranking).items).toEqual([
      { rank: 1, territory: 'an-giang-2025', value: '105.405405405405' },
    ]);
  });

  it('is reported on its map, with the clusters of the units before', async () => {
    const found = await report('an-giang-2025', '2025', `on=${now}`);
    expect(found).toMatchObject({ on: now, territoryName: { vi: 'An Giang' } });
    expect(found.sections.find(({ key }) => key === 'industry')?.items).toHaveLength(1);
    const clusters = found.sections.find(({ key }) => key === 'clusters')?.clusters;
    expect(clusters?.items.map(({ code }) => code)).toEqual(['KG-01']);
    expect(pageOf(found, 'vi')).toContain('Theo địa giới ngày 01/07/2025');
  });

  it('a report as of a day says what was known then, and nothing of a register known only as it is', async () => {
    const ofIndustry = ({ sections }: Report) => sections.find(({ key }) => key === 'industry')?.items ?? [];
    expect(ofIndustry(await report('nghe-an', '2023', 'asOf=2024-01-09'))).toEqual([]);
    const found = await report('nghe-an', '2023', 'asOf=2024-01');
    expect(found.asOf).toBe('2024-01-31');
    expect(ofIndustry(found)[0]?.yoyPct.value).toBe('10.00');
    expect(found.sections.find(({ key }) => key === 'clusters')).not.toHaveProperty('clusters');
  });

  it('checks are run by what was known on a day', async () => {
    const verdicts = async (asOf: string): Promise<string[]> => {
      const query = `territory=nghe-an&period=2023${asOf}`;
      const { body } = await house.ask(reporting.checks.list, null, { query });
      return (body as unknown as Checks).items.map(({ code, verdict }) => `${code} ${verdict}`);
    };
    expect(await verdicts('')).toEqual(['year-on-year.base contradicts']);
    expect(await verdicts('&asOf=2024-01-10')).toEqual(await verdicts(''));
    expect(await verdicts('&asOf=2024-01-09')).toEqual([]);
    expect(await verdicts(`&on=${now}`)).toEqual(await verdicts(''));
  });
});
