import {
  mobileSales,
  reporting,
  stabilisationPoints,
  trade,
  type CheckResult,
  type Operation,
} from '@doit/contracts';
import { leastEntry, people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as ofTrade } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { settled } from '../../test/settled';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

/** What is stated of a quarter and a month, beside trips by the days on which they were held. */
describe('mobile sales and points of sale', () => {
  let house: TestInstallation;
  let there: Client;
  let here: Client;
  const { admin } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: ofTrade });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    there = await house.as('trade');
    here = await house.as('reporting');
    const of = {
      territory: 'kien-giang',
      measure: 'actual',
      status: 'preliminary',
      source: 'doit-kien-giang',
    };
    const stated = (indicator: string, period: string, value: string, unit = 'COUNT') => ({
      ...{ ...of, indicator, period, value, unit, state: 'approved' },
    });
    await house.record(trade.observations.record, [
      stated('MOBILE_SALES_TRIPS', '2024-Q1', '3'),
      stated('MOBILE_SALES_REVENUE', '2024-Q1', '0.6', 'VND_BN'),
      stated('MOBILE_SALES_TRIPS', '2024-02', '1'),
      stated('STABILISATION_POINTS', '2024-Q1', '2'),
    ]);
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  async function checks(period: string): Promise<string[]> {
    await settled('trade', there, here);
    const query = `territory=kien-giang&period=${period}`;
    const { body } = await house.ask(reporting.checks.list, null, { query });
    return (body['items'] as CheckResult[])
      .filter(({ code }) => /^(mobile-sales|stabilisation-points)\.register$/.test(code))
      .map(({ indicators, verdict, missing, message }) => {
        const [, entries] = /\((\d+) entr/.exec(message.en) ?? [];
        return [indicators[0], verdict, entries, ...missing].join(' ');
      })
      .sort();
  }
  async function enter(operation: Operation, items: object[]): Promise<void> {
    const { status, body } = await house.ask(operation, admin, { body: { items } });
    expect([status, body.errors]).toEqual([200, undefined]);
  }
  const trip = (heldOn: string, more: object = {}) =>
    leastEntry(mobileSales, { territory: 'kien-giang', heldOn, state: 'held', revenueMn: '200', ...more });
  const point = (startsOn: string, endsOn: string, more: object = {}) =>
    leastEntry(stabilisationPoints, {
      territory: 'kien-giang',
      state: 'operating',
      startsOn,
      endsOn,
      ...more,
    });
  const complete = async (register: string) => {
    const body = { register, territory: 'kien-giang', on: '2024-02-29' };
    expect((await house.ask(trade.registers.complete, admin, { body })).status).toBe(200);
  };

  it('cannot tell until their registers are complete, and then agree: trips of the days of the period, points on its last day', async () => {
    await enter(trade.mobileSales.createMany, [
      trip('2024-01-01'),
      trip('2024-02-29', { state: 'reported' }),
      trip('2024-03-31'),
      // On the days beside it; planned, and cancelled.
      ...[trip('2023-12-31'), trip('2024-04-01')],
      ...['planned', 'cancelled'].map((state) => trip('2024-02-10', { state, revenueMn: null })),
    ]);
    await enter(trade.stabilisationPoints.createMany, [
      point('2024-03-31', '2024-05-01'),
      point('2024-01-01', '2024-03-31'),
      point('2024-01-01', '2024-03-30'),
      point('2024-04-01', '2024-05-01'),
      point('2024-01-01', '2024-05-01', { state: 'planned' }),
      point('2024-01-01', '2024-05-01', { state: 'closed', stateOn: '2024-03-31' }),
    ]);
    const open = 'register-incomplete';
    expect(await checks('2024-Q1')).toEqual([
      `MOBILE_SALES_REVENUE cannot-tell 3 ${open}`,
      `MOBILE_SALES_TRIPS cannot-tell 3 ${open}`,
      `STABILISATION_POINTS cannot-tell 2 ${open}`,
    ]);
    await complete('mobile-sales');
    await complete('stabilisation-points');
    expect(await checks('2024-Q1')).toEqual([
      'MOBILE_SALES_REVENUE agrees 3',
      'MOBILE_SALES_TRIPS agrees 3',
      'STABILISATION_POINTS agrees 2',
    ]);
    expect(await checks('2024-02')).toEqual(['MOBILE_SALES_TRIPS agrees 1']);
  });

  it('are contradicted by one trip more, in each period in which its day lies, and not by revenue that nobody knows', async () => {
    await enter(trade.mobileSales.createMany, [trip('2024-02-15', { revenueMn: null })]);
    expect(await checks('2024-Q1')).toEqual([
      'MOBILE_SALES_REVENUE cannot-tell 4 mobile-sale.revenueMn',
      'MOBILE_SALES_TRIPS contradicts 4',
      'STABILISATION_POINTS agrees 2',
    ]);
    expect(await checks('2024-02')).toEqual(['MOBILE_SALES_TRIPS contradicts 2']);
  });

  it('are not contradicted by points that may have ended with their programme', async () => {
    await enter(trade.stabilisationPoints.createMany, [point('2024-01-01', '2024-05-01')]);
    expect((await checks('2024-Q1'))[2]).toBe('STABILISATION_POINTS cannot-tell 3 register-undated');
  });
});
