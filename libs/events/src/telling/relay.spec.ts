import { setTimeout as sleep } from 'node:timers/promises';
import { createInbox, type NatsConnection } from 'nats';
import type { Client } from 'pg';
import { askReplay } from '../listening/archive';
import { answerPrefix } from '../subjects';
import { note, Scene, upTo } from '../test-scene';
import { eventually, noted } from '../test-servers';
import type { Head } from '../told';
import type { Relay } from './relay';
import { tell, tellMany } from './tell';

const scene = new Scene();
let client: Client;
let asked: NatsConnection;

beforeAll(async () => {
  await scene.begin();
  client = await scene.client('industry');
  asked = await scene.nats('reporting');
});
afterAll(() => scene.end());
afterEach(async () => {
  await scene.stopAll();
  await scene.forgetEverything();
});

const positions = async (): Promise<number[]> => {
  const { rows } = await client.query<{ position: string }>('select position from event order by position');
  return rows.map(({ position }) => Number(position));
};
const all = { after: 0 };
const ask = (request: { epoch?: string; after: number; limit?: number }) =>
  askReplay(asked, { namespace: scene.namespace, listener: 'reporting', teller: 'industry' }, request);
const question = (subject: string, body = '') =>
  asked.request(subject, body, {
    timeout: 1000,
    noMux: true,
    reply: createInbox(answerPrefix('reporting', 'industry')),
  });

test('committed events get gapless positions, also when transactions are slow or rolled back', async () => {
  const relay = await scene.teller();
  const writers = await Promise.all(upTo(4).map(() => scene.client('industry')));
  await Promise.all(
    writers.map(async (writer, w) => {
      for (const n of upTo(30)) {
        await writer.query('begin');
        await tell(writer, noted, { aggregate: `a${w}`, actor: 'officer', payload: { n, writer: w } });
        if (n % 5 === w) await sleep(5);
        await writer.query(n % 7 === 0 ? 'rollback' : 'commit');
      }
    }),
  );
  await eventually(() => relay.status().sent === 4 * 26);
  expect(await positions()).toEqual(upTo(4 * 26));
  for (const w of [0, 1, 2, 3]) {
    const { rows } = await client.query<{ n: number }>(
      `select (payload->>'n')::int as n from event where aggregate = $1 order by position`,
      [`a${w}`],
    );
    expect(rows.map(({ n }) => n)).toEqual(upTo(30).filter((n) => n % 7 !== 0));
  }
  expect(relay.status()).toEqual({ holder: true, head: 104, sent: 104, lag: 0 });
});

test('an event that commits late is numbered when it is seen, after those that overtook it', async () => {
  const relay = await scene.teller();
  const slow = await scene.client('industry');
  await slow.query('begin');
  await tell(slow, noted, { aggregate: 'slow', actor: 'officer', payload: { n: 1, writer: 1 } });
  await note(client, 2);
  await eventually(() => relay.status().sent === 1);
  await slow.query('commit');
  await eventually(() => relay.status().sent === 2);
  const { rows } = await client.query<{ aggregate: string }>('select aggregate from event order by position');
  expect(rows.map(({ aggregate }) => aggregate)).toEqual(['one', 'slow']);
});

test('of two relays one works, and the other takes over within a second', async () => {
  const relays = [await scene.teller(), await scene.teller()];
  const holders = (): Relay[] => relays.filter((relay) => relay.status().holder);
  await eventually(() => holders().length === 1);
  await note(client, 1);
  await eventually(() => holders()[0]?.status().sent === 1);
  const left = Date.now();
  const [first] = holders();
  await first?.stop();
  await eventually(() => holders().length === 1 && holders()[0] !== first);
  expect(Date.now() - left).toBeLessThan(1000);
  await note(client, 2);
  await eventually(() => holders()[0]?.status().sent === 2);
});

test('what was published and not marked is sent again, and the stream keeps it once', async () => {
  const { streams } = await (await scene.nats('industry')).jetstreamManager({ checkAPI: false });
  const kept = async (): Promise<number> => (await streams.info('doit_industry')).state.messages;
  const relay = await scene.teller();
  await note(client, 1);
  await eventually(() => relay.status().sent === 1);
  const before = await kept();
  await tellMany(
    client,
    noted,
    upTo(700).map((n) => ({ aggregate: 'one', actor: 'officer', payload: { n, writer: 1 } })),
  );
  await eventually(() => relay.status().sent === 701);
  await relay.stop();
  await client.query('update relay set sent = 100');
  const again = await scene.teller();
  await eventually(() => again.status().sent === 701);
  expect((await kept()) - before).toBe(700);
});

test('the head is announced, and answered when asked', async () => {
  const announced: Head[] = [];
  const listening = asked.subscribe('doit.head.industry', {
    callback: (_error, message) => {
      if (!message.reply) announced.push(message.json<Head>());
    },
  });
  await scene.teller();
  await note(client, 1);
  await eventually(() => announced.length === 1);
  const answer = await question('doit.head.industry');
  expect(answer.json<Head>()).toMatchObject(announced[0] ?? {});
  expect(announced[0]?.head).toBe(1);
  listening.unsubscribe();
});

test('a replay comes in pages, in order, with the epoch and the payload as told', async () => {
  const relay = await scene.teller();
  const text = '{"n": 1.0, "said": "\\"đất\\""}';
  await tell(client, noted, { aggregate: 'one', actor: 'officer', payload: text });
  for (const n of upTo(6)) await note(client, n, 'two');
  await eventually(() => relay.status().head === 7);
  const first = await ask({ after: 0, limit: 3 });
  const rest = await ask({ epoch: first.epoch, after: 3 });
  expect([...first.events, ...rest.events].map(({ position }) => position)).toEqual(upTo(7));
  expect(first.head).toBe(7);
  expect(first.events[0]).toMatchObject({
    type: noted.type,
    aggregate: 'one',
    actor: 'officer',
    payload: text,
  });
  expect(first.events[0]?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  expect((await ask({ epoch: '00000000-0000-4000-8000-000000000000', after: 0 })).events).toEqual([]);
});

test('pages stay within what the broker takes, however long and quoted the payloads are', async () => {
  const relay = await scene.teller();
  const quoted = JSON.stringify('"'.repeat(130_000));
  await tellMany(
    client,
    noted,
    upTo(5).map(() => ({ aggregate: 'one', actor: 'officer', payload: quoted })),
  );
  await eventually(() => relay.status().sent === 5);
  const seen: number[] = [];
  while (seen.length < 5)
    seen.push(...(await ask({ after: seen.length })).events.map(({ position }) => position));
  expect(seen).toEqual(upTo(5));
});

test.each([[{ after: -1 }], [{ after: 'x' }], [{ after: 0, limit: 0 }], [{}], ['no json']])(
  'a senseless question is refused and harms nobody: %j',
  async (senseless) => {
    await scene.teller();
    const body = typeof senseless === 'string' ? senseless : JSON.stringify(senseless);
    await eventually(async () => (await question('doit.replay.industry', body).catch(() => null)) !== null);
    const answer = await question('doit.replay.industry', body);
    expect(answer.headers?.get('Error')).toBeTruthy();
    expect((await ask(all)).events).toEqual([]);
  },
);
