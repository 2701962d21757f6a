import { gzipSync } from 'node:zlib';
import { people } from '@doit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { at, Edges, figures, page } from '../test/edges';
import { accessLog } from './access-log';

describe('what the edge answers', () => {
  let edges: Edges;

  beforeAll(async () => {
    edges = await Edges.create();
  });
  afterEach(() => edges.end());
  afterAll(() => edges.house.stop());

  it('answers that have not changed are not sent again; compared weakly, service’s own versions first', async () => {
    let body = page(1);
    await edges.served('trade', (message) => message.respond(body));
    const app = await edges.told();
    const [first, again] = [await at(app).get(figures), await at(app).get(figures)];
    const etag = first.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\w+"$/);
    expect([again.get('etag'), first.get('cache-control')]).toEqual([etag, 'no-cache']);
    for (const asked of [etag, etag.slice(2), `"a", ${etag}`, '*']) {
      const answer = await at(app).get(figures).set('if-none-match', asked);
      expect([asked, answer.status, answer.text, answer.get('etag')]).toEqual([asked, 304, '', etag]);
    }
    body = page(2);
    expect((await at(app).get(figures).set('if-none-match', etag)).status).toBe(200);
    const own = await at(app)
      .get(figures)
      .set('authorization', await edges.bearer(people.officer));
    expect(own.get('cache-control')).toBe('private, no-cache');
  });

  it('a calendar is text/calendar at an address of its own, and not sent again while nothing in it changed', async () => {
    const calendar = '/v1/trade/promotion-events/calendar.ics?territory=nghe-an';
    let text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
    const subjects: string[] = [];
    await edges.served('trade', (message) => {
      subjects.push(message.subject);
      message.respond(text);
    });
    const app = await edges.told();
    const first = await at(app).get(calendar).buffer(true);
    expect([first.status, first.get('content-type'), first.text]).toEqual([
      ...[200, 'text/calendar; charset=utf-8'],
      text,
    ]);
    expect(subjects[0]).toMatch(/trade\.promotion-events\.calendar$/);
    const asked = () =>
      at(app)
        .get(calendar)
        .set('if-none-match', first.get('etag') ?? '');
    expect((await asked()).status).toBe(304);
    text = 'BEGIN:VCALENDAR\r\nX-OTHER:1\r\nEND:VCALENDAR';
    expect((await asked()).status).toBe(200);
  });

  it('compresses what is worth it and leaves streams alone', async () => {
    let size = 5000;
    await edges.served('trade', (message) => message.respond(page(size)));
    const app = await edges.told();
    const ask = (path: string, encoding: string) => at(app).get(path).set('accept-encoding', encoding);
    const large = await ask(figures, 'gzip');
    expect([large.get('content-encoding'), large.get('vary'), large.text]).toEqual([
      'gzip',
      'authorization, accept-encoding',
      page(size),
    ]);
    expect(Number(large.get('content-length') ?? 0)).toBeLessThan(gzipSync(page(size)).length + 50);
    expect((await ask(figures, 'identity')).get('content-encoding')).toBeUndefined();
    const same = await ask(figures, 'gzip').set('if-none-match', large.get('etag') ?? '');
    expect(same.status).toBe(304);
    size = 100;
    expect((await ask(figures, 'gzip')).get('content-encoding')).toBeUndefined();
    expect((await ask('/docs/swagger-ui.css', 'gzip')).get('content-encoding')).toBeUndefined();
  });

  it('says on every answer what a browser may do with it', async () => {
    const app = await edges.told();
    for (const [path, policy] of [
      ['/health/live', "default-src 'none'; frame-ancestors 'none'"],
      ['/nowhere', "default-src 'none'; frame-ancestors 'none'"],
      [figures, "default-src 'none'; frame-ancestors 'none'"],
      ['/', "default-src 'self';"],
      ['/docs', "default-src 'self';"],
      ['/v1/reporting/reports/nghe-an/2023.html', "default-src 'self';"],
    ]) {
      const { headers } = await at(app).get(path ?? '');
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({
          'content-security-policy': expect.stringContaining(policy ?? '') as string,
          'x-content-type-options': 'nosniff',
          'strict-transport-security': expect.stringContaining('max-age=') as string,
        }),
      ]);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('lets pages of listed origins ask, and of no others; of none without a list', async () => {
    const preflight = (app: NestFastifyApplication, origin: string) =>
      at(app).options(figures).set({ origin, 'access-control-request-method': 'POST' });
    const [listed, none] = [
      await edges.told({ CORS_ORIGINS: 'https://a.vn, https://b.vn' }),
      await edges.told(),
    ];
    const allowed = await preflight(listed, 'https://b.vn');
    expect([allowed.status, allowed.get('access-control-allow-origin')]).toEqual([204, 'https://b.vn']);
    expect(allowed.get('access-control-allow-headers')).toContain('idempotency-key');
    for (const [app, origin] of [
      [listed, 'https://c.vn'],
      [listed, 'null'],
      [none, 'https://a.vn'],
    ] as const) {
      expect((await preflight(app, origin)).get('access-control-allow-origin')).toBeUndefined();
      const asked = await at(app).get('/health/live').set({ origin });
      expect([asked.status, asked.get('access-control-allow-origin')]).toEqual([200, undefined]);
    }
  });

  it('knows a request by one id, from its caller to the service, and makes one where none is good', async () => {
    let heard: string | undefined;
    await edges.served('trade', (message) => {
      heard = message.headers?.get('request-id');
      message.respond(page(1));
    });
    const app = await edges.told();
    const ask = (id: string) => at(app).get(figures).set('x-request-id', id);
    expect([(await ask('report-2023.05:7')).get('x-request-id'), heard]).toEqual([
      'report-2023.05:7',
      'report-2023.05:7',
    ]);
    for (const bad of ['short', 'with space in it', 'x'.repeat(65), '"><script>alert(1)']) {
      const made = (await ask(bad)).get('x-request-id');
      expect([made, heard]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), made]);
    }
  });

  it('hands on the key of a request that is to be carried out once', async () => {
    let heard: string | undefined;
    await edges.served('trade', (message) => {
      heard = message.headers?.get('idempotency-key');
      message.respond('{"items":[]}');
    });
    const app = await edges.told();
    const sent = at(app)
      .post(figures)
      .set('authorization', await edges.bearer(people.officer));
    expect((await sent.set('idempotency-key', 'may-2023').send({ items: [] })).status).toBe(201);
    expect(heard).toBe('may-2023');
  });

  it('writes one line per request: route and outcome, nothing of whom or about whom', async () => {
    const lines: string[] = [];
    await edges.served('trade', (message) => message.respond(page(1)));
    const app = await edges.told({}, (begun) =>
      accessLog(begun.getHttpAdapter().getInstance(), (line) => void lines.push(line)),
    );
    const token = await edges.bearer(people.officer);
    await at(app)
      .get(`${figures}?territory=secret-place`)
      .set({ authorization: token, 'x-request-id': 'abcdefgh' });
    await at(app).get('/v1/industry/clusters/secret-cluster');
    await at(app).get('/secret-nowhere');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        id: 'abcdefgh',
        method: 'GET',
        route: figures,
        status: 200,
        ms: expect.any(Number) as number,
        bytes: page(1).length,
      },
      expect.objectContaining({ route: '/v1/industry/clusters/:id', status: 503 }),
      expect.objectContaining({ route: null, status: 404 }),
    ]);
    const text = lines.join('');
    for (const secret of ['secret', token.slice(7, 60), people.officer.subject, '127.0.0.1'])
      expect(text).not.toContain(secret);
  });
});
