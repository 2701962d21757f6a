import { exportImport, type FlowBreakdown, type FlowMarkets } from '@doit/contracts';
import { decimal, Exact, monthsOf, parsePeriod, yearBefore, type Period } from '@doit/reference';
import { people, randomNumbers, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { seedCells, type SeedCell } from './seed-cells.sql';

const keys = {
  partner: ['US', 'JP', 'CN', 'DE', 'KR', 'TH'],
  commodity: ['coffee', 'tea', 'rice', 'wood', 'other', ''],
} as const;
/** Whose land it was until the end of June 2025, and whose since then. */
const merged = ['an-giang', 'kien-giang'];
const [now, since] = ['an-giang-2025', '2025-07'];
const months = Array.from(
  { length: 60 },
  (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

/* Years are read from rows of their own; here everything is added from cells of months, by a plain computation. */
describe('reports of periods with whole years', () => {
  let house: TestInstallation;
  let owner: Client;
  const cells: SeedCell[] = [];

  beforeAll(async () => {
    const random = randomNumbers(11);
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    for (const month of months)
      for (const territory of ['nghe-an', ...(month < since ? merged : [now])]) {
        cells.push({ by: 'total', territory, month, value: '90000000' });
        for (const by of ['partner', 'commodity'] as const)
          for (const key of keys[by].filter(() => random() < 0.7))
            cells.push({
              ...{ by, territory, month, key, value: `${Math.floor(random() * 1e6)}.25` },
              enterprises: random() < 0.1 ? null : 1 + Math.floor(random() ** 2 * 4),
            });
      }
    // What no report may read: a former unit's after its end, another source's.
    cells.push({ by: 'partner', territory: 'an-giang', month: '2025-09', key: 'US', value: '1000000' });
    cells.push({
      ...{ by: 'partner', territory: 'nghe-an', month: '2023-05', key: 'US', value: '1000000' },
      source: 'gso',
    });
    await seedCells(owner, cells);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const isLand = (asked: string, { territory, month }: SeedCell): boolean =>
    asked
      .split(',')
      .some((id) =>
        id === now ? territory === now || (merged.includes(territory) && month < since) : id === territory,
      );
  const cellsOf = (asked: string, by: string, of: Period): SeedCell[] => {
    const within = new Set(monthsOf(of));
    return cells.filter(
      (cell) => cell.by === by && !cell.source && within.has(cell.month) && isLand(asked, cell),
    );
  };
  const sumsOf = (found: readonly SeedCell[]): Map<string, string> => {
    const sums = new Map<string, InstanceType<typeof Exact>>();
    for (const { key = '', value } of found)
      sums.set(key, (sums.get(key) ?? new Exact(0)).plus(decimal(value)));
    return new Map([...sums].map(([key, sum]) => [key, sum.toFixed()]));
  };
  /** Behind which one or two stand in every month: all of theirs name them, and none names more. */
  const ofFew = (found: readonly SeedCell[]): string[] =>
    [...new Set(found.map(({ key = '' }) => key))].filter((key) =>
      found.every((cell) => cell.key !== key || (cell.enterprises ?? 9) < 3),
    );
  const periodOf = (text: string): Period => {
    const found = parsePeriod(text);
    if (!found) throw new Error(text);
    return found;
  };

  const asked = ['nghe-an', 'an-giang', now, `nghe-an,${now}`];
  const periods =
    '2024 2023-01/P5M 2022-03/P27M 2022-12/P13M 2022-12/P14M 2023-01/P24M 2022-02/P34M 2025 2024-11 2024-06/P12M';
  const cases = periods
    .split(' ')
    .flatMap((period) => asked.map((territory) => [territory, period] as const))
    // A unit that ended has nothing of a period that goes on after it.
    .filter(([territory, period]) => territory !== 'an-giang' || period !== '2025');

  it.each(cases)('%s in %s is the sum of months', async (territory, period) => {
    const of = periodOf(period);
    for (const by of ['partner', 'commodity']) {
      const query = `flow=export&by=${by}&territory=${territory}&period=${period}&limit=500`;
      const answer = await house.ask(exportImport.flowReports.breakdown, people.admin, { query });
      const body = answer.body as unknown as FlowBreakdown;
      expect(answer.status).toBe(200);
      const [sums, before] = [of, yearBefore(of)].map((each) => sumsOf(cellsOf(territory, by, each)));
      const known = [...(sums ?? [])].filter(([key]) => key !== '' && key !== 'other');
      for (const [key, value] of known)
        expect(body.items.find((item) => item.key === key)).toMatchObject({
          value,
          ...(of.from >= '2022' && { valueYearBefore: before?.get(key) ?? '0' }),
        });
      expect(body.items.filter(({ value }) => value !== '0')).toHaveLength(known.length);
    }
  });

  it.each(cases)('%s in %s hides what few stand behind in all of it', async (territory, period) => {
    const of = periodOf(period);
    const few = [of, yearBefore(of)].flatMap((each) => ofFew(cellsOf(territory, 'partner', each)));
    const query = `flow=export&territory=${territory}&period=${period}`;
    const { body } = await house.ask(exportImport.flowReports.markets, null, { query });
    const { items, rest } = body as unknown as FlowMarkets;
    const there = new Set(cellsOf(territory, 'partner', of).map(({ key }) => key));
    const hidden = [...new Set(few)].filter((key) => there.has(key));
    expect(rest.hidden).toBe(hidden.length);
    const listed = items.map(({ partner }) => partner);
    expect(listed.filter((key) => few.includes(key))).toEqual([]);
    // One more is left out with them.
    const shown = there.size - hidden.length;
    expect([shown, shown - 1]).toContain(items.length);
    const sums = sumsOf(cellsOf(territory, 'partner', of));
    for (const { partner, value } of items) expect(value).toBe(sums.get(partner));
  });

  it('of which some hide and some do not', () => {
    const hides = cases.filter(([territory, period]) =>
      [periodOf(period), yearBefore(periodOf(period))].some(
        (each) => ofFew(cellsOf(territory, 'partner', each)).length > 0,
      ),
    );
    expect(hides.length).toBeGreaterThan(3);
    expect(hides.length).toBeLessThan(cases.length - 3);
  });
});
