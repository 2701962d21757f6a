import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import {
  Caller,
  ObservationsRecorded,
  trade,
  type Observation,
  type ObservationPage,
  type RecordedIds,
} from '@doit/contracts';
import { readObservation, vintageOf } from '@doit/observations';
import { people, schemaFaults, TestInstallation, type Answer } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

const everything = new Caller('admin', ['trade:approve'], ['*'], 0);
function vintage(sent: Row): string {
  const { observation } = readObservation('trade', everything, sent, '', () => true);
  return observation ? vintageOf(observation) : '';
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it never came about');
    await sleep(10);
  }
}

type Row = { [F in keyof Observation]: Observation[F] };

/** As every domain service records them, over a real broker and database. */
describe('observations', () => {
  let house: TestInstallation;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    database = await house.as('trade');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  let last = 0;
  /** A figure that nobody stated before. */
  const figure = (more: Partial<Row> = {}): Row => ({
    indicator: 'RETAIL_GOODS',
    territory: 'nghe-an',
    period: '2023-01/P5M',
    measure: 'actual',
    status: 'preliminary',
    value: '36539',
    unit: 'VND_BN',
    source: `source-${++last}`,
    asOf: '2023-06-07',
    ...more,
  });
  const record = (items: Row[], who = people.officer) =>
    house.ask(trade.observations.record, who, { body: { items } });
  const ids = ({ body }: Answer) => (body as unknown as RecordedIds).items;
  const list = async (query: string, who: Parameters<TestInstallation['ask']>[1] = people.officer) =>
    (await house.ask(trade.observations.list, who, { query })).body as unknown as ObservationPage;
  const count = async (what: string) =>
    Number((await database.query<{ count: string }>(`select count(*) from ${what}`)).rows[0]?.count);

  it('are given back complete, their decimals without loss, and told as they are', async () => {
    const sent = figure({
      value: '123456789012345678.100',
      stated: { yoyPct: { value: '9.60', decimals: 2 } },
    });
    const [made] = ids(await record([sent]));
    const [found] = (await list('limit=1')).items;
    expect(found).toMatchObject({ ...sent, decimals: 3, state: 'draft', recordedBy: 'nghean.officer' });
    expect([made?.id, made?.isNew]).toEqual([found?.id, true]);
    const told = await database.query<{ payload: ObservationsRecorded }>(
      'select payload from event order by seq desc limit 1',
    );
    const recordedAt = new Date(found?.recordedAt ?? '').toISOString();
    expect(told.rows[0]?.payload).toEqual({
      territory: 'nghe-an',
      items: [Object.assign({}, found, { recordedAt })],
    });
    expect(schemaFaults(ObservationsRecorded, told.rows[0]?.payload)).toEqual([]);
  });

  it('stated again with the same content are the same: no row, no event', async () => {
    const items = [figure(), figure()];
    const first = ids(await record(items));
    const before = [await count('observation'), await count('event')];
    const spelledOtherwise = items.map((item) => ({
      ...item,
      period: '2023-01/P5M',
      decimals: 0,
      comparator: 'eq' as const,
    }));
    expect(ids(await record(spelledOtherwise))).toEqual(first.map(({ id }) => ({ id, isNew: false })));
    expect([await count('observation'), await count('event')]).toEqual(before);
  });

  it('stated again with other content are a later revision, and both stay', async () => {
    const item = figure({ territory: 'kien-giang' });
    const [first] = ids(await record([item], people.neighbour));
    const [second] = ids(await record([{ ...item, value: '36540' }], people.neighbour));
    const [third] = ids(await record([item], people.neighbour));
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3);
    const { items } = await list('territory=kien-giang', people.neighbour);
    expect(items.map(({ id }) => id)).toEqual([third?.id, second?.id, first?.id]);
    const { rows } = await database.query(
      `select revision from observation where territory = 'kien-giang' order by seq`,
    );
    expect(rows).toEqual([{ revision: 1 }, { revision: 2 }, { revision: 3 }]);
  });

  it('posted by five at the same moment are there once, and all five hear the same ids', async () => {
    const items = Array.from({ length: 200 }, () => figure());
    const before = [await count('observation'), await count('event')] as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => record(items)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(
      new Set(
        answers.map((answer) =>
          ids(answer)
            .map(({ id }) => id)
            .join(),
        ),
      ).size,
    ).toBe(1);
    expect(answers.filter((answer) => ids(answer).every(({ isNew }) => isNew))).toHaveLength(1);
    expect([await count('observation'), await count('event')]).toEqual([before[0] + 200, before[1] + 1]);
  });

  it('that wait for another transaction’s rows, which waits for theirs, are recorded in the end', async () => {
    const [template, mine, theirs] = [figure(), figure(), figure()];
    const [{ id } = { id: '' }] = ids(await record([template]));
    const other = await house.as('trade');
    const insert = (item: Row) =>
      other.query(
        `insert into observation select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
           'vintage', $1::text, 'seq', nextval('observation_seq_seq')))).* from observation o where id = $2`,
        [vintage(item), id],
      );
    await other.query(`begin; set local doit.territories = '*'`);
    await insert(theirs);
    const recording = record([mine, theirs]);
    await eventually(
      async () =>
        (await count(
          'pg_stat_activity where datname = current_database() and wait_event_type = $$Lock$$',
        )) === 1,
    );
    await insert(mine);
    await other.query('rollback');
    await other.end();
    expect(ids(await recording)).toMatchObject([{ isNew: true }, { isNew: true }]);
  });

  it('corrected by many at the same moment become as many revisions, none lost', async () => {
    const item = figure();
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => record([{ ...item, value: String(40000 + n) }])),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await count(`observation where source = '${item.source}'`)).toBe(25);
  });

  it('are one where a batch holds the same twice', async () => {
    const item = figure();
    const [first, second] = ids(await record([item, item]));
    expect(first).toEqual(second);
    expect(await count(`observation where source = '${item.source}'`)).toBe(1);
  });

  it.each<[string, Partial<Row>, number, string, string]>([
    ['an unknown indicator', { indicator: 'RETAILS' }, 422, 'indicator.unknown', '/items/1/indicator'],
    [
      "another service's indicator",
      { indicator: 'IIP', unit: 'INDEX' },
      422,
      'observation.wrong-service',
      '/items/1/indicator',
    ],
    ['an unknown territory', { territory: 'atlantis' }, 422, 'territory.unknown', '/items/1/territory'],
    [
      "another province's territory",
      { territory: 'ha-tinh' },
      403,
      'territory.not-yours',
      '/items/1/territory',
    ],
    ['a value that is no number', { value: 'much' }, 400, 'request.invalid', '/items/1/value'],
    ['a day that the calendar lacks', { asOf: '2023-02-30' }, 400, 'request.invalid', '/items/1/asOf'],
    ['an unknown field', { colour: 'red' } as Partial<Row>, 400, 'request.invalid', '/items/1/colour'],
  ])('are all refused where one has %s, which is named', async (_what, change, status, code, pointer) => {
    const before = [await count('observation'), await count('event')];
    const answer = await record([figure(), figure(change), figure()]);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      status,
      code,
      pointer,
    ]);
    expect([await count('observation'), await count('event')]).toEqual(before);
  });

  it('are refused where a batch states the same in two ways, both rows named', async () => {
    const item = figure();
    const answer = await record([figure(), item, { ...item, value: '1' }]);
    expect(answer.body).toMatchObject({
      code: 'observation.twice-in-batch',
      errors: [{ pointer: '/items/2', message: { en: expect.stringContaining('row 2') as string } }],
    });
    expect(await count(`observation where source = '${item.source}'`)).toBe(0);
  });

  it('of 1,000 with long Vietnamese words are told in order in events of 256 KiB at most, one territory each', async () => {
    const document = 'Ế'.repeat(200);
    const items = Array.from({ length: 1000 }, (_, row) =>
      figure({
        territory: row % 3 === 0 ? 'ha-tinh' : 'nghe-an',
        document,
        unitPrinted: 'tỷ đồng',
        row: row + 1,
      }),
    );
    const from = await count('event');
    const made = await record(items, people.admin);
    expect(made.status).toBe(200);
    const { rows } = await database.query<{ size: number; bytes: number; payload: ObservationsRecorded }>(
      'select octet_length(payload::text) as size, bytes, payload from event order by seq offset $1',
      [from],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { size, bytes, payload } of rows) {
      expect(size).toBeLessThanOrEqual(262_144);
      expect(bytes).toBe(size);
      expect(new Set(payload.items.map(({ territory }) => territory))).toEqual(new Set([payload.territory]));
      expect(schemaFaults(ObservationsRecorded, payload)).toEqual([]);
    }
    const told = (territory: string) =>
      rows
        .flatMap(({ payload }) => payload.items)
        .filter((item) => item.territory === territory)
        .map(({ id }) => id);
    const sent = (territory: string) =>
      ids(made).flatMap(({ id }, n) => (items[n]?.territory === territory ? [id] : []));
    expect(told('ha-tinh')).toEqual(sent('ha-tinh'));
    expect(told('nghe-an')).toEqual(sent('nghe-an'));
  });
});
