import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  checkDimensions,
  decimal,
  decimalsOf,
  indicator,
  inForce,
  isDecimalText,
  isTerritory,
  lastDay,
  parsePeriod,
  roundHalfAway,
  unit,
} from '.';

const folder = join(__dirname, '../../../deploy/examples');
const columns =
  'territory indicator period value unit status measure source as_of document row yoy_pct mom_pct plan_pct ' +
  'over_plan_pct excess over_growth_target_pp share_pct contribution_pp rank comparator decimals period_basis ' +
  'unit_printed';
const fixed = columns.split(' ');
const stated = fixed.slice(fixed.indexOf('yoy_pct'), fixed.indexOf('rank'));

type Row = Record<string, string>;
interface Example {
  file: string;
  row: Row;
}

const files = ['industry', 'trade', 'export-import', 'reporting'].map((service) => ({
  service,
  rows: parse<Row>(readFileSync(join(folder, `${service}.csv`)), { columns: true }),
}));
const examples: Example[] = files.flatMap(({ service, rows }) => rows.map((row) => ({ file: service, row })));

const cell = (row: Row, column: string) => row[column] ?? '';
const dimensionsOf = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => !fixed.includes(name) && value !== ''));
const titled = examples.map(
  ({ file, row }) =>
    [
      `${file}: ${cell(row, 'territory')} ${cell(row, 'indicator')} ${cell(row, 'value')}`,
      file,
      row,
    ] as const,
);

describe('the sample files', () => {
  it.each(files.map(({ service, rows }) => [service, rows] as const))(
    '%s.csv has the agreed columns',
    (_, rows) => {
      const header = Object.keys(rows[0] ?? {});
      expect(header.slice(0, fixed.length)).toEqual(fixed);
      const declared = rows.flatMap((row) => indicator(cell(row, 'indicator'))?.dimensions ?? []);
      expect(new Set(header.slice(fixed.length))).toEqual(
        new Set(
          declared.map((each) => each.name).filter((name) => rows.some((row) => cell(row, name) !== '')),
        ),
      );
    },
  );

  it('state each vintage of a figure once', () => {
    const keyed = examples.map(({ row }) =>
      JSON.stringify([
        ...['indicator', 'territory', 'period', 'measure', 'source', 'status', 'as_of'].map(
          (name) => row[name],
        ),
        dimensionsOf(row),
      ]),
    );
    expect(keyed).toHaveLength(new Set(keyed).size);
  });
});

describe('a sample row', () => {
  it.each(titled)('%s is of an indicator that its service records, in one of its units', (_, file, row) => {
    const known = indicator(cell(row, 'indicator'));
    expect(file).toBe(cell(row, 'measure') === 'actual' ? known?.service : 'reporting');
    expect(known?.units).toContain(cell(row, 'unit'));
    expect(unit(cell(row, 'unit'))).not.toBeNull();
    expect(checkDimensions(cell(row, 'indicator'), dimensionsOf(row))).toEqual([]);
  });

  it.each(titled)('%s has a territory in force then, and a canonical period', (_, __, row) => {
    const period = parsePeriod(cell(row, 'period'));
    expect(period?.key).toBe(row['period']);
    expect(isTerritory(cell(row, 'territory'))).toBe(true);
    // A plan may reach beyond the end of the unit that made it: Thái Bình planned for 2030 and ended in 2025.
    const on = cell(row, 'measure') === 'actual' && period ? lastDay(period) : '2021-12-31';
    expect(inForce(cell(row, 'territory'), on)).toBe(true);
  });

  it.each(titled)('%s prints exact numbers', (_, __, row) => {
    const value = cell(row, 'value');
    expect(
      [value, ...stated.map((name) => cell(row, name)).filter(Boolean)].filter(
        (each) => !isDecimalText(each),
      ),
    ).toEqual([]);
    const decimals = Number(cell(row, 'decimals') || decimalsOf(value));
    expect(roundHalfAway(decimal(value), decimals).eq(value)).toBe(true);
  });

  it.each(titled)('%s says who stated it, when and where', (_, __, row) => {
    const forms = {
      status: /^(estimate|preliminary)$/,
      measure: /^(actual|plan)$/,
      source: /^[a-z]+(-[a-z]+)*$/,
      as_of: /^(\d{4}-\d{2}-\d{2})?$/,
      document: /^00[0-4]_[0-9a-f]{16}\.txt$/,
      row: /^[1-9]\d*$/,
      comparator: /^(ge|about)?$/,
      period_basis: /^(inferred)?$/,
    };
    expect(Object.entries(forms).filter(([name, form]) => !form.test(cell(row, name)))).toEqual([]);
  });
});

describe('the list of figures in the README', () => {
  const lines = readFileSync(join(folder, 'README.md'), 'utf8').split('\n');
  const cells = lines
    .filter((line) => /^\| 00\d-\d\d /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((each) => each.trim()),
    );
  const recorded = cells.filter((line) => line.length === 5);
  const left = cells.filter((line) => line.length === 2);
  const idOf = ([id = '']: string[]) => id;

  it('has every figure of the five documents, recorded or left out with a reason, never both', () => {
    const counts = { '000': 17, '001': 12, '002': 7, '003': 9, '004': 16 };
    const all = Object.entries(counts).flatMap(([document, count]) =>
      Array.from({ length: count }, (_, i) => `${document}-${String(i + 1).padStart(2, '0')}`),
    );
    expect([...new Set(recorded.map(idOf)), ...left.map(idOf)].sort()).toEqual(all);
    expect(left.filter(([, reason = '']) => reason.length < 20)).toEqual([]);
  });

  it.each(recorded.map((line) => [line.join(' '), line] as const))(
    'finds %s',
    (_, [id, file, row, column, printed]) => {
      const found = examples.filter(
        (each) =>
          `${each.file}.csv` === file &&
          cell(each.row, 'document').startsWith((id ?? '').slice(0, 3)) &&
          each.row['row'] === row &&
          each.row[column ?? ''] === printed,
      );
      expect(found).toHaveLength(1);
    },
  );

  it('leaves no row of the files unnamed', () => {
    const named = new Set(
      recorded.map(([id = '', file, row, , printed]) => [file, id.slice(0, 3), row, printed].join()),
    );
    const unnamed = examples.filter(
      ({ file, row }) =>
        !named.has([`${file}.csv`, cell(row, 'document').slice(0, 3), row['row'], row['value']].join()),
    );
    expect(unnamed).toEqual([]);
  });
});
