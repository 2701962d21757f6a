import { setTimeout as sleep } from 'node:timers/promises';
import {
  house as promised,
  newsKept,
  observationsRecorded,
  reporting,
  trade,
  tradeRegisters,
  type News,
  type NewsItem,
  type RecordedIds,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';
import { holdNews, noteNewsOf } from './noted';

const clerk = { subject: 'clerk', permissions: ['trade:read', 'trade:write'], territories: ['nghe-an'] };
const director = { ...clerk, subject: 'director', permissions: ['trade:read', 'trade:approve'] };
const goods = { indicator: 'RETAIL_GOODS', unit: 'VND_BN', measure: 'actual', status: 'official' };

/** Over a real broker and two services: what trade tells is news here, with what reporting learned of it. */
describe('what has changed', () => {
  let house: TestInstallation;
  let database: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: ofTrade });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    database = await house.as('reporting');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  async function list(query = ''): Promise<News> {
    const { status, body } = await house.ask(reporting.news.list, null, { query });
    expect(status).toBe(200);
    return body as unknown as News;
  }
  /** The next that was told, apart from how checks came out: they come when they come. */
  async function next(after: number, count = 1): Promise<NewsItem[]> {
    const read = async () =>
      (await list(`after=${after}&limit=1000`)).items.filter(({ type }) => type !== 'checks.changed');
    for (let end = Date.now() + 30_000; (await read()).length < count && Date.now() < end;) await sleep(20);
    return read();
  }
  const record = async (items: object[]): Promise<string[]> => {
    const { body, status } = await house.ask(trade.observations.record, clerk, { body: { items } });
    expect([status, body]).toMatchObject([200, {}]);
    return (body as unknown as RecordedIds).items.map(({ id }) => id);
  };
  const figure = (period: string, more: object = {}) => ({
    ...{ ...goods, territory: 'nghe-an', period, value: '1000', source: 'doit-nghe-an', asOf: '2024-01-05' },
    ...more,
  });
  const step = async (verb: 'submit' | 'approve' | 'return', ids: string[]): Promise<void> => {
    const body = { ids, ...(verb === 'return' && { reason: 'why' }) };
    const who = verb === 'submit' ? clerk : director;
    expect((await house.ask(trade.observations[verb], who, { body })).status).toBe(200);
  };

  it('is known from where one is: a draft is no news, each step is, and who may know it', async () => {
    const { last, items } = await list();
    expect(items).toEqual([]);
    const ids = await record([figure('2023-07'), figure('2023-08')]);
    for (const verb of ['submit', 'return', 'submit', 'approve'] as const) await step(verb, ids);
    const news = await next(last, 8);
    const key = (type: string, readers: string) =>
      ['2023-07', '2023-08'].map((period) => ({
        ...{ type, territory: 'nghe-an', indicator: 'RETAIL_GOODS', period, readers },
      }));
    const sorted = (found: Omit<NewsItem, 'position'>[]) =>
      found.map(({ type, territory, indicator, period, readers }) =>
        JSON.stringify({ type, territory, indicator, period, readers }),
      );
    // Steps that arrive together are told together, each once.
    expect(new Set(sorted(news))).toEqual(
      new Set(
        sorted([
          ...key('figures.submitted', 'trade'),
          ...key('figures.returned', 'trade'),
          ...key('figures.approved', 'everybody'),
        ] as NewsItem[]),
      ),
    );
    const positions = news.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(Math.min(...positions)).toBeGreaterThan(last);
    expect((await list(`after=${positions.at(-1)}`)).items.filter(({ type }) => /^fig/.test(type))).toEqual(
      [],
    );
    expect((await list('after=0&limit=1')).items).toHaveLength(1);
  });

  it('is what approved figures came with, and how checks came out', async () => {
    const { last } = await list();
    const item = figure('2022', { state: 'approved', stated: { yoyPct: '10.00' } });
    const base = figure('2021', { state: 'approved', value: '500' });
    await house.record(trade.observations.record, [item, base]);
    const news = await next(last, 2);
    expect(news.map(({ type, period }) => `${type} ${period}`).sort()).toEqual([
      'figures.approved 2021',
      'figures.approved 2022',
    ]);
    const checked = async () =>
      (await list(`after=${last}`)).items.filter(({ type }) => type === 'checks.changed');
    for (let end = Date.now() + 30_000; (await checked()).length === 0 && Date.now() < end;) await sleep(50);
    expect((await checked())[0]).toMatchObject({
      ...{ territory: 'nghe-an', indicator: null, period: '2022', readers: 'everybody' },
    });
  });

  it('is what entered a register, for whom the register is', async () => {
    for (const [noun, readers] of [
      ['market', 'everybody'],
      ['ecommerce-seller', 'trade'],
    ]) {
      const { last } = await list();
      const register = tradeRegisters.find((each) => each.noun === noun);
      if (!register) throw new Error(`trade keeps no register of ${noun}`);
      const create = promised.trade.operations.find(({ name }) => name === `trade.${register.path}.create`);
      if (!create) throw new Error(`nobody enters a ${noun}`);
      const { status } = await house.ask(create, people.admin, {
        body: leastEntry(register),
      });
      expect(status).toBe(200);
      const news = await next(last);
      expect(news.find(({ type }) => type === `registers.${noun}.changed`)).toMatchObject({
        ...{ territory: 'nghe-an', indicator: null, period: null, readers },
      });
    }
  });

  it('is told by territory alone where it is very much at once', async () => {
    const { last } = await list();
    const items = Array.from({ length: 501 }, (_, n) => ({
      ...{ indicator: 'RETAIL', territory: n % 2 ? 'nghe-an' : 'ha-tinh', period: String(1500 + n) },
      state: 'approved',
    }));
    const told = {
      ...{ id: '', aggregate: '', actor: '', occurredAt: '', position: 1 },
      ...{ type: observationsRecorded('trade').type, payload: JSON.stringify({ items }) },
    };
    await noteNewsOf('trade')(database, [told]);
    const keys = { type: 'figures.approved', indicator: null, period: null, readers: 'everybody' };
    const news = (await next(last, 2)).map(({ position: _, ...rest }) => rest);
    expect(news.sort((a, b) => ((a.territory ?? '') < (b.territory ?? '') ? -1 : 1))).toEqual([
      { ...keys, territory: 'ha-tinh' },
      { ...keys, territory: 'nghe-an' },
    ]);
  });

  it('is committed in the order of its positions, whoever notes it', async () => {
    const { last } = await list();
    await database.query('begin');
    await database.query(holdNews.text);
    await database.query(`insert into news (type, readers) values ('figures.rebuilt', 'everybody')`);
    await house.ask(trade.observations.record, people.admin, {
      body: { items: [figure('2024-01', { state: 'approved' })] },
    });
    await sleep(500);
    expect((await list(`after=${last}`)).items).toEqual([]);
    await database.query('commit');
    expect((await next(last, 2)).map(({ type }) => type)).toEqual(['figures.rebuilt', 'figures.approved']);
  });

  it('is forgotten after a while, but for where we are', async () => {
    await database.query(
      `insert into news (type, readers) select 'figures.rebuilt', 'everybody' from generate_series(1, ${newsKept + 50})`,
    );
    const before = await list();
    await record([figure('2024-02')]).then((ids) => step('submit', ids));
    await next(before.last);
    const { first, last } = await list();
    expect(last - first).toBe(newsKept - 1);

    const owner = await house.as('reporting', true);
    await owner.query(`update reporting.news set noted_at = now() - interval '13 hours'`);
    await owner.end();
    await record([figure('2024-03')]).then((ids) => step('submit', ids));
    await next(last);
    // A thousand at a time.
    expect((await list()).first).toBe(first + 1000);
  });
});
