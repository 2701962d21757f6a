import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateKeyPair } from 'jose';
import type { Client } from 'pg';
import request from 'supertest';
import { people, routedOperations, TestInstallation, type Claims } from '@doit/testing';
import { database as options } from '../../industry/src/database';
import { IndustryModule } from '../../industry/src/industry.module';
import { edge } from './edge';

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  errors?: { pointer: string }[];
}

/** The edge before a real broker; the industry service runs, the others do not. */
describe('the HTTP edge', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('industry', { module: IndustryModule, database: options });
    app = await edge(house.asker, house.tokens());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    database = await house.as('industry');
  });
  afterAll(async () => {
    await app.close();
    await database.end();
    await house.stop();
  });

  const http = () => request(app.getHttpServer());
  const bearer = async (who: Claims) => `Bearer ${await house.issuer.token(who)}`;
  const stored = async () => {
    const { rows } = await database.query<Record<string, string>>(
      'select (select count(*) from event) as e, (select count(*) from cluster) as c, (select count(*) from observation) as o',
    );
    return rows;
  };

  const clusters = '/v1/industry/clusters';
  const observations = '/v1/industry/observations';
  const cluster = { code: 'CCN-1', name: 'Cụm công nghiệp Đô Lương', territory: 'nghe-an' };
  const figure = {
    indicator: 'IPV',
    territory: 'nghe-an',
    period: '2023',
    measure: 'actual',
    status: 'official',
    value: '1',
    unit: 'VND_BN',
    source: 'doit-nghe-an',
  };
  const items = (...change: object[]) => ({ items: change.map((one) => ({ ...figure, ...one })) });

  describe('refuses, naming what is wrong in the language asked for, and stores nothing:', () => {
    interface Bad {
      to?: string;
      method?: 'post' | 'get' | 'patch' | 'put';
      who?: Claims | string | null;
      body?: unknown;
      type?: string;
    }
    const { officer, neighbour, admin, reader } = people;

    it.each<[what: string, sent: Bad, status: number, codeAndPlace: string]>([
      ['a number for a text', { body: { ...cluster, name: 5 } }, 400, 'request.invalid /name'],
      ['an unknown field', { body: { ...cluster, colour: 'red' } }, 400, 'request.invalid /colour'],
      ['a missing field', { body: { ...cluster, code: undefined } }, 400, 'request.invalid /code'],
      ['no body', { body: '' }, 400, 'request.invalid /code'],
      ['a list for a body', { body: [cluster] }, 400, 'request.not-an-object'],
      ['malformed JSON', { body: '{"code":' }, 400, 'request.not-json'],
      ['2 MB', { body: { ...cluster, name: 'x'.repeat(2_000_000) } }, 413, 'request.too-large'],
      [
        'a form',
        { body: 'code=CCN-1', type: 'application/x-www-form-urlencoded' },
        415,
        'request.unsupported-media',
      ],
      ['plain text', { body: 'code', type: 'text/plain' }, 415, 'request.unsupported-media'],
      [
        'an unknown territory',
        { who: admin, body: { ...cluster, territory: 'atlantis' } },
        422,
        'territory.unknown /territory',
      ],
      [
        'an unknown indicator',
        { to: observations, body: items({}, { indicator: 'X' }) },
        422,
        'indicator.unknown /items/1/indicator',
      ],
      [
        "another service's indicator",
        { to: observations, body: items({ indicator: 'RETAIL' }) },
        422,
        'observation.wrong-service /items/0/indicator',
      ],
      [
        'a figure of an unknown territory',
        { to: observations, who: admin, body: items({ territory: 'x' }) },
        422,
        'territory.unknown /items/0/territory',
      ],
      [
        'a value that is no number',
        { to: observations, body: items({ value: 'x' }) },
        400,
        'request.invalid /items/0/value',
      ],
      ['no token', { who: null }, 401, 'token.missing'],
      ['a token of nobody', { who: 'Bearer a.b.c' }, 401, 'token.invalid'],
      ['a password', { who: 'Basic bmdoZWFuOmRlbW8=' }, 401, 'token.invalid'],
      ['a false token where none is needed', { method: 'get', who: 'Bearer a.b.c' }, 401, 'token.invalid'],
      ['a token without the right', { who: reader }, 403, 'permission.missing'],
      ["another province's token", { who: neighbour }, 403, 'territory.not-yours'],
      [
        "another province's token with a figure",
        { to: observations, who: neighbour, body: items({}) },
        403,
        'territory.not-yours /items/0/territory',
      ],
      ['an unknown address', { to: '/v1/industry/castles', method: 'get' }, 404, 'request.unknown-route'],
      ['an unknown method', { method: 'put' }, 404, 'request.unknown-route'],
      ['an id that is none', { to: `${clusters}/5`, method: 'get' }, 400, 'request.invalid /id'],
      [
        'an id of 300 characters',
        { to: `${clusters}/${'5'.repeat(300)}`, method: 'get' },
        400,
        'request.invalid',
      ],
      ['an address that cannot be read', { to: `${clusters}/%E0%A4`, method: 'get' }, 400, 'request.invalid'],
      ['an id of nothing', { to: `${clusters}/${randomUUID()}`, method: 'get' }, 404, 'cluster.not-found'],
      [
        'an unknown query key',
        { to: `${clusters}?colour=red`, method: 'get' },
        400,
        'request.invalid /colour',
      ],
      ['a query key given twice', { to: `${clusters}?q=a&q=b`, method: 'get' }, 400, 'request.given-twice'],
      [
        'a query key of the path',
        { to: `${clusters}/${randomUUID()}?id=1`, method: 'get' },
        400,
        'request.given-twice',
      ],
    ])(
      '%s',
      async (
        _what,
        { to = clusters, method = 'post', who = officer, body = cluster, type },
        status,
        codeAndPlace,
      ) => {
        const [code, pointer] = codeAndPlace.split(' ');
        const before = await stored();
        const authorization = typeof who === 'object' && who ? await bearer(who) : who;
        for (const language of ['vi', 'en'] as const) {
          const asked = http()[method](to).set('accept-language', language);
          if (authorization) void asked.set('authorization', authorization);
          const answer = await (method === 'get'
            ? asked
            : asked.type(type ?? 'application/json').send(body as object));
          const said = answer.body as ProblemBody;
          expect([said.type, said.errors?.[0]?.pointer]).toEqual([code, pointer]);
          expect([answer.status, said.status]).toEqual([status, status]);
          expect(said.title).toMatch(language === 'vi' ? /[à-ỹđ]/i : /^[\x20-\x7e“”]+$/);
          expect(answer.get('content-type')).toMatch(/^application\/problem\+json/);
          expect(answer.get('content-language')).toBe(language);
          expect(answer.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : undefined);
        }
        expect(await stored()).toEqual(before);
      },
    );

    it('a token that another key signed', async () => {
      const { privateKey } = await generateKeyPair('ES256');
      const forged = await house.issuer.token(officer, { key: privateKey });
      const answer = await http().post(clusters).set('authorization', `Bearer ${forged}`).send(cluster);
      expect([answer.status, (answer.body as ProblemBody).type]).toEqual([401, 'token.invalid']);
    });

    it('2 MB that come without saying how many', async () => {
      const before = await stored();
      const answer = await app.inject({
        method: 'POST',
        url: clusters,
        headers: { authorization: await bearer(officer), 'content-type': 'application/json' },
        payload: Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, '{'))),
      });
      expect([answer.statusCode, answer.json<ProblemBody>().type]).toEqual([413, 'request.too-large']);
      expect(await stored()).toEqual(before);
    });
  });

  it('lets nobody past an operation that asks for a right: 401 without a token, 403 without the right', async () => {
    const nobody = await bearer({ subject: 'nobody', permissions: [], territories: ['*'] });
    const guarded = routedOperations.filter(({ access }) => access !== 'public');
    expect(guarded.length).toBeGreaterThan(5);
    for (const { name, method, path } of guarded) {
      const to = path?.replaceAll(/:\w+/g, randomUUID()) ?? '';
      const ask = () => http()[method?.toLowerCase() as 'post'](to);
      expect([name, (await ask()).status]).toEqual([name, 401]);
      expect([name, (await ask().set('authorization', nobody)).status]).toEqual([name, 403]);
    }
  });

  it('says 503 and when to come again where a service is dead, and 200 where none is needed', async () => {
    const dead = await http().get('/v1/trade/observations').set('accept-language', 'en');
    expect(dead.status).toBe(503);
    expect(dead.get('retry-after')).toMatch(/^\d+$/);
    expect(dead.body).toEqual({
      type: 'service.unavailable',
      title: 'The service trade is not available now.',
      status: 503,
    });
    expect((await http().get(clusters)).status).toBe(200);
  });

  it('tells a page from its twin without a suffix, and takes neither for the other’s parameter', async () => {
    const ask = jest.spyOn(house.asker, 'ask');
    const id = randomUUID();
    for (const [to, name, query] of [
      [`lineage/${id}`, 'reporting.lineage.read', `observationId=${id}`],
      [`lineage/${id}.html?lang=en`, 'reporting.lineage.page', `observationId=${id}&lang=en`],
      ['reports/a/2023', 'reporting.reports.read', 'territory=a&period=2023'],
      ['reports/a/2023.html', 'reporting.reports.page', 'territory=a&period=2023'],
    ]) {
      await http().get(`/v1/reporting/${to}`);
      const [operation, asked] = ask.mock.lastCall ?? [];
      expect([operation?.name, asked?.query]).toEqual([name, query]);
    }
    const other = await http().get(`/v1/reporting/lineage/${id}.pdf`);
    expect((other.body as ProblemBody).type).toBe('request.unknown-route');
    ask.mockRestore();
  });

  it('carries a version as ETag: 201 with it, 412 where it is old, 428 where it is missing', async () => {
    const authorization = await bearer(people.officer);
    const made = await http().post(clusters).set('authorization', authorization).send(cluster);
    expect([made.status, made.get('etag')]).toEqual([201, '"1"']);
    expect(made.get('content-type')).toBe('application/json; charset=utf-8');
    const { id } = made.body as { id: string };
    const change = (ifMatch?: string) => {
      const asked = http().patch(`${clusters}/${id}`).set('authorization', authorization);
      return (ifMatch ? asked.set('if-match', ifMatch) : asked).send({ leasedHa: '3' });
    };
    expect((await change()).status).toBe(428);
    const changed = await change('"1"');
    expect([changed.status, changed.get('etag')]).toEqual([200, '"2"']);
    const stale = await change('"1"');
    expect([stale.status, (stale.body as ProblemBody).type]).toEqual([412, 'cluster.changed-meanwhile']);
    const read = await http().get(`${clusters}/${id}`);
    // The tag of what everybody is shown of the version; it may be sent back all the same.
    expect([read.status, read.get('etag'), read.body]).toEqual([200, '"2-public"', changed.body]);
  });

  it('shows health in words, and its details to whom platform:read allows', async () => {
    expect((await http().get('/health/live')).body).toEqual({ status: 'ok' });
    const words = await http().get('/health/ready');
    expect(words.status).toBe(503);
    const industry = { status: 'ok', database: 'ok', nats: 'ok', relay: 'ok', events: 'ok' };
    expect(words.body).toEqual({
      status: 'down',
      services: { industry, trade: 'down', 'export-import': 'down', reporting: 'down' },
    });
    const officers = await http()
      .get('/health/ready')
      .set('authorization', await bearer(people.officer));
    expect(officers.body).toEqual(words.body);
    const admins = await http()
      .get('/health/ready')
      .set('authorization', await bearer(people.admin));
    expect(admins.body).toMatchObject({ services: { industry: { memoryMb: expect.any(Number) as number } } });
  });

  it('has its documentation, and says at the door that the console is not built where it is not', async () => {
    const document = await http().get('/openapi.json');
    expect([document.status, (document.body as { openapi: string }).openapi]).toEqual([200, '3.1.0']);
    for (const page of ['/', '/docs', '/docs/swagger-ui.css']) {
      const answer = await http().get(page);
      expect([page, answer.status, answer.get('content-type')]).toEqual([
        page,
        200,
        expect.stringMatching(/^text\/(html|css)/),
      ]);
    }
    expect((await http().get('/')).text).toContain('The console is not built');
  });
});
