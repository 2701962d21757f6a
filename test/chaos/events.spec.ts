import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { tell } from '@doit/events';
import { heard, Scene, upTo } from '../../libs/events/src/test-scene';
import { eventually, noted } from '../../libs/events/src/test-servers';
import type { Task } from './events-replica';
import { Replicas } from './events-replicas';

jest.setTimeout(120_000);

const scene = new Scene();
const replicas = new Replicas();
const writers: Client[] = [];
let teller: Client;
let reader: Client;

beforeAll(async () => {
  await scene.begin();
  for (let n = 0; n < 6; n++) writers.push(await scene.client('industry'));
  teller = await scene.client('industry');
  reader = await scene.client('reporting');
});
afterAll(async () => {
  await replicas.remove();
  await scene.end();
});
afterEach(async () => {
  await replicas.killAll();
  await scene.forgetEverything();
});

const start = (part: Task['part']): Promise<ChildProcess> => {
  const service = part === 'teller' ? 'industry' : 'reporting';
  return replicas.start({
    part,
    connection: scene.database.connection(service),
    login: scene.broker.login(service),
  });
};

/** Six connections tell for that time; one transaction in 17 is rolled back, one in five is slow. Returns what committed. */
async function write(ms: number): Promise<number> {
  const end = Date.now() + ms;
  let committed = 0;
  const one = async (client: Client, w: number): Promise<void> => {
    for (let n = 1; Date.now() < end; n++) {
      await client.query('begin');
      await tell(client, noted, { aggregate: `a${w}-${n % 8}`, actor: 'officer', payload: { n, writer: w } });
      await sleep(n % 5 === 0 ? 25 : 8);
      const kept = n % 17 !== 0;
      await client.query(kept ? 'commit' : 'rollback');
      if (kept) committed += 1;
    }
  };
  await Promise.all(writers.map(one));
  return committed;
}

async function everythingHeardOnceAndInOrder(committed: number): Promise<void> {
  expect(committed).toBeGreaterThan(100);
  await eventually(async () => (await heard(reader)).length >= committed, 40_000);
  await sleep(500);
  expect((await heard(reader)).map(({ position }) => position)).toEqual(upTo(committed));
  const { rows } = await teller.query<{ n: number }>(
    'select count(*)::int as n from event where position is not null',
  );
  expect(rows[0]?.n).toBe(committed);
}

test('the relay is killed again and again while it publishes', async () => {
  let replica = await start('teller');
  await start('listener');
  const writing = write(6_000);
  for (let n = 0; n < 5; n++) {
    await sleep(300 + 173 * n);
    await replicas.kill(replica);
    replica = await start('teller');
  }
  await everythingHeardOnceAndInOrder(await writing);
});

test('the listener is killed again and again inside its transaction', async () => {
  await start('teller');
  let listener = await start('listener');
  const writing = write(8_000);
  for (let n = 0; n < 8; n++) {
    await sleep(200 + 61 * n);
    await replicas.kill(listener);
    listener = await start('listener');
  }
  await everythingHeardOnceAndInOrder(await writing);
});

test('two relays and two listeners, and always the holder is killed', async () => {
  const parts = ['teller', 'listener'] as const;
  const pairs = await Promise.all(
    parts.map(async (part) => ({ part, pair: [await start(part), await start(part)] })),
  );
  const writing = write(8_000);
  for (let n = 0; n < 3; n++) {
    for (const one of pairs) {
      await sleep(400);
      const [older, younger] = one.pair;
      if (!older || !younger) throw new Error('a pair is two');
      await replicas.kill(older);
      one.pair = [younger, await start(one.part)];
    }
  }
  await everythingHeardOnceAndInOrder(await writing);
});

test('the broker is killed and its store deleted under load, twice', async () => {
  await start('teller');
  await start('listener');
  const writing = write(8_000);
  for (let n = 0; n < 2; n++) {
    await sleep(1_500);
    await scene.broker.kill();
    scene.broker.deleteStore();
    await sleep(300);
    await scene.broker.start();
  }
  await everythingHeardOnceAndInOrder(await writing);
});

test('the broker loses its last messages, and nothing follows them', async () => {
  await start('teller');
  const listener = await start('listener');
  await everythingHeardOnceAndInOrder(await write(1_500));
  await replicas.kill(listener);
  const { rows } = await reader.query<{ n: number }>('select count(*)::int as n from heard');
  const before = rows[0]?.n ?? 0;
  const more = await write(1_500);
  await eventually(async () => {
    const sent = await teller.query<{ n: number }>('select sent::int as n from relay');
    return sent.rows[0]?.n === before + more;
  });
  await scene.broker.kill();
  scene.broker.deleteStore();
  await scene.broker.start();
  await start('listener');
  await everythingHeardOnceAndInOrder(before + more);
});

test('the database ends the connections of relays and listeners again and again', async () => {
  for (const part of ['teller', 'teller', 'listener', 'listener'] as const) await start(part);
  const writing = write(6_000);
  for (let n = 0; n < 4; n++) {
    await sleep(900);
    await scene.database.asAdmin('postgres', [
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${scene.database.name}'
       and (application_name like '% relay' or application_name like '% listens to %')`,
    ]);
  }
  await everythingHeardOnceAndInOrder(await writing);
});
