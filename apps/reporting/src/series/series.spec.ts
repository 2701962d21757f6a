import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import {
  exportImport,
  reporting,
  type Observation,
  type Ranking,
  type SeriesList,
  type SeriesPoint,
} from '@doit/contracts';
import { TestInstallation } from '@doit/testing';
import { database as tradeDatabase } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { edge } from '../../../gateway/src/edge';
import { database } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };

const row = (
  indicator: string,
  territory: string,
  period: string,
  value: string,
  more: Partial<Row> = {},
): Row => ({
  ...{ indicator, territory, period, value, measure: 'actual', status: 'preliminary', unit: 'USD_MN' },
  ...{ source: 'customs', asOf: '2024-06-30', ...more },
});
const months = (indicator: string, territory: string, values: Record<number, string>): Row[] =>
  Object.entries(values).map(([month, value]) =>
    row(indicator, territory, `2023-${month.padStart(2, '0')}`, value),
  );

const told: Row[] = [
  ...months('EXPORT', 'nghe-an', { 1: '10', 2: '20', 3: '30.5', 4: '40', 5: '50', 7: '70', 9: '90' }),
  row('EXPORT', 'nghe-an', '2023-Q2', '130'),
  row('EXPORT', 'nghe-an', '2023-01/P5M', '151'),
  ...months('IMPORT', 'nghe-an', { 1: '4', 2: '5', 3: '36.25' }),
  row('TRADE_TURNOVER', 'nghe-an', '2023-01', '14.4'),
  row('EXPORT', 'nghe-an', '2023-02', '3', { dimensions: { partner: 'CN' } }),
  ...months('EXPORT', 'ha-tinh', { 1: '1.5', 2: '2.5' }),
  ...months('IMPORT', 'ha-tinh', { 1: '2' }),
  ...months('EXPORT', 'quang-binh', { 1: '0.1', 2: '1' }),
  ...months('IMPORT', 'quang-binh', { 1: '0.3', 2: '1' }),
  ...months('EXPORT', 'quang-tri', { 1: '0.2', 2: '1' }),
  ...months('IMPORT', 'quang-tri', { 1: '0.1' }),
  row('EXPORT', 'viet-nam', '2023-02', '2'),
  row('EXPORT_PORTAL_ENTERPRISES', 'nghe-an', '2023-03', '12', { unit: 'COUNT' }),
];

const planned: Row[] = [
  row('EXPORT', 'nghe-an', '2023', '300', { measure: 'plan', source: 'doit-nghe-an' }),
  row('EXPORT', 'ha-tinh', '2023', '60', { measure: 'plan', source: 'doit-ha-tinh' }),
];

