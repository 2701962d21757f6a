import { exportImport, type FlowBreakdown, type FlowItem } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';
import { monthOf, seedCells } from './seed-cells.sql';

const { breakdown } = exportImport.flowReports;

describe('a flow by what it is made of', () => {
  let house: TestInstallation;
  let owner: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    owner = await house.as('export-import', true);
    await seedCells(owner, [
      ...monthOf('nghe-an', '2023-01', { coffee: '100', tea: '50', wood: '40', other: '10' }),
      ...monthOf('nghe-an', '2024-01', { coffee: '90', tea: '80', rice: '20', other: '6', '': '4' }),
      ...monthOf('nghe-an', '2024-02', { coffee: '10' }),
      ...monthOf('ha-tinh', '2023-01', { coffee: '1', seafood: '9' }),
      ...monthOf('ha-tinh', '2024-01', { seafood: '20' }),
      ...monthOf('kien-giang', '2024-06', { rice: '5' }),
      ...monthOf('an-giang', '2024-06', { rice: '15' }),
      ...monthOf('an-giang-2025', '2025-07', { rice: '7' }),
      ...monthOf('nghe-an', '2024-01', { domestic: '60', fdi: '120', '': '20' }, { by: 'regime' }).slice(1),
      ...monthOf('nghe-an', '2024-01', { coffee: '5' }, { flow: 'import' }),
      ...monthOf('thanh-hoa', '2024-01', {
        coffee: ['70', 1],
        tea: ['75', 5],
        rice: ['300', null],
        '': ['5', 2],
      }),
      ...monthOf('thanh-hoa', '2024-02', { coffee: ['70', 2], tea: ['75', 5] }),
      ...monthOf('quang-nam', '2023-01', { coffee: ['3', 2], tea: ['9', 3], rice: ['8', 3] }),
      ...monthOf('quang-nam', '2024-01', { coffee: ['9', 3], tea: ['9', 3], rice: ['8', 4] }),
      ...monthOf('quang-ngai', '2024-01', { coffee: ['70', 1], other: ['20', 4], '': ['90', 4] }),
      { by: 'total', territory: 'da-nang', month: '2024-01', value: '0' },
      { by: 'total', territory: 'lao-cai', month: '2024-01', value: '10' },
      { by: 'commodity', territory: 'lao-cai', month: '2024-01', key: 'tea', value: '4' },
    ]);
  });
  afterAll(async () => {
    await owner.end();
    await house.stop();
  });

  const read = async (query: string, who: Claims | null = null): Promise<FlowBreakdown> => {
    const by = query.includes('by=') ? '' : '&by=commodity';
    const { status, body } = await house.ask(breakdown, who, { query: `flow=export${by}&${query}` });
    expect([status, body.code]).toEqual([200, undefined]);
    return body as unknown as FlowBreakdown;
  };
  const keys = ({ items }: FlowBreakdown): string[] => items.map(({ key }) => key);
  const item = ({ items }: FlowBreakdown, key: string): FlowItem | undefined =>
    items.find((each) => each.key === key);

  it('has each item with its share, its change and what it explains', async () => {
    const found = await read('territory=nghe-an&period=2024-01');
    expect(keys(found)).toEqual(['coffee', 'tea', 'rice', 'wood']);
    expect(item(found, 'tea')).toEqual({
      ...{ key: 'tea', name: { vi: 'Chè', en: 'Tea' }, rank: 2, value: '80', sharePct: '40.00' },
      ...{ valueYearBefore: '50', change: '30', yoyPct: '60.00', contributionPp: '15.00', refusals: {} },
    });
    expect(item(found, 'wood')).toMatchObject({ value: '0', change: '-40', yoyPct: '-100.00' });
    expect(item(found, 'rice')).toMatchObject({ yoyPct: null, refusals: { yoyPct: 'non-positive-base' } });
    expect(found.total).toMatchObject({ value: '200', yoyPct: '0.00', status: 'official', isWhole: true });
    expect(found.missing).toEqual([]);
  });

  it('shows the rest and what it is made of', async () => {
    const { rest, items } = await read('territory=nghe-an&period=2024-01&limit=2');
    expect(items.length).toBe(2);
    expect(rest).toMatchObject({
      value: '30',
      sharePct: '15.00',
      valueYearBefore: '50',
      contributionPp: '-10.00',
    });
    expect(rest?.parts).toEqual([
      { kind: 'unlisted', items: 2, hidden: 0, value: '20', valueYearBefore: '40' },
      { kind: 'other', items: 0, hidden: 0, value: '6', valueYearBefore: '10' },
      { kind: 'too-coarse', items: 0, hidden: 0, value: '4', valueYearBefore: '0' },
    ]);
  });

  it('shows what the total has and no cell', async () => {
    const { rest } = await read('territory=lao-cai&period=2024-01');
    expect(rest).toMatchObject({ value: '6', sharePct: '60.00' });
    expect(rest?.parts).toEqual([
      { kind: 'not-broken-down', items: 0, hidden: 0, value: '6', valueYearBefore: null },
    ]);
  });

  it('lists what rose by most, or fell', async () => {
    expect(keys(await read('territory=nghe-an&period=2024-01&order=rise'))).toEqual(['tea', 'rice']);
    expect(keys(await read('territory=nghe-an&period=2024-01&order=fall'))).toEqual(['wood', 'coffee']);
  });

  it('measures the concentration of all items, listed or not', async () => {
    const { concentration } = await read('territory=nghe-an&period=2024-01&limit=1');
    // 45² + 40² + 10²
    expect(concentration).toEqual({ hhi: '3725.00', of: 3 });
  });

  it('adds territories, months and the units of a merged one', async () => {
    const both = await read('territory=nghe-an,ha-tinh&period=2024-01');
    expect(both.total).toMatchObject({ value: '220', valueYearBefore: '210' });
    expect(item(both, 'coffee')).toMatchObject({ value: '90', valueYearBefore: '101' });
    const merged = await read('territory=an-giang-2025&period=2024-06');
    expect(item(merged, 'rice')?.value).toBe('20');
    expect((await read('territory=an-giang-2025&period=2025-07')).total).toMatchObject({
      ...{ value: '7', refusals: { valueYearBefore: 'incomplete-members' } },
    });
    const months = await read('territory=nghe-an&period=2024-01/P2M');
    expect(item(months, 'coffee')).toMatchObject({ value: '100', valueYearBefore: null, yoyPct: null });
  });

  it('refuses growth where months of the year before are missing, and has no movers then', async () => {
    const found = await read('territory=nghe-an&period=2024-01/P2M');
    const refusals = { valueYearBefore: 'incomplete-months', yoyPct: 'incomplete-months' };
    expect(found.total).toMatchObject({ value: '210', change: null, refusals });
    expect(found.missing).toEqual([{ month: '2023-02', flow: 'export', territories: ['nghe-an'] }]);
    const movers = await read('territory=nghe-an&period=2024-01/P2M&order=rise');
    expect([movers.items, movers.rest?.value]).toEqual([[], '210']);
  });

  it('refuses everything where a month of the period is missing, and names it', async () => {
    const found = await read('territory=nghe-an&period=2024-Q1');
    expect([found.items, found.rest]).toEqual([[], null]);
    expect(found.total).toMatchObject({
      value: null,
      status: null,
      refusals: { value: 'incomplete-months' },
    });
    expect(found.concentration).toEqual({ hhi: null, of: 0, refusal: 'incomplete-months' });
    expect(found.missing.map(({ month }) => month)).toEqual(['2023-02', '2023-03', '2024-03']);
    const country = await read('period=2024-01');
    expect(country.total).toMatchObject({ value: null, refusals: { value: 'incomplete-members' } });
    expect(country.missing.find(({ month }) => month === '2024-01')?.territories).toContain('ca-mau');
  });

  it('a total of zero is no gap, and has no shares', async () => {
    const found = await read('territory=da-nang&period=2024-01');
    expect(found.total).toMatchObject({
      value: '0',
      sharePct: null,
      refusals: { sharePct: 'non-positive-base' },
    });
    expect(found.concentration).toEqual({ hhi: null, of: 0, refusal: 'non-positive-base' });
  });

  it('adds commodity groups to macro groups, and says what is in none', async () => {
    const found = await read('by=macro-group&territory=nghe-an&period=2024-01');
    expect(keys(found)).toEqual(['agricultural', 'forest']);
    expect(item(found, 'agricultural')).toMatchObject({ value: '190', valueYearBefore: '150' });
    expect(found.rest?.parts.map(({ kind, value }) => [kind, value])).toEqual([
      ['other', '6'],
      ['too-coarse', '4'],
    ]);
  });

  it('goes by regime, and says what names none', async () => {
    const found = await read('by=regime&territory=nghe-an&period=2024-01');
    expect(found.items.map(({ key, value }) => [key, value])).toEqual([
      ['fdi', '120'],
      ['domestic', '60'],
    ]);
    expect(found.rest?.parts.map(({ kind, value }) => [kind, value])).toContainEqual(['not-said', '20']);
  });

  const insider = { ...people.officer, territories: ['thanh-hoa'] };

  it('hides a cell of one or two enterprises, and enough beside it that it does not follow from the total', async () => {
    const found = await read('territory=thanh-hoa&period=2024-01');
    expect(keys(found)).toEqual(['rice']);
    // Coffee and what is too coarse are hidden; tea, the smallest that is no smaller, is left out with them.
    expect(found.rest?.parts).toEqual([
      { kind: 'unlisted', items: 2, hidden: 2, value: '150', valueYearBefore: null },
    ]);
    expect(found.total.value).toBe('450');
    expect(found.concentration).toEqual({ hhi: null, of: 3, refusal: 'confidential' });
  });

  it.each(['order=rise', 'order=fall', 'limit=1', 'limit=500'])('hides no less with %s', async (more) => {
    const found = await read(`territory=thanh-hoa&period=2024-01&${more}`);
    expect(keys(found)).not.toContain('coffee');
    expect(keys(found)).not.toContain('tea');
  });

  it('hides a sum of months in each of which no more stood behind it', async () => {
    expect(keys(await read('territory=thanh-hoa&period=2024-01/P2M'))).not.toContain('coffee');
  });

  it('hides a cell of which only the year before would show too much', async () => {
    const found = await read('territory=quang-nam&period=2024-01');
    expect(keys(found)).not.toContain('coffee');
    expect(found.rest?.parts[0]).toMatchObject({ kind: 'unlisted', hidden: 1 });
  });

  it('hides what is no item beside it where no item can be', async () => {
    const { items, rest } = await read('territory=quang-ngai&period=2024-01');
    expect([items, rest?.parts.map(({ kind, items, value }) => [kind, items, value])]).toEqual([
      [],
      [
        ['unlisted', 1, '160'],
        ['other', 0, '20'],
      ],
    ]);
  });

  it('hides nothing from who reads the territory, and all from who reads another', async () => {
    expect(keys(await read('territory=thanh-hoa&period=2024-01', insider))).toEqual([
      'rice',
      'tea',
      'coffee',
    ]);
    expect(keys(await read('territory=thanh-hoa&period=2024-01', people.admin))).toContain('coffee');
    expect(keys(await read('territory=thanh-hoa&period=2024-01', people.officer))).toEqual(['rice']);
    const unable = { ...insider, permissions: ['trade:read'] };
    expect(keys(await read('territory=thanh-hoa&period=2024-01', unable))).toEqual(['rice']);
  });

  it.each([
    ['territory=nowhere&period=2024', 'territory.unknown', 'territory'],
    ['territory=nc-2024,nghe-an&period=2024', 'territory.overlapping', 'territory'],
    ['territory=an-giang,an-giang-2025&period=2024', 'territory.overlapping', 'territory'],
    ['territory=kien-giang&period=2026', 'territory.not-in-force', 'territory'],
    ['territory=nghe-an&period=2024-13', 'period.unreadable', 'period'],
    ['territory=nghe-an&period=2010-01/P121M', 'series.too-long', undefined],
  ])('refuses %s', async (query, code, pointer) => {
    const { status, body } = await house.ask(breakdown, null, { query: `flow=export&by=partner&${query}` });
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, code, pointer]);
  });
});
