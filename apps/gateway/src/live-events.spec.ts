import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Caller, Problem, reporting, trade, type LiveEvent, type News } from '@doit/contracts';
import { runService, type Running } from '@doit/runtime';
import { people, TestInstallation, type Claims } from '@doit/testing';
import type { Client } from 'pg';
import { database } from '../../reporting/src/database';
import { ReportingModule } from '../../reporting/src/reporting.module';
import { database as ofTrade } from '../../trade/src/database';
import { TradeModule } from '../../trade/src/trade.module';
import { Circuits } from './circuits';
import { edge } from './edge';
import { LiveEvents } from './live-events';

const clerk = { subject: 'clerk', permissions: ['trade:read', 'trade:write'], territories: ['nghe-an'] };
const director = { ...clerk, subject: 'director', permissions: ['trade:read', 'trade:approve'] };

/** What somebody is told, as it comes. */
class Watching {
  private readonly leaving = new AbortController();
  readonly told: LiveEvent[] = [];
  text = '';
  ended = false;
  response: Response;

  async begin(url: string, headers: Record<string, string>): Promise<this> {
    this.response = await fetch(url, { headers, signal: this.leaving.signal });
    void this.read();
    return this;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) {
        this.text += decoder.decode(chunk as Uint8Array, { stream: true });
        const data = [...this.text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => json);
        this.told.splice(0, this.told.length, ...data.map((json) => JSON.parse(json) as LiveEvent));
      }
    } catch {
      // Whoever leaves ends it.
    }
    this.ended = true;
  }

  types(): string[] {
    return this.told.map(({ type }) => type).filter((type) => type !== 'checks.changed');
  }

  async until(what: (watching: this) => boolean): Promise<void> {
    for (let end = Date.now() + 20_000; !what(this) && Date.now() < end;) await sleep(20);
    expect([what(this), this.types()]).toEqual([true, this.types()]);
  }

  leave(): void {
    this.leaving.abort();
  }
}

