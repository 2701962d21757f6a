import {
  exportImport,
  reporting,
  type Comparisons,
  type IndicatorBreakdown,
  type Series,
  type SeriesList,
} from '@doit/contracts';
import { decimal, Exact, type Decimal } from '@doit/reference';
import { TestInstallation } from '@doit/testing';
import { database as exportImportDatabase } from '../../apps/export-import/src/database';
import { ExportImportModule } from '../../apps/export-import/src/export-import.module';
import { cellOf } from '../../apps/reporting/src/comparisons/record';
import { database as reportingDatabase } from '../../apps/reporting/src/database';
import { ReportingModule } from '../../apps/reporting/src/reporting.module';
import { goodsItems, goodsLeftOut, goodsLines } from './published-series';

/** Fourteen years of trade by month, as the statistics office published them: totals, sectors, commodities, and gaps. */
describe('the whole file of trade in goods by month', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: exportImportDatabase });
    await house.start('reporting', { module: ReportingModule, database: reportingDatabase });
    const items = goodsItems();
    for (let from = 0; from < items.length; from += 1000)
      await house.record(exportImport.observations.record, items.slice(from, from + 1000));
  }, 120_000);
  afterAll(() => house.stop());

  async function series(asked: Record<string, string>): Promise<Series[]> {
    const query = new URLSearchParams(asked).toString();
    const { status, body } = await house.ask(reporting.series.read, null, { query });
    expect([query, status]).toEqual([query, 200]);
    return (body as unknown as SeriesList).series;
  }
  async function breakdownOf(asked: Record<string, string>): Promise<IndicatorBreakdown> {
    const query = new URLSearchParams(asked).toString();
    const { status, body } = await house.ask(reporting.breakdowns.read, null, { query });
    expect([query, status]).toEqual([query, 200]);
    return body as unknown as IndicatorBreakdown;
  }

  it('every indicator of the file of trade goes in, or says why not', () => {
    const codes = new Set(goodsLines().map(({ indicator = '' }) => indicator));
    expect([...codes].filter((code) => goodsLeftOut[code])).toEqual(Object.keys(goodsLeftOut));
    const cells = new Set(goodsItems().map(({ indicator, dimensions }) => cellOf(indicator, dimensions)));
    expect([codes.size, cells.size]).toEqual([20, 18]);
    expect(goodsItems()).toHaveLength(18 * 168);
    // Why chapter 85 is left out: it cannot hold phones, which are a heading of it.
    const of = (code: string) =>
      decimal(
        goodsLines().find((line) => line['indicator'] === code && line['period'] === '2021-12')?.[
          'value_mn_usd'
        ] ?? '',
      );
    expect(of('TXG_H5_8517_FOB_USD').gt(of('TXG_H5_85_FOB_USD'))).toBe(true);
  });

  it('cumulated exports of a commodity are the sum of its months, and grow as the file has it', async () => {
    const coffee = new Map(
      goodsItems().flatMap(({ dimensions, period, value }) =>
        dimensions['commodity'] === 'coffee' ? [[period, decimal(value)] as const] : [],
      ),
    );
    const sumTo = (year: number, months: number): Decimal =>
      Array.from({ length: months }, (_, n) =>
        coffee.get(`${year}-${String(n + 1).padStart(2, '0')}`),
      ).reduce((sum: Decimal, each) => sum.plus(each ?? Number.NaN), new Exact(0));
    const asked = {
      indicator: 'EXPORT',
      territory: 'viet-nam',
      commodity: 'coffee',
      from: '2021',
      to: '2021',
    };
    const [cumulated] = await series({ ...asked, cumulative: 'true' });
    expect(cumulated?.points.map(({ value }) => value)).toEqual(
      Array.from({ length: 12 }, (_, n) => sumTo(2021, n + 1).toFixed()),
    );
    const yoy = async (period: string) => {
      const query = `territory=viet-nam&period=${period}&indicator=EXPORT`;
      const { items } = (await house.ask(reporting.comparisons.read, null, { query }))
        .body as unknown as Comparisons;
      const found = items.find(({ dimensions }) => dimensions['commodity'] === 'coffee');
      return found?.yoyPct.value ?? found?.yoyPct.refusal;
    };
    const growth = (after: Decimal, before: Decimal) => after.div(before).minus(1).mul(100).toFixed(2);
    const zero = new Exact(0);
    expect(await yoy('2021-12')).toBe(growth(coffee.get('2021-12') ?? zero, coffee.get('2020-12') ?? zero));
    expect(await yoy('2021-01/P10M')).toBe(growth(sumTo(2021, 10), sumTo(2020, 10)));
    expect(await yoy('2021')).toBe(growth(sumTo(2021, 12), sumTo(2020, 12)));
    expect(await yoy('2022')).toMatchObject({ code: 'incomplete-months', missing: ['2022-01'] });
    expect(await yoy('2023-01')).toBeUndefined();
    expect(await yoy('2023-10')).toBe(growth(coffee.get('2023-10') ?? zero, coffee.get('2022-10') ?? zero));
  });

  it('gaps of the file are gaps in total and by commodity: named, never zero', async () => {
    const asked = { territory: 'viet-nam', indicator: 'EXPORT', by: 'commodity' };
    const of2023 = Array.from({ length: 9 }, (_, n) => `2023-0${n + 1}`);
    for (const [period, missing] of [
      ['2022', ['2022-01']],
      ['2023', of2023],
      ['2024', ['2024-11', '2024-12']],
    ] as const) {
      const found = await breakdownOf({ ...asked, period });
      const refusal = { code: 'incomplete-months', missing };
      expect([period, found.total.refusal]).toEqual([period, expect.objectContaining(refusal)]);
      expect(found.parts.map((part) => [part.actual, part.refusal?.missing])).toEqual(
        Array.from({ length: 13 }, () => [null, missing]),
      );
      expect([found.sum.value, found.rest?.value]).toEqual([null, null]);
    }
    const none = await breakdownOf({ ...asked, period: '2023-05' });
    expect([none.total.actual, none.parts, none.rest?.value]).toEqual([null, [], null]);
    const [months] = await series({
      indicator: 'EXPORT',
      territory: 'viet-nam',
      commodity: 'rice',
      from: '2023',
      to: '2024',
    });
    const known = months?.points.filter(({ value }) => value !== null).map(({ period }) => period);
    expect(known).toEqual([
      '2023-10',
      '2023-11',
      '2023-12',
      ...Array.from({ length: 10 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`),
    ]);
    expect(months?.points.some(({ value }) => value !== null && decimal(value).isZero())).toBe(false);
  });

  it('commodities leave a rest of every total, and the two sectors of the economy none', async () => {
    const asked = { territory: 'viet-nam', indicator: 'EXPORT', period: '2021-12' };
    const goods = await breakdownOf({ ...asked, by: 'commodity' });
    expect(goods).toMatchObject({
      sum: { value: '15059.649' },
      rest: { value: '19532.821' },
      check: { verdict: 'cannot-tell' },
    });
    expect(goods.parts[0]).toMatchObject({
      dimensions: { commodity: 'phones' },
      sharePct: { value: '16.23' },
    });
    const sectors = await breakdownOf({ ...asked, by: 'regime' });
    expect(sectors).toMatchObject({ difference: { value: '0.000' }, check: { verdict: 'agrees' } });
  });
});
