import type {
  CheckResult,
  Checks,
  IndicatorBreakdown,
  Lineage,
  ObservationPage,
  RecordedIds,
  RecordedObservation,
  SeriesList,
} from '@doit/contracts';
import { decimal, Exact, memberIdsOn } from '@doit/reference';
import { TestPlatform } from '@doit/testing';
import { retailFile, retailItems, retailLines } from './published-series';

const groups = ['viet-nam', 'rrd-2024', 'nmm-2024', 'ncc-2024', 'ch-2024', 'se-2024', 'mrd-2024'];
const years = Array.from({ length: 22 }, (_, n) => String(1995 + n));

/** The office states Đắk Nông and Hậu Giang from 2003 on, which split off on 1 January 2004. */
const splitUnitsStated = ['viet-nam 2003', 'ch-2024 2003', 'mrd-2024 2003'];

/** Where the printed provinces do not add up to the printed total to the last decimal: by less than their roundings allow. */
const roundedAway = [
  ...['viet-nam 1996 -0.6', 'viet-nam 1997 -0.2', 'viet-nam 1998 0.1', 'nmm-2024 1996 -0.2'],
  ...['nmm-2024 2007 -0.1', 'ncc-2024 1996 -0.2', 'ncc-2024 1998 0.1', 'ch-2024 1996 -0.1'],
  ...['ch-2024 1997 -0.1', 'se-2024 1996 -0.1', 'se-2024 1997 -0.1', 'mrd-2024 1996 -0.1'],
  'mrd-2024 1998 0.1',
];

