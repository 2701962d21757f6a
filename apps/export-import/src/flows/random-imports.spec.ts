import type { Client } from 'pg';
import type { FlowCell } from '@doit/contracts';
import { people, randomNumbers, TestInstallation } from '@doit/testing';
import { extract, sendAll } from '../../test/extracts';
import { FlowModel, type ModelLine } from '../../test/flow-model';
import { byHand, forgetLines } from '../../test/lines';
import { database as options } from '../database';
import { ExportImportModule } from '../export-import.module';

const columns = 'flow,territory,month,hs,partner,regime,enterprise,value_usd,quantity,unit,status';
const steps = 60;

interface Sent {
  lines: ModelLine[];
  source: string;
  asOf: string;
  whole: boolean;
}

const usd = (cents: number): string => (cents / 100).toFixed(2);
const row = (line: ModelLine): string =>
  [
    ...[line.flow, line.territory, line.month, line.hs, line.partner, line.regime, line.enterprise],
    ...[usd(line.cents), line.quantity ?? '', line.quantity === null ? '' : 'kg', line.status],
  ].join(',');
const entered = ({ cents, quantity, regime, enterprise, ...line }: ModelLine): object => ({
  ...{ ...line, valueUsd: usd(cents), quantity, unit: quantity === null ? null : 'kg' },
  ...{ regime: regime || null, enterprise: enterprise || null },
});

