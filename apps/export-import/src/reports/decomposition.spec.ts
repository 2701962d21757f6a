import { exportImport, type FlowBreakdown, type FlowMonths } from '@doit/contracts';
import { decimal, Exact, decimalText, type Decimal } from '@doit/reference';
import { people, randomNumbers, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { seedCells, type SeedCell } from './seed-cells.sql';

const territories = ['nghe-an', 'ha-tinh', 'quang-binh'];
const partners = ['US', 'JP', 'CN', 'DE', 'KR', 'TH', 'AU', 'GB'];
const months = ['2023', '2024'].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
);

/* A plain computation over random cells, which shares no code with the statements. */
describe('what a breakdown says of random cells', () => {
  let house: TestInstallation;
  let owner: Client;
  const cells: SeedCell[] = [];

  beforeAll(async () => {
    const random = randomNumbers(7);
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    for (const flow of ['export', 'import'] as const)
      for (const territory of territories)
        for (const month of months) {
          const parts = partners
            .filter(() => random() < 0.6)
            .map((key): SeedCell => {
              const value = `${Math.floor(random() * 10 ** (1 + random() * 10))}.${String(Math.floor(random() * 100)).padStart(2, '0')}`;
              return {
                by: 'partner',
                flow,
                territory,
                month,
                key,
                value,
                enterprises: Math.floor(random() * 6) + 1,
              };
            });
          const value = sum(parts.map((each) => decimal(each.value))).toFixed();
          cells.push(...parts, { by: 'total', flow, territory, month, value });
        }
    await seedCells(owner, cells);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const sum = (values: readonly Decimal[]): Decimal =>
    values.reduce((all, each) => all.plus(each), new Exact(0));
  const of = (chosen: (cell: SeedCell) => boolean): Decimal =>
    sum(cells.filter((cell) => chosen(cell)).map(({ value }) => decimal(value)));
  const earlier = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  const pct = (part: Decimal, whole: Decimal): string => decimalText(part.times(100).div(whole), 2);
  const months2024 = months.slice(12);

  it.each([
    ['nghe-an', '2024', months2024],
    ['ha-tinh', '2024-03', ['2024-03']],
    ['nghe-an,ha-tinh,quang-binh', '2024-Q2', months2024.slice(3, 6)],
    ['quang-binh,nghe-an', '2024-05/P7M', months2024.slice(4, 11)],
  ])('%s in %s', async (asked, period, now) => {
    for (const flow of ['export', 'import'] as const) {
      const query = `flow=${flow}&by=partner&territory=${asked}&period=${period}&limit=3`;
      const { body } = await house.ask(exportImport.flowReports.breakdown, people.admin, { query });
      const found = body as unknown as FlowBreakdown;
      const before = now.map(earlier);
      const value = (by: string, key: string | undefined, span: readonly string[]): Decimal =>
        of(
          (cell) =>
            cell.by === by &&
            cell.flow === flow &&
            cell.key === key &&
            asked.split(',').includes(cell.territory) &&
            span.includes(cell.month),
        );
      const [total, base] = [value('total', undefined, now), value('total', undefined, before)];
      const all = partners
        .map((key) => ({ key, now: value('partner', key, now), before: value('partner', key, before) }))
        .filter((each) => each.now.gt(0) || each.before.gt(0))
        .sort((a, b) => b.now.comparedTo(a.now) || (a.key < b.key ? -1 : 1));
      expect(found.total).toMatchObject({ value: total.toFixed(), yoyPct: pct(total.minus(base), base) });
      expect(found.items.map(({ key }) => key)).toEqual(all.slice(0, 3).map(({ key }) => key));
      found.items.forEach((item, i) => {
        const each = all[i];
        if (!each) throw new Error('one too many');
        const change = each.now.minus(each.before);
        expect(item).toMatchObject({
          ...{
            rank: i + 1,
            value: each.now.toFixed(),
            change: change.toFixed(),
            sharePct: pct(each.now, total),
          },
          ...{
            yoyPct: each.before.gt(0) ? pct(change, each.before) : null,
            contributionPp: pct(change, base),
          },
        });
      });
      // Before rounding the parts explain the growth exactly: their changes add to that of the total.
      const changes = [...found.items, found.rest].map((each) => decimal(each?.change ?? 'none'));
      expect(sum(changes).toFixed()).toBe(total.minus(base).toFixed());
      const shares = sum(all.map((each) => each.now.times(each.now)));
      expect(found.concentration).toEqual({
        ...{ hhi: decimalText(shares.times(10_000).div(total.times(total)), 2) },
        of: all.filter((each) => each.now.gt(0)).length,
      });
    }
  });

  it('a reader without rights never learns what one or two enterprises make', async () => {
    for (const month of months2024)
      for (const territory of territories) {
        const query = `flow=export&by=partner&territory=${territory}&period=${month}&limit=500`;
        const { body } = await house.ask(exportImport.flowReports.breakdown, null, { query });
        const { items, rest } = body as unknown as FlowBreakdown;
        const few = cells.filter(
          (cell) =>
            cell.by === 'partner' &&
            cell.flow === 'export' &&
            cell.territory === territory &&
            (cell.enterprises ?? 9) < 3,
        );
        const hidden = few.filter((cell) => cell.month === month || cell.month === earlier(month));
        const listed = new Set(items.map(({ key }) => key));
        expect(hidden.filter(({ key }) => listed.has(key ?? ''))).toEqual([]);
        const now = hidden.filter((cell) => cell.month === month);
        const others = cells.filter(
          (cell) =>
            cell.by === 'partner' &&
            cell.flow === 'export' &&
            cell.territory === territory &&
            cell.month === month,
        );
        const isCovered = others.some(
          ({ key }) => !listed.has(key ?? '') && !now.some((cell) => cell.key === key),
        );
        if (now.length > 0 && others.length > now.length) expect(isCovered).toBe(true);
        const value = sum(now.map((cell) => decimal(cell.value)));
        expect(decimal(rest?.value ?? 'none').gte(value)).toBe(true);
      }
  });

  it('the months add up to what the period says', async () => {
    const query = `territory=${territories.join(',')}&from=2024-01&to=2024-12`;
    const { body } = await house.ask(exportImport.flowReports.months, null, { query });
    for (const { territory, months: found } of (body as unknown as FlowMonths).items)
      for (const [i, month] of found.entries()) {
        const value = (flow: string, span: readonly string[]): Decimal =>
          of(
            (cell) =>
              cell.by === 'total' &&
              cell.flow === flow &&
              cell.territory === territory &&
              span.includes(cell.month),
          );
        const since = months2024.slice(0, i + 1);
        const balance = (span: readonly string[]): Decimal =>
          value('export', span).minus(value('import', span));
        const base = balance(since.map(earlier));
        expect(month.balance).toMatchObject({
          ...{ value: balance([month.month]).toFixed(), yearToDate: balance(since).toFixed() },
          yearToDateYoyPct: base.gt(0) ? pct(balance(since).minus(base), base) : null,
        });
      }
  });
});
