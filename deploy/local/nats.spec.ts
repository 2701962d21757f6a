import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { connect, Events, type NatsConnection } from 'nats';
import { busUsers, givenNats, startNats, type Bus } from './nats';
import { natsConfig } from './nats-config';
import { freePort } from './ports';
import { end, readBook } from './processes';

const say = (): void => undefined;
let home: string;
let port: number;
let bus: Bus;
const as: Record<string, NatsConnection | undefined> = {};
const start = (): Promise<Bus> => startNats({ home, namespace: 'doit', port, say });
function speaking(user: string): NatsConnection {
  const connection = as[user];
  if (connection === undefined) throw new Error(`nobody is ${user}`);
  return connection;
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'doit-nats-'));
  port = await freePort();
  bus = await start();
  for (const user of busUsers) {
    const login = bus.logins[user];
    as[user] = await connect({
      servers: bus.url,
      user: login?.user,
      pass: login?.password,
      inboxPrefix: `_INBOX.${user}`,
      reconnectTimeWait: 50,
      timeout: 5000,
    });
  }
});
afterAll(async () => {
  for (const connection of Object.values(as)) await connection?.close();
  await bus.stop();
  rmSync(home, { recursive: true });
});

/** What the broker makes of a publish. It refuses before it answers the ping of the flush. */
async function publish(user: string, subject: string): Promise<string> {
  const connection = speaking(user);
  const refused = (async () => {
    for await (const { type, permissionContext } of connection.status()) {
      if (type === Events.Error && permissionContext?.subject === subject) return 'refused';
    }
    return 'closed';
  })();
  connection.publish(subject);
  await connection.flush();
  return Promise.race([refused, turnOfTheLoop('let through')]);
}

test('the gateway asks a service, and only the answer comes back', async () => {
  const requests = speaking('industry').subscribe('doit.rpc.industry.>', { queue: 'industry' });
  void (async () => {
    for await (const request of requests) request.respond('here');
  })();
  await speaking('industry').flush();
  const answerAt = (reply: string): Promise<string> =>
    speaking('gateway')
      .request('doit.rpc.industry.clusters.list', '', { timeout: 500, noMux: true, reply })
      .then((answer) => answer.string());
  expect(await answerAt('_INBOX.gateway.industry.one')).toBe('here');
  await expect(answerAt('_INBOX.gateway.trade.one')).rejects.toThrow('TIMEOUT');
});

test.each([
  ['gateway', 'doit.rpc.trade.markets.list', 'let through'],
  ['gateway', 'doit.evt.trade.market.created.v1', 'refused'],
  ['gateway', 'doit.replay.trade', 'refused'],
  ['industry', 'doit.evt.industry.cluster.created.v1', 'let through'],
  ['industry', 'doit.evt.trade.market.created.v1', 'refused'],
  ['industry', 'doit.rpc.trade.markets.list', 'refused'],
  ['industry', 'doit.head.trade', 'refused'],
  ['industry', '_INBOX.gateway.trade.forged', 'refused'],
  ['export_import', 'doit.evt.export-import.flow.recorded.v1', 'let through'],
  ['reporting', 'doit.replay.export-import', 'let through'],
  ['reporting', 'doit.evt.industry.cluster.created.v1', 'refused'],
  ['reporting', '$JS.API.STREAM.DELETE.doit_industry', 'refused'],
  ['reporting', '$JS.API.STREAM.PURGE.doit_industry', 'refused'],
])('%s publishing %s is %s', async (user, subject, outcome) => {
  expect(await publish(user, subject)).toBe(outcome);
});

test.each([
  ['industry', 'doit.rpc.trade.>'],
  ['industry', 'doit.evt.trade.>'],
  ['industry', '_INBOX.gateway.>'],
  ['gateway', 'doit.evt.>'],
  ['trade', '>'],
])('%s may not listen to %s', async (user, subject) => {
  const refused = new Promise<string>((resolve) => {
    speaking(user).subscribe(subject, { callback: (error) => resolve(error?.message ?? 'heard something') });
  });
  expect(await refused).toMatch('Permissions Violation');
});

test('a service makes its own stream, tells into it, and reporting reads it; no other may', async () => {
  const manager = await speaking('industry').jetstreamManager();
  await manager.streams.add({ name: 'doit_industry', subjects: ['doit.evt.industry.>'] });
  await speaking('industry').jetstream().publish('doit.evt.industry.cluster.created.v1', 'told');
  const reader = await speaking('reporting').jetstream().consumers.get('doit_industry');
  expect((await reader.next({ expires: 2000 }))?.string()).toBe('told');
  const stranger = await speaking('trade').jetstreamManager();
  await expect(stranger.streams.info('doit_industry')).rejects.toThrow(/Permissions Violation|TIMEOUT/i);
});

test('a second start adopts the broker; a killed one is started again with its store', async () => {
  const before = readBook(home).nats;
  expect((await start()).url).toBe(bus.url);
  expect(readBook(home).nats).toEqual(before);
  if (before === undefined) throw new Error('the broker was not written down');
  await end(before, { signal: 'SIGKILL' });
  bus = await start();
  expect(readBook(home).nats?.pid).not.toBe(before.pid);
});

test('a broker of yours is taken with its passwords, and who is not let in is named', async () => {
  const passwords = busUsers.map((user) => [
    `NATS_PASSWORD_${user.toUpperCase()}`,
    bus.logins[user]?.password,
  ]);
  const given = Object.fromEntries(passwords) as Record<string, string>;
  expect((await givenNats(bus.url, given, say)).logins).toEqual(bus.logins);
  await expect(givenNats(bus.url, { ...given, NATS_PASSWORD_TRADE: 'wrong' }, say)).rejects.toThrow(
    /not all processes are let in:\n {2}trade: .*Authorization/,
  );
});

test('another namespace has other subjects and streams, and the same users', () => {
  const text = natsConfig({ namespace: 'ward-7' });
  expect(text).toContain('"ward-7.rpc.trade.>"');
  expect(text).toContain('"$JS.API.STREAM.CREATE.ward-7_export_import"');
  expect(text).not.toMatch(/\bdoit[._]/);
  expect(text).toContain('user: export_import');
  expect(() => natsConfig({ namespace: 'a.b' })).toThrow('DOIT_NAMESPACE "a.b"');
});
