import { setTimeout as sleep } from 'node:timers/promises';
import { industry, reporting, type CheckResult } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { nationalIipItems } from '../../../../test/journeys/published-series';
import { database as industryRooms } from '../../../industry/src/database';
import { IndustryModule } from '../../../industry/src/industry.module';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** The published national index of 2017 to 2023, recorded as it is, and as if it were a province's with faults. */
describe('checks of a series’ history', () => {
  const national = nationalIipItems().filter(({ period }) => period < '2024');
  const without = '2021-08';
  const slipped = '2021-03';
  const province = national
    .filter(({ period }) => period !== without)
    .map((item) => ({
      ...item,
      territory: 'nghe-an',
      value: item.period === slipped ? String(Number(item.value) * 10) : item.value,
    }));
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: industryRooms });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    for (const items of [national, province]) {
      const answer = await house.ask(industry.observations.record, people.admin, { body: { items } });
      expect(answer.status).toBe(200);
    }
    await checked(national.length + province.length);
  }, 60_000);
  afterAll(() => house.stop());

  async function checked(figures: number): Promise<void> {
    const database = await house.as('reporting');
    const done = async () => {
      const { rows } = await database.query<{ done: boolean }>(
        `select (select count(*) from figure) = ${figures} and not exists (select from place where marked > checked) as done`,
      );
      return rows[0]?.done;
    };
    for (let end = Date.now() + 60_000; !(await done()) && Date.now() < end;) await sleep(50);
    expect(await done()).toBe(true);
    await database.end();
  }

  async function checks(territory: string, period: string): Promise<CheckResult[]> {
    const query = `territory=${territory}&period=${period}`;
    const answer = await house.ask(reporting.checks.list, null, { query });
    expect(answer.status).toBe(200);
    return answer.body['items'] as CheckResult[];
  }

  it('propose the break of January 2023 where none is declared, and name the month that is missing', async () => {
    expect(await checks('nghe-an', '2023-01')).toMatchObject([
      {
        code: 'history.break',
        verdict: 'cannot-tell',
        missing: ['series-break'],
        lineage: [{ period: '2023-01' }, { period: '2022-01' }, { period: '2022-12' }],
      },
      { code: 'history.missing-months', verdict: 'cannot-tell', missing: [without] },
    ]);
  });

  it('say nothing of a declared break, nor of months that fit', async () => {
    for (const period of ['2023-01', '2023-06', '2022-05', '2018-12'])
      expect(await checks('viet-nam', period)).toEqual([]);
    expect(await checks('nghe-an', '2022-03')).toMatchObject([{ code: 'history.missing-months' }]);
  });

  it('accuse a slipped unit, with what its history leads to expect', async () => {
    expect(await checks('nghe-an', slipped)).toMatchObject([
      {
        code: 'history.outlier',
        verdict: 'contradicts',
        indicators: ['IIP'],
        lineage: [{ period: slipped }, {}, {}],
      },
    ]);
    const [found] = await checks('nghe-an', slipped);
    const { low, high } = found?.recomputed ?? {};
    expect([Number(low) < 143.6, 143.6 < Number(high)]).toEqual([true, true]);
  });

  it('look at months alone', async () => {
    expect(await checks('nghe-an', '2023-Q1')).toEqual([]);
  });
});
