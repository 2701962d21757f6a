import { setTimeout as sleep } from 'node:timers/promises';
import {
  exportImport,
  industry,
  reporting,
  trade,
  type CheckResult,
  type Comparisons,
  type Operation,
  type Ranking,
  type Series,
  type SeriesList,
} from '@doit/contracts';
import { rebuild } from '@doit/events';
import { decimal, Exact, recastLevel, territoriesOn, unitsOn, type Decimal } from '@doit/reference';
import { TestInstallation } from '@doit/testing';
import { database as exportImportDatabase } from '../../apps/export-import/src/database';
import { ExportImportModule } from '../../apps/export-import/src/export-import.module';
import { database as industryDatabase } from '../../apps/industry/src/database';
import { IndustryModule } from '../../apps/industry/src/industry.module';
import { database as reportingDatabase } from '../../apps/reporting/src/database';
import { figureSources, figureTables } from '../../apps/reporting/src/figures/projection';
import { ReportingModule } from '../../apps/reporting/src/reporting.module';
import { database as tradeDatabase } from '../../apps/trade/src/database';
import { TradeModule } from '../../apps/trade/src/trade.module';
import {
  figure,
  goodsItems,
  nationalIipItems,
  provincialIipItems,
  retail,
  retailItems,
  weightsKnown,
} from './published-series';

const now = '2025-07-01';
const years = Array.from({ length: 22 }, (_, n) => 1995 + n);

