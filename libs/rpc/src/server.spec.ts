import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  house,
  industry,
  Problem,
  trade,
  type Caller,
  type ListObservations,
  type ObservationPage,
  type Operation,
  type RecordedIds,
  type RecordObservations,
  type ServiceHealth,
} from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { headers, type NatsConnection } from 'nats';
import { json, type Json } from './json';
import { PromiseServer } from './server';
import { Serves } from './serves';

const page = (next: string | null): ObservationPage => ({ items: [], next });
const big = 'x'.repeat(1_100_000);
let listed = 0;

/** Answers to a list by the word asked for; says who asked in `next`. */
const answers: Record<string, (caller: Caller) => Promise<ObservationPage | Json<ObservationPage>>> = {
  object: (caller) => Promise.resolve(page(caller.isKnown ? caller.subject : 'nobody')),
  text: () => Promise.resolve(json<ObservationPage>('{"items":[], "next":null}', 7)),
  problem: () => Promise.reject(new Problem('list.unreadable-cursor')),
  'another error': () => Promise.reject(new TypeError('the secret of this house')),
  'no error at all': () => Promise.reject(Object('just text') as Error),
  nothing: () => Promise.resolve(undefined as unknown as ObservationPage),
  'too large an object': () => Promise.resolve(page(big)),
  'too large a text': () => Promise.resolve(json<ObservationPage>(JSON.stringify(page(big)))),
  'too late': () => sleep(400, page('too late')),
};

@Controller()
class TradeController {
  @Serves(trade.observations.list)
  list(asked: ListObservations, caller: Caller): Promise<ObservationPage | Json<ObservationPage>> {
    listed++;
    return (answers[asked.indicator?.[0] ?? ''] ?? (() => Promise.resolve(page(null))))(caller);
  }

  @Serves(trade.observations.record)
  record(_input: RecordObservations, caller: Caller): Promise<RecordedIds> {
    // Thrown before any promise is made.
    caller.requireTerritory('kien-giang');
    return Promise.resolve({ items: [] });
  }

  @Serves(trade.health.read)
  health(): Promise<ServiceHealth> {
    throw new Problem('service.unavailable', { service: 'trade' });
  }
}
/** Handlers of everything else that trade promises: a service that leaves one out does not start. */
@Controller()
class TheOthers {
  static {
    const served: Operation[] = [trade.observations.list, trade.observations.record, trade.health.read];
    for (const operation of house.trade.operations.filter((each) => !served.includes(each))) {
      const value = (): Promise<object> => Promise.reject(new Error('nobody asks for this here'));
      Object.defineProperty(this.prototype, operation.name, { value, configurable: true });
      Serves(operation)(this.prototype, operation.name, { value });
    }
  }
}
@Module({ controllers: [TradeController, TheOthers] })
class TradeModule {}