/** Two decades of retail sales enter as a statistics office published them, line by line, over HTTP. */
describe('the whole file of retail sales by province', () => {
  const platform = new TestPlatform();
  const items = retailItems();
  let ids: string[];
  let admin: string;

  beforeAll(async () => {
    await platform.start();
    admin = await platform.token('admin');
    ids = (await sendAll()).map(({ id }) => id);
    await known(ids.at(-1) ?? '');
  }, 180_000);
  afterAll(() => platform.stop(), 30_000);

  const send = async (batch: readonly object[], reason?: string): Promise<RecordedIds['items']> => {
    const answer = await fetch(`${platform.address}/v1/trade/observations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: batch, ...(reason && { reason }) }),
    });
    const body = (await answer.json()) as RecordedIds;
    expect([answer.status, body]).toEqual([201, expect.objectContaining({ items: expect.any(Array) as [] })]);
    return body.items;
  };
  const sendAll = async () => {
    const recorded: RecordedIds['items'] = [];
    for (let at = 0; at < items.length; at += 1000)
      recorded.push(...(await send(items.slice(at, at + 1000))));
    return recorded;
  };
  const read = async <T>(path: string): Promise<T> => {
    const answer = await fetch(platform.address + path);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  /** Until reporting has learned a figure, and so all that were told before it. */
  const known = async (id: string): Promise<void> => {
    const path = `${platform.address}/v1/reporting/lineage/${id}`;
    for (const end = Date.now() + 60_000; (await fetch(path)).status !== 200;) {
      if (Date.now() > end) throw new Error('the figures have not arrived in reporting');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  /** Every observation that came out of the file. */
  const recorded = async (): Promise<RecordedObservation[]> => {
    const all: RecordedObservation[] = [];
    for (let after = ''; ;) {
      const page = await read<ObservationPage>(
        `/v1/trade/observations?indicator=RETAIL&measure=actual&limit=500${after}`,
      );
      all.push(...page.items.filter(({ document }) => document === retailFile));
      if (page.next === null) return all;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
  };
  const members = async (territory: string, year: string): Promise<CheckResult[]> => {
    const { items: found } = await read<Checks>(`/v1/reporting/checks?territory=${territory}&period=${year}`);
    return found.filter(({ code }) => code === 'parts.members');
  };
  const statedOf = (territory: string, year: string) =>
    items.find((each) => each.territory === territory && each.period === year);

  it('makes one observation of each line, which names the file and the line', async () => {
    const lines = retailLines();
    const found = new Map((await recorded()).map((each) => [each.row, each]));
    expect([lines.length, found.size, new Set(ids).size]).toEqual([1528, 1528, 1528]);
    for (const [at, line] of lines.entries()) {
      const observation = found.get(at + 2);
      expect([at, observation?.id]).toEqual([at, ids[at]]);
      expect(observation).toMatchObject({
        ...{ period: line['year'], status: line['status'], unit: 'VND_BN', source: 'gso', decimals: 1 },
      });
      expect(decimal(observation?.value ?? '0')).toEqual(decimal(line['value'] ?? ''));
    }
  });

  it.each([
    ['the country', 'viet-nam', '1995'],
    ['a region', 'mrd-2024', '2016'],
    ['a province', 'nghe-an', '2010'],
    ['one that ended', 'ha-tay', '2007'],
    ['one stated before it was there', 'dak-nong', '2003'],
  ])('leads back from a figure of %s to the line that it was read in', async (_, territory, year) => {
    const item = statedOf(territory, year);
    const id = ids[items.findIndex((each) => each === item)] ?? '';
    const { observation } = await read<Lineage>(`/v1/reporting/lineage/${id}`);
    expect(observation).toMatchObject({
      ...{ territory, period: year, document: retailFile, row: item?.row },
    });
    const { code, name, value } = retailLines()[(item?.row ?? 0) - 2] ?? {};
    expect([code, name].every(Boolean)).toBe(true);
    expect(decimal(observation.value)).toEqual(decimal(value ?? ''));
  });

  it('adds up: the provinces to the six regions and to the country, in every year within their roundings', async () => {
    const verdicts: string[] = [];
    const apart: string[] = [];
    for (const territory of groups)
      for (const year of years) {
        const [check, ...others] = await members(territory, year);
        expect(others).toEqual([]);
        const at = `${territory} ${year}`;
        if (!check) {
          verdicts.push(`${at} nothing`);
          continue;
        }
        verdicts.push(`${at} ${check.verdict}`);
        const parts = memberIdsOn(territory, `${year}-12-31`).map((id) => statedOf(id, year)?.value ?? 'NaN');
        expect([at, check.lineage.length]).toEqual([at, parts.length + 1]);
        const sum = parts.reduce((total, value) => total.plus(value), new Exact(0));
        // Half a unit of the last decimal of each.
        const half = new Exact('0.05').mul(parts.length);
        expect([at, check.recomputed]).toEqual([
          at,
          { low: sum.minus(half).toFixed(2), high: sum.plus(half).toFixed(2) },
        ]);
        const distance = sum.minus(statedOf(territory, year)?.value ?? 'NaN');
        if (!distance.isZero()) apart.push(`${at} ${distance.toFixed()}`);
      }
    expect(verdicts.filter((each) => !each.endsWith(' agrees'))).toEqual(
      splitUnitsStated.map((at) => `${at} nothing`),
    );
    expect(apart).toEqual(roundedAway);
  }, 120_000);

  it('has Hà Tây to 2007, among the members of its region and of the country, and not after', async () => {
    const { series } = await read<SeriesList>(
      '/v1/reporting/series?indicator=RETAIL&territory=ha-tay&from=1995&to=2016&frequency=year',
    );
    const periods = series[0]?.points.filter(({ value }) => value !== null).map(({ period }) => period);
    expect(periods).toEqual(years.slice(0, 13));
    for (const territory of ['rrd-2024', 'viet-nam'])
      for (const [year, isThere] of [
        ['2007', true],
        ['2008', false],
      ] as const) {
        const [check] = await members(territory, year);
        expect([year, check?.lineage.some((input) => input.territory === 'ha-tay')]).toEqual([year, isThere]);
      }
  });

  it('adds nothing when the same file is sent again', async () => {
    const before = await recorded();
    const again = await sendAll();
    expect(again.map(({ id }) => id)).toEqual(ids);
    expect(again.filter(({ isNew }) => isNew)).toEqual([]);
    expect(await recorded()).toEqual(before);
  });

  it('is not broken down by component, which is said and not made up', async () => {
    const found = await read<IndicatorBreakdown>(
      '/v1/reporting/breakdowns?territory=nghe-an&period=2010&indicator=RETAIL',
    );
    expect(found).toMatchObject({
      total: {
        actual: { value: statedOf('nghe-an', '2010')?.value, observationId: expect.any(String) as string },
      },
      ...{ by: 'component', sum: { value: null }, difference: { value: null } },
      check: { verdict: 'cannot-tell' },
    });
    expect(found.check.missing).toHaveLength(4);
  });

  it('tells of one value that was altered which sums it breaks, and corrects none of them', async () => {
    const line = statedOf('nghe-an', '2010');
    const before = await recorded();
    const altered = {
      ...line,
      value: decimal(line?.value ?? '')
        .plus(10)
        .toFixed(1),
    };
    const [entered] = await send([altered], 'as a test of the sums');
    expect([entered?.isNew, ids.includes(entered?.id ?? '')]).toEqual([true, false]);
    await known(entered?.id ?? '');
    for (const [territory, difference] of [
      // 10 less half a unit of each of its members and of its own.
      ['ncc-2024', '9.25'],
      ['viet-nam', '6.80'],
    ] as const) {
      const [check] = await members(territory, '2010');
      expect([territory, check?.verdict, check?.difference]).toEqual([territory, 'contradicts', difference]);
      expect(check?.lineage.find((input) => input.territory === 'nghe-an')?.value).toBe(altered.value);
      const stated = check?.lineage.find((input) => input.territory === territory);
      expect(stated?.value).toBe(statedOf(territory, '2010')?.value);
    }
    for (const territory of groups.filter((each) => each !== 'ncc-2024' && each !== 'viet-nam'))
      expect((await members(territory, '2010')).map(({ verdict }) => verdict)).toEqual(['agrees']);
    // All that was recorded is still there as it was, the altered figure beside it.
    const after = new Map((await recorded()).map((each) => [each.id, each]));
    expect(after.size).toBe(before.length + 1);
    for (const each of before) expect(after.get(each.id)).toEqual(each);
  });
});
