import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import {
  ObservationsStepped,
  trade,
  type Observation,
  type ObservationPage,
  type RecordedIds,
  type StepPage,
  type StepsTaken,
} from '@doit/contracts';
import { people, schemaFaults, TestInstallation, type Answer } from '@doit/testing';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

type Row = { [F in keyof Observation]: Observation[F] };
type Who = Parameters<TestInstallation['ask']>[1];
type Step = 'submit' | 'approve' | 'return';

const clerk = { subject: 'clerk', permissions: ['trade:read', 'trade:write'], territories: ['nghe-an'] };
const director = {
  subject: 'director',
  permissions: ['trade:read', 'trade:approve'],
  territories: ['nghe-an'],
};
const deputy = { ...director, subject: 'deputy' };
/** Holds both rights over one territory. */
const both = people.officer;

/** As every domain service does it, over a real broker and database. */
describe('approval', () => {
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
  const figure = (more: Partial<Row> = {}): Row => ({
    indicator: 'MARKETS',
    territory: 'nghe-an',
    period: '2023',
    measure: 'actual',
    status: 'official',
    value: '380',
    unit: 'COUNT',
    source: `source-${++last}`,
    ...more,
  });
  const send = (items: Row[], who: Who = clerk, reason?: string) =>
    house.ask(trade.observations.record, who, { body: { items, ...(reason && { reason }) } });
  const record = async (items: Row[], who: Who = clerk, reason?: string): Promise<string[]> =>
    ((await send(items, who, reason)).body as unknown as RecordedIds).items.map(({ id }) => id);
  const take = (step: Step, ids: string[], who: Who, reason?: string) =>
    house.ask(trade.observations[step], who, { body: { ids, ...(reason && { reason }) } });
  const submitted = async (...items: Row[]): Promise<string[]> => {
    const ids = await record(items);
    await take('submit', ids, clerk);
    return ids;
  };
  const changes = ({ body }: Answer) =>
    (body as unknown as StepsTaken).items.map(({ isChanged }) => isChanged);
  const fault = ({ status, body }: Answer) => [status, body.errors?.[0]?.code, body.errors?.[0]?.pointer];
  const stateOf = async (id: string) =>
    (await database.query<{ state: string }>('select state from observation where id = $1', [id])).rows[0]
      ?.state;
  const steps = async (query: string, who: Who = director) =>
    (await house.ask(trade.observations.steps, who, { query })).body as unknown as StepPage;
  const events = async () =>
    Number((await database.query<{ n: string }>('select count(*) as n from event')).rows[0]?.n);

  it('leads from a draft to a published figure, and says who did what', async () => {
    const [id = ''] = await record([figure()]);
    const listed = async (who: Who) => {
      const query = `indicator=MARKETS&limit=1`;
      const { items } = (await house.ask(trade.observations.list, who, { query }))
        .body as unknown as ObservationPage;
      return items[0]?.id === id ? items[0].state : undefined;
    };
    expect([await listed(director), await listed(null)]).toEqual(['draft', undefined]);
    expect((await take('submit', [id], clerk)).body).toEqual({
      items: [{ id, state: 'submitted', isChanged: true }],
    });
    expect((await take('return', [id], director, 'Hạ Long is not ours')).status).toBe(200);
    expect(await listed(clerk)).toBe('returned');
    expect((await take('submit', [id], clerk, 'looked up again')).status).toBe(200);
    expect((await take('approve', [id], director)).status).toBe(200);
    expect(await listed(null)).toBe('approved');

    const { items } = await steps(`observation=${id}`);
    expect(items.map(({ state, by, reason, seal }) => [state, by, reason, seal?.length])).toEqual([
      ['approved', 'director', null, 64],
      ['submitted', 'clerk', 'looked up again', undefined],
      ['returned', 'director', 'Hạ Long is not ours', undefined],
      ['submitted', 'clerk', null, undefined],
    ]);
    expect((await steps(`by=director&state=approved&observation=${id}`)).items).toHaveLength(1);
    expect((await steps(`observation=${id}`, { ...director, territories: ['ha-tinh'] })).items).toEqual([]);
    const { rows } = await database.query<{ type: string; actor: string; payload: ObservationsStepped }>(
      `select type, actor, payload from event where payload::jsonb @? format('$.items[*] ? (@.id == "%s")', $1::text)::jsonpath
        order by seq`,
      [id],
    );
    expect(rows.map(({ type, actor }) => `${actor} ${type.split('.')[2] ?? ''}`)).toEqual([
      'clerk recorded',
      'clerk submitted',
      'director returned',
      'clerk submitted',
      'director approved',
    ]);
    const approved = rows.at(-1)?.payload;
    expect(schemaFaults(ObservationsStepped, approved)).toEqual([]);
    expect(approved?.items).toEqual([{ id, seal: items[0]?.seal }]);
  });

  it('of 1,000 is one event, and all or nothing', async () => {
    const ids = await submitted(...Array.from({ length: 1000 }, () => figure()));
    const [draft = ''] = await record([figure()]);
    const before = await events();
    const refused = await take('approve', [...ids.slice(0, 998), draft, ids[999] ?? ''], director);
    expect(fault(refused)).toEqual([409, 'observation.wrong-state', '/ids/998']);
    expect(await stateOf(ids[0] ?? '')).toBe('submitted');
    const approved = await take('approve', ids, director);
    expect(changes(approved).every(Boolean)).toBe(true);
    expect(await events()).toBe(before + 1);
  });

  it('taken again changes nothing and tells nothing; who approved first remains who approved', async () => {
    const ids = await submitted(figure(), figure());
    const [first, second] = await Promise.all([
      take('approve', ids, director),
      take('approve', ids.reverse(), deputy),
    ]);
    expect([changes(first), changes(second)].sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    const before = await events();
    expect(changes(await take('approve', ids, deputy))).toEqual([false, false]);
    expect(await events()).toBe(before);
    expect((await steps(`observation=${ids.join()}&state=approved`)).items).toHaveLength(2);
  });

  it.each<[string, Step, Who, number, string]>([
    ['submit of an approved figure', 'submit', clerk, 409, 'observation.wrong-state'],
    ['return of an approved figure', 'return', director, 409, 'observation.wrong-state'],
  ])('allows no %s', async (_what, step, who, status, code) => {
    const ids = await submitted(figure());
    await take('approve', ids, director);
    expect(fault(await take(step, ids, who, 'why'))).toEqual([status, code, '/ids/0']);
  });

  it('is refused by right and territory', async () => {
    const ids = await submitted(figure());
    expect((await take('approve', ids, clerk)).body.code).toBe('permission.missing');
    expect((await take('submit', ids, director)).body.code).toBe('permission.missing');
    expect((await take('approve', ids, null)).status).toBe(401);
    const elsewhere = { ...director, territories: ['ha-tinh'] };
    expect(fault(await take('approve', ids, elsewhere))).toEqual([403, 'territory.not-yours', '/ids/0']);
    const nobody = '0190a000-0000-7000-8000-000000000000';
    expect(fault(await take('approve', [...ids, nobody], director))).toEqual([
      404,
      'observation.not-found',
      '/ids/1',
    ]);
    expect((await take('return', ids, director)).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'field.required' }],
    });
  });

  it('is another’s: who recorded may not, until the territory says so', async () => {
    const [id = ''] = await record([figure()], both);
    expect(await stateOf(id)).toBe('draft');
    await take('submit', [id], both);
    expect(fault(await take('approve', [id], both))).toEqual([403, 'observation.own-approval', '/ids/0']);
    expect(fault(await send([figure({ state: 'approved' })], both))).toEqual([
      403,
      'observation.state-not-allowed',
      '/items/0/state',
    ]);
    const rule = (ownApproval: boolean, who: Who = people.admin) =>
      house.ask(trade.approvalSettings.set, who, {
        query: 'territory=nghe-an',
        body: { ownApproval, reason: 'Quyết định 12/QĐ-SCT' },
      });
    expect((await rule(true, both)).body.code).toBe('permission.missing');
    expect((await rule(true)).body).toMatchObject({ ownApproval: true, by: 'admin' });
    expect((await take('approve', [id], both)).status).toBe(200);
    expect(await stateOf((await record([figure()], both))[0] ?? '')).toBe('approved');
    await rule(false);
    const { body } = await house.ask(trade.approvalSettings.list, director);
    expect(body).toMatchObject({ items: [{ territory: 'nghe-an', ownApproval: false }] });
    expect(await stateOf((await record([figure()], both))[0] ?? '')).toBe('draft');
  });

  it('at once is for who may everywhere, and is a step like any other', async () => {
    const [id = ''] = await record([figure()], people.admin);
    expect((await steps(`observation=${id}`)).items).toMatchObject([{ state: 'approved', by: 'admin' }]);
  });

  it('stands: only a new vintage with a reason changes an approved figure', async () => {
    const item = figure();
    const ids = await submitted(item);
    await take('approve', ids, director);
    expect(await record([item])).toEqual(ids);
    expect(await record([{ ...item, state: 'submitted' }])).toEqual(ids);
    const corrected = { ...item, value: '381' };
    expect(fault(await send([figure(), corrected]))).toEqual([422, 'observation.needs-reason', '/items/1']);
    const [second = ''] = await record([corrected], clerk, 'counted again');
    expect((await steps(`observation=${second}`)).items).toMatchObject([
      { state: 'draft', by: 'clerk', reason: 'counted again' },
    ]);
    // A correction of the correction still corrects what is approved.
    expect(fault(await send([{ ...item, value: '382' }]))[1]).toBe('observation.needs-reason');
    const told = await database.query<{ reason: string }>(
      `select payload ->> 'reason' as reason from event order by seq desc limit 1`,
    );
    expect(told.rows[0]?.reason).toBe('counted again');
    await take('submit', [second], clerk);
    await take('approve', [second], director);
    expect([await stateOf(ids[0] ?? ''), await stateOf(second)]).toEqual(['approved', 'approved']);
  });

  it('of what was corrected meanwhile is refused, naming the later one', async () => {
    const item = figure();
    const ids = await submitted(item);
    const [later = ''] = await record([{ ...item, value: '379' }]);
    const answer = await take('approve', ids, director);
    expect(fault(answer)).toEqual([409, 'observation.superseded', '/ids/0']);
    expect(answer.body.message?.en).toContain(later);
  });

  it('and a correction at the same moment never both succeed without a reason', async () => {
    for (let round = 0; round < 8; round++) {
      const item = figure();
      const ids = await submitted(item);
      const [approval, correction] = await Promise.all([
        take('approve', ids, director),
        send([{ ...item, value: '1' }]),
      ]);
      expect([approval.status, correction.status]).toEqual(approval.status === 200 ? [200, 422] : [409, 200]);
    }
  });

  it('waits for a correction under way', async () => {
    const item = figure();
    const [id = ''] = await submitted(item);
    const other = await house.as('trade');
    await other.query('begin');
    await other.query('select from observation where id = $1 for share', [id]);
    const approving = take('approve', [id], director);
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await database.query(waits)).rowCount === 0) await sleep(10);
    await other.query(
      `insert into observation select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'revision', 2,
         'value', 7, 'seq', nextval('observation_seq_seq')))).* from observation o where id = $1`,
      [id],
    );
    await other.query('commit');
    await other.end();
    expect(fault(await approving)[1]).toBe('observation.superseded');
  });

  describe('of a closed period', () => {
    const lock = (verb: 'close' | 'reopen', period: string, reason?: string, who: Who = director) =>
      house.ask(trade.periods[verb], who, {
        body: { territory: 'nghe-an', period, ...(reason && { reason }) },
      });
    const inside = (more: Partial<Row> = {}) => figure({ period: '2022-05', ...more });

    it('is refused, as is recording and submitting, until it is reopened with a reason', async () => {
      const [draft = '', other = ''] = await record([inside(), inside({ period: '2022-01/P5M' })]);
      const [waiting = ''] = await submitted(inside());
      expect((await lock('close', '2022-S1')).body).toMatchObject({ isClosed: true, by: 'director' });
      const closed = [409, 'period.closed'];
      expect(fault(await send([figure(), inside()]))).toEqual([...closed, '/items/1/period']);
      expect(fault(await send([inside({ territory: 'nghe-an' })], people.admin)).slice(0, 2)).toEqual(closed);
      expect(fault(await take('submit', [other, draft], clerk))).toEqual([...closed, '/ids/0']);
      expect(fault(await take('approve', [waiting], director))).toEqual([...closed, '/ids/0']);
      // What does not lie within it is open: the year, the next half, another territory.
      await record([figure({ period: '2022' }), figure({ period: '2022-07' })]);
      await record([inside({ territory: 'ha-tinh' })], people.admin);

      expect((await lock('reopen', '2022-S1')).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
      expect((await lock('reopen', '2022-Q1', 'why')).body.code).toBe('period.not-closed');
      expect((await lock('reopen', '2022-01/P6M', 'a row was forgotten')).body).toMatchObject({
        period: '2022-S1',
        isClosed: false,
      });
      expect((await take('approve', [waiting], director)).status).toBe(200);
      const told = await database.query<{ type: string; reason: string | null }>(
        `select type, payload ->> 'reason' as reason from event where type like 'trade.period.%' order by seq`,
      );
      expect(told.rows).toEqual([
        { type: 'trade.period.closed.v1', reason: null },
        { type: 'trade.period.reopened.v1', reason: 'a row was forgotten' },
      ]);
    });

    it('closed again stays as it was closed; only an approver of the territory closes', async () => {
      const first = await lock('close', '2021');
      expect((await lock('close', '2021', 'again', deputy)).body).toEqual(first.body);
      expect((await lock('close', '2021', 'x', clerk)).body.code).toBe('permission.missing');
      const elsewhere = { ...director, territories: ['ha-tinh'] };
      expect((await lock('close', '2021', 'x', elsewhere)).body.code).toBe('territory.not-yours');
      const { body } = await house.ask(trade.periods.list, clerk);
      expect(body).toMatchObject({ items: [{ period: '2021', isClosed: true }, { period: '2022-S1' }] });
    });

    it('closes after who is recording, and before who comes then', async () => {
      const other = await house.as('trade');
      await other.query('begin');
      await other.query(
        `select pg_advisory_xact_lock_shared(hashtextextended('trade' || ' periods ' || 'nghe-an', 0))`,
      );
      let isClosed = false;
      const closing = lock('close', '2020').then(() => (isClosed = true));
      const waits = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
      while ((await database.query(waits)).rowCount === 0) await sleep(10);
      const recording = send([figure({ period: '2020-05' })]);
      expect(isClosed).toBe(false);
      await other.query('commit');
      await other.end();
      await closing;
      expect(fault(await recording)[1]).toBe('period.closed');
    });
  });
});
