import type { Client } from 'pg';
import { exportImport, type FlowLine } from '@doit/contracts';
import { people, TestInstallation, type Answer } from '@doit/testing';
import { extract, send, ended } from '../../test/extracts';
import { byHand, cellsOf, entry, forgetLines } from '../../test/lines';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

const columns = 'flow,territory,month,hs,partner,value_usd';
const codes = [
  '0101',
  '0201',
  '0301',
  '0401',
  '0601',
  '0701',
  '0801',
  '0901',
  '1001',
  '1101',
  '1201',
  '1301',
];

describe('several who write lines of one territory and month at the same time', () => {
  let house: TestInstallation;
  let database: Client;
  let hand: ReturnType<typeof byHand>;
  const { admin, officer } = people;
  const director = { ...officer, subject: 'nghean.director' };

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    database = await house.as('export-import');
    hand = byHand(house);
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });
  beforeEach(() => forgetLines(house));

  const told = (answers: readonly Answer[]) =>
    answers.map(({ status, body }) => (status === 200 ? '200' : `${status} ${body.code}`)).sort();

  /** Cells that do not say what the approved lines come to. */
  const wrong = async (): Promise<unknown[]> =>
    (
      await database.query<{ lines: number | null; n: number | null }>(
        `select * from (select value_usd, lines from flow_cell where by = $1) c
          full join (select sum(value_usd) as value, count(*)::int as n from flow_line where state = 'approved' having count(*) > 0) l
            on (c.value_usd, c.lines) = (l.value, l.n) where c.lines is null or l.n is null`,
        ['total'],
      )
    ).rows;

  it('lose none of what they enter, by hand or by file', async () => {
    const row = (hs: string, value: number) => `export,nghe-an,2024-03,${hs},JP,${value}`;
    const files = [
      extract(columns, row('8501', 1), row('8502', 2)),
      extract(columns, row('8502', 2), row('8503', 4)),
      extract(columns, row('8503', 4), row('8504', 8)),
    ];
    const [answers, sent] = await Promise.all([
      Promise.all(
        codes.map((hs) =>
          house.ask(exportImport.flows.create, admin, { body: entry({ hs, valueUsd: '100' }) }),
        ),
      ),
      Promise.all(files.map((file) => send(house, admin, file))),
      Promise.all(codes.map((hs) => hand.putAll(admin, [entry({ hs, partner: 'US', valueUsd: '1000' })]))),
    ]);
    expect(new Set(told(answers))).toEqual(new Set(['200']));
    const done = await Promise.all(sent.map(({ id }) => ended(house, admin, id)));
    expect(done.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(done.reduce((sum, { outcome }) => sum + (outcome?.added ?? 0), 0)).toBe(4);
    expect(await cellsOf(database)).toEqual(['export nghe-an 2024-03 13215 28 - preliminary f']);
    expect(await cellsOf(database, 'partner')).toEqual([
      'export nghe-an 2024-03 JP 1215 16 - preliminary f',
      'export nghe-an 2024-03 US 12000 12 - preliminary f',
    ]);
    expect(await wrong()).toEqual([]);
  });

  it('and state the same line leave one of it', async () => {
    const values = ['1', '2', '3', '4', '5', '6'];
    const answers = await Promise.all(
      values.map((valueUsd) => house.ask(exportImport.flows.create, admin, { body: entry({ valueUsd }) })),
    );
    expect(new Set(told(answers))).toEqual(new Set(['200']));
    const { rows } = await database.query<{ state: string; n: number }>(
      'select state, count(*)::int as n from flow_line group by 1 order by 1',
    );
    expect(rows).toEqual([
      { state: 'approved', n: 1 },
      { state: 'superseded', n: 5 },
    ]);
    expect(await wrong()).toEqual([]);
  });

  it('from the same reading of a line: one of them is heard, the others read it again', async () => {
    const line = await hand.put(admin);
    const steps = [1, 2, 3, 4].map((n) =>
      hand.step(admin, 'correct', line, { valueUsd: String(n), asOf: '2024-05-01', reason: 'x' }),
    );
    expect(told(await Promise.all(steps))).toEqual([
      '200',
      ...Array.from({ length: 3 }, () => '412 flow.changed-meanwhile'),
    ]);
    expect(await wrong()).toEqual([]);
  });

  it.each([1, 2, 3])(
    'a draft is approved, stated anew or withdrawn, and not two of these (%i)',
    async (n) => {
      const draft = await hand.put(officer, { valueUsd: '5' });
      const change = { valueUsd: '6', asOf: '2024-05-01', reason: 'x' };
      const steps = [
        () => hand.step(director, 'approve', draft),
        () => hand.step(officer, 'correct', draft, change),
        () => hand.step(admin, 'correct', draft, change),
        () => hand.step(officer, 'withdraw', draft),
        () => hand.step(director, 'return', draft),
      ];
      const answers = await Promise.all([...steps.slice(n), ...steps.slice(0, n)].map((step) => step()));
      expect(told(answers).filter((answer) => answer === '200')).toHaveLength(1);
      expect(told(answers).filter((answer) => /^5/.test(answer))).toEqual([]);
      expect(await wrong()).toEqual([]);
    },
  );

  it('files and withdrawals do not wait for each other for ever', async () => {
    const rows = (value: number) =>
      extract(columns, ...codes.map((hs) => `export,nghe-an,2024-03,${hs},JP,${value}`));
    const first = await send(house, admin, rows(1));
    await ended(house, admin, first.id);
    for (let round = 2; round < 6; round++) {
      const { body } = await house.ask(exportImport.flows.list, officer, { query: 'state=approved' });
      const lines = (body as unknown as { items: FlowLine[] }).items;
      const [sent, ...answers] = await Promise.all([
        send(house, admin, rows(round)),
        ...lines.slice(0, 4).map((line) => hand.step(director, 'withdraw', line)),
        ...lines
          .slice(4, 8)
          .map((line) =>
            hand.step(admin, 'correct', line, { valueUsd: '77', asOf: '2024-04-15', reason: 'x' }),
          ),
      ]);
      expect(
        told(answers).filter(
          (answer) => !['200', '412 flow.changed-meanwhile', '409 flow.not-current'].includes(answer),
        ),
      ).toEqual([]);
      expect((await ended(house, admin, sent.id)).status).toBe('done');
      expect(await wrong()).toEqual([]);
    }
  });
});
