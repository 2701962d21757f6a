import { setTimeout as sleep } from 'node:timers/promises';
import {
  exportImport,
  reporting,
  trade,
  type CheckResult,
  type Observation,
  type Operation,
} from '@doit/contracts';
import { memberIdsOn } from '@doit/reference';
import { people, TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as exportImportRooms } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { database as tradeRooms } from '../../../trade/src/database';
import { TradeModule } from '../../../trade/src/trade.module';
import { database as rooms } from '../database';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]?: Observation[F] };

const highlands = ['dak-lak', 'dak-nong', 'gia-lai', 'kon-tum', 'lam-dong'];
const retail: Row = { indicator: 'RETAIL', unit: 'VND_BN' };
const exports: Row = { indicator: 'EXPORT', unit: 'USD_MN' };
const balance: Row = { indicator: 'TRADE_BALANCE', unit: 'USD_MN' };
const population: Row = { indicator: 'POPULATION', unit: 'PERSON' };

/** Figures of groups, of the country and of their members, told by the services that own them. */
describe('what is stated for a group against its members', () => {
  let house: TestInstallation;
  let database: Client;
  let told = 0;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('trade', { module: TradeModule, database: tradeRooms });
    await house.start('export-import', { module: ExportImportModule, database: exportImportRooms });
    await house.start('reporting', { module: ReportingModule, database: rooms });
    database = await house.as('reporting');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  /** Records figures of one indicator and period, by territory, and waits until their places are checked. */
  async function record(of: Row, period: string, values: Record<string, string>, more: Row = {}) {
    const owner: Record<string, Operation> = {
      RETAIL: trade.observations.record,
      POPULATION: reporting.observations.record,
    };
    const items = Object.entries(values).map(([territory, value]) => ({
      ...{ measure: 'actual', status: 'official', source: 'gso', asOf: '2024-01', ...of, ...more },
      ...{ territory, period, value },
    }));
    const operation = owner[of.indicator ?? ''] ?? exportImport.observations.record;
    const answer = await house.ask(operation, people.admin, { body: { items } });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    told += items.length;
    const isDone = async (): Promise<boolean | undefined> => {
      const { rows } = await database.query<{ done: boolean }>(
        `select (select count(*) from figure) = ${told} and not exists (select from place where marked > checked) as done`,
      );
      return rows[0]?.done;
    };
    for (let end = Date.now() + 60_000; !(await isDone()) && Date.now() < end;) await sleep(30);
    expect(await isDone()).toBe(true);
  }

  async function checks(territory: string, period: string, more = ''): Promise<CheckResult[]> {
    const query = `territory=${territory}&period=${period}${more}`;
    const { status, body } = await house.ask(reporting.checks.list, null, { query });
    expect(status).toBe(200);
    return (body['items'] as CheckResult[]).filter(({ code }) => code === 'parts.members');
  }
  const each = (members: readonly string[], value: string) =>
    Object.fromEntries(members.map((id) => [id, value]));

  // Five roundings of half a unit and the group's own: 1,000 stands for anything up to 1,003.
  it.each([
    ['2015', '1003', 'agrees', '0'],
    ['2016', '1004', 'contradicts', '1.0'],
    ['2017', '997', 'agrees', '0'],
    ['2018', '996', 'contradicts', '1.0'],
  ])('in %s, members of 1,000 and a total of %s: %s', async (period, total, verdict, difference) => {
    await record(retail, period, { 'ch-2024': total, ...each(highlands, '200') });
    const [found, ...others] = await checks('ch-2024', period);
    expect(found).toMatchObject({ verdict, difference, recomputed: { low: '997.5', high: '1002.5' } });
    expect([others, found?.missing, found?.lineage.length]).toEqual([[], [], 6]);
  });

  it('says of each member what it states, the largest first', async () => {
    const values = {
      'dak-lak': '500',
      'dak-nong': '80',
      'gia-lai': '250',
      'kon-tum': '90',
      'lam-dong': '300',
    };
    await record(retail, '2014', { 'ch-2024': '1220', ...values });
    const [found] = await checks('ch-2024', '2014');
    expect(found?.message).toEqual({
      vi: 'Cộng các địa phương (Đắk Lắk 500 tỷ đồng; Lâm Đồng 300 tỷ đồng; Gia Lai 250 tỷ đồng; Kon Tum 90 tỷ đồng; Đắk Nông 80 tỷ đồng) được 1.220 tỷ đồng, khớp với số nguồn nêu (1.220 tỷ đồng).',
      en: 'The localities (Dak Lak 500 VND billion; Lam Dong 300 VND billion; Gia Lai 250 VND billion; Kon Tum 90 VND billion; Dak Nong 80 VND billion) add up to 1,220 VND billion, which agrees with the stated 1,220 VND billion.',
    });
  });

  it('names who is missing where most are known, says nothing where few are, and knows when few are too much', async () => {
    await record(retail, '2019', { 'ch-2024': '1000', 'kon-tum': '200', 'gia-lai': '200' });
    expect(await checks('ch-2024', '2019')).toEqual([]);
    await record(retail, '2019', { 'dak-lak': '200' });
    const [untold] = await checks('ch-2024', '2019');
    expect(untold).toMatchObject({ verdict: 'cannot-tell', missing: ['dak-nong', 'lam-dong'] });
    expect(untold?.message).toEqual({
      vi: 'Chưa đối chiếu được 1.000 tỷ đồng với tổng các địa phương: mới có số liệu cộng được của 3/5 địa phương, còn thiếu Đắk Nông, Lâm Đồng.',
      en: '1,000 VND billion cannot be held against the sum of its localities: 3/5 have a figure that can be added; missing are Dak Nong, Lam Dong.',
    });
    await record(retail, '2019', { 'dak-lak': '700' }, { asOf: '2024-05' });
    const [exceeded] = await checks('ch-2024', '2019');
    expect(exceeded).toMatchObject({
      verdict: 'contradicts',
      difference: '98.0',
      recomputed: { low: '1098.5', high: null },
    });
  });

  it('counts no figure that is only about so much', async () => {
    await record(retail, '2013', { 'ch-2024': '1000', ...each(highlands.slice(2), '200') });
    await record(retail, '2013', { 'dak-lak': '200' }, { comparator: 'about' });
    expect(await checks('ch-2024', '2013')).toMatchObject([{ missing: ['dak-lak', 'dak-nong'] }]);
  });

  it('is looked at again when a member is corrected, and as it was known on a day', async () => {
    await record(retail, '2020', { 'ch-2024': '1000', ...each(highlands, '200') });
    await record(retail, '2020', { 'lam-dong': '250' }, { asOf: '2024-06' });
    expect(await checks('ch-2024', '2020')).toMatchObject([{ verdict: 'contradicts' }]);
    expect(await checks('ch-2024', '2020', '&asOf=2024-03')).toMatchObject([{ verdict: 'agrees' }]);
    await record(retail, '2020', { 'lam-dong': '200' }, { asOf: '2024-07' });
    expect(await checks('ch-2024', '2020')).toMatchObject([{ verdict: 'agrees' }]);
  });

  it('holds a stock against those of its last month, whatever spans they are stated for', async () => {
    await record(population, '2019', { 'ch-2024': '5842681' });
    const census = {
      ...{ 'kon-tum': '540438', 'gia-lai': '1513847', 'dak-lak': '1869322' },
      ...{ 'dak-nong': '622168', 'lam-dong': '1296906' },
    };
    await record(population, '2019-12', census);
    const [found] = (await checks('ch-2024', '2019')).filter(
      ({ indicators }) => indicators[0] === 'POPULATION',
    );
    expect(found).toMatchObject({ verdict: 'agrees', lineage: { length: 6 } });
    await record(population, '2019-12', { 'lam-dong': '1296960' }, { asOf: '2024-02' });
    const again = (await checks('ch-2024', '2019')).find(({ indicators }) => indicators[0] === 'POPULATION');
    expect(again?.verdict).toBe('contradicts');
  });

  it('knows that some of what may be negative can come to more than all', async () => {
    await record(balance, '2019', { 'ch-2024': '10', 'kon-tum': '400', 'gia-lai': '5' });
    expect(await checks('ch-2024', '2019')).toHaveLength(1 + 1);
    await record(balance, '2019', { 'dak-lak': '-100' });
    const found = (await checks('ch-2024', '2019')).find(
      ({ indicators }) => indicators[0] === 'TRADE_BALANCE',
    );
    expect(found).toMatchObject({ verdict: 'cannot-tell', missing: ['dak-nong', 'lam-dong'] });
  });

  it('says nothing where a source states a unit before it split off', async () => {
    const before2004 = memberIdsOn('ch-2024', '2003-12-31');
    expect(before2004).not.toContain('dak-nong');
    await record(retail, '2003', { 'ch-2024': '1000', ...each(before2004, '200') });
    expect(await checks('ch-2024', '2003')).toMatchObject([{ verdict: 'contradicts' }]);
    await record(retail, '2003', { 'dak-nong': '200' }, { basis: 'recast-by-source' });
    expect(await checks('ch-2024', '2003')).toEqual([]);
  });

  it('holds the country against the 63 only in what is counted by province', async () => {
    const units = memberIdsOn('viet-nam', '2021-12-31');
    expect(units).toHaveLength(63);
    await record(retail, '2021', { 'viet-nam': '63000', ...each(units, '900') });
    await record(exports, '2021', { 'viet-nam': '63000', ...each(units, '900') });
    expect(await checks('viet-nam', '2021')).toMatchObject([
      { verdict: 'contradicts', indicators: ['RETAIL'], lineage: { length: 64 } },
    ]);
    await record(exports, '2021', { 'ch-2024': '63000' });
    expect(await checks('ch-2024', '2021')).toMatchObject([
      { verdict: 'contradicts', indicators: ['EXPORT'] },
    ]);
  });

  it('says how many are missing beyond those it names', async () => {
    const units = memberIdsOn('viet-nam', '2022-12-31');
    await record(retail, '2022', { 'viet-nam': '63000', ...each(units.slice(0, 33), '900') });
    const [found] = await checks('viet-nam', '2022');
    expect(found?.missing).toEqual(units.slice(33, 53));
    expect(found?.message.vi).toContain('33/63 địa phương');
    expect(found?.message.vi).toMatch(/ và 10 địa phương khác\.$/);
    expect(found?.message.en).toMatch(/ and 10 others\.$/);
  });
});
