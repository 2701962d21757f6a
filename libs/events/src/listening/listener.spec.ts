import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { heard, note, Scene, upTo } from '../test-scene';
import { eventually, noted } from '../test-servers';
import { tell, tellMany } from '../telling/tell';
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