/** Real series of the statistics office and of customs, recorded through the services and read from reporting. */
describe('series of published figures', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: tradeDatabase });
    await house.start('export-import', { module: ExportImportModule, database: exportImportDatabase });
    await house.start('industry', { module: IndustryModule, database: industryDatabase });
    await house.start('reporting', { module: ReportingModule, database: reportingDatabase });
    await record(trade.observations.record, retailItems());
    await record(exportImport.observations.record, goodsItems());
    const growth = { indicator: 'IIP_GROWTH', period: '2023-05', value: '0.1', unit: 'PCT', source: 'gso' };
    await record(industry.observations.record, [
      ...[...nationalIipItems(), ...provincialIipItems(), figure({ ...growth, territory: 'viet-nam' })],
    ]);
  }, 120_000);
  afterAll(() => house.stop());

  async function record(operation: Operation, items: object[]): Promise<void> {
    for (let from = 0; from < items.length; from += 1000)
      await house.record(operation, items.slice(from, from + 1000));
  }

  async function series(asked: Record<string, string>): Promise<Series[]> {
    const answer = await house.ask(reporting.series.read, null, {
      query: new URLSearchParams(asked).toString(),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return (answer.body as unknown as SeriesList).series;
  }
  const yearly = { indicator: 'RETAIL', from: '1995', to: '2016', frequency: 'year' };
  const units = territoriesOn(now).map(({ id }) => id);
  const valuesOf = (found: Series | undefined) =>
    new Map(
      found?.points.map(({ period, value }) => [Number(period), value === null ? null : decimal(value)]),
    );

  it('each of the 34 is the exact sum of what became part of it, or says who is missing', async () => {
    const found = await series({ ...yearly, territory: units.join(), on: now });
    expect(found.map(({ territory }) => territory)).toEqual(units);
    for (const { territory, points } of found) {
      expect(points.length).toBeGreaterThan(10);
      for (const { period, value, refusal } of points) {
        const members = unitsOn(territory, now, `${period}-12-31`);
        const parts = members.map((id) => retail.get(id)?.get(Number(period)));
        const without = members.filter((_, n) => parts[n] === undefined);
        // The rule of libs/reference, which the statement of series.sql.ts carries out for all at once.
        const rule = recastLevel(
          'flow',
          members.map((id, n) => ({ territory: id, value: parts[n] ?? null })),
        );
        expect('value' in rule ? rule.value.toFixed() : null).toBe(value);
        if (without.length > 0)
          expect([refusal?.code, refusal?.missing]).toEqual([
            expect.any(String),
            members.length > 1 ? without : [],
          ]);
        else
          expect(value).toBe(
            parts.reduce((sum: Decimal, part) => sum.plus(part ?? 0), new Exact(0)).toFixed(),
          );
      }
    }
  });

  it('the 34 add to the country in every year from 2010 on', async () => {
    const found = await series({ ...yearly, from: '2010', territory: units.join(), on: now });
    for (const year of years.filter((each) => each >= 2010)) {
      const sum = found.reduce(
        (total, one) => total.plus(valuesOf(one).get(year) ?? Number.NaN),
        new Exact(0),
      );
      const stated = retail.get('viet-nam')?.get(year);
      const distance = sum.minus(stated ?? 0).abs();
      expect([year, distance.lte('0.05')]).toEqual([year, true]);
    }
  });

  it('as reported the 63 stand as they were, each in its own time', async () => {
    const old = territoriesOn('2016-12-31').map(({ id }) => id);
    const found = await series({ ...yearly, territory: old.join() });
    expect(found).toHaveLength(63);
    for (const one of found)
      for (const { period, value } of one.points)
        if (value !== null) expect(value).toBe(retail.get(one.territory)?.get(Number(period))?.toFixed());
  });

  it('Hà Tây is in Hà Nội from 2008 only', async () => {
    const [asReported] = await series({ ...yearly, territory: 'ha-noi' });
    const [recast] = await series({ ...yearly, territory: 'ha-noi', on: now });
    const [tay] = await series({ ...yearly, territory: 'ha-tay' });
    const [own, whole] = [valuesOf(asReported), valuesOf(recast)];
    expect(valuesOf(tay).get(2008)).toBeUndefined();
    for (const year of [2005, 2006, 2007])
      expect(whole.get(year)).toEqual(own.get(year)?.plus(valuesOf(tay).get(year) ?? Number.NaN));
    for (const year of [2008, 2009, 2016]) expect(whole.get(year)).toEqual(own.get(year));
  });

  it('index levels of a merged unit need weights; with value added of 2015 the level is Σ w·I ÷ Σ w', async () => {
    const asked = { indicator: 'IIP', from: '2024-05', to: '2024-05', on: now };
    const [anGiang] = await series({ ...asked, territory: 'an-giang-2025' });
    expect(anGiang?.points).toMatchObject([{ period: '2024-05', value: '138' }]);
    const known = (asOf: string) => series({ ...asked, territory: 'an-giang-2025', asOf });
    expect((await known(weightsKnown))[0]?.points).toEqual(anGiang?.points);
    expect((await known('2025-03-30'))[0]?.points[0]?.refusal).toMatchObject({
      ...{ code: 'needs-weights', missing: ['an-giang', 'kien-giang'] },
    });
    const rule = recastLevel('index', [
      { territory: 'an-giang', value: decimal('120'), weight: decimal('8000') },
      { territory: 'kien-giang', value: decimal('150'), weight: decimal('12000') },
    ]);
    expect(rule).toEqual({ value: decimal('138') });
    const [canTho] = await series({ ...asked, territory: 'can-tho-2025' });
    expect(canTho?.points).toMatchObject([
      { value: null, refusal: { code: 'needs-weights', missing: ['hau-giang', 'soc-trang'] } },
    ]);
  });

  it('levels of two computations are not compared, and the growth that the office states stands by itself', async () => {
    const query = 'territory=viet-nam&period=2023-05&indicator=IIP,IIP_GROWTH';
    const { items } = (await house.ask(reporting.comparisons.read, null, { query }))
      .body as unknown as Comparisons;
    expect(items).toMatchObject([
      { indicator: 'IIP', yoyPct: { value: null, refusal: { code: 'series-break' } } },
      { indicator: 'IIP_GROWTH', actual: { value: '0.1' }, yoyPct: { refusal: { code: 'not-comparable' } } },
    ]);
  });

  it('months of one unit read alone are those read beside what is put together', async () => {
    const asked = { indicator: 'EXPORT,IMPORT', from: '2010-01', to: '2024-12', on: now };
    const alone = await series({ ...asked, territory: 'viet-nam' });
    const beside = await series({ ...asked, territory: 'viet-nam,an-giang-2025' });
    expect(alone.map(({ points }) => points.length)).toEqual([178, 178]);
    expect(alone.some(({ points }) => points.some(({ refusal }) => refusal?.code === 'no-figure'))).toBe(
      true,
    );
    expect(beside).toEqual(alone);
    const then = { ...asked, asOf: '2023-12-31' };
    expect(await series({ ...then, territory: 'viet-nam,an-giang-2025' })).toEqual(
      await series({ ...then, territory: 'viet-nam' }),
    );
  });

  it('a year of months is their sum only where all are there, and names those that are not', async () => {
    const asked = { indicator: 'EXPORT', territory: 'viet-nam', from: '2021', to: '2024' };
    const refusedOf = (one: Series | undefined) =>
      one?.points.map(({ period, value, refusal }) => [period, value !== null, refusal?.missing ?? []]);
    const of2023 = Array.from({ length: 9 }, (_, n) => `2023-0${n + 1}`);
    const [exports] = await series({ ...asked, frequency: 'year' });
    expect(refusedOf(exports)).toEqual([
      ['2021', true, []],
      ['2022', false, ['2022-01']],
      ['2023', false, of2023],
      ['2024', false, ['2024-11', '2024-12']],
    ]);
    const [cumulated] = await series({ ...asked, from: '2022', to: '2023', cumulative: 'true' });
    const october = ['2023-01/P10M', false, of2023];
    expect(refusedOf(cumulated)).toEqual(expect.arrayContaining([['2022', false, ['2022-01']], october]));
  });

  it('the balance is exports less imports exactly, and the stated one agrees within rounding in all 168 months', async () => {
    const asked = { territory: 'viet-nam', from: '2010', to: '2024' };
    const stated = await series({ ...asked, indicator: 'EXPORT,IMPORT,TRADE_BALANCE' });
    const [computed] = await series({ ...asked, indicator: 'TRADE_BALANCE', computed: 'true' });
    const distances = computed?.points.flatMap(({ value }, n) => {
      const [exports, imports, balance] = stated.map(({ points }) => points[n]?.value);
      if (!exports || !imports || !balance) return [];
      expect(value).toBe(decimal(exports).minus(imports).toFixed());
      return [
        decimal(balance)
          .minus(value ?? 0)
          .abs(),
      ];
    });
    expect(distances).toHaveLength(168);
    expect(distances?.filter((each) => each.gt('0.0015'))).toEqual([]);
  });

  it('says nothing of what was not yet known on a day', async () => {
    expect(await series({ ...yearly, territory: 'ha-noi', asOf: '2020-01-01' })).toEqual([]);
  });

  it('ranks the members of a group, with the country and how many are above it', async () => {
    const query = new URLSearchParams({
      indicator: 'RETAIL',
      period: '2016',
      by: 'yoyPct',
      on: now,
    }).toString();
    const ranking = (await house.ask(reporting.rankings.read, null, { query })).body as unknown as Ranking;
    expect(ranking).toMatchObject({ of: 34, missing: [] });
    const growth = ranking.items.map(({ value }) => Number(value));
    expect(growth).toEqual([...growth].sort((a, b) => b - a));
    const [before, after] = [2015, 2016].map((year) => retail.get('viet-nam')?.get(year));
    expect(ranking.national).toBe(
      after
        ?.div(before ?? 1)
        .mul(100)
        .minus(100)
        .toDecimalPlaces(12)
        .toFixed(),
    );
    expect(ranking.aboveNational).toBe(growth.filter((value) => value > Number(ranking.national)).length);
  });

  it('ranks what is better when less from below', async () => {
    const rank = { indicator: 'ECOMMERCE_RANK', period: '2023', unit: 'RANK', source: 'vecom' };
    const stated = Object.entries({ 'ha-tinh': '9', 'thanh-hoa': '1', 'nghe-an': '12' }).map(
      ([territory, value]) => ({
        ...figure({ ...rank, territory, value }),
        dimensions: { among: 'nc-2024' },
      }),
    );
    await record(trade.observations.record, stated);
    const query = 'indicator=ECOMMERCE_RANK&period=2023&among=nc-2024';
    const ranking = (await house.ask(reporting.rankings.read, null, { query })).body as unknown as Ranking;
    const order = ranking.items.map((item) => `${item.rank} ${item.territory} ${item.value}`);
    expect(order).toEqual(['1 thanh-hoa 1', '2 ha-tinh 9', '3 nghe-an 12']);
  });

  it('the stated balance agrees with exports less imports in each of the 168 months, found before anybody asked', async () => {
    const database = await house.as('reporting');
    const due = async () =>
      (await database.query<{ n: number }>('select count(*)::int as n from place where marked > checked'))
        .rows[0]?.n;
    for (let end = Date.now() + 60_000; (await due()) !== 0 && Date.now() < end;) await sleep(100);
    const { rows } = await database.query<{ results: string }>(
      `select results from place where territory = 'viet-nam' and period like '____-__' order by period`,
    );
    await database.end();
    const balances = rows
      .flatMap(({ results }) => JSON.parse(results) as CheckResult[])
      .filter(({ code }) => code === 'trade.balance');
    expect(balances).toHaveLength(168);
    expect(balances.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  }, 90_000);

  it('a rebuild from all that was told gives the same figures, cells and facts', async () => {
    const owner = await house.as('reporting', true);
    const content = async () => {
      const sums = ['figure', 'cell', 'fact'].map(
        (table) => `(select md5(string_agg(t::text, '' order by t::text)) from ${table} t)`,
      );
      return (await owner.query<object>(`select ${sums.map((sum, n) => `${sum} as t${n}`).join()}`)).rows[0];
    };
    const before = await content();
    const log = { log: () => undefined, warn: () => undefined, error: () => undefined };
    const { databaseUrl: connectionString } = house.owner('reporting');
    const nats = await house.connect('reporting');
    await rebuild({
      ...{ listener: 'reporting', namespace: 'doit', sources: figureSources, tables: figureTables },
      ...{ connection: { connectionString }, nats, log },
    });
    expect(await content()).toEqual(before);
    await owner.end();
  }, 60_000);
});
