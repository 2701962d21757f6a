import {
  trade,
  type Observation,
  type ObservationPage,
  type RecordedIds,
  type RecordedObservation,
} from '@doit/contracts';
import { people, TestInstallation, type Answer } from '@doit/testing';
import { database } from '../database';
import { TradeModule } from '../trade.module';

type Row = { [F in keyof Observation]: Observation[F] };
type Who = Parameters<TestInstallation['ask']>[1];

/** As every domain service lists them, over a real broker and database. */
describe('recorded observations', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database });
  });
  afterAll(() => house.stop());

  let last = 0;
  /** A figure that nobody stated before. */
  const figure = (more: Partial<Row> = {}): Row => ({
    indicator: 'OCOP_PRODUCTS',
    territory: 'nghe-an',
    period: '2023',
    measure: 'actual',
    status: 'official',
    value: '12',
    unit: 'COUNT',
    source: `source-${++last}`,
    ...more,
  });
  const record = (items: Row[], who: Who = people.admin) =>
    house.ask(trade.observations.record, who, { body: { items } });
  const ids = ({ body }: Answer) => (body as unknown as RecordedIds).items;
  const list = async (query: string, who: Who = people.officer) =>
    (await house.ask(trade.observations.list, who, { query })).body as unknown as ObservationPage;

  it('are shown by state: drafts to who may write there, submitted ones to its readers, approved ones to all', async () => {
    for (const state of ['draft', 'submitted', 'approved'] as const) await record([figure({ state })]);
    const only = (permission: string, territory: string) => ({
      subject: 'x',
      permissions: [permission],
      territories: [territory],
    });
    const seen = async (who: Who) =>
      (await list('indicator=OCOP_PRODUCTS', who)).items.map(({ state }) => state).sort();
    expect(await seen(null)).toEqual(['approved']);
    expect(await seen(people.neighbour)).toEqual(['approved']);
    expect(await seen(only('industry:read', 'nghe-an'))).toEqual(['approved']);
    expect(await seen(only('trade:read', 'nghe-an'))).toEqual(['approved', 'submitted']);
    expect(await seen(only('trade:read', '*'))).toEqual(['approved', 'submitted']);
    expect(await seen(only('trade:read', 'ha-tinh'))).toEqual(['approved']);
    expect(await seen(only('trade:write', 'nghe-an'))).toEqual(['approved', 'draft', 'submitted']);
    expect(await seen(people.admin)).toEqual(['approved', 'draft', 'submitted']);
  });

  it('are drafts without `state` where their sender may not approve', async () => {
    const clerk = { subject: 'clerk', permissions: ['trade:write'], territories: ['nghe-an'] };
    const [made] = ids(await record([figure({ indicator: 'MALLS' })], clerk));
    expect((await list('indicator=MALLS', clerk)).items).toMatchObject([{ id: made?.id, state: 'draft' }]);
    expect((await list('indicator=MALLS', null)).items).toEqual([]);
  });

  it('page newest vintage first, unknown days last, none lost or repeated', async () => {
    const days = [
      '2023-01-31',
      null,
      '2023-06-07',
      '2023-06-07',
      null,
      '2022-12',
      '2023-06-07',
      '2023-03-01',
    ];
    await record(days.map((asOf) => figure({ indicator: 'MARKETS', asOf })));
    const seen: RecordedObservation[] = [];
    for (let after = ''; ;) {
      const page = await list(`indicator=MARKETS&limit=3${after && `&after=${encodeURIComponent(after)}`}`);
      seen.push(...page.items);
      expect(page.items.length).toBe(page.next === null ? 2 : 3);
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.map(({ asOf }) => asOf)).toEqual([
      ...['2023-06-07', '2023-06-07', '2023-06-07', '2023-03-01', '2023-01-31', '2022-12-31'],
      ...[null, null],
    ]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(8);
  });

  it('are found by indicator, territory, period in any spelling, measure and state', async () => {
    const [made] = ids(
      await record([figure({ indicator: 'RETAIL', unit: 'VND_BN', period: '2019', measure: 'forecast' })]),
    );
    const query =
      'indicator=RETAIL,MARKETS&territory=nghe-an&period=2019-01/P12M&measure=forecast&state=approved';
    expect((await list(query)).items.map(({ id }) => id)).toEqual([made?.id]);
    for (const [name, value] of [
      ['indicator', 'MARKETS'],
      ['territory', 'ha-tinh'],
      ['period', '2018'],
      ['measure', 'actual'],
      ['state', 'draft'],
    ]) {
      const other = query.replace(new RegExp(`${name}=[^&]*`), `${name}=${value}`);
      expect((await list(other)).items).toEqual([]);
    }
  });

  it.each([
    ['after=x', 400, 'list.unreadable-cursor'],
    ['after=2023-99-99~1', 400, 'list.unreadable-cursor'],
    ['after=2023-02-30~1', 400, 'list.unreadable-cursor'],
    ['after=0000-01-01~1', 400, 'list.unreadable-cursor'],
    ['after=2023-06-07~9999999999999999999', 400, 'list.unreadable-cursor'],
    ['period=lately', 422, 'period.unreadable'],
    ['limit=501', 400, 'request.invalid'],
    ['colour=red', 400, 'request.invalid'],
  ])('are not listed by %s', async (query, status, code) => {
    const answer = await house.ask(trade.observations.list, people.officer, { query });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