describe('extracts, entries and withdrawals in any order', () => {
  let house: TestInstallation;
  let database: Client;
  const { admin } = people;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database: options });
    database = await house.as('export-import');
  });
  afterAll(async () => {
    await database.end();
    await house.stop();
  });

  const cellsKept = async (): Promise<Map<string, string>> => {
    const { rows } = await database.query<{ name: string; cell: string }>(
      `select concat_ws(' ', by, flow, source, territory, to_char(month, 'YYYY-MM'), key) as name,
         concat_ws(' ', (value_usd * 100)::bigint, lines, coalesce(enterprises::text, '-'), status, is_whole::text) as cell from flow_cell`,
    );
    return new Map(rows.map(({ name, cell }) => [name, cell]));
  };
  /** Years as what they come to should be, by the months that there are; and as they stand. */
  const years = async (sql: string): Promise<string[]> => {
    const { rows } = await database.query<{ year: string }>(
      `select concat_ws(' ', by, flow, source, territory, year, key, value_usd, coalesce(enterprises::text, '-')) as year
         from (${sql}) y order by 1`,
    );
    return rows.map(({ year }) => year);
  };
  const yearsOfCells = `select by, flow, source, territory, extract(year from month) as year, key, sum(value_usd) as value_usd,
      nullif(max(coalesce(enterprises, 1000000)), 1000000) as enterprises from flow_cell where by <> 'total' group by 1, 2, 3, 4, 5, 6`;
  const history = async (): Promise<string[]> => {
    const { rows } = await database.query<{ line: string }>(
      `select concat_ws(' ', flow, source, territory, to_char(month, 'YYYY-MM'), partner, regime, enterprise, hs) || ': '
         || string_agg(state || ' ' || (value_usd * 100)::bigint, ', ' order by id) as line
         from flow_line group by flow, source, territory, month, partner, regime, enterprise, hs`,
    );
    return rows.map(({ line }) => line).sort();
  };
  /** Takes what was told since, cell after cell. */
  const hear = async (cells: Map<string, string>, since: string): Promise<string> => {
    const { rows } = await database.query<{
      seq: string;
      payload: { territory: string; source: string; cells: FlowCell[] };
    }>(
      `select seq::text as seq, payload from event where type = 'export-import.flows.rolled-up.v1' and seq > $1 order by event.seq`,
      [since],
    );
    for (const { payload } of rows)
      for (const { by, flow, month, key, ...cell } of payload.cells) {
        const name = [by, flow, payload.source, payload.territory, month, key].join(' ');
        const cents = Math.round(Number(cell.valueUsd) * 100);
        if (cell.lines === 0) cells.delete(name);
        else
          cells.set(name, [cents, cell.lines, cell.enterprises ?? '-', cell.status, cell.isWhole].join(' '));
      }
    return rows.at(-1)?.seq ?? since;
  };

  it.each([20240315, 7])('come to what a plain model says (seed %i)', async (seed) => {
    await forgetLines(house);
    const hand = byHand(house);
    const random = randomNumbers(seed);
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const some = (of: readonly string[]) => ({ source: one(['customs', 'customs', 'gso']), asOf: one(of) });
    const days = ['2024-04-10', '2024-05-10', '2024-06-10', '2024-07-10'];
    const line = (stated: { source: string; asOf: string }): ModelLine => ({
      ...{ ...stated, territory: one(['nghe-an', 'ha-tinh']), month: one(['2022-11', '2024-03', '2024-08']) },
      flow: one(['export', 'export', 'import']),
      ...{
        partner: one(['JP', 'US']),
        regime: one(['', 'fdi']),
        enterprise: one(['', '2900000001', '2900000001-001', '2900000002']),
      },
      hs: random() < 0.03 ? '0306' : one(['03061721', '03061722', '100630', '85', '0101']),
      ...{ cents: 1 + Math.floor(random() * 5) * 1001, quantity: one([null, null, '2.5']) },
      status: one(['estimate', 'preliminary', 'official', 'official']),
    });
    const distinct = (lines: readonly ModelLine[]): ModelLine[] => [
      ...new Map(
        lines.map((l) => [[l.territory, l.month, l.flow, l.partner, l.regime, l.enterprise, l.hs].join(), l]),
      ).values(),
    ];

    const model = new FlowModel();
    const heard = new Map<string, string>();
    let since = '0';
    const sent: Sent[] = [];
    const seen: Record<string, number> = {};
    const count = (what: string): number => (seen[what] = (seen[what] ?? 0) + 1);

    const send = async (file: Sent): Promise<void> => {
      const { lines, source, asOf, whole } = file;
      const text = extract(columns, ...lines.map(row));
      const isKnown = sent.some((other) => extract(columns, ...other.lines.map(row)) === text);
      const expected = model.state(lines, { isWhole: whole, mayLeaveOut: true });
      const done = await sendAll(house, admin, text, { source, asOf, whole: String(whole) });
      expect([done.status, done.outcome]).toEqual([expected ? 'done' : 'failed', expected]);
      if (isKnown) count('repeated');
      count(expected ? (whole ? 'whole' : 'part') : 'refused');
      for (const [what, n] of Object.entries(expected ?? {})) if (n > 0) count(what);
      if (expected && !isKnown) sent.push(file);
    };

    for (let step = 0; step < steps; step++) {
      const what = random();
      if (what < 0.45) {
        const stated = some(days);
        const mine = { ...stated, whole: random() < 0.35 };
        await send({
          ...mine,
          lines: distinct(Array.from({ length: 1 + Math.floor(random() * 25) }, () => line(stated))),
        });
      } else if (what < 0.6 && sent.length > 0) {
        // The same file once more, of this day or another, or with a line of it corrected or left out.
        const again = one(sent);
        const stated = { source: again.source, asOf: random() < 0.5 ? again.asOf : one(days) };
        const kept = again.lines
          .filter(() => random() < 0.9)
          .map((l) => (random() < 0.2 ? { ...l, cents: 7 } : l));
        const lines = (random() < 0.5 || kept.length === 0 ? again.lines : kept).map((l) => ({
          ...l,
          ...stated,
        }));
        await send({ ...stated, lines, whole: random() < 0.5 ? again.whole : random() < 0.5 });
      } else if (what < 0.8) {
        const lines = distinct(
          Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
            ...line(some(days)),
            source: 'customs',
          })),
        );
        const expected = model.state(lines, { isWhole: false, mayLeaveOut: false });
        const { status } = await hand.putAll(admin, lines.map(entered));
        expect(status).toBe(expected ? 200 : 422);
        count(expected ? 'entered' : 'not entered');
      } else if (model.approved.length > 0) {
        const gone = one(model.approved);
        const { rows } = await database.query<{ id: string; version: number }>(
          `select id::text as id, version from flow_line where state = 'approved' and (flow, source, territory, month, partner, regime,
             enterprise, hs) = ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            ...[gone.flow, gone.source, gone.territory, `${gone.month}-01`, gone.partner, gone.regime],
            ...[gone.enterprise, gone.hs],
          ],
        );
        for (const found of rows) expect((await hand.step(admin, 'withdraw', found)).status).toBe(200);
        model.withdraw(gone);
        count('by hand withdrawn');
      }
      expect(await history()).toEqual(model.history());
      const cells = await cellsKept();
      expect(cells).toEqual(model.cells());
      expect(await years('select * from flow_year')).toEqual(await years(yearsOfCells));
      since = await hear(heard, since);
      expect(heard).toEqual(cells);
    }
    // The sequence went through what it is to go through.
    const through = 'part whole repeated entered added changed unchanged older withdrawn'.split(' ');
    expect(through.filter((each) => !seen[each])).toEqual([]);
  });
});
