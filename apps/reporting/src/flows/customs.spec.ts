import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import {
  exportImport,
  flowEvents,
  reporting,
  type Checks,
  type CheckResult,
  type FlowCell,
  type Observation,
} from '@doit/contracts';
import { rebuild, tell } from '@doit/events';
import { TestInstallation } from '@doit/testing';
import type { Client } from 'pg';
import { database as exportImportDatabase } from '../../../export-import/src/database';
import { ExportImportModule } from '../../../export-import/src/export-import.module';
import { settled } from '../../test/settled';
import { database } from '../database';
import { figureSources, figureTables } from '../figures/projection';
import { ReportingModule } from '../reporting.module';

type Row = { [F in keyof Observation]: Observation[F] };
type Cell = { [F in keyof FlowCell]: FlowCell[F] };

const monthsOf = (year: number, to = 12): string[] =>
  Array.from({ length: to }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);

describe('exports and imports that somebody states against the lines of customs', () => {
  let house: TestInstallation;
  let there: Client;
  let here: Client;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: exportImportDatabase });
    await house.start('reporting', { module: ReportingModule, database });
    [there, here] = [await house.as('export-import'), await house.as('reporting')];
  });
  afterAll(async () => {
    await here.end();
    await there.end();
    await house.stop();
  });

  const row = (value: string, more: Partial<Row> = {}): Row => ({
    ...{ indicator: 'EXPORT', value, dimensions: {}, territory: 'nghe-an', period: '2022' },
    ...{ measure: 'actual', status: 'official', unit: 'USD_MN', source: 'doit-nghe-an', asOf: '2023-01' },
    ...more,
  });
  const record = (...items: Row[]): Promise<void> => house.record(exportImport.observations.record, items);
  const cell = (month: string, valueUsd: string, more: Partial<Cell> = {}): Cell => ({
    ...{ by: 'total', flow: 'export', month, key: '', valueUsd, lines: 3, enterprises: null },
    ...{ status: 'official', isWhole: true, ...more },
  });
  /** What export-import tells when lines have changed. */
  const rolledUp = async (territory: string, ...cells: Cell[]): Promise<void> => {
    const payload = { territory, source: 'customs', import: randomUUID(), cells };
    await there.query('begin');
    await tell(there, flowEvents.flowsRolledUp, { aggregate: `flows:${territory}`, actor: 'x', payload });
    await there.query('commit');
    await settled('export-import', there, here);
  };
  const checks = async (territory: string, period: string): Promise<CheckResult[]> => {
    const query = `territory=${territory}&period=${period}`;
    const { status, body } = await house.ask(reporting.checks.list, null, { query });
    expect([query, status]).toEqual([query, 200]);
    return (body as unknown as Checks).items.filter(({ code }) => code === 'trade.customs');
  };
  const verdicts = async (territory: string, period: string) =>
    (await checks(territory, period)).map(({ verdict, missing }) => [verdict, ...missing].join(' '));

  it('say nothing where no month is known, name the months that are missing, then agree or contradict', async () => {
    await record(row('1200.0'));
    expect(await verdicts('nghe-an', '2022')).toEqual([]);
    await rolledUp('nghe-an', ...monthsOf(2022, 11).map((month) => cell(month, '100000000')));
    const [open] = await checks('nghe-an', '2022');
    expect(open).toMatchObject({ verdict: 'cannot-tell', missing: ['customs 2022-12'] });
    expect(open?.message.vi).toContain(
      'Dữ liệu hải quan cho 1.100,00 triệu USD, nguồn nêu 1.200,0 triệu USD',
    );
    await rolledUp('nghe-an', cell('2022-12', '100040000', { isWhole: false }));
    expect(await verdicts('nghe-an', '2022')).toEqual(['cannot-tell customs 2022-12']);
    await rolledUp('nghe-an', cell('2022-12', '100040000'));
    const [met] = await checks('nghe-an', '2022');
    expect(met).toMatchObject({
      verdict: 'agrees',
      recomputed: { low: '1200.04', high: '1200.04' },
      difference: '0',
    });
    await rolledUp('nghe-an', cell('2022-12', '90000000'));
    const [wrong] = await checks('nghe-an', '2022');
    expect(wrong).toMatchObject({ verdict: 'contradicts', difference: '9.95' });
    expect(wrong?.message.en).toContain('the two need not be equal');
    expect(wrong?.message.vi).toContain('Sở Công Thương Nghệ An');
  });

  it('contradict where some months alone are more than is stated', async () => {
    await record(row('150', { territory: 'ha-tinh' }));
    await rolledUp('ha-tinh', cell('2022-01', '100000000', { isWhole: false }), cell('2022-02', '40000000'));
    expect(await verdicts('ha-tinh', '2022')).toEqual([
      expect.stringMatching(/^cannot-tell customs 2022-01 /),
    ]);
    await rolledUp('ha-tinh', cell('2022-02', '60000000'));
    expect(await checks('ha-tinh', '2022')).toMatchObject([
      { verdict: 'contradicts', recomputed: { low: '160.0', high: null }, difference: '9.5' },
    ]);
  });

  it('take months of which the total is gone as unknown, whatever comes again', async () => {
    await rolledUp('ha-tinh', cell('2022-01', '0', { lines: 0 }), cell('2022-02', '0', { lines: 0 }));
    expect(await verdicts('ha-tinh', '2022')).toEqual([]);
  });

  it('meet parts by commodity, partner and regime, with nothing of a kind as zero', async () => {
    const at = { territory: 'thanh-hoa', period: '2022-01' };
    await record(
      row('40', { ...at, dimensions: { commodity: 'rice' } }),
      row('5', { ...at, dimensions: { commodity: 'coffee' } }),
      row('60', { ...at, dimensions: { partner: 'CN' } }),
      row('70', { ...at, dimensions: { regime: 'fdi' } }),
      row('70', { ...at, dimensions: { commodity: 'rice', partner: 'CN' } }),
      row('70', { ...at, dimensions: { partnerGroup: 'ASEAN' } }),
    );
    const part = (by: Cell['by'], key: string, valueUsd: string, enterprises: number | null = null) =>
      cell('2022-01', valueUsd, { by, key, enterprises });
    await rolledUp(
      'thanh-hoa',
      ...[
        cell('2022-01', '100000000'),
        part('commodity', 'rice', '40000000', 5),
        part('partner', 'CN', '61987654', 2),
      ],
      ...[
        part('commodity', 'other', '60000000'),
        part('regime', 'fdi', '65000000'),
        part('regime', '', '10000000'),
      ],
    );
    const found = await checks('thanh-hoa', '2022-01');
    const shown = found.map(({ statement, verdict, difference, missing }) => [
      ...[statement.en.replace('Exports of goods ', ''), verdict, difference, ...missing],
    ]);
    expect(shown).toHaveLength(4);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['(coffee): 5 USD million', 'contradicts', '4.5'],
        ['(rice): 40 USD million', 'agrees', '0'],
        // Two enterprises stand behind it: the verdict, and no number.
        ['(China): 60 USD million', 'contradicts', null],
        ['(foreign-invested sector): 70 USD million', 'cannot-tell', null, 'customs.untold'],
      ]),
    );
    const few = found.find(({ statement }) => statement.en.includes('China'));
    expect(few?.recomputed).toBeNull();
    expect(JSON.stringify(few)).not.toMatch(/987654|61[.,]9|1[.,]98/);
    expect(few?.message.vi).toContain('số cộng lại không được công bố');
  });

  it('leave alone what customs states itself, what is made of months, and the country', async () => {
    await record(
      row('1', { territory: 'da-nang', source: 'customs' }),
      ...monthsOf(2021).map((period) => row('1', { territory: 'da-nang', period, source: 'customs' })),
      row('1', { territory: 'viet-nam', source: 'gso' }),
    );
    await rolledUp('da-nang', ...monthsOf(2022).map((month) => cell(month, '7000000')));
    await rolledUp('da-nang', ...monthsOf(2021).map((month) => cell(month, '7000000')));
    for (const at of ['da-nang 2022', 'da-nang 2021', 'viet-nam 2022'])
      expect([at, await verdicts(at.split(' ')[0] ?? '', at.split(' ')[1] ?? '')]).toEqual([at, []]);
  });

  it('of a merged unit are those of the units that held its land in each month', async () => {
    const at = { territory: 'an-giang-2025', period: '2025', source: 'doit-an-giang' };
    await record(row('180.0', at));
    const of = (months: string[]) => months.map((month) => cell(month, '10000000'));
    await rolledUp('an-giang', ...of(monthsOf(2025, 6)));
    await rolledUp('kien-giang', ...of(monthsOf(2025, 5)));
    await rolledUp('an-giang-2025', ...of(monthsOf(2025).slice(6)));
    expect(await verdicts('an-giang-2025', '2025')).toEqual(['cannot-tell customs 2025-06 kien-giang']);
    await rolledUp('kien-giang', ...of(['2025-06']));
    expect(await verdicts('an-giang-2025', '2025')).toEqual(['agrees']);
  });

  it('are the same after a rebuild', async () => {
    const kept = async () =>
      (
        await here.query<{ all: string }>(
          `select md5(string_agg(t::text, '' order by t::text)) as all from flow_cell t`,
        )
      ).rows;
    const before = await kept();
    await rebuild({
      ...{ listener: 'reporting', tables: figureTables, namespace: 'doit' },
      sources: figureSources.filter(({ teller }) => teller === 'export-import' || teller === 'reporting'),
      connection: { connectionString: house.owner('reporting').databaseUrl },
      nats: await house.connect('reporting'),
      log: new Logger('rebuild'),
    });
    expect(await kept()).toEqual(before);
    expect(await verdicts('an-giang-2025', '2025')).toEqual(['agrees']);
  }, 60_000);
});
