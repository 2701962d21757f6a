import { setTimeout as sleep } from 'node:timers/promises';
import { reporting, type CheckResult, type Comparisons } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** Checks over a real database and broker: they run when figures arrive, never when somebody reads. */
describe('checks', () => {
  let house: TestInstallation;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('reporting', { module: ReportingModule, database: rooms });
    database = await house.as('reporting');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  async function record(period: string, value: string, more: object = {}): Promise<void> {
    const figure = {
      indicator: 'POPULATION',
      territory: 'nghe-an',
      unit: 'PERSON',
      measure: 'actual',
      period,
      value,
    };
    const item = { ...figure, status: 'official', source: 'gso', state: 'approved', ...more };
    const answer = await house.ask(reporting.observations.record, people.admin, { body: { items: [item] } });
    expect(answer.status).toBe(200);
  }

  async function checks(): Promise<CheckResult[]> {
    const answer = await house.ask(reporting.checks.list, null, { query: 'territory=nghe-an&period=2023' });
    return answer.body['items'] as CheckResult[];
  }

  /** What was told of the place, once this many times; a verdict comes with its code. */
  async function told(times: number): Promise<string[][]> {
    const read = async () => {
      const { rows } = await database.query<{ payload: { results: CheckResult[] } }>(
        `select payload from event where type = 'reporting.checks.changed.v1' order by seq`,
      );
      return rows.map(({ payload }) => payload);
    };
    for (let end = Date.now() + 60_000; (await read()).length < times && Date.now() < end;) await sleep(30);
    return (await read()).map(({ results }) => results.map(({ code, verdict }) => `${code} ${verdict}`));
  }

  it('run when a figure arrives, again when its base is known, and again when that is revised', async () => {
    await record('2023', '3450000', { asOf: '2024-02', stated: { yoyPct: '1.00' } });
    await record('2022', '3415842', { asOf: '2023-02' });
    expect(await told(1)).toEqual([['year-on-year.base agrees']]);
    expect(await checks()).toMatchObject([{ code: 'year-on-year.base', verdict: 'agrees' }]);

    await record('2022', '3400000', { asOf: '2024-06' });
    expect((await told(2)).at(-1)).toEqual(['year-on-year.base contradicts']);
    expect(await checks()).toMatchObject([
      { verdict: 'contradicts', lineage: [{}, {}, { asOf: '2024-06-30' }] },
    ]);
  });

  it('are not told again where nothing changes', async () => {
    const before = (await told(2)).length;
    await record('2023', '3460000', { asOf: '2023-06', status: 'estimate' });
    const seen = async () => {
      const { rows } = await database.query<{ seen: boolean }>(
        `select (select count(*) from figure) = 4 and not exists (select from place where marked > checked) as seen`,
      );
      return rows[0]?.seen;
    };
    for (let end = Date.now() + 60_000; !(await seen()) && Date.now() < end;) await sleep(30);
    expect(await seen()).toBe(true);
    expect(await told(before)).toHaveLength(before);
  });

  it('answer anew what rests on an older figure: a stock that still stands, the base of an average', async () => {
    const of = { territory: 'ha-tinh', source: 'gso', asOf: '2021-01' };
    await record('2023', '1350', {
      ...of,
      indicator: 'GRDP_GROWTH',
      unit: 'PCT',
      value: '8.05',
      asOf: '2024-01',
    });
    await record('2020', '1300000', of);
    expect(await population('2023')).toMatchObject({ period: '2020', value: '1300000' });
    await record('2020', '1310000', { ...of, asOf: '2022-01' });
    expect(await population('2023')).toMatchObject({ period: '2020', value: '1310000' });
  });

  /** The population that a year's answers show, once they are kept. */
  async function population(year: string): Promise<object | null | undefined> {
    const isKept = async () => {
      const { rows } = await database.query<{ kept: boolean }>(
        `select coalesce(bool_and(marked = checked and items is not null), false) as kept from place`,
      );
      const { rows: told } = await database.query<{ all: boolean }>(
        `select (select count(*) from observation) = (select count(*) from figure) as all`,
      );
      return rows[0]?.kept === true && told[0]?.all === true;
    };
    for (let end = Date.now() + 60_000; !(await isKept()) && Date.now() < end;) await sleep(30);
    expect(await isKept()).toBe(true);
    const query = `territory=ha-tinh&period=${year}`;
    const { items } = (await house.ask(reporting.comparisons.read, null, { query }))
      .body as unknown as Comparisons;
    return items.find(({ indicator }) => indicator === 'POPULATION')?.actual;
  }
});
