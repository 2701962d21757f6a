import type { Client } from 'pg';
import {
  exportImport,
  tradeRemedies,
  traders,
  type EntryHistory,
  type TradeRemedyWarning,
  type TradeRemedyWarnings,
} from '@doit/contracts';
import { todayInVietNam } from '@doit/registers';
import { leastEntry, people, TestInstallation, type Claims } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const { officer, neighbour, admin } = people;
const reader: Claims = { ...people.reader, permissions: ['export-import:read'], territories: ['nghe-an'] };

describe('warnings of trade remedies', () => {
  let house: TestInstallation;
  let client: Client;
  const on = '2024-07-15';

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
    client = await house.as('export-import');
    await client.query(`set doit.territories = '*'`);
    for (const [more, who] of [
      [{ code: 'X-1', products: ['03'], markets: ['US', 'JP'] }, officer],
      [
        { code: 'X-2', products: ['03061721'], markets: ['US'], tradesAs: 'both', state: 'suspended' },
        officer,
      ],
      [{ code: 'X-3', products: ['0306'], markets: null }, officer],
      // None of these is touched: they import, sell elsewhere, sell other goods, or trade no more.
      [{ code: 'N-1', products: ['0306'], markets: ['US'], tradesAs: 'importer' }, officer],
      [{ code: 'N-2', products: ['0306'], markets: ['JP'] }, officer],
      [{ code: 'N-3', products: ['0305', '09'], markets: ['US'] }, officer],
      [{ code: 'N-4', products: ['0306'], markets: ['US'], state: 'closed' }, officer],
      [{ code: 'N-5', products: null, markets: ['US'] }, officer],
      [{ code: 'K-1', products: ['0306'], markets: ['US'], territory: 'kien-giang' }, neighbour],
      [{ code: 'K-2', products: ['7210'], markets: ['DE'], territory: 'kien-giang' }, neighbour],
    ] as const) {
      const body = leastEntry(traders, { tradesAs: 'exporter', state: 'trading', ...more });
      expect((await house.ask(exportImport.traders.create, who, { body })).status).toBe(200);
    }
  });
  afterAll(async () => {
    await client.end();
    await house.stop();
  });

  const shrimp = {
    ...{ code: 'US-1', country: 'US', instrument: 'countervailing', hsCodes: ['030617'] },
    ...{ initiatedOn: '2023-11-14', territory: 'viet-nam' },
  };
  const enter = async (more: object, who = admin) => {
    const body = leastEntry(tradeRemedies, { ...shrimp, ...more });
    const { status, body: entry } = await house.ask(exportImport.tradeRemedies.create, who, { body });
    return status === 200 ? String(entry['id']) : String(entry.code);
  };
  const warnings = async (territory: string, who: Claims | null = null, day = on) => {
    const query = `territory=${territory}&on=${day}`;
    const { status, body } = await house.ask(exportImport.tradeRemedies.warnings, who, { query });
    expect([status, body.code]).toEqual([200, undefined]);
    return (body as unknown as TradeRemedyWarnings).items;
  };
  const briefly = ({
    territory,
    code,
    stage,
    sunsetOn,
    daysLeft,
    traders: many,
    ofUnknownMarkets,
  }: TradeRemedyWarning) => [territory, code, stage, sunsetOn, daysLeft, many, ofUnknownMarkets].join(' ');
  let first = '';

  it('are of cases of the whole country, entered by who may write for all, or of one that a territory knows of', async () => {
    expect(await enter({}, officer)).toBe('territory.not-yours');
    first = await enter({});
    expect(
      await enter({ code: 'IN-1', country: 'IN', hsCodes: ['90'], territory: 'nghe-an' }, officer),
    ).toMatch(/-/);
    // Other registers are of provinces.
    const body = leastEntry(traders, { territory: 'viet-nam' });
    const refused = await house.ask(exportImport.traders.create, admin, { body });
    expect(refused.body.code).toBe('territory.unknown');
    const region = leastEntry(tradeRemedies, { territory: 'south-20-2024' });
    const unknown = await house.ask(exportImport.tradeRemedies.create, admin, { body: region });
    expect(unknown.body.code).toBe('territory.unknown');
  });

  it('count for everybody who exports such goods there, by codes that are the other or its beginning', async () => {
    expect((await warnings('nghe-an,kien-giang,ha-tinh')).map(briefly)).toEqual([
      'nghe-an US-1 investigating   2 1',
      'kien-giang US-1 investigating   1 0',
    ]);
    // Before it was initiated there was no case.
    expect(await warnings('nghe-an', null, '2023-11-13')).toEqual([]);
    expect(await warnings('nghe-an', null, '2023-11-14')).toHaveLength(1);
  });

  it('name the traders to readers of the territory alone', async () => {
    const named = async (territory: string, who: Claims | null) =>
      (await warnings(territory, who)).map(({ exporters }) => exporters?.map(({ code }) => code) ?? null);
    expect(await named('nghe-an', null)).toEqual([null]);
    expect(await named('nghe-an', neighbour)).toEqual([null]);
    expect(await named('nghe-an', reader)).toEqual([['X-1', 'X-2']]);
    expect(await named('nghe-an,kien-giang', reader)).toEqual([['X-1', 'X-2'], null]);
    // A merged unit has the traders of those whose land it holds; who reads one of them alone is told no names.
    const [merged] = await warnings('an-giang-2025', admin);
    expect(merged).toMatchObject({ territory: 'an-giang-2025', traders: 1 });
    expect(merged?.exporters).toEqual([{ code: 'K-1', name: 'Nghĩa Mỹ', territory: 'kien-giang' }]);
    expect(await named('an-giang-2025', { ...neighbour, territories: ['kien-giang'] })).toEqual([null]);
  });

  it('say in which territories a case touches exporters when it is entered or moves on, and with nothing else', async () => {
    const step = async (version: number, body: object) => {
      const asked = { query: `id=${first}`, ifMatch: String(version), body };
      expect((await house.ask(exportImport.tradeRemedies.step, admin, asked)).status).toBe(200);
    };
    await step(1, { step: 'determine-preliminarily', on: '2024-04-01' });
    const change = { query: `id=${first}`, ifMatch: '2', body: { fileReference: 'C-552-838' } };
    expect((await house.ask(exportImport.tradeRemedies.change, admin, change)).status).toBe(200);
    const query = `id=${first}`;
    const { body } = await house.ask(exportImport.tradeRemedies.history, admin, { query });
    const told = (body as unknown as EntryHistory).items.map(
      ({ payload }) => (payload as { touches?: unknown }).touches,
    );
    const touches = [
      { territory: 'kien-giang', traders: 1, ofUnknownMarkets: 0, isExported: false },
      { territory: 'nghe-an', traders: 2, ofUnknownMarkets: 1, isExported: false },
    ];
    expect(told).toEqual([touches, touches, undefined]);
  });

  it('tell the stage and by when the measure ends, those that end soonest first, until the case is over', async () => {
    const imposed = { state: 'measure-in-force', finalOn: '2020-03-01', measureFrom: '2020-03-02' };
    await enter({ code: 'US-2', instrument: 'anti-dumping', initiatedOn: '2019-01-01', ...imposed });
    const over = await enter({ code: 'US-3', ...imposed, state: 'expired', initiatedOn: '2019-01-01' });
    expect(over).toMatch(/-/);
    await enter({ code: 'US-4', state: 'withdrawn' });
    expect((await warnings('nghe-an')).map(briefly)).toEqual([
      'nghe-an US-2 measure-in-force 2025-03-02 230 2 1',
      'nghe-an US-1 preliminary   2 1',
    ]);
  });

  it('are of the European Union’s members where it is the Union that acts', async () => {
    await enter({ code: 'EU-1', country: 'EU', instrument: 'safeguard', hsCodes: ['72'] });
    expect((await warnings('kien-giang')).map(({ code }) => code)).toEqual(['US-2', 'EU-1', 'US-1']);
  });

  describe('with what customs recorded', () => {
    let nth = 0;
    const line = (
      month: string,
      hs: string,
      usd: number,
      enterprise = '',
      more: Partial<Record<'partner' | 'flow' | 'source' | 'state', string>> = {},
    ) => {
      const { partner = 'US', flow = 'export', source = 'customs', state = 'approved' } = more;
      return client.query(
        `insert into flow_line (territory, month, flow, source, partner, regime, enterprise, hs, hs_edition, commodity,
           value_usd, status, as_of, import, row, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 2022, '', $9, 'official', '2024-08-01', gen_random_uuid(), $10, $11)`,
        ['ha-tinh', `${month}-01`, flow, source, partner, '', enterprise, hs, usd, ++nth, state],
      );
    };
    const total = (month: string) =>
      client.query(
        `insert into flow_cell values ('total', 'export', 'customs', 'ha-tinh', $1, '', 1, 1, null, 'official', true)`,
        [`${month}-01`],
      );
    const exportsOf = async (who: Claims | null = null, day = on) =>
      (await warnings('ha-tinh', who, day)).find(({ code }) => code === 'US-1')?.exports;
    const twelve = { from: '2023-07', to: '2024-06' };

    it('add up the twelve months before the day, of its codes, its country and customs alone', async () => {
      await line('2023-07', '03061721', 100);
      await line('2024-06', '030617', 10.5);
      await line('2024-06', '0306', 1000);
      await line('2023-06', '030617', 1);
      await line('2024-07', '030617', 1);
      await line('2024-06', '030616', 1);
      await line('2024-06', '030617', 1, '', { partner: 'JP' });
      await line('2024-06', '030617', 1, '', { flow: 'import' });
      await line('2024-06', '030617', 1, '', { source: 'doit-ha-tinh' });
      await line('2024-06', '030617', 1, '', { state: 'superseded' });
      // Nothing says whether a month is there: what it lacks is not zero.
      expect(await exportsOf()).toEqual({
        ...{ ...twelve, months: 0, valueUsd: null, coarserUsd: null, isHidden: false },
      });
      for (const month of ['2023-06', '2023-07', '2024-06', '2024-07']) await total(month);
      expect(await exportsOf()).toEqual({
        ...{ ...twelve, months: 2, valueUsd: '110.5', coarserUsd: '1000', isHidden: false },
      });
      expect(await exportsOf(null, '2024-08-01')).toMatchObject({
        from: '2023-08',
        to: '2024-07',
        valueUsd: '11.5',
      });
    });

    it('are zero, and not missing, where the months are there and have none', async () => {
      await client.query(
        `insert into flow_cell values ('total', 'export', 'customs', 'nghe-an', '2024-05-01', '', 1, 1, null, 'official', true)`,
      );
      const [warning] = await warnings('nghe-an');
      expect(warning?.exports).toMatchObject({ months: 1, valueUsd: '0', coarserUsd: '0', isHidden: false });
    });

    it('are hidden from others than readers where fewer than three named enterprises stand behind a month', async () => {
      const there: Claims = { ...reader, territories: ['ha-tinh'] };
      await client.query(`update flow_line set state = 'withdrawn'`);
      const named = ['2900000001', '2900000002', '2900000003'];
      for (const enterprise of named) await line('2024-06', '030617', 5, enterprise);
      expect(await exportsOf()).toMatchObject({ valueUsd: '15', isHidden: false });
      for (const enterprise of named.slice(1)) await line('2024-05', '030617', 7, enterprise);
      expect(await exportsOf()).toMatchObject({ valueUsd: null, coarserUsd: null, isHidden: true });
      expect(await exportsOf(reader)).toMatchObject({ valueUsd: null, isHidden: true });
      expect(await exportsOf(there)).toMatchObject({ valueUsd: '29', isHidden: false });
      // Beside a line that names nobody nobody knows how many they are.
      await line('2024-05', '030617', 1);
      expect(await exportsOf()).toMatchObject({ valueUsd: '30', isHidden: false });
      const three = await client.query(`update flow_line set state = 'withdrawn' where enterprise = $1`, [
        '2900000001',
      ]);
      expect(three.rowCount).toBe(1);
      expect(await exportsOf()).toMatchObject({ valueUsd: null, isHidden: true });
    });

    it('let a case touch a territory in whose register nobody stands', async () => {
      await line(monthBefore(todayInVietNam()), '030617', 5);
      const id = await enter({ code: 'US-9' });
      const { body } = await house.ask(exportImport.tradeRemedies.history, admin, { query: `id=${id}` });
      const [entered] = (body as unknown as EntryHistory).items;
      expect((entered?.payload as { touches: object[] }).touches).toContainEqual({
        ...{ territory: 'ha-tinh', traders: 0, ofUnknownMarkets: 0, isExported: true },
      });
    });
  });
});

function monthBefore(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}
