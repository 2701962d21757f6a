import { gridProjects, hamlets, industry, type GridDelays } from '@doit/contracts';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from '../database';
import { IndustryModule } from '../industry.module';

const { officer, neighbour, reader, admin } = people;
const on = '2025-10-01';

describe('the progress of the grid', () => {
  let house: TestInstallation;
  const { delays } = industry.gridProjects;
  const { coverage } = industry.hamlets;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    const project = (code: string, plannedOn: string | null, more: object = {}) =>
      leastEntry(gridProjects, { code, plannedOn, ...more });
    await enter(industry.gridProjects.createMany, [
      project('late', '2025-09-30', { state: 'under-construction', blockedBy: 'hai hộ chưa nhận tiền' }),
      project('due', on),
      project('early', '2026-01-01', { expectedOn: '2025-12-01' }),
      project('will-be-late', '2026-01-01', { expectedOn: '2026-01-31', clearanceNeededHa: '0' }),
      project('later-still', '2025-08-01', {
        ...{ expectedOn: '2025-12-31', commune: 'Nghĩa Mỹ', state: 'site-clearance' },
        ...{ clearanceNeededHa: '3', clearedHa: '2' },
      }),
      // What was expected has passed.
      project('overdue', '2025-08-01', { expectedOn: '2025-09-01', clearanceNeededHa: '3.50' }),
      project('energised', '2020-01-01', { state: 'energised' }),
      project('withdrawn', '2020-01-01', { state: 'withdrawn' }),
      project('unplanned', null, { expectedOn: '2030-01-01' }),
      project('before', '2025-06-01', { territory: 'kien-giang', blockedBy: 'chưa có mặt bằng' }),
      project('since', '2025-09-21', { territory: 'an-giang-2025' }),
    ]);
    const hamlet = (households: number, householdsServed: number, state: string, more: object = {}) =>
      leastEntry(hamlets, { households, householdsServed, state, ...more });
    await enter(industry.hamlets.createMany, [
      hamlet(100, 100, 'served'),
      hamlet(50, 20, 'partly-served'),
      hamlet(30, 0, 'unserved'),
      hamlet(1000, 0, 'withdrawn'),
      hamlet(2_147_483_647, 2_147_483_647, 'served', { territory: 'kien-giang' }),
      hamlet(2_147_483_647, 0, 'unserved', { territory: 'an-giang' }),
      hamlet(7, 0, 'partly-served', { territory: 'an-giang-2025' }),
    ]);
  });
  afterAll(() => house.stop());

  async function enter(operation: typeof industry.hamlets.createMany | object, items: object[]) {
    const { status, body } = await house.ask(operation as typeof industry.hamlets.createMany, admin, {
      body: { items },
    });
    expect([status, body.errors]).toEqual([200, undefined]);
  }
  const late = async (who: Claims | null, query: string): Promise<GridDelays> => {
    const { status, body } = await house.ask(delays, who, { query });
    expect(status).toBe(200);
    return body as unknown as GridDelays;
  };

  it('names what is late on a day or is expected to be, the longest delay first', async () => {
    const found = await late(null, `territory=nghe-an&on=${on}`);
    expect(found.items.map(({ code, daysDelayed }) => [code, daysDelayed])).toEqual([
      ['later-still', 152],
      ['overdue', 61],
      ['will-be-late', 30],
      ['late', 1],
    ]);
    expect(found).toMatchObject({ on, next: null });
    expect(found.items[0]).toMatchObject({
      ...{ territory: 'nghe-an', commune: 'Nghĩa Mỹ', kind: 'line-110', state: 'site-clearance' },
      ...{ plannedOn: '2025-08-01', expectedOn: '2025-12-31' },
    });
    expect(found.items.map(({ clearance }) => clearance)).toEqual([
      { neededHa: '3', clearedHa: '2', pct: '66.67' },
      { neededHa: '3.50', clearedHa: null, pct: null },
      { neededHa: '0', clearedHa: null, pct: null },
      { neededHa: null, clearedHa: null, pct: null },
    ]);
  });

  it('is told as of today where no day is asked for', async () => {
    const { on: today, items } = await late(null, 'territory=nghe-an');
    expect(today > on).toBe(true);
    expect(items.map(({ code }) => code)).toContain('due');
  });

  it.each<[string, Claims | null, string[]]>([
    ['nobody', null, []],
    ['its department', officer, ['late']],
    ['its readers', reader, ['late']],
    ['who may read all', admin, ['before', 'late']],
    ['another department', neighbour, ['before']],
    ['a writer who reads nothing', { ...officer, permissions: ['industry:write'] }, []],
  ])('tells what blocks a site to %s: of %j', async (_who, who, codes) => {
    const { items } = await late(who, `on=${on}`);
    const told = items.filter(({ blockedBy }) => blockedBy !== null).map(({ code }) => code);
    expect(told.sort()).toEqual(codes);
  });

  it('has the projects of the units whose land a merged one holds', async () => {
    const { items } = await late(null, `territory=an-giang-2025&on=${on}`);
    expect(items.map(({ code, territory }) => [code, territory])).toEqual([
      ['before', 'kien-giang'],
      ['since', 'an-giang-2025'],
    ]);
  });

  it('comes page by page, each project once, of the day of the first page', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { items, next, on: day } = await late(null, after || `on=${on}&limit=1`);
      expect(day).toBe(on);
      seen.push(...items.map(({ code }) => code));
      if (next === null) break;
      after = `limit=2&after=${encodeURIComponent(next)}`;
    }
    expect(seen).toEqual(['later-still', 'before', 'overdue', 'will-be-late', 'since', 'late']);
  });

  it.each([
    'x',
    '[]',
    '["2025-10-01",1,"a"]',
    '["2025-02-30",1,"a","01980000-0000-7000-8000-000000000001"]',
    '["2025-10-01",99999999999,"a","01980000-0000-7000-8000-000000000001"]',
    '["2025-10-01",1,"a","b"]',
    '["2025-10-01",1,"\\u0000","01980000-0000-7000-8000-000000000001"]',
  ])('refuses %s as a cursor', async (after) => {
    const { status, body } = await house.ask(delays, null, { query: `after=${encodeURIComponent(after)}` });
    expect([status, body.code]).toEqual([400, 'list.unreadable-cursor']);
  });

  it('counts the hamlets and households with power of those that the register names', async () => {
    const covered = async (territory: string) =>
      (await house.ask(coverage, null, { query: `territory=${territory}` })).body;
    expect(await covered('nghe-an')).toEqual({
      territory: 'nghe-an',
      ...{ hamlets: 3, hamletsServed: 1, hamletsPartlyServed: 1, hamletsUnserved: 1 },
      ...{ households: 180, householdsServed: 120, pct: '66.67' },
    });
    expect(await covered('an-giang-2025')).toEqual({
      territory: 'an-giang-2025',
      ...{ hamlets: 3, hamletsServed: 1, hamletsPartlyServed: 1, hamletsUnserved: 1 },
      ...{ households: 4_294_967_301, householdsServed: 2_147_483_647, pct: '50.00' },
    });
    expect(await covered('ha-tinh')).toMatchObject({ hamlets: 0, households: 0, pct: null });
  });

  it.each(['delays', 'coverage'])('knows no territory that there is not: %s', async (what) => {
    const operation = what === 'delays' ? delays : coverage;
    const { status, body } = await house.ask(operation, null, { query: 'territory=atlantis' });
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'territory.unknown', 'territory']);
  });
});
