import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import {
  ObservationsStepped,
  trade,
  type ObservationPage,
  type StepPage,
  type StepsTaken,
} from '@doit/contracts';
import { people, schemaFaults, TestInstallation, type Answer, type Claims } from '@doit/testing';
import { Approving, clerk, deputy, director, fault, figure, type Step } from '../../test/approving';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

/** Holds both rights over one territory. */
const both = people.officer;

/** As every domain service does it, over a real broker and database. */
describe('approval', () => {
  let house: TestInstallation;
  let database: Client;
  let desk: Approving;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: options });
    database = await house.as('trade');
    desk = new Approving(house);
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  const changes = ({ body }: Answer) =>
    (body as unknown as StepsTaken).items.map(({ isChanged }) => isChanged);
  const stateOf = async (id: string) =>
    (await database.query<{ state: string }>('select state from observation where id = $1', [id])).rows[0]
      ?.state;
  const steps = async (query: string, who: Claims = director) =>
    (await house.ask(trade.observations.steps, who, { query })).body as unknown as StepPage;
  const events = async () =>
    Number((await database.query<{ n: string }>('select count(*) as n from event')).rows[0]?.n);

  it('leads from a draft to a published figure, and says who did what', async () => {
    const [id = ''] = await desk.record([figure()]);
    const listed = async (who: Claims | null) => {
      const query = `indicator=MARKETS&limit=1`;
      const { items } = (await house.ask(trade.observations.list, who, { query }))
        .body as unknown as ObservationPage;
      return items[0]?.id === id ? items[0].state : undefined;
    };
    expect([await listed(director), await listed(null)]).toEqual(['draft', undefined]);
    expect((await desk.take('submit', [id], clerk)).body).toEqual({
      items: [{ id, state: 'submitted', isChanged: true }],
    });
    expect((await desk.take('return', [id], director, 'Hạ Long is not ours')).status).toBe(200);
    expect(await listed(clerk)).toBe('returned');
    expect((await desk.take('submit', [id], clerk, 'looked up again')).status).toBe(200);
    expect((await desk.take('approve', [id], director)).status).toBe(200);
    expect(await listed(null)).toBe('approved');

    const { items } = await steps(`observation=${id}`);
    expect(items.map(({ state, by, reason, seal }) => [state, by, reason, seal?.length])).toEqual([
      ['approved', 'director', null, 64],
      ['submitted', 'clerk', 'looked up again', undefined],
      ['returned', 'director', 'Hạ Long is not ours', undefined],
      ['submitted', 'clerk', null, undefined],
    ]);
    const analyst = {
      subject: 'analyst',
      permissions: ['trade:read', 'trade:read-unpublished'],
      territories: ['nghe-an'],
    };
    const read = (await steps(`observation=${id}`, analyst)).items;
    expect(read.map(({ state }) => state)).toEqual(['approved', 'submitted', 'submitted']);
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
    const ids = await desk.submitted(...Array.from({ length: 1000 }, () => figure()));
    const [draft = ''] = await desk.record([figure()]);
    const before = await events();
    const refused = await desk.take('approve', [...ids.slice(0, 998), draft, ids[999] ?? ''], director);
    expect(fault(refused)).toEqual([409, 'observation.wrong-state', '/ids/998']);
    expect(await stateOf(ids[0] ?? '')).toBe('submitted');
    const approved = await desk.take('approve', ids, director);
    expect(changes(approved).every(Boolean)).toBe(true);
    expect(await events()).toBe(before + 1);
  });

  it('taken again changes nothing and tells nothing; who approved first remains who approved', async () => {
    const ids = await desk.submitted(figure(), figure());
    const [first, second] = await Promise.all([
      desk.take('approve', ids, director),
      desk.take('approve', ids.reverse(), deputy),
    ]);
    expect([changes(first), changes(second)].sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    const before = await events();
    expect(changes(await desk.take('approve', ids, deputy))).toEqual([false, false]);
    expect(await events()).toBe(before);
    expect((await steps(`observation=${ids.join()}&state=approved`)).items).toHaveLength(2);
  });

  it.each<[string, Step, Claims, number, string]>([
    ['submit of an approved figure', 'submit', clerk, 409, 'observation.wrong-state'],
    ['return of an approved figure', 'return', director, 409, 'observation.wrong-state'],
  ])('allows no %s', async (_what, step, who, status, code) => {
    const ids = await desk.submitted(figure());
    await desk.take('approve', ids, director);
    expect(fault(await desk.take(step, ids, who, 'why'))).toEqual([status, code, '/ids/0']);
  });

  it('is refused by right and territory', async () => {
    const ids = await desk.submitted(figure());
    expect((await desk.take('approve', ids, clerk)).body.code).toBe('permission.missing');
    expect((await desk.take('submit', ids, director)).body.code).toBe('permission.missing');
    expect((await desk.take('approve', ids, null)).status).toBe(401);
    const elsewhere = { ...director, territories: ['ha-tinh'] };
    expect(fault(await desk.take('approve', ids, elsewhere))).toEqual([403, 'territory.not-yours', '/ids/0']);
    const nobody = '0190a000-0000-7000-8000-000000000000';
    expect(fault(await desk.take('approve', [...ids, nobody], director))).toEqual([
      404,
      'observation.not-found',
      '/ids/1',
    ]);
    expect((await desk.take('return', ids, director)).body).toMatchObject({
      errors: [{ pointer: '/reason', code: 'field.required' }],
    });
  });

  it('is another’s: who recorded may not, until the territory says so', async () => {
    const [id = ''] = await desk.record([figure()], both);
    expect(await stateOf(id)).toBe('draft');
    await desk.take('submit', [id], both);
    expect(fault(await desk.take('approve', [id], both))).toEqual([
      403,
      'observation.own-approval',
      '/ids/0',
    ]);
    expect(fault(await desk.send([figure({ state: 'approved' })], both))).toEqual([
      403,
      'observation.state-not-allowed',
      '/items/0/state',
    ]);
    const rule = (ownApproval: boolean, who: Claims = people.admin) =>
      house.ask(trade.approvalSettings.set, who, {
        query: 'territory=nghe-an',
        body: { ownApproval, reason: 'Quyết định 12/QĐ-SCT' },
      });
    expect((await rule(true, both)).body.code).toBe('permission.missing');
    expect((await rule(true)).body).toMatchObject({ ownApproval: true, by: 'admin' });
    expect((await desk.take('approve', [id], both)).status).toBe(200);
    expect(await stateOf((await desk.record([figure()], both))[0] ?? '')).toBe('approved');
    await rule(false);
    const { body } = await house.ask(trade.approvalSettings.list, director);
    expect(body).toMatchObject({ items: [{ territory: 'nghe-an', ownApproval: false }] });
    expect(await stateOf((await desk.record([figure()], both))[0] ?? '')).toBe('draft');
  });

  it('at once is for who may everywhere, and is a step like any other', async () => {
    const [id = ''] = await desk.record([figure()], people.admin);
    expect((await steps(`observation=${id}`)).items).toMatchObject([{ state: 'approved', by: 'admin' }]);
  });

  it('stands: only a new vintage with a reason changes an approved figure', async () => {
    const item = figure();
    const ids = await desk.submitted(item);
    await desk.take('approve', ids, director);
    expect(await desk.record([item])).toEqual(ids);
    expect(await desk.record([{ ...item, state: 'submitted' }])).toEqual(ids);
    const corrected = { ...item, value: '381' };
    expect(fault(await desk.send([figure(), corrected]))).toEqual([
      422,
      'observation.needs-reason',
      '/items/1',
    ]);
    const [second = ''] = await desk.record([corrected], clerk, 'counted again');
    expect((await steps(`observation=${second}`)).items).toMatchObject([
      { state: 'draft', by: 'clerk', reason: 'counted again' },
    ]);
    // A correction of the correction still corrects what is approved.
    expect(fault(await desk.send([{ ...item, value: '382' }]))[1]).toBe('observation.needs-reason');
    const told = await database.query<{ reason: string }>(
      `select payload ->> 'reason' as reason from event order by seq desc limit 1`,
    );
    expect(told.rows[0]?.reason).toBe('counted again');
    await desk.take('submit', [second], clerk);
    await desk.take('approve', [second], director);
    expect([await stateOf(ids[0] ?? ''), await stateOf(second)]).toEqual(['approved', 'approved']);
  });

  it('of what was corrected meanwhile is refused, naming the later one', async () => {
    const item = figure();
    const ids = await desk.submitted(item);
    const [later = ''] = await desk.record([{ ...item, value: '379' }]);
    const answer = await desk.take('approve', ids, director);
    expect(fault(answer)).toEqual([409, 'observation.superseded', '/ids/0']);
    expect(answer.body.message?.en).toContain(later);
  });

  it('and a correction at the same moment never both succeed without a reason', async () => {
    for (let round = 0; round < 8; round++) {
      const item = figure();
      const ids = await desk.submitted(item);
      const [approval, correction] = await Promise.all([
        desk.take('approve', ids, director),
        desk.send([{ ...item, value: '1' }]),
      ]);
      expect([approval.status, correction.status]).toEqual(approval.status === 200 ? [200, 422] : [409, 200]);
    }
  });

  it('waits for a correction under way', async () => {
    const item = figure();
    const [id = ''] = await desk.submitted(item);
    const other = await house.as('trade');
    await other.query(`begin; set local doit.territories = 'nghe-an'`);
    const held = await other.query('select from observation where id = $1 for share', [id]);
    expect(held.rowCount).toBe(1);
    const approving = desk.take('approve', [id], director);
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
});
