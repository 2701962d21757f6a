import type { FlowImport } from '@doit/contracts';
import { people, TestInstallation } from '@doit/testing';
import { extract, sendAll } from '../../test/extracts';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const columns = 'flow,territory,month,hs,partner,value_usd,unit,quantity';
const row = ({ territory = 'nghe-an', hs = '03061721', value = '5', unit = 'kg', quantity = '1' }): string =>
  `export,${territory},2024-03,${hs},JP,"${value}",${unit},"${quantity}"`;

describe('a file that is no extract of trade', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', { module: ExportImportModule, database });
  });
  afterAll(() => house.stop());

  const faultsOf = async (text: string): Promise<{ faults: string[]; done: FlowImport }> => {
    const done = await sendAll(house, people.admin, text, {}, 250_000);
    expect(done.status).toBe('failed');
    const faults = done.errors.map(
      ({ row: at, column, code, message }) => `${at} ${column} ${code}: ${message.en}`,
    );
    return { faults, done };
  };

  it.each([
    ['a number of a hundred thousand digits', 'value_usd', row({ value: `1${',000'.repeat(50_000)}` })],
    ['a quantity of so many', 'quantity', row({ quantity: `1${',000'.repeat(50_000)}` })],
    ['a territory with the name of a novel', 'territory', row({ territory: 'x'.repeat(100_000) })],
    ['a unit with one', 'unit', row({ unit: 'x'.repeat(100_000) })],
  ])('says where there is %s', async (_what, column, odd) => {
    const { faults } = await faultsOf(extract(columns, row({}), odd));
    expect(faults).toEqual([`3 ${column} field.too-long: Is longer than 400 characters.`]);
  });

  it('with more different codes than there are is refused, and not held in memory', async () => {
    const before = process.memoryUsage().rss;
    const rows = Array.from({ length: 400_000 }, (_, n) =>
      row({ hs: String(10_000_000 + n * 10).replace(/(....)(..)(..)/, '$1.$2.$3') }),
    );
    const { faults, done } = await faultsOf(extract(columns, rows.join('\n')));
    expect(done.rejected).toBeGreaterThan(300_000);
    expect(faults[0]).toMatch(/ hs flow.unknown-hs: .*\d{4}\.\d\d\.\d\d/);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400);
  });
});