describe('what has changed is told', () => {
  let house: TestInstallation;
  let app: NestFastifyApplication;
  let service: Running;
  let here: Client;
  let url: string;
  const watching: Watching[] = [];

  const startReporting = async (): Promise<void> => {
    service = await runService(house.config('reporting'), ReportingModule);
  };
  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: ofTrade });
    await house.migrate('reporting', database);
    await startReporting();
    here = await house.as('reporting');
    app = await edge(house.asker, house.tokens());
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/v1/events`;
  });
  afterEach(() => watching.splice(0).forEach((each) => each.leave()));
  afterAll(async () => {
    await app.close();
    await here.end();
    await service.close();
    await house.stop();
  });

  const watch = async (who: Claims | null, headers: Record<string, string> = {}, expiresIn = 600) => {
    const token = who && (await house.issuer.token(who, { expiresIn }));
    const asked = { ...headers, ...(token && { authorization: `Bearer ${token}` }) };
    const each = await new Watching().begin(url, asked);
    watching.push(each);
    return each;
  };
  const ready = async (who: Claims | null) => {
    const each = await watch(who);
    await each.until(({ told }) => told.length > 0);
    return each;
  };
  const submit = async (period: string): Promise<string[]> => {
    const item = {
      ...{ indicator: 'RETAIL_GOODS', unit: 'VND_BN', measure: 'actual', status: 'official', value: '1000' },
      ...{ territory: 'nghe-an', period, source: 'doit-nghe-an', asOf: '2024-01-05' },
    };
    const { body } = await house.ask(trade.observations.record, clerk, { body: { items: [item] } });
    const ids = (body['items'] as { id: string }[]).map(({ id }) => id);
    expect((await house.ask(trade.observations.submit, clerk, { body: { ids } })).status).toBe(200);
    return ids;
  };
  const approve = async (ids: string[]): Promise<void> => {
    expect((await house.ask(trade.observations.approve, director, { body: { ids } })).status).toBe(200);
  };

  /** What was told is told of long ago. */
  const age = async (): Promise<void> => {
    const owner = await house.as('reporting', true);
    await owner.query(`update reporting.news set noted_at = now() - interval '11 seconds'`);
    await owner.end();
  };

  it('to whom it concerns, by its keys alone', async () => {
    const visitor = await ready(null);
    const officer = await ready(people.officer);
    const neighbour = await ready(people.neighbour);
    expect(visitor.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const ids = await submit('2023-01');
    await officer.until(({ told }) => told.some(({ type }) => type === 'figures.submitted'));
    await approve(ids);
    for (const each of [visitor, officer, neighbour])
      await each.until(({ told }) => told.some(({ type }) => type === 'figures.approved'));
    expect(officer.types()).toEqual(['ready', 'figures.submitted', 'figures.approved']);
    expect(visitor.types()).toEqual(['ready', 'figures.approved']);
    expect(neighbour.types()).toEqual(['ready', 'figures.approved']);
    const told = visitor.told.find(({ type }) => type === 'figures.approved');
    expect(Object.keys(told ?? {})).toEqual(['type', 'territory', 'indicator', 'period', 'position']);
    expect(told).toMatchObject({ territory: 'nghe-an', indicator: 'RETAIL_GOODS', period: '2023-01' });
    expect(visitor.text).toContain(`id: ${told?.position}\ndata: {"type":"figures.approved"`);
  });

  it('from a little before one listens: what one has read may be from before', async () => {
    const early = await ready(people.officer);
    await submit('2023-03');
    await early.until(({ told }) => told.some(({ period }) => period === '2023-03'));
    const late = await ready(people.officer);
    await late.until(({ told }) => told.some(({ period }) => period === '2023-03'));
    expect(late.types()[0]).toBe('ready');
    await age();
    const later = await ready(people.officer);
    await submit('2023-04');
    await later.until(({ told }) => told.some(({ period }) => period === '2023-04'));
    expect(later.types()).toEqual(['ready', 'figures.submitted']);
  });

  it('after the position that one knows, while reporting was away, too', async () => {
    const { last: position } = (await house.ask(reporting.news.list, null)).body as unknown as News;
    const ids = await submit('2023-02');
    const other = await ready(people.officer);
    await service.close();
    await approve(ids);
    const resumed = await watch(people.officer, { 'last-event-id': String(position) });
    await sleep(1500);
    expect(resumed.told).toEqual([]);
    await startReporting();
    await resumed.until(({ told }) => told.some(({ type }) => type === 'figures.approved'));
    expect(resumed.types()).toEqual(['figures.submitted', 'figures.approved']);
    await other.until(({ told }) => told.some(({ type }) => type === 'figures.approved'));
  });

  it('to read anew, where what one missed is forgotten or nobody knows it', async () => {
    const { last } = (await house.ask(reporting.news.list, null)).body as unknown as News;
    await here.query('delete from news where position < $1', [last]);
    for (const unknown of ['0', String(last + 1000), 'nonsense']) {
      const each = await watch(null, { 'last-event-id': unknown });
      await each.until(({ told }) => told.length > 0);
      expect(each.text).toContain(`event: reset\nid: ${last}\ndata: {"type":"reset"`);
    }
    const whole = await watch(null, { 'last-event-id': String(last - 1) });
    await whole.until(({ told }) => told.length > 0);
    expect(whole.told[0]?.position).toBe(last);
    expect(whole.types()).not.toContain('reset');
  });

  it('to who has read everything, however long a page is', async () => {
    const each = await ready(null);
    const counted = ({ told }: Watching) =>
      told.filter(({ indicator }) => indicator === 'EXPORT_PORTAL_ENTERPRISES').length;
    await here.query(
      `insert into news (type, territory, indicator, period, readers)
        select 'figures.approved', 'ba-ria-vung-tau', 'EXPORT_PORTAL_ENTERPRISES', '2023-01/P11M', 'everybody'
        from generate_series(1, 500)`,
    );
    await each.until((of) => counted(of) >= 500 || of.ended);
    expect([counted(each), each.ended]).toEqual([500, false]);
    expect(each.text.length).toBeGreaterThan(64 * 1024);
  });

  it('until the token ends', async () => {
    const each = await watch(people.officer, {}, 3);
    await each.until(({ told }) => told.length > 0);
    expect(each.ended).toBe(false);
    await each.until(({ ended }) => ended);
    const refused = await watch(people.officer, {}, -60);
    expect(refused.response.status).toBe(401);
  });

  it('as it comes: neither compressed nor kept', async () => {
    const each = await watch(null, { 'accept-encoding': 'br, gzip' });
    expect(each.response.headers.get('content-encoding')).toBeNull();
    expect(each.response.headers.get('cache-control')).toBe('no-store');
    expect((await watch(null)).response.status).toBe(200);
    expect((await fetch(`${url}?territory=nghe-an`)).status).toBe(400);
  });

  it('to so many of one account, and then to no more', async () => {
    const statuses = [];
    for (let n = 0; n < 22; n++) statuses.push((await watch(people.admin)).response.status);
    expect(statuses).toEqual([...Array<number>(20).fill(200), 503, 503]);
    watching.splice(0).forEach((each) => each.leave());
    for (let end = Date.now() + 10_000; (await watch(people.admin)).response.status !== 200;)
      if (Date.now() > end) throw new Error('places of those who left are not free');
      else await sleep(100);
  });

  it('by one question for all, and to none who does not read', async () => {
    await age();
    let questions = 0;
    const ask = house.asker.ask.bind(house.asker);
    const counted = jest.spyOn(house.asker, 'ask').mockImplementation((operation, asked) => {
      if (operation === reporting.news.list) questions += 1;
      return ask(operation, asked);
    });
    const circuits = new Circuits(house.asker, () => undefined);
    const events = new LiveEvents(circuits);
    const streams = Array.from({ length: 200 }, () => events.watch(Caller.nobody, null));
    const [reading] = streams;
    reading?.on('data', () => undefined);
    await sleep(2500);
    expect(questions).toBeGreaterThan(1);
    expect(questions).toBeLessThanOrEqual(4);
    await here.query(
      `insert into news (type, readers) select 'figures.rebuilt', 'everybody' from generate_series(1, 2000)`,
    );
    for (let end = Date.now() + 10_000; !streams[1]?.destroyed && Date.now() < end;) await sleep(50);
    expect(streams.filter(({ destroyed }) => destroyed)).toHaveLength(199);
    expect(reading?.destroyed).toBe(false);
    await events.close();
    expect(() => events.watch(Caller.nobody, null)).toThrow(Problem);
    circuits.close();
    counted.mockRestore();
  });
});
