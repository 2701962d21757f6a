import { exportImport, type FlowMonths, type TradeOfMonth } from '@doit/contracts';
import { territoriesOn } from '@doit/reference';
import { TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { monthByMonth, monthsSince } from './month-by-month';
import { seedCells, type SeedCell } from './seed-cells.sql';

const { months } = exportImport.flowReports;

describe('trade month by month', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    await seedCells(owner, [
      ...year('nghe-an', '2023', 'export', '100'),
      ...year('nghe-an', '2024', 'export', '110.5').filter(({ month }) => month !== '2024-04'),
      ...year('nghe-an', '2023', 'import', '0'),
      ...year('nghe-an', '2024', 'import', '30'),
      ...year('nghe-an', '2024', 'export', '999', { source: 'gso' }),
      { ...total('ha-tinh', '2024-01', 'export', '5'), status: 'estimate', isWhole: false },
      total('kien-giang', '2024-07', 'export', '10'),
      total('an-giang', '2024-07', 'export', '20'),
      total('kien-giang', '2025-06', 'export', '11'),
      { ...total('an-giang-2025', '2025-07', 'export', '33'), status: 'preliminary' },
    ]);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const total = (territory: string, month: string, flow: 'export' | 'import', value: string): SeedCell => ({
    ...{ by: 'total', territory, month, flow, value },
  });
  const year = (
    territory: string,
    of: string,
    flow: 'export' | 'import',
    value: string,
    more: Partial<SeedCell> = {},
  ): SeedCell[] =>
    Array.from({ length: 12 }, (_, i) => ({
      ...total(territory, `${of}-${String(i + 1).padStart(2, '0')}`, flow, value),
      ...more,
    }));
  const read = async (query: string): Promise<FlowMonths> => {
    const { status, body } = await house.ask(months, null, { query });
    expect([status, body.code]).toEqual([200, undefined]);
    return body as unknown as FlowMonths;
  };
  const one = async (query: string, month: string): Promise<TradeOfMonth | undefined> =>
    (await read(query)).items[0]?.months.find((each) => each.month === month);
  const problem = async (query: string): Promise<unknown> => {
    const { status, body } = await house.ask(months, null, { query });
    return [status, body.code, body.errors?.[0]?.pointer];
  };

  it('has values, cumulation and change, rounded once to show', async () => {
    const found = await one('territory=nghe-an&from=2024-01&to=2024', '2024-03');
    expect(found?.exports).toEqual({
      ...{ status: 'official', isWhole: true, value: '110.5', yearToDate: '331.5' },
      ...{ yoyPct: '10.50', yearToDateYoyPct: '10.50' },
    });
    expect(found?.turnover).toMatchObject({ value: '140.5', yearToDate: '421.5', yoyPct: '40.50' });
    expect(found?.balance).toMatchObject({ value: '80.5', yearToDate: '241.5', yoyPct: '-19.50' });
  });

  it.each([
    // Halves go away from zero; what binary numbers cannot tell from a half is reckoned exactly.
    ['1.00125', '1', '0.13'],
    ['0.99875', '1', '-0.13'],
    ['1.001249', '1', '0.12'],
    ['99999999999999.999999', '100000000000000', '0.00'],
    ['30000000.000001', '0.000001', '3000000000000000.00'],
    ['1.000001', '3', '-66.67'],
    ['0.1', '0.3', '-66.67'],
    ['9999999999999.99', '9999999999999.9', '0.00'],
    ['10000000000000.01', '9999999999999.99', '0.00'],
  ])('%s after %s is a change of %s %%', (now, before, expected) => {
    const total = { piece: 0, isExport: true, days: '0 365', values: `${before} ${now}` };
    const totals = [{ ...total, levels: '22', wholes: 'ww' }];
    const land = [{ territory: 'x', first: '0001-01-01', last: '9999-12-01' }];
    const { months: found } = monthByMonth('x', land, totals, monthsSince('2024-01', '2024-01'));
    expect(found[0]?.exports).toMatchObject({ value: now, yoyPct: expected });
  });

  it('refuses the change on a base of nothing', async () => {
    const found = await one('territory=nghe-an&from=2024-01&to=2024-01', '2024-01');
    expect(found?.imports).toMatchObject({
      ...{ value: '30', yoyPct: null, yearToDateYoyPct: null },
      refusals: { yoyPct: 'non-positive-base', yearToDateYoyPct: 'non-positive-base' },
    });
  });

  it('shows a gap as a gap, and what is refused after it', async () => {
    const { items, messages } = await read('territory=nghe-an&from=2024-04&to=2024-05');
    const [april, may] = items[0]?.months ?? [];
    expect(april?.exports).toEqual({
      ...{ status: null, isWhole: null, value: null, yearToDate: null, yoyPct: null, yearToDateYoyPct: null },
      refusals: {
        ...{ value: 'no-figure', yearToDate: 'incomplete-months', yoyPct: 'no-figure' },
        yearToDateYoyPct: 'incomplete-months',
      },
    });
    expect(april?.imports.value).toBe('30');
    expect(april?.balance).toMatchObject({ value: null, refusals: { value: 'no-figure' } });
    expect(may?.exports).toMatchObject({ value: '110.5', yearToDate: null, yoyPct: '10.50' });
    expect(items[0]?.missing).toEqual([{ month: '2024-04', flow: 'export', territories: ['nghe-an'] }]);
    expect(messages.find(({ code }) => code === 'incomplete-months')?.message.vi).toContain('Thiếu số liệu');
  });

  it('keeps the sources apart', async () => {
    const found = await one('territory=nghe-an&from=2024-04&to=2024-04&source=gso', '2024-04');
    expect([found?.exports.value, found?.imports.value]).toEqual(['999', null]);
  });

  it('says how sure a figure is and whether an extract was whole', async () => {
    const found = await one('territory=ha-tinh&from=2024-01&to=2024-01', '2024-01');
    expect(found?.exports).toMatchObject({ value: '5', status: 'estimate', isWhole: false, yoyPct: null });
    expect(found?.exports.refusals).toEqual({ yoyPct: 'no-figure', yearToDateYoyPct: 'incomplete-months' });
  });

  it('gives a merged unit the history of those merged, and waits for all of them', async () => {
    const merged = 'territory=an-giang-2025&from=2024-07&to=2025-07';
    expect((await one(merged, '2024-07'))?.exports.value).toBe('30');
    expect((await one(merged, '2025-07'))?.exports).toMatchObject({ value: '33', yoyPct: '10.00' });
    expect((await one(merged, '2025-07'))?.exports.status).toBe('preliminary');
    expect((await one(merged, '2025-06'))?.exports).toMatchObject({
      ...{ value: null, refusals: { value: 'incomplete-members', yoyPct: 'incomplete-members' } },
    });
    const [found] = (await read(merged)).items;
    expect(found?.missing).toContainEqual({ month: '2025-06', flow: 'export', territories: ['an-giang'] });
    expect(found?.missing).toContainEqual({
      ...{ month: '2025-06', flow: 'import', territories: ['an-giang', 'kien-giang'] },
    });
  });

  it('ends with a unit', async () => {
    const { items } = await read('territory=kien-giang&from=2025-05&to=2025-09');
    expect(items[0]?.months.map(({ month }) => month)).toEqual(['2025-05', '2025-06']);
    expect(await problem('territory=kien-giang&from=2025-08&to=2025-09')).toEqual([
      ...[422, 'territory.not-in-force', 'territory'],
    ]);
  });

  it('lists the members of a group, and all provinces where none is named', async () => {
    const of = async (query: string): Promise<string[]> =>
      (await read(query)).items.map(({ territory }) => territory);
    expect(await of('territory=nc-2024&from=2024-01&to=2024-02')).toContain('nghe-an');
    expect((await of('from=2024-01&to=2024-12')).length).toBe(63);
    expect((await of('from=2025-01&to=2025-12')).length).toBe(34);
    const { items } = await read('from=2024-01&to=2024-12');
    const unknown = items.find(({ territory }) => territory === 'ca-mau');
    expect(unknown).toEqual({ territory: 'ca-mau', months: [], refusal: 'no-figure', missing: [] });
  });

  it.each([
    ['territory=nowhere&from=2024-01&to=2024-02', [422, 'territory.unknown', 'territory']],
    ['territory=nc-2024,nghe-an&from=2024-01&to=2024-02', [422, 'territory.overlapping', 'territory']],
    ['territory=nghe-an&from=soon&to=2024-02', [422, 'period.unreadable', 'from']],
    ['territory=nghe-an&from=2024-01&to=later', [422, 'period.unreadable', 'to']],
    ['from=2020-01&to=2024-12', [422, 'series.too-long', undefined]],
    ['territory=nghe-an&from=1900-01&to=2199-12', [422, 'series.too-long', undefined]],
  ])('refuses %s', async (query, answer) => {
    expect(await problem(query)).toEqual(answer);
  });

  it('can carry a year of all provinces of which hardly anything is known', async () => {
    const one = territoriesOn('2024-12-31').map(({ id }) => total(id, '2024-05', 'export', '1'));
    await seedCells(
      owner,
      one.map((cell) => ({ ...cell, source: 'sparse' })),
    );
    const { items } = await read('from=2024-01&to=2024-12&source=sparse');
    expect(items.map(({ months: { length } }) => length)).toEqual(Array<number>(63).fill(12));
    expect(items[0]?.missing.length).toBe(47);
  });

  it('has nothing where the last month is before the first', async () => {
    const { items } = await read('territory=nghe-an&from=2024-02&to=2024-01');
    expect(items).toEqual([]);
  });
});
