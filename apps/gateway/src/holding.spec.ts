import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { trade } from '@doit/contracts';
import { people, type Claims } from '@doit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Msg } from 'nats';
import { at, Edges, figures, page } from '../test/edges';

/** Stands for the header of a caller who may. */
const mine = 'authorization: mine\r\n';

/** Ended by the other side, politely or not. */
function closed(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

describe('the edge holds', () => {
  let edges: Edges;

  beforeAll(async () => {
    edges = await Edges.create();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await edges.end();
  });
  afterAll(() => edges.house.stop());

  it('against too many requests from one address, whatever they ask and whoever they say they are', async () => {
    const app = await edges.told({ RATE_PER_ADDRESS: '3' });
    const first = await at(app).get('/health/live');
    expect([first.status, first.get('ratelimit-limit'), first.get('ratelimit-remaining')]).toEqual([
      200,
      '3',
      '2',
    ]);
    await at(app).get('/nowhere');
    await at(app).get(figures).set('authorization', 'Bearer a.b.c');
    const refused = await at(app).get(figures).set('accept-language', 'en');
    expect([refused.status, refused.get('ratelimit-remaining')]).toEqual([429, '0']);
    expect(Number(refused.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ type: 'request.too-many', title: /^Too many requests/ });
    expect(refused.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('against too many requests of one account, whose new token is no new allowance; others go on', async () => {
    await edges.served('trade', (message) => message.respond(page(1)));
    const app = await edges.told({ RATE_PER_ACCOUNT: '2' });
    const ask = async (who: Claims | null) => {
      const asked = at(app).get(figures);
      return who ? asked.set('authorization', await edges.bearer(who)) : asked;
    };
    const states = [];
    for (const who of [people.officer, people.officer, people.officer, people.neighbour, null]) {
      const { status } = await ask(who);
      states.push(status);
    }
    expect(states).toEqual([200, 200, 429, 200, 200]);
    expect((await ask(people.officer)).headers).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-remaining': '0',
      'retry-after': expect.stringMatching(/^\d+$/) as string,
    });
  });

  it('believes a proxy that it knows about whom it asks for, and nobody else', async () => {
    const sent = (app: NestFastifyApplication, address: string) =>
      at(app).get('/health/live').set('x-forwarded-for', address);
    const proud = await edges.told({ RATE_PER_ADDRESS: '1' });
    expect((await sent(proud, '10.0.0.1')).status).toBe(200);
    expect((await sent(proud, '10.0.0.2')).status).toBe(429);
    const behind = await edges.told({ RATE_PER_ADDRESS: '1', TRUSTED_PROXIES: '127.0.0.0/8,::1' });
    expect((await sent(behind, '10.0.0.1')).status).toBe(200);
    expect((await sent(behind, '10.0.0.2')).status).toBe(200);
    expect((await sent(behind, '10.0.0.1')).status).toBe(429);
  });

  it.each([
    ['headers that never end', 'GET / HTTP/1.1\r\nhost: a\r\n', 408, 'request.not-finished'],
    [
      'a body that never ends',
      `POST ${figures} HTTP/1.1\r\nhost: a\r\n${mine}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
      408,
      'request.not-finished',
    ],
    [
      'headers of 20 kB',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'request.headers-too-large',
    ],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400, 'request.invalid'],
  ])('against %s: says so and hangs up', async (_what, sent, status, code) => {
    const app = await edges.told({ HEADERS_TIMEOUT: '1', REQUEST_TIMEOUT: '1' });
    const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    let heard = '';
    const own = sent.replace(mine, `authorization: ${await edges.bearer(people.admin)}\r\n`);
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString())).write(own);
    await closed(socket);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain(`"type":"${code}"`);
    expect(heard).toContain('\r\nx-content-type-options: nosniff\r\n');
  });

  it('against who connects and says nothing, or more often than is borne', async () => {
    const app = await edges.told({ IDLE_TIMEOUT: '1', MAX_CONNECTIONS: '2' });
    const { port } = app.getHttpServer().address() as AddressInfo;
    const sockets = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    // None ends by itself.
    await Promise.all(sockets.map(closed));
    expect((await at(app).get('/health/live')).status).toBe(200);
  });

  it('no more of one service’s requests than it bears: the rest hear when to come again, other services go on', async () => {
    const held: Msg[] = [];
    await edges.served('trade', (message) => void held.push(message));
    await edges.served('export-import', (message) => message.respond(page(1)));
    const app = await edges.told({ MAX_IN_FLIGHT: '2' });
    const waiting = [at(app).get(figures), at(app).get(figures)].map((asked) =>
      asked.then((one) => one.status),
    );
    while (held.length < 2) await sleep(5);
    const refused = await at(app).get(figures);
    expect([refused.status, (refused.body as { type: string }).type]).toEqual([503, 'gateway.busy']);
    expect(refused.get('retry-after')).toBe('1');
    expect((await at(app).get('/v1/export-import/observations')).status).toBe(200);
    for (const message of held) message.respond(page(1));
    expect(await Promise.all(waiting)).toEqual([200, 200]);
  });

  /** A connection of its own on which this is written and, unless it is read later, nothing is read. */
  const write = (app: NestFastifyApplication, sent: string): Socket => {
    const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).write(sent);
    return socket;
  };
  const begun = (authorization: string): string =>
    `POST ${figures} HTTP/1.1\r\nhost: a\r\n${authorization}content-type: application/json\r\ncontent-length: 90000\r\n\r\n{`;

  it('a body is read only of who may send it, and one that does not end keeps nobody out', async () => {
    await edges.served('trade', (message) => message.respond(page(1)));
    const app = await edges.told({ MAX_IN_FLIGHT: '1', MAX_BODIES_MB: '1' });
    const nobody = write(app, begun(''));
    const [heard] = (await once(nobody, 'data')) as [Buffer];
    expect(heard.toString()).toMatch(/^HTTP\/1.1 401 /);
    nobody.destroy();
    const authorization = `authorization: ${await edges.bearer(people.admin)}\r\n`;
    const slow = [write(app, begun(authorization)), write(app, begun(authorization))];
    await sleep(100);
    expect((await at(app).get(figures)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('tells a page of a listed origin when to come again', async () => {
    const app = await edges.told({ RATE_PER_ADDRESS: '1', CORS_ORIGINS: 'https://a.example' });
    const ask = () => at(app).get('/health/live').set('origin', 'https://a.example');
    await ask();
    const refused = await ask();
    expect([refused.status, refused.get('access-control-allow-origin')]).toEqual([429, 'https://a.example']);
  });

  it('who went away is waited for all the same: breaking off does not make room', async () => {
    const held: Msg[] = [];
    await edges.served('trade', (message) => void held.push(message));
    const app = await edges.told({ MAX_IN_FLIGHT: '1' });
    const leaving = new AbortController();
    const address = await app.getUrl();
    const left = fetch(`${address}${figures}`, { signal: leaving.signal }).catch(() => 'left');
    while (held.length < 1) await sleep(5);
    leaving.abort();
    expect(await left).toBe('left');
    expect((await at(app).get(figures)).status).toBe(503);
    expect(held).toHaveLength(1);
    held[0]?.respond(page(1));
  });

  it('no more bodies than it has room for', async () => {
    const app = await edges.told({ MAX_BODIES_MB: '0.001' });
    const answer = await at(app)
      .post(figures)
      .send({ items: 'x'.repeat(2000) });
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([503, 'gateway.busy']);
    expect((await at(app).post(figures).send({ items: [] })).status).toBe(401);
  });

  it('leaves a dead service alone, and finds it again once it answers', async () => {
    const app = await edges.told();
    const ask = jest.spyOn(edges.house.asker, 'ask');
    const list = () => ask.mock.calls.filter(([{ name }]) => name === trade.observations.list.name).length;
    for (let time = 1; time <= 5; time++) expect((await at(app).get(figures)).status).toBe(503);
    expect(list()).toBe(5);
    const refused = await at(app).get(figures).set('accept-language', 'en');
    expect([refused.status, refused.get('retry-after'), refused.body]).toEqual([
      503,
      '1',
      { type: 'service.unavailable', title: 'The service trade is not available now.', status: 503 },
    ]);
    expect(list()).toBe(5);
    await edges.served('trade', (message) => message.respond(page(1)));
    while ((await at(app).get(figures)).status === 503) await sleep(20);
    expect((await at(app).get(figures)).status).toBe(200);
    // Once more, and it is left alone at once.
    await at(app).get(figures);
  });
});
