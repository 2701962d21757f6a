import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { reporting, trade, type Checks, type Comparisons, type RecordedIds } from '@doit/contracts';
import { rebuild } from '@doit/events';
import { TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';
import { figureSources, figureTables } from './projection';

const clerk = { subject: 'clerk', permissions: ['trade:read', 'trade:write'], territories: ['nghe-an'] };
const director = { ...clerk, subject: 'director', permissions: ['trade:read', 'trade:approve'] };

/** Over a real broker and two services: reporting asks nobody, and learns of each step by its event. */
describe('a figure of another service', () => {
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

  const record = async (value: string, more: object = {}, reason?: string): Promise<string> => {
    const item = {
      ...{ indicator: 'RETAIL_GOODS', territory: 'nghe-an', period: '2023', measure: 'actual', value },
      ...{ status: 'preliminary', unit: 'VND_BN', source: 'doit-nghe-an', asOf: '2024-01-05', ...more },
    };
    const body = { items: [item], ...(reason && { reason }) };
    const answer = await house.ask(trade.observations.record, clerk, { body });
    return (answer.body as unknown as RecordedIds).items[0]?.id ?? '';
  };
  const take = async (step: 'submit' | 'approve' | 'return', id: string): Promise<void> => {
    const body = { ids: [id], ...(step === 'return' && { reason: 'why' }) };
    const who = step === 'submit' ? clerk : director;
    expect((await house.ask(trade.observations[step], who, { body })).status).toBe(200);
  };
  const known = async (id: string) =>
    (await database.query<{ state: string }>('select state from figure where id = $1', [id])).rows[0]?.state;
  const until = async (id: string, state: string): Promise<void> => {
    for (let end = Date.now() + 10_000; (await known(id)) !== state && Date.now() < end;) await sleep(20);
    expect(await known(id)).toBe(state);
  };
  /** What is shown to everybody, and whose figure it is. */
  const shown = async () => {
    const query = 'territory=nghe-an&period=2023';
    const { items } = (await house.ask(reporting.comparisons.read, null, { query }))
      .body as unknown as Comparisons;
    const actual = items.find(({ indicator }) => indicator === 'RETAIL_GOODS')?.actual;
    return actual && [actual.value, actual.observationId];
  };
  const tables = async () => {
    const all = async (table: string, order: string): Promise<object[]> =>
      (await database.query<object>(`select to_jsonb(t) as row from ${table} t order by ${order}`)).rows;
    return [
      await all('figure', 'id'),
      await all('cell', 'id'),
      await all('fact', 'cell, from_month, months'),
    ];
  };

  it('is shown once it is approved, and not before', async () => {
    const id = await record('94000');
    await until(id, 'draft');
    expect(await shown()).toBeUndefined();
    await take('submit', id);
    await until(id, 'submitted');
    await take('return', id);
    await until(id, 'returned');
    await take('submit', id);
    await until(id, 'submitted');
    expect(await shown()).toBeUndefined();
    await take('approve', id);
    await until(id, 'approved');
    expect(await shown()).toEqual(['94000', id]);
  });

  it('is checked for those whom it concerns as soon as it is submitted', async () => {
    const codes = async (query: string, who: typeof clerk | null) => {
      const answer = await house.ask(reporting.checks.list, who, {
        query: `territory=nghe-an&period=2024${query}`,
      });
      const { items } = answer.body as unknown as Partial<Checks>;
      return items?.map(({ code, verdict }) => `${code} ${verdict}`) ?? answer.body.code;
    };
    const id = await record('99640', { period: '2024', asOf: '2025-01-05', stated: { yoyPct: '7.00' } });
    await take('submit', id);
    await until(id, 'submitted');
    expect(await codes('', director)).toEqual([]);
    expect(await codes('&state=submitted', director)).toEqual(['year-on-year.base contradicts']);
    expect(await codes('&state=submitted', clerk)).toEqual(['year-on-year.base contradicts']);
    expect(await codes('&state=submitted', null)).toBe('token.missing');
    expect(await codes('&state=submitted', { ...clerk, territories: ['ha-tinh'] })).toBe(
      'territory.not-yours',
    );
    expect(await codes('&state=submitted', { ...clerk, permissions: ['trade:read'] })).toBe(
      'permission.missing',
    );
    expect(await codes('&state=submitted&asOf=2025-02', clerk)).toBe('checks.submitted-as-now');
  });

  it('gives way to its correction once that is approved', async () => {
    const [, before] = (await shown()) ?? [];
    const id = await record('94100', {}, 'a market was counted twice');
    await take('submit', id);
    await until(id, 'submitted');
    expect(await shown()).toEqual(['94000', before]);
    await take('approve', id);
    await until(id, 'approved');
    expect(await shown()).toEqual(['94100', id]);
  });

  it('stands as it does when all is rebuilt from what was told', async () => {
    const waiting = await record('1', { period: '2022' });
    await take('submit', waiting);
    await until(waiting, 'submitted');
    const before = await tables();
    await rebuild({
      listener: 'reporting',
      sources: figureSources.filter(({ teller }) => teller === 'trade' || teller === 'reporting'),
      tables: figureTables,
      namespace: 'doit',
      connection: { connectionString: house.owner('reporting').databaseUrl },
      nats: await house.connect('reporting'),
      log: new Logger('rebuild'),
    });
    expect(await tables()).toEqual(before);
    await take('approve', waiting);
    await until(waiting, 'approved');
    expect((await tables())[2]).toHaveLength(2); // of 2022 and 2023
  });
});
