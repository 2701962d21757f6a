import type { Client } from 'pg';
import { exportImport, type FlowImport, type FlowPage } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { extract, sendAll } from '../../test/extracts';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

const columns = 'flow,territory,month,hs,partner,regime,enterprise,value_usd,quantity,unit';
const shrimp = 'export,nghe-an,2024-03,03061721,JP,fdi,2900000001,1200.50,100,kg';
const rice = 'export,nghe-an,2024-03,10063040,PH,domestic,2900000002,800,2.5,tonne';
const cloth = 'import,nghe-an,2024-03,52081100,CN,,,300,,';

describe('an extract of the customs', () => {
  let house: TestInstallation;
  let database: Client;
  const { admin, officer } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    database = await house.as('export-import');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });
  beforeEach(async () => {
    const owner = await house.as('export-import', true);
    await owner.query(`begin; set local doit.territories = '*'; delete from flow_line; delete from flow_cell; delete from flow_year;
      delete from flow_import;
      delete from period_lock; commit`);
    await owner.end();
  });

  const cells = async (by = 'total'): Promise<string[]> => {
    const { rows } = await database.query<{ cell: string }>(
      `select concat_ws(' ', flow, territory, to_char(month, 'YYYY-MM'), nullif(key, ''), value_usd, lines, coalesce(enterprises::text, '-'),
         status, is_whole) as cell from flow_cell where by = $1 order by 1`,
      [by],
    );
    return rows.map(({ cell }) => cell);
  };
  const list = async (query: string, who = officer): Promise<FlowPage> => {
    const { status, body } = await house.ask(exportImport.flows.list, who, { query });
    expect(status).toBe(200);
    return body as unknown as FlowPage;
  };
  const faultsOf = ({ errors }: FlowImport) =>
    errors.map(({ row, column, code, message }) => `${row} ${column} ${code}: ${message.en}`);

  it('is written whole, rolled up and traceable to its file and row', async () => {
    const done = await sendAll(house, admin, `${extract(columns, shrimp, rice, cloth)}\n\n`);
    expect(done).toMatchObject({
      ...{
        status: 'done',
        state: 'approved',
        rowsRead: 3,
        rowsTotal: 3,
        accepted: 3,
        rejected: 0,
        errors: [],
      },
      outcome: { added: 3, changed: 0, unchanged: 0, older: 0, withdrawn: 0, cells: 11 },
      ...{ file: { name: 'extract.csv' }, territories: ['nghe-an'], source: 'customs', sentBy: 'admin' },
    });
    expect(await cells()).toEqual([
      'export nghe-an 2024-03 2000.50 2 2 official f',
      'import nghe-an 2024-03 300 1 - official f',
    ]);
    expect(await cells('commodity')).toEqual([
      'export nghe-an 2024-03 rice 800 1 1 official f',
      'export nghe-an 2024-03 seafood 1200.50 1 1 official f',
      'import nghe-an 2024-03 textiles 300 1 - official f'.replace('textiles', await commodityOfCloth()),
    ]);
    expect(await cells('partner')).toHaveLength(3);
    const { items } = await list('hs=0306');
    expect(items).toMatchObject([
      {
        ...{
          flow: 'export',
          territory: 'nghe-an',
          month: '2024-03',
          hs: '03061721',
          commodity: 'seafood',
          partner: 'JP',
        },
        ...{
          regime: 'fdi',
          enterprise: '2900000001',
          valueUsd: '1200.50',
          basis: 'FOB',
          quantity: '100',
          unit: 'kg',
        },
        ...{
          status: 'official',
          source: 'customs',
          asOf: '2024-04-15',
          state: 'approved',
          document: 'extract.csv',
          row: 2,
        },
      },
    ]);
  });
  const commodityOfCloth = async () =>
    (await database.query<{ commodity: string }>(`select commodity from flow_line where hs = '52081100'`))
      .rows[0]?.commodity ?? '';

  it('sent again adds nothing; corrected, it adds a vintage and changes what follows from it', async () => {
    const first = await sendAll(house, admin, extract(columns, shrimp, rice));
    const again = await sendAll(house, admin, extract(columns, shrimp, rice));
    expect(again.outcome).toEqual({ added: 0, changed: 0, unchanged: 2, older: 0, withdrawn: 0, cells: 0 });
    // The same lines in another file, in another order and cut elsewhere.
    const other = await sendAll(house, admin, extract(columns, rice, shrimp), {}, 37);
    expect(other.outcome).toEqual({ added: 0, changed: 0, unchanged: 2, older: 0, withdrawn: 0, cells: 0 });
    const corrected = extract(columns, shrimp.replace('1200.50', '1300.50'), rice);
    const next = await sendAll(house, admin, corrected, { asOf: '2024-05-15' });
    expect(next.outcome).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(await cells()).toEqual(['export nghe-an 2024-03 2100.50 2 2 official f']);
    const [line] = (await list('hs=0306')).items;
    expect(line).toMatchObject({ valueUsd: '1300.50', import: next.id, asOf: '2024-05-15' });
    const history = await house.ask(exportImport.flows.history, officer, { query: `id=${line?.id}` });
    expect(history.body['items']).toMatchObject([
      { valueUsd: '1300.50', state: 'approved' },
      { valueUsd: '1200.50', state: 'superseded', import: first.id, endedBy: next.id },
    ]);
    // What was stated earlier does not take the place of what was stated later.
    const stale = await sendAll(house, admin, extract(columns, shrimp.replace('1200.50', '1100')), {
      asOf: '2024-04-30',
    });
    expect(stale.outcome).toMatchObject({ changed: 0, older: 1 });
    expect(await cells()).toEqual(['export nghe-an 2024-03 2100.50 2 2 official f']);
  });

  it('that says to be whole withdraws what it no longer has, in the territories, months and flows it speaks of', async () => {
    const march = extract(columns, shrimp, rice, cloth, rice.replace('2024-03', '2024-02'));
    await sendAll(house, admin, march);
    const whole = await sendAll(house, admin, extract(columns, shrimp), {
      whole: 'true',
      asOf: '2024-05-01',
    });
    expect(whole.outcome).toMatchObject({ added: 0, unchanged: 1, withdrawn: 1 });
    expect(await cells()).toEqual([
      'export nghe-an 2024-02 800 1 1 official f',
      'export nghe-an 2024-03 1200.50 1 1 official t',
      'import nghe-an 2024-03 300 1 - official f',
    ]);
  });

  it('that is whole and comes late leaves out what a later one had not, and leaves what was stated later', async () => {
    await sendAll(house, admin, extract(columns, shrimp), { whole: 'true', asOf: '2024-06-15' });
    const late = extract(columns, shrimp, rice);
    const may = await sendAll(house, admin, late, { whole: 'true', asOf: '2024-05-15' });
    expect(may.outcome).toMatchObject({ added: 0, unchanged: 1, older: 1, withdrawn: 0 });
    expect(await cells()).toEqual(['export nghe-an 2024-03 1200.50 1 1 official t']);
    // Its code is within one that was stated later: both would be added.
    const coarse = rice.replace('10063040', '1006').replace('2024-03', '2024-02');
    await sendAll(house, admin, extract(columns, coarse), { asOf: '2024-06-15' });
    const fine = extract(columns, rice.replace('2024-03', '2024-02'));
    const within = await sendAll(house, admin, fine, { whole: 'true', asOf: '2024-05-15' });
    expect(within.errors.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 flow.within-another']);
  });

  it('sent again after another one took its place takes its place again', async () => {
    await sendAll(house, admin, extract(columns, shrimp));
    await sendAll(house, admin, extract(columns, shrimp.replace('1200.50', '9')));
    const again = await sendAll(house, admin, extract(columns, shrimp));
    expect(again.outcome).toMatchObject({ changed: 1 });
    expect(await cells()).toEqual(['export nghe-an 2024-03 1200.50 1 1 official f']);
  });

  it.each<[what: string, text: string, faults: string[]]>([
    [
      'an unknown column',
      'flow,colour\n',
      [
        '1 colour import.unknown-column: There is no column “colour”.',
        '1 territory import.missing-column: The column “territory” is missing.',
        '1 month import.missing-column: The column “month” is missing.',
        '1 hs import.missing-column: The column “hs” is missing.',
        '1 partner import.missing-column: The column “partner” is missing.',
        '1 value_usd import.missing-column: The column “value_usd” is missing.',
      ],
    ],
    ['no rows', `${columns}\n`, ['0  import.empty: The file has no rows.']],
    [
      'more cells than columns',
      extract(columns, shrimp, `${rice},more`),
      [
        '3  import.unreadable-row: This row cannot be read: other columns than the first row, or a quotation mark that is not closed.',
      ],
    ],
    [
      'an end mark in the middle',
      extract(columns, shrimp, '\\.', rice),
      [
        '3  import.unreadable-row: This row cannot be read: other columns than the first row, or a quotation mark that is not closed.',
      ],
    ],
    [
      'faulty words',
      extract(columns, shrimp, 'exports,Atlantis,2024-13,3061721,XX,state,29,1.200.50,5,'),
      [
        '3 flow flow.unknown-flow: “exports” is neither export nor import.',
        '3 month flow.unreadable-month: “2024-13” is no month such as 2024-03 or 03/2024.',
        '3 hs flow.unknown-hs: “3061721” is no code of the HS with 2, 4, 6 or 8 digits.',
        '3 partner flow.unknown-partner: “XX” is no country of ISO 3166-1.',
        '3 regime flow.unknown-regime: “state” is neither domestic nor fdi.',
        '3 enterprise flow.enterprise-unreadable: A tax code has 10 digits, that of a branch 3 more (0123456789-001).',
        '3 value_usd flow.unreadable-number: This is no number as it was said to be written (en), or is below zero.',
        '3 unit flow.quantity-without-unit: A quantity needs its unit, and a unit its quantity.',
      ],
    ],
    [
      'a unit that is no more',
      extract(columns, shrimp.replace('nghe-an,2024-03', 'kien-giang,2025-08')),
      ['2 territory territory.not-in-force: “kien-giang” is not in force on 2025-08-31.'],
    ],
    [
      'one line twice',
      extract(columns, shrimp, rice, shrimp.replace('1200.50', '7')),
      [
        '4 hs flow.given-twice: The same flow, territory, month, code, partner, regime and enterprise as row 2.',
      ],
    ],
    [
      'a line within another',
      extract(columns, shrimp, shrimp.replace('03061721', '0306')),
      [
        '2 hs flow.within-another: This code is within 0306 of another line of the same flow, territory, month, partner, regime and enterprise: it would be added twice.',
      ],
    ],
  ])('with %s is refused with row and column, and nothing of it is written', async (_what, text, faults) => {
    const failed = await sendAll(house, admin, text);
    expect([failed.status, failed.outcome]).toEqual(['failed', null]);
    expect(faultsOf(failed)).toEqual(faults);
    expect((await list('', admin)).items).toEqual([]);
    expect(await cells()).toEqual([]);
  });

  it('reads Vietnamese and English numbers as they are declared, and Vietnamese words', async () => {
    const vi = extract(
      'flow;territory;month;hs;partner;regime;value_usd;basis;status',
      'Xuất khẩu;Nghệ An;03/2024;0306.17.21;jp;Trong nước;1.200,5;fob;Sơ bộ',
    );
    const done = await sendAll(house, admin, `\ufeff${vi.replaceAll('\n', '\r\n')}`, { locale: 'vi' });
    expect([done.status, faultsOf(done)]).toEqual(['done', []]);
    expect(await cells()).toEqual(['export nghe-an 2024-03 1200.5 1 - preliminary f']);
    const wrong = await sendAll(house, admin, vi.replace('1.200,5', '1,200.5'), { locale: 'vi' });
    expect(faultsOf(wrong)).toEqual([
      '2 value_usd flow.unreadable-number: This is no number as it was said to be written (vi), or is below zero.',
    ]);
    const basis = await sendAll(house, admin, vi.replace('fob', 'CIF'), { locale: 'vi' });
    expect(faultsOf(basis)).toEqual([
      '2 basis flow.other-basis: Exports are FOB, imports CIF; “CIF” cannot be added.',
    ]);
  });

  it('that is only tried writes nothing', async () => {
    const tried = await sendAll(house, admin, extract(columns, shrimp), { dryRun: 'true' });
    expect(tried).toMatchObject({ status: 'done', accepted: 1, outcome: null });
    expect(await cells()).toEqual([]);
  });

  it('of a closed month is refused, and its code may not lie within one that counts already', async () => {
    await sendAll(house, admin, extract(columns, shrimp));
    const finer = await sendAll(house, admin, extract(columns, shrimp.replace('03061721', '0306')), {
      asOf: '2024-05-01',
    });
    expect(finer.errors.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 flow.within-another']);
    const close = { territory: 'nghe-an', period: '2024-03', reason: 'x' };
    expect((await house.ask(exportImport.periods.close, admin, { body: close })).status).toBe(200);
    const closed = await sendAll(house, admin, extract(columns, rice));
    expect(faultsOf(closed)).toEqual(['2 month period.closed: The period “2024-03” of “nghe-an” is closed.']);
  });

  it('tells the cells that changed, and no line', async () => {
    await sendAll(house, admin, extract(columns, shrimp, rice));
    await sendAll(house, admin, extract(columns, shrimp, rice.replace('800', '900')), { asOf: '2024-05-01' });
    const { rows } = await database.query<{ payload: { cells: object[] } }>(
      `select payload from event where type = 'export-import.flows.rolled-up.v1' order by seq desc limit 1`,
    );
    expect(rows[0]?.payload.cells).toMatchObject([
      {
        by: 'commodity',
        key: 'rice',
        valueUsd: '900',
        lines: 1,
        enterprises: 1,
        month: '2024-03',
        flow: 'export',
      },
      { by: 'partner', key: 'PH', valueUsd: '900' },
      { by: 'regime', key: 'domestic', valueUsd: '900' },
      { by: 'total', key: '', valueUsd: '2100.50', lines: 2 },
    ]);
    const all = await database.query<{ text: string }>(
      `select string_agg(payload::text, '') as text from event`,
    );
    expect(all.rows[0]?.text).not.toMatch(/2900000001|03061721/);
  });
});
