import { setTimeout as sleep } from 'node:timers/promises';
import { trade } from '@doit/contracts';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { Approving, clerk, deputy, director, fault, figure, type Row } from '../../test/approving';
import { database as options } from '../database';
import { TradeModule } from '../trade.module';

/** As every domain service closes them, over a real broker and database. */
describe('a closed period', () => {
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

  const lock = (verb: 'close' | 'reopen', period: string, reason?: string, who: Claims = director) =>
    house.ask(trade.periods[verb], who, {
      body: { territory: 'nghe-an', period, ...(reason && { reason }) },
    });
  const inside = (more: Partial<Row> = {}) => figure({ period: '2022-05', ...more });

  it('is refused, as is recording and submitting, until it is reopened with a reason', async () => {
    const [draft = '', other = ''] = await desk.record([inside(), inside({ period: '2022-01/P5M' })]);
    const [waiting = ''] = await desk.submitted(inside());
    expect((await lock('close', '2022-S1')).body).toMatchObject({ isClosed: true, by: 'director' });
    const closed = [409, 'period.closed'];
    expect(fault(await desk.send([figure(), inside()]))).toEqual([...closed, '/items/1/period']);
    expect(fault(await desk.send([inside({ territory: 'nghe-an' })], people.admin)).slice(0, 2)).toEqual(
      closed,
    );
    expect(fault(await desk.take('submit', [other, draft], clerk))).toEqual([...closed, '/ids/0']);
    expect(fault(await desk.take('approve', [waiting], director))).toEqual([...closed, '/ids/0']);
    // What does not lie within it is open: the year, the next half, another territory.
    await desk.record([figure({ period: '2022' }), figure({ period: '2022-07' })]);
    await desk.record([inside({ territory: 'ha-tinh' })], people.admin);

    expect((await lock('reopen', '2022-S1')).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
    expect((await lock('reopen', '2022-Q1', 'why')).body.code).toBe('period.not-closed');
    expect((await lock('reopen', '2022-01/P6M', 'a row was forgotten')).body).toMatchObject({
      period: '2022-S1',
      isClosed: false,
    });
    expect((await desk.take('approve', [waiting], director)).status).toBe(200);
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
    const recording = desk.send([figure({ period: '2020-05' })]);
    expect(isClosed).toBe(false);
    await other.query('commit');
    await other.end();
    await closing;
    expect(fault(await recording)[1]).toBe('period.closed');
  });
});