describe('a service asked over the bus', () => {
  let installation: TestInstallation;
  let app: INestMicroservice;
  let gateway: NatsConnection;

  beforeAll(async () => {
    installation = await TestInstallation.create();
    const strategy = new PromiseServer({
      service: 'trade',
      namespace: 'doit',
      nats: await installation.connect('trade'),
      tokens: installation.tokens(),
    });
    app = await NestFactory.createMicroservice(TradeModule, { strategy, logger: false });
    await app.listen();
    gateway = await installation.connect('gateway');
  });
  afterAll(async () => {
    await app.close();
    await installation.stop();
  });

  const list = (word: string, more: object = {}) =>
    installation.ask(trade.observations.list, null, {
      query: `indicator=${encodeURIComponent(word)}`,
      ...more,
    });

  it('answers with what its handler gives, and text of the database as it is, with its version', async () => {
    expect(await list('plain')).toEqual({ status: 200, body: page(null), etag: undefined });
    const reply = await installation.asker.ask(trade.observations.list, { query: 'indicator=text' });
    expect({ ...reply, data: Buffer.from(reply.data).toString() }).toEqual({
      status: 200,
      data: '{"items":[], "next":null}',
      etag: '7',
    });
  });

  it.each([
    ['problem', 400, 'list.unreadable-cursor'],
    ['another error', 500, 'service.failed'],
    ['no error at all', 500, 'service.failed'],
    ['nothing', 500, 'service.failed'],
    ['too large an object', 500, 'answer.too-large'],
    ['too large a text', 500, 'answer.too-large'],
  ])('never makes a 200 of %s, and lives on', async (word, status, code) => {
    const answer = await list(word);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(await list('plain')).toMatchObject({ status: 200 });
  });

  it.each([
    ['thrown before any promise', trade.health.read, null, 503, 'service.unavailable'],
    ['of input', trade.observations.record, people.officer, 400, 'request.invalid'],
    ['of a missing token', trade.observations.record, null, 401, 'token.missing'],
    ['of a missing permission', trade.observations.record, people.reader, 403, 'permission.missing'],
  ])('never makes a 200 of a fault %s', async (_what, operation, who, status, code) => {
    const answer = await installation.ask(
      operation,
      who,
      operation === trade.health.read ? {} : { body: { items: [] } },
    );
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('never makes a 200 of a forged token, of none that is needed, or of a forbidden territory', async () => {
    const items = [
      { indicator: 'RETAIL', territory: 'x', period: '2023', measure: 'actual', status: 'official' },
    ];
    const body = Buffer.from(
      JSON.stringify({ items: items.map((item) => ({ ...item, value: '1', unit: 'VND_BN', source: 'x' })) }),
    );
    const record = async (token: string) => {
      const { status, data } = await installation.asker.ask(trade.observations.record, { token, body });
      return [status, (JSON.parse(Buffer.from(data).toString()) as { code?: string }).code];
    };
    expect(await record(await installation.issuer.token(people.officer, { audience: 'other' }))).toEqual([
      401,
      'token.invalid',
    ]);
    expect(await record(await installation.issuer.token(people.officer))).toEqual([
      403,
      'territory.not-yours',
    ]);
    expect(await record(await installation.issuer.token(people.neighbour))).toEqual([200, undefined]);
  });

  it('does not begin what nobody waits for any more', async () => {
    const before = listed;
    const late = headers();
    late.set('deadline', String(Date.now() - 1));
    const reply = await gateway.request('doit.rpc.trade.observations.list', '', {
      headers: late,
      timeout: 2000,
      noMux: true,
      reply: '_INBOX.gateway.trade.late',
    });
    expect([reply.headers?.get('status'), reply.json<{ code: string }>().code]).toEqual([
      '504',
      'service.too-slow',
    ]);
    expect(listed).toBe(before);
  });

  it('says that it does not know an operation that nobody promised', async () => {
    const reply = await gateway.request('doit.rpc.trade.observations.burn', '', {
      timeout: 2000,
      noMux: true,
      reply: '_INBOX.gateway.trade.burn',
    });
    expect([reply.headers?.get('status'), reply.json<{ code: string }>().code]).toEqual([
      '404',
      'request.unknown-route',
    ]);
  });

  it('cannot be answered for by another service, not even through the broker’s own replies', async () => {
    const stranger = await installation.connect('industry');
    const learnt = new Promise<string>((resolve) => {
      const heard = stranger.subscribe('doit.rpc.industry.>', {
        callback: (_error, { reply }) => {
          heard.unsubscribe();
          resolve(reply ?? '');
        },
      });
    });
    await stranger.flush();
    const asked = installation.asker.ask(industry.clusters.list, { patience: 300 }).catch(() => undefined);
    const [, , , own, secret, number] = (await learnt).split('.');
    const next = (parseInt(number ?? '', 36) + 1).toString(36);
    const waited = list('too late');
    // The broker's account information would arrive as a 200.
    stranger.publish('$JS.API.INFO', undefined, { reply: `_INBOX.gateway.trade.${own}.${secret}.${next}` });
    expect(await waited).toMatchObject({ status: 200, body: { next: 'too late' } });
    await asked;
  });

  it('is given up at the deadline when it hangs, and its late answer reaches nobody else', async () => {
    await expect(list('too late', { patience: 200 })).rejects.toMatchObject({
      code: 'service.too-slow',
      status: 504,
    });
    const end = Date.now() + 400;
    while (Date.now() < end)
      expect(await list('object')).toMatchObject({ status: 200, body: { next: 'nobody' } });
  });

  it('that is not there is told at once, not after the deadline', async () => {
    const begun = Date.now();
    await expect(installation.ask(industry.health.read, null, { patience: 10_000 })).rejects.toMatchObject({
      code: 'service.unavailable',
      status: 503,
    });
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  it('answers 64 at once each with its own', async () => {
    const asked = Array.from({ length: 64 }, (_, n) =>
      n % 3 === 0 ? people.officer : n % 3 === 1 ? people.neighbour : null,
    );
    const answers = await Promise.all(
      asked.map((who) => installation.ask(trade.observations.list, who, { query: 'indicator=object' })),
    );
    expect(answers.map(({ body }) => body['next'])).toEqual(asked.map((who) => who?.subject ?? 'nobody'));
  });

  it('is not hindered by a request too large for the broker that leaves in the same turn', async () => {
    const tooLarge = installation.asker.ask(trade.observations.record, {
      body: Buffer.alloc(2_000_000),
      patience: 200,
    });
    const [large, small] = await Promise.allSettled([tooLarge, list('object')]);
    expect(large).toMatchObject({ status: 'rejected', reason: { code: 'service.too-slow' } });
    expect(small).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
  });
});
