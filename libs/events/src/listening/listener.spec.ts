import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { heard, note, Scene, upTo } from '../test-scene';
import { hear } from '../test-hear';
import { eventually, noted } from '../test-servers';
import { tell, tellMany } from '../telling/tell';
import type { Apply } from './batch';
import { drain } from './drain';
import type { Listener } from './listener';
import { CursorRow, ParkedEventRow } from './listener-tables';

const scene = new Scene();
let industry: Client;
let reporting: Client;

beforeAll(async () => {
  await scene.begin();
  industry = await scene.client('industry');
  reporting = await scene.client('reporting');
});
afterAll(() => scene.end());
afterEach(async () => {
  await scene.stopAll();
  await scene.forgetEverything();
});

const positions = async (): Promise<number[]> => (await heard(reporting)).map(({ position }) => position);
const at = (listener: Listener, position: number): Promise<void> =>
  eventually(() => listener.status().position === position);
const tellNotes = (count: number): Promise<void> =>
  tellMany(
    industry,
    noted,
    upTo(count).map((n) => ({ aggregate: `a${n % 7}`, actor: 'officer', payload: { n, writer: 0 } })),
  );

/** Fails at the given numbers until it is cured. */
class Ailing {
  readonly ill = new Set<number>();
  attempts = 0;
  constructor(private readonly failing: (tx: Parameters<Apply>[0]) => Promise<void>) {}
  readonly apply: Apply = async (tx, events) => {
    this.attempts += 1;
    await hear(tx, events);
    if (events.some((event) => this.ill.has((JSON.parse(event.payload) as { n: number }).n)))
      await this.failing(tx);
  };
}

test('two relays and two listeners: every event is heard once and in order, while holders change', async () => {
  const relays = [await scene.teller(), await scene.teller()];
  const listeners = [await scene.listener(), await scene.listener()];
  const leave = async (
    replicas: { status(): { holder?: boolean; active?: boolean }; stop(): Promise<void> }[],
  ) => {
    const holds = (replica: (typeof replicas)[0]) =>
      replica.status().holder ?? replica.status().active ?? false;
    await eventually(() => replicas.some(holds));
    await replicas.find(holds)?.stop();
  };
  const writing = (async () => {
    for (const n of upTo(400)) await note(industry, n, `a${n % 9}`);
  })();
  await leave(relays);
  await leave(listeners);
  await writing;
  await eventually(async () => (await positions()).length >= 400);
  expect(await positions()).toEqual(upTo(400));
  expect(listeners.filter((listener) => listener.status().active)).toHaveLength(1);
});

test('the stream deleted, then silence: all is found by replay', async () => {
  const relay = await scene.teller();
  const listener = await scene.listener();
  await note(industry, 1);
  await at(listener, 1);
  await listener.stop();
  await tellNotes(900);
  await eventually(() => relay.status().sent === 901);
  await scene.broker.kill();
  scene.broker.deleteStore();
  await scene.broker.start();
  const late = await scene.listener();
  await at(late, 901);
  expect(await positions()).toEqual(upTo(901));
});

test('messages that vanish under a running listener are found in silence', async () => {
  const relay = await scene.teller();
  const listener = await scene.listener();
  await note(industry, 1);
  await at(listener, 1);
  // As if the stream had lost it: numbered and marked as sent, but never published.
  await relay.stop();
  await note(industry, 2);
  await industry.query('update event set position = 2 where position is null');
  await industry.query('update relay set head = 2, sent = 2');
  await scene.teller();
  await at(listener, 2);
  await note(industry, 3);
  await at(listener, 3);
  expect(await positions()).toEqual([1, 2, 3]);
});

test('a gap in the stream is filled by replay before what follows it', async () => {
  const relay = await scene.teller();
  const listener = await scene.listener();
  await note(industry, 1);
  await at(listener, 1);
  await relay.stop();
  await tellNotes(20);
  await industry.query(
    `update event set position = 1 + nth from (select seq, row_number() over (order by seq) as nth
     from event where position is null) waiting where waiting.seq = event.seq`,
  );
  await industry.query('update relay set head = 21, sent = 20');
  await scene.teller();
  await at(listener, 21);
  expect(await positions()).toEqual(upTo(21));
});

test('long events and many of them come through the stream, without a new start', async () => {
  await scene.teller();
  const listener = await scene.listener();
  await note(industry, 1);
  await at(listener, 1);
  scene.warnings.length = 0;
  const long = JSON.stringify({ n: 1, text: 'x'.repeat(250_000) });
  await tellMany(
    industry,
    noted,
    upTo(40).map(() => ({ aggregate: 'one', actor: 'officer', payload: long })),
  );
  await tellNotes(2000);
  await at(listener, 2041);
  expect(await positions()).toEqual(upTo(2041));
  expect(scene.warnings).toEqual([]);
});

