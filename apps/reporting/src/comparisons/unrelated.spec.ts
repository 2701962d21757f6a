import { industry, reporting, type Observation } from '@doit/contracts';
import { TestInstallation } from '@doit/testing';
import { database as industryDatabase } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

const seed = 20260801;
const rounds = 25;

/** What is judged: a cumulation of five months of Kiên Giang's production, on a plan, a base and months of its own. */
const judged: Row = {
  ...{
    indicator: 'IPV',
    territory: 'kien-giang',
    period: '2023-01/P5M',
    measure: 'actual',
    status: 'estimate',
  },
  ...{ value: '18500.5', unit: 'VND_BN', source: 'doit-kien-giang', asOf: '2023-06-07' },
};
const beside: Row[] = [
  judged,
  ...['01', '02', '03', '04', '05'].map((month) => ({
    ...judged,
    period: `2022-${month}`,
    value: `34${month}.2`,
  })),
  ...['06', '07', '08', '09', '10', '11', '12'].map((month) => ({
    ...judged,
    period: `2022-${month}`,
    value: '3900',
  })),
  { ...judged, period: '2022', value: '44611.9', asOf: '2022-12' },
];
const plan: Row = { ...judged, period: '2023', measure: 'plan', value: '48180.83', asOf: '2022-12' };

/** Draws whole numbers below a bound, the same ones each time. */
function drawing(): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Figures that have nothing to do with it: of another territory, indicator, breakdown, measure or time, or known later. */
function unrelated(draw: (bound: number) => number): Row {
  const one = <T>(...of: [T, ...T[]]): T => of[draw(of.length)] ?? of[0];
  const row: Row = {
    ...{ ...judged, value: `${draw(90_000)}.${draw(10)}`, source: one('doit-kien-giang', 'gso', 'press') },
    ...{
      status: one<Row['status']>('estimate', 'preliminary', 'official'),
      asOf: `2023-0${1 + draw(6)}-0${1 + draw(6)}`,
    },
  };
  return one<() => Row>(
    () => ({ ...row, territory: one('an-giang', 'ca-mau', 'an-giang') }),
    () => ({ ...row, indicator: one('IPV_CURRENT', 'VA_INDUSTRY') }),
    () => ({
      ...row,
      dimensions: { sector: one('B', 'C', 'D', 'E') },
      period: one('2022', '2023-01/P5M', '2021'),
    }),
    () => ({ ...row, period: one('2020', '2021-05', '2023-06', '2023-Q3', '2019-01/P5M', '2024') }),
    () => ({ ...row, period: one('2022', '2023-01/P5M', '2022-01/P5M'), asOf: `2023-0${7 + draw(3)}-15` }),
  )();
}

describe('a comparison', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    await house.record(reporting.observations.record, [plan]);
    await record(beside);
  }, 60_000);
  afterAll(() => house.stop());

  const record = (items: Row[]): Promise<void> => house.record(industry.observations.record, items);
  const answered = async (): Promise<unknown> => {
    const query = 'territory=kien-giang&period=2023-01%2FP5M&indicator=IPV&asOf=2023-06-30';
    const { status, body } = await house.ask(reporting.comparisons.read, null, { query });
    expect(status).toBe(200);
    const { items } = body as unknown as { items: { dimensions: object }[] };
    return items.find(({ dimensions }) => Object.keys(dimensions).length === 0);
  };

  it(`never changes when a vintage arrives that has nothing to do with it: ${rounds} times four`, async () => {
    const before = await answered();
    expect(before).toMatchObject({
      ...{ actual: { value: '18500.5' }, plan: { value: '48180.83' }, yoyPct: { basis: 'computed' } },
      ...{ plannedGrowthPct: { value: '8.00' }, requiredGrowthPct: { basis: 'computed' } },
    });
    const draw = drawing();
    for (let round = 0; round < rounds; round++) {
      const items = Array.from({ length: 4 }, () => unrelated(draw));
      await record(items);
      expect({ seed, round, items, after: await answered() }).toEqual({ seed, round, items, after: before });
    }
  }, 60_000);

  it('changes when one arrives that has', async () => {
    const before = await answered();
    await record([{ ...judged, period: '2022-03', value: '3500', status: 'official', asOf: '2023-05-01' }]);
    expect(await answered()).not.toEqual(before);
  });
});
