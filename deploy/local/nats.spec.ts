import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
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

/** What the broker makes of a subscription; one that is let through is ended. */
async function listen(user: string, subject: string, queue?: string): Promise<string> {
  const connection = speaking(user);
  const refused = new Promise<string>((resolve) => {
    const subscription = connection.subscribe(subject, {
      ...(queue !== undefined && { queue }),
      callback: (error) =>
        resolve(error?.message.includes('Permissions Violation') ? 'refused' : 'heard something'),
    });
    void connection
      .flush()
      .then(turnOfTheLoop)
      .then(() => {
        resolve('let through');
        subscription.unsubscribe();
      });
  });
  return refused;
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
  ['gateway', 'doit.evt.>'],
  ['gateway', 'doit.rpc.>'],
  ['industry', 'doit.evt.trade.>'],
  ['trade', '_INBOX.>'],
  ['trade', '>'],
])('%s may not listen to %s', async (user, subject) => {
  expect(await listen(user, subject)).toBe('refused');
});

const senders = busUsers.filter((user) => user !== 'gateway');
const subjectOf = (user: string): string => user.replace('_', '-');
const pairs = busUsers.flatMap((user) =>
  senders.filter((other) => other !== user).map((other): [string, string] => [user, other]),
);

test.each(pairs)(
  '%s cannot pass for %s: not serve, tell, answer, nor replay in its name',
  async (user, other) => {
    const name = subjectOf(other);
    for (const subject of [
      `doit.evt.${name}.thing.happened.v1`,
      ...(user === 'reporting' ? [] : [`doit.head.${name}`, `doit.replay.${name}`]),
      ...(user === 'gateway' ? [] : [`doit.rpc.${name}.things.list`]),
      `_INBOX.gateway.${other}.a.b`,
      `_INBOX.reporting.${other}.a`,
    ])
      expect([subject, await publish(user, subject)]).toEqual([subject, 'refused']);
    for (const subject of [`doit.rpc.${name}.>`, `doit.rpc.*.>`, `doit.replay.${name}`, `_INBOX.${other}.>`])
      for (const queue of [undefined, other])
        expect([subject, await listen(user, subject, queue)]).toEqual([subject, 'refused']);
  },
);

test.each(senders)('%s serves, tells, answers and replays in its own name', async (user) => {
  const name = subjectOf(user);
  for (const subject of [
    `doit.evt.${name}.thing.happened.v1`,
    `doit.head.${name}`,
    `_INBOX.gateway.${user}.a.b`,
  ])
    expect([subject, await publish(user, subject)]).toEqual([subject, 'let through']);
  for (const subject of [`doit.rpc.${name}.>`, `doit.replay.${name}`, `_INBOX.${user}.>`])
    expect([subject, await listen(user, subject, user)]).toEqual([subject, 'let through']);
});

test.each(['industry', 'trade', 'export_import', 'gateway'])('%s asks nobody for a replay', async (user) => {
  for (const teller of senders)
    expect(await publish(user, `doit.replay.${subjectOf(teller)}`)).toBe('refused');
});

test.each<[string, object]>([
  ['nobody', {}],
  ['somebody unknown', { user: 'console', pass: 'x' }],
  ['a service without its password', { user: 'industry' }],
  ['a service with a wrong password', { user: 'industry', pass: 'industry' }],
  ['the gateway with an empty password', { user: 'gateway', pass: '' }],
  ['a token', { token: 'x' }],
])('%s is not let in, and so can do nothing', async (_who, login) => {
  const knocked = connect({ servers: bus.url, ...login, reconnect: false, timeout: 5000 });
  await expect(knocked).rejects.toThrow('Authorization Violation');
});

test('who does not log in at all is hung up on, whatever it says first', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.write('CONNECT {"verbose":false}\r\nSUB > 1\r\nPUB doit.evt.trade.x 0\r\n\r\nPING\r\n');
    });
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
  expect(heard).toMatch(/-ERR 'Authorization Violation'/);
  expect(heard).not.toMatch(/^(MSG|PONG)/m);
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

test.each([
  ['industry', { subjects: ['doit.rpc.trade.>'] }],
  ['industry', { subjects: ['doit.evt.industry.>'], republish: { src: '>', dest: 'doit.evt.trade.>' } }],
  ['industry', { subjects: ['doit.evt.industry.>'], sources: [{ name: 'doit_trade' }] }],
])('%s cannot turn its stream against another: %j', async (user, turned) => {
  const name = 'doit_industry';
  const ask = async (verb: string, config: object): Promise<string> => {
    const subject = `$JS.API.STREAM.${verb}.${name}`;
    const asked = speaking(user).request(subject, JSON.stringify(config), { timeout: 2000 });
    return asked.then((answer) => answer.string(), String);
  };
  expect(await ask('CREATE', { name, ...turned })).toContain('name already in use');
  expect(await ask('CREATE', { name: 'other', ...turned })).toContain('does not match');
  for (const verb of ['UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'RESTORE'])
    expect(await publish(user, `$JS.API.STREAM.${verb}.${name}`)).toBe('refused');
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