test('a poisonous event parks itself and its followers, the others pass; cured, they are drained in order', async () => {
  const ailing = new Ailing(() => Promise.reject(new TypeError('cannot read that')));
  ailing.ill.add(10).add(100);
  await scene.teller();
  const listener = await scene.listener(ailing.apply);
  await tellNotes(150); // aggregates a0 … a6: 10 poisons a3, 100 poisons a2
  await at(listener, 150);
  await note(industry, 3, 'a3');
  await at(listener, 151);
  const all = [...upTo(150).map((n) => ({ n, a: n % 7 })), { n: 3, a: 3 }];
  const behind = all.filter(({ a }, i) => (a === 3 && i >= 9) || (a === 2 && i >= 99));
  const passed = (await heard(reporting)).map(({ position }) => position);
  expect(passed).toEqual(all.flatMap((one, i) => (behind.includes(one) ? [] : [i + 1])));
  expect(listener.status()).toMatchObject({ position: 151, lag: 0, parked: behind.length });

  ailing.ill.delete(100);
  const poisoned = behind.filter(({ a }) => a === 3).length;
  expect(await drain(reporting, scene.source(ailing.apply))).toEqual({
    applied: behind.length - poisoned,
    remaining: poisoned,
  });
  ailing.ill.clear();
  expect(await drain(reporting, scene.source(ailing.apply))).toEqual({ applied: poisoned, remaining: 0 });
  for (const aggregate of ['a2', 'a3']) {
    const order = (await heard(reporting))
      .filter((one) => one.aggregate === aggregate)
      .map(({ position }) => position);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
  expect((await positions()).toSorted((a, b) => a - b)).toEqual(upTo(151));
  await note(industry, 4, 'a3');
  await at(listener, 152);
  expect((await positions()).at(-1)).toBe(152);
});

test('a constraint that speaks only at the commit parks the event that broke it', async () => {
  await scene.database.asOwner('reporting', [
    `create table once (n int constraint once_n_key unique deferrable initially deferred)`,
    `grant insert, select on once to ${scene.database.role('reporting')}`,
  ]);
  await scene.teller();
  const listener = await scene.listener(async (tx, events) => {
    for (const event of events) {
      const { n } = JSON.parse(event.payload) as { n: number };
      await tx.query('insert into once values ($1)', [n % 10]);
    }
  });
  await tellNotes(11);
  await at(listener, 11);
  const { rows } = await reporting.query('select position::int, aggregate from parked_event');
  expect(rows).toEqual([{ position: 11, aggregate: 'a4' }]);
});

test('an apply that swallows a database error loses nothing: the event is parked', async () => {
  await scene.teller();
  const listener = await scene.listener(async (tx, events) => {
    await hear(tx, events);
    if (events.some(({ aggregate }) => aggregate === 'a3'))
      await tx.query('select 1 / 0').catch(() => undefined);
  });
  await tellNotes(5);
  await at(listener, 5);
  const { rows } = await reporting.query('select position::int from parked_event');
  expect(rows).toEqual([{ position: 3 }]);
  expect(await positions()).toEqual([1, 2, 4, 5]);
});

test.each(['40001', '40P01', '53200', '57014', '08006'])(
  'SQLSTATE %s is tried again and parks nothing',
  async (state) => {
    const ailing = new Ailing(async (tx) => {
      await tx.query(`do $$ begin raise exception 'later' using errcode = '${state}'; end $$`);
    });
    ailing.ill.add(5);
    await scene.teller();
    const listener = await scene.listener(ailing.apply);
    await tellNotes(9);
    await eventually(() => ailing.attempts >= 3);
    expect(listener.status().parked).toBe(0);
    ailing.ill.clear();
    await at(listener, 9);
    expect(await positions()).toEqual(upTo(9));
    const { rowCount } = await reporting.query('select from parked_event');
    expect(rowCount).toBe(0);
  },
);

test('a listener whose database connection is cut goes on where it was', async () => {
  await scene.teller();
  const listener = await scene.listener();
  await tellNotes(5);
  await at(listener, 5);
  await scene.database.asAdmin('postgres', [
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like 'reporting notes%' and datname = '${scene.database.name}'`,
  ]);
  await tellNotes(5);
  await at(listener, 10);
  expect(await positions()).toEqual(upTo(10));
});

test('a new epoch of the teller stops the projection and says so', async () => {
  await scene.teller();
  const listener = await scene.listener();
  await tellNotes(5);
  await at(listener, 5);
  const { rows } = await industry.query<{ epoch: string }>(
    'update relay set epoch = gen_random_uuid() returning epoch',
  );
  await scene.stopAll();
  await scene.teller();
  const after = await scene.listener();
  await tellNotes(5);
  await eventually(() => after.status().epochMismatch?.teller === rows[0]?.epoch);
  await sleep(300);
  expect(after.status().active).toBe(false);
  expect(await positions()).toEqual(upTo(5));
});

test('a teller whose log ends before our cursor was restored: the projection stops', async () => {
  await scene.teller();
  const first = await scene.listener();
  await tellNotes(5);
  await at(first, 5);
  await scene.stopAll();
  await scene.database.asOwner('industry', [
    'delete from event where position > 3',
    'update relay set head = 3, sent = 3',
  ]);
  await scene.teller();
  const listener = await scene.listener();
  await eventually(() => listener.status().epochMismatch !== null);
  expect(await positions()).toEqual(upTo(5));
});

test('an event committed is heard soon after, though nobody asks', async () => {
  await scene.teller();
  const listener = await scene.listener();
  await note(industry, 1);
  await at(listener, 1);
  const began = Date.now();
  await tell(industry, noted, { aggregate: 'one', actor: 'officer', payload: { n: 2, writer: 0 } });
  await at(listener, 2);
  expect(Date.now() - began).toBeLessThan(1000);
});

test('the entities describe exactly what the migration makes', async () => {
  const { connectionString, options } = scene.database.connection('reporting');
  const source = await new DataSource({
    type: 'postgres',
    url: connectionString,
    schema: 'reporting',
    extra: { options },
    entities: [CursorRow, ParkedEventRow],
  }).initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
  await source.destroy();
});