/** Figures of some provinces, recorded once and read in every way that a series can be asked for. */
describe('a series', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: tradeDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    await house.record(reporting.observations.record, planned);
    await house.record(exportImport.observations.record, told);
    app = await edge(house.asker, house.tokens());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await house.stop();
  });

  const get = async (path: string): Promise<{ status: number; body: unknown }> =>
    request(app.getHttpServer()).get(`/v1/reporting/${path}`);
  const all = async (query: string) => {
    const { status, body } = await get(`series?from=2023&to=2023&${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body as SeriesList).series;
  };
  const problemOf = async (path: string) => {
    const { status, body } = await get(path);
    const { type, errors = [] } = body as { type: string; errors?: { pointer: string }[] };
    return [status, type.split(/[/:]/).at(-1), ...errors.map(({ pointer }) => pointer)];
  };
  const points = async (query: string): Promise<SeriesPoint[]> => (await all(query))[0]?.points ?? [];
  /** Period and value, or why there is none and what is missing. */
  const shown = (list: readonly SeriesPoint[]) =>
    list.map(({ period, value, refusal }) =>
      [period, value ?? refusal?.code, ...(refusal?.missing ?? [])].join(' '),
    );

  it('of quarters has the stated one, else the sum of its months, else says which months are missing', async () => {
    const quarters = await points('indicator=EXPORT&territory=nghe-an&frequency=quarter');
    expect(shown(quarters)).toEqual(['2023-Q1 60.5', '2023-Q2 130', '2023-Q3 incomplete-months 2023-08']);
    expect(quarters.map(({ source, status }) => [source, status])).toEqual([
      [null, null],
      ['customs', 'preliminary'],
      [null, null],
    ]);
    expect(quarters.map(({ observationId }) => observationId !== null)).toEqual([false, true, false]);
  });

  it('cumulated counts up from January, as stated for the run or summed from its months', async () => {
    expect(shown(await points('indicator=EXPORT&territory=nghe-an&cumulative=true'))).toEqual([
      '2023-01 10',
      '2023-01/P2M 30',
      '2023-Q1 60.5',
      '2023-01/P4M 100.5',
      '2023-01/P5M 151',
      '2023-S1 incomplete-months 2023-06',
      '2023-01/P7M incomplete-months 2023-06',
      '2023-01/P8M incomplete-months 2023-06 2023-08',
      '2023-01/P9M incomplete-months 2023-06 2023-08',
      '2023-01/P10M incomplete-months 2023-06 2023-08 2023-10',
      '2023-01/P11M incomplete-months 2023-06 2023-08 2023-10 2023-11',
      '2023 incomplete-months 2023-06 2023-08 2023-10 2023-11 2023-12',
    ]);
  });

  it('is cumulated of flows alone, and by month', async () => {
    const stock = 'indicator=EXPORT_PORTAL_ENTERPRISES&territory=nghe-an';
    expect(shown(await points(stock))).toEqual(['2023-03 12']);
    const codes = (await points(`${stock}&cumulative=true`)).map(({ refusal }) => refusal?.code);
    expect(new Set(codes)).toEqual(new Set(['not-comparable']));
    const byQuarter = `series?${stock}&from=2023&to=2023&cumulative=true&frequency=quarter`;
    expect(await problemOf(byQuarter)).toEqual([422, 'series.cumulative-not-monthly', 'cumulative']);
  });

  it('of a derived indicator follows from its parts exactly, or names what they lack', async () => {
    expect(shown(await points('indicator=TRADE_BALANCE&territory=nghe-an'))).toEqual([
      '2023-01 6',
      '2023-02 15',
      '2023-03 -5.75',
      '2023-04 no-figure IMPORT',
      '2023-05 no-figure IMPORT',
      '2023-06 no-figure EXPORT IMPORT',
      '2023-07 no-figure IMPORT',
      '2023-08 no-figure EXPORT IMPORT',
      '2023-09 no-figure IMPORT',
    ]);
    expect(shown(await points('indicator=TRADE_BALANCE&territory=nghe-an&frequency=quarter'))).toEqual([
      '2023-Q1 15.25',
      '2023-Q2 no-figure IMPORT',
      '2023-Q3 incomplete-months EXPORT 2023-08 IMPORT',
    ]);
    expect(shown(await points('indicator=TRADE_BALANCE&territory=nghe-an&partner=CN'))).toEqual([
      '2023-02 no-figure IMPORT',
    ]);
    expect(await points('indicator=TRADE_BALANCE&territory=nghe-an&commodity=rice')).toEqual([]);
  });

  it('of a derived indicator has the stated figure, unless the computed one is asked for', async () => {
    const [stated, exports] = await all('indicator=TRADE_TURNOVER,EXPORT&territory=nghe-an');
    expect(shown(stated?.points.slice(0, 2) ?? [])).toEqual(['2023-01 14.4', '2023-02 25']);
    expect(stated?.points.slice(0, 2).map(({ source }) => source)).toEqual(['customs', null]);
    expect([exports?.indicator, exports?.points[0]?.source]).toEqual(['EXPORT', 'customs']);
    const computed = await points('indicator=TRADE_TURNOVER&territory=nghe-an&computed=true');
    expect(shown(computed.slice(0, 2))).toEqual(['2023-01 14', '2023-02 25']);
    expect(computed[0]).toMatchObject({ source: null, status: null, observationId: null });
    const known = await points('indicator=TRADE_BALANCE&territory=nghe-an&asOf=2024-06-30');
    expect(shown(known.slice(0, 1))).toEqual(['2023-01 6']);
    expect(await points('indicator=TRADE_BALANCE&territory=nghe-an&asOf=2024-06-29')).toEqual([]);
  });

  it('of a derived indicator on another map recasts its parts first', async () => {
    const asked = 'indicator=TRADE_BALANCE&territory=quang-tri-2025&on=2025-07-01';
    expect(shown(await points(asked))).toEqual([
      '2023-01 -0.1',
      '2023-02 incomplete-members IMPORT quang-tri',
    ]);
  });

  it.each(['nghe-an+ha-tinh', 'nghe-an%2Bha-tinh'])(
    'of units joined, %s, is the sum of theirs',
    async (joined) => {
      const [one, other] = await all(`indicator=EXPORT&territory=${joined},nghe-an`);
      expect([one?.territory, other?.territory]).toEqual(['nghe-an+ha-tinh', 'nghe-an']);
      expect(shown(one?.points ?? []).slice(0, 3)).toEqual([
        '2023-01 11.5',
        '2023-02 22.5',
        '2023-03 incomplete-members ha-tinh',
      ]);
    },
  );

  it.each([
    ['territory=atlantis', 'territory.unknown', 'territory'],
    ['territory=nghe-an&indicator=RETAILS', 'indicator.unknown', 'indicator'],
    ['territory=nghe-an&from=then', 'period.unreadable', 'from'],
    ['territory=nghe-an,ha-tinh,ha-noi,hue&from=1900', 'series.too-long'],
    ['territory=kien-giang&on=2025-07-01', 'territory.not-in-force', 'territory'],
  ])('refuses %s: %s', async (asked, ...problem) => {
    const query = new URLSearchParams({ indicator: 'EXPORT', from: '2023', to: '2023' });
    for (const [name, value] of new URLSearchParams(asked)) query.set(name, value);
    expect(await problemOf(`series?${query.toString()}`)).toEqual([422, ...problem]);
  });

  it('refuses units joined that share land', async () => {
    const joined = 'series?indicator=EXPORT&territory=nghe-an+nc-2024&from=2023&to=2023';
    expect(await problemOf(joined)).toEqual([422, 'territory.overlapping', 'territory']);
  });

  it('ranks what is stated for a month', async () => {
    const { body } = await get(
      'rankings?indicator=EXPORT&period=2023-01&group=nghe-an+ha-tinh+quang-binh+cao-bang',
    );
    expect(body).toMatchObject({
      items: [
        { rank: 1, territory: 'nghe-an', value: '10' },
        { rank: 2, territory: 'ha-tinh', value: '1.5' },
        { rank: 3, territory: 'quang-binh', value: '0.1' },
      ],
      missing: ['cao-bang'],
      national: null,
    });
  });

  it('ranks equal values alike, and says how many are above the country', async () => {
    const asked = 'rankings?indicator=EXPORT&period=2023-02&group=quang-tri+ha-tinh+quang-binh+nghe-an';
    const { body } = await get(asked);
    expect((body as Ranking).items.map(({ rank, territory }) => `${rank} ${territory}`)).toEqual([
      ...['1 nghe-an', '2 ha-tinh', '3 quang-binh', '3 quang-tri'],
    ]);
    expect(body).toMatchObject({ of: 4, missing: [], national: '2', aboveNational: 2 });
  });

  it('ranks by what is left of a plan, and by growth, only what has a base', async () => {
    const group = 'group=nghe-an+ha-tinh+quang-tri';
    const byPlan = await get(`rankings?indicator=EXPORT&period=2023-01&by=planPct&${group}`);
    expect(byPlan.body).toMatchObject({
      items: [
        { rank: 1, territory: 'nghe-an', value: '3.333333333333' },
        { rank: 2, territory: 'ha-tinh', value: '2.5' },
      ],
      ...{ of: 2, missing: ['quang-tri'], national: null, aboveNational: null },
    });
    const byGrowth = await get(`rankings?indicator=EXPORT&period=2023-01&by=yoyPct&${group}`);
    expect(byGrowth.body).toMatchObject({ items: [], of: 0, missing: ['nghe-an', 'ha-tinh', 'quang-tri'] });
  });

  it.each([
    ['indicator=EXPORT_PORTAL_ENTERPRISES&period=2023-03&group=atlantis', 'territory.unknown', 'group'],
    ['indicator=EXPORT&period=2025&group=nc-2024', 'territory.not-in-force', 'group'],
    ['indicator=EXPORT&period=2023-01&group=nghe-an', 'territory.no-group', 'group'],
    ['indicator=CLUSTERS&period=2023-01', 'ranking.needs-breakdown', 'stage'],
    ['indicator=IIP_GROWTH&period=2023-01&by=yoyPct', 'ranking.not-comparable', 'by'],
    ['indicator=EXPORT&period=2023-05&by=planPct', 'ranking.not-comparable', 'by'],
  ])('ranks nothing for %s: %s', async (asked, ...problem) => {
    expect(await problemOf(`rankings?${asked}`)).toEqual([422, ...problem]);
  });

  it('ranks units joined with each other', async () => {
    const asked = 'rankings?indicator=TRADE_BALANCE&period=2023-01&group=nghe-an+ha-tinh+quang-tri';
    expect((await get(asked)).body).toMatchObject({
      items: [
        { rank: 1, territory: 'nghe-an', value: '6' },
        { rank: 2, territory: 'quang-tri', value: '0.1' },
        { rank: 3, territory: 'ha-tinh', value: '-0.5' },
      ],
      ...{ of: 3, missing: [] },
    });
    const twice = 'rankings?indicator=EXPORT&period=2023-01&group=ha-tinh+ha-tinh';
    expect(await problemOf(twice)).toEqual([422, 'territory.overlapping', 'group']);
  });
});
