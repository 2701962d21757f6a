import {
  industry,
  reporting,
  type Cell,
  type ComparisonItem,
  type Comparisons,
  type Observation,
} from '@doit/contracts';
import { TestInstallation } from '@doit/testing';
import { database as industryDatabase } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

const production: Row = {
  indicator: 'IPV',
  territory: 'kien-giang',
  period: '2023',
  measure: 'actual',
  status: 'estimate',
  value: '49496.26',
  unit: 'VND_BN',
  source: 'doit-kien-giang',
  asOf: '2024-01-09',
};
const plan: Row = { ...production, measure: 'plan', value: '48180.83', asOf: '2022-12' };
const estimate: Row = { ...production, period: '2022', value: '44611.9', asOf: '2022-12' };
const revised: Row = { ...estimate, value: '44547.1', asOf: '2023-12' };
const may: Row = { ...production, period: '2023-05', value: '4100', asOf: '2023-06-07' };
const fiveMonths: Row = { ...may, period: '2023-01/P5M', value: '18500' };
const clusters: Row = {
  ...production,
  indicator: 'CLUSTERS',
  dimensions: { stage: 'established' },
  unit: 'COUNT',
};

/** Industry and reporting record; reporting is asked what it read in one statement. */
describe('what a period is judged by', () => {
  let house: TestInstallation;

  const read = async (period: string, asOf?: string): Promise<ComparisonItem[]> => {
    const query = `territory=kien-giang&period=${period}${asOf ? `&asOf=${asOf}` : ''}`;
    const { status, body } = await house.ask(reporting.comparisons.read, null, { query });
    expect(status).toBe(200);
    return (body as unknown as Comparisons).items;
  };
  const item = async (period: string, asOf?: string, code = 'IPV'): Promise<ComparisonItem> => {
    const found = (await read(period, asOf)).find(({ indicator }) => indicator === code);
    if (!found) throw new Error(`${code} in ${period}`);
    return found;
  };
  /** The last of each teller is a mark: a draft is not told, and is not waited for. */
  const record = async (items: Row[]): Promise<void> => {
    const mark = (own: Row): Row => ({ ...own, territory: 'ca-mau', source: `mark-${Math.random()}` });
    const isActual = ({ measure }: Row) => measure === 'actual';
    for (const [service, own] of [
      [reporting, items.filter((row) => !isActual(row))],
      [industry, items.filter(isActual)],
    ] as const)
      if (own[0]) await house.record(service.observations.record, [...own, mark(own[0])]);
  };
  const inputs = ({ lineage }: Cell): string[] => lineage.map(({ period, value }) => `${period} ${value}`);

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    await record([plan, estimate, production, may, fiveMonths]);
  });
  afterAll(() => house.stop());

  it('keeps the base of a plan when a revision arrives, and what was known on an earlier day as it was', async () => {
    const then = await read('2023', '2023-06-30');
    expect((await item('2023')).plannedGrowthPct.value).toBe('8.00');
    await record([revised]);
    const { plannedGrowthPct, yoyPct } = await item('2023');
    expect(plannedGrowthPct).toMatchObject({ value: '8.00', interval: { low: '7.999', high: '8.001' } });
    expect(inputs(plannedGrowthPct)).toEqual(['2023 48180.83', '2022 44611.9']);
    expect(inputs(yoyPct)).toEqual(['2023 49496.26', '2022 44547.1']);
    expect(await read('2023', '2023-06-30')).toEqual(then);
    expect((await item('2023-01/P5M')).plannedGrowthPct.value).toBe('8.00');
  });

  it('asks for 8.16 % on the revised base of a plan that was set on it', async () => {
    await record([{ ...plan, asOf: '2024-01' }]);
    expect((await item('2023')).plannedGrowthPct.value).toBe('8.16');
    expect((await item('2023', '2023-12')).plannedGrowthPct.value).toBe('8.00');
  });

  it('has the month before, the months left of last year and the scenario, each as of a day', async () => {
    const scenario: Row = { ...plan, measure: 'scenario', period: '2023-Q1', value: '9000', asOf: '2023-01' };
    await record([
      { ...may, period: '2023-04', value: '4000' },
      { ...may, period: '2022-06', value: '4000', asOf: '2022-07' },
      { ...may, period: '2022-S2', value: '23000', asOf: '2023-01' },
      scenario,
      { ...scenario, period: '2023-04', value: '4000' },
      { ...scenario, period: '2023-05', value: '4000' },
      { ...scenario, period: '2023-05', value: '5000', asOf: '2023-06' },
    ]);
    expect((await item('2023-05')).momPct).toMatchObject({ value: '2.50', basis: 'computed' });
    const { requiredGrowthPct, expectedPct } = await item('2023-01/P5M');
    // (48,180.83 − 18,500) ÷ (4,000 + 23,000); 18,000 ÷ 48,180.83.
    expect(requiredGrowthPct.value).toBe('9.93');
    expect(expectedPct).toMatchObject({ value: '37.36', label: 'scenario' });
    const { expectedPct: before } = await item('2023-01/P5M', '2023-06-15');
    expect(before).toMatchObject({ value: '35.28', label: 'scenario' });
    await record([{ ...may, period: '2022-01/P5M', value: '17500', asOf: '2022-06' }]);
    expect(inputs((await item('2023-01/P5M')).requiredGrowthPct)).toEqual([
      '2023 48180.83',
      '2023-01/P5M 18500',
      '2022 44547.1',
      '2022-01/P5M 17500',
    ]);
  });

  it('changes by nothing that is said of another cell, year or state', async () => {
    const before = await item('2023-01/P5M');
    await record([
      { ...revised, dimensions: { sector: 'C' }, value: '42000' },
      { ...revised, period: '2021', value: '1' },
      { ...estimate, value: '2', source: 'press', state: 'draft' },
      { ...plan, period: '2024', value: '3' },
    ]);
    expect(await item('2023-01/P5M')).toEqual(before);
  });

  it('takes the correction that was told last', async () => {
    await record([{ ...production, period: '2021', value: '40000' }]);
    await record([{ ...production, period: '2021', value: '40100' }]);
    expect((await item('2021')).actual?.value).toBe('40100');
  });

  it('takes a stock’s month and year before from the month of its own', async () => {
    await record([
      { ...clusters, period: '2023-03', value: '12' },
      { ...clusters, period: '2023-02', value: '10' },
      { ...clusters, period: '2022-03', value: '8' },
      { ...clusters, period: '2022-12', value: '9', asOf: '2022-12' },
      { ...clusters, measure: 'plan', period: '2023-12', value: '18', asOf: '2022-12' },
    ]);
    const { actual, momPct, yoyPct, plannedGrowthPct } = await item('2023-05', undefined, 'CLUSTERS');
    expect([actual?.period, momPct.value, yoyPct.value]).toEqual(['2023-03', '20.00', '50.00']);
    expect(plannedGrowthPct.value).toBe('100.00');
  });
});
