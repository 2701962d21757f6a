import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decimal, territoryNamed, type Decimal } from '@doit/reference';
import { root } from '../../deploy/local/root';

/** What the file of retail sales holds: territory → year → value. */
export const retail = new Map<string, Map<number, Decimal>>();

type Row = Record<string, string>;
const published = (file: string): Row[] =>
  parse<Row>(readFileSync(join(root, '../shared/data', file)), { columns: true, bom: true });

export const retailFile = 'retail-sales-by-province-1995-2016.csv';

/** The file's lines, of which each is an observation. */
export const retailLines = () => published(retailFile);

/**
 * Retail sales by province, of the regions and of the country, 1995 to 2016, each with the line that it stands in; `retail`
 * then holds them by territory and year.
 */
export function retailItems() {
  return retailLines().map(({ level, code = '', name = '', year = '', value = '', status = '' }, at) => {
    const unit =
      level === 'province' ? unitNamed(name, year) : { territory: groupOf[level ?? ''] ?? regionOf(code) };
    const known = retail.get(unit.territory) ?? new Map<number, Decimal>();
    if (!('basis' in unit)) retail.set(unit.territory, known.set(Number(year), decimal(value)));
    const stated = figure({
      indicator: 'RETAIL',
      ...unit,
      period: year,
      value,
      unit: 'VND_BN',
      source: 'gso',
    });
    // The first line of the file has the names of its columns.
    return { ...stated, status, document: retailFile, row: at + 2 };
  });
}

const groupOf: Readonly<Record<string, string>> = { country: 'viet-nam', former: 'ha-tay' };
/** The regions of 2024: `RRD` is the Red River Delta. */
const regionOf = (code: string): string => `${code.toLowerCase()}-2024`;

/** The unit so called at the end of the year; or where the office states a younger one's earlier years itself, that one. */
const unitNamed = (name: string, year: string) => {
  const id = territoryNamed(name, `${year}-12-31`)?.id;
  const later = territoryNamed(name, '2016-12-31')?.id;
  if (!id && !later) throw new Error(`${name} in ${year}`);
  return id ? { territory: id } : { territory: later ?? '', basis: 'recast-by-source' };
};

/** Exports, imports and balance of the country by month. */
export function goodsItems() {
  const codes: Record<string, string> = {
    TXG_FOB_USD: 'EXPORT',
    TMG_CIF_USD: 'IMPORT',
    TB_USD: 'TRADE_BALANCE',
  };
  return published('vn-goods-trade-monthly-2010-2024.csv').flatMap(
    ({ indicator: code = '', period = '', value_mn_usd: value = '' }) => {
      const indicator = codes[code];
      if (indicator === undefined || value === '') return [];
      return [figure({ indicator, territory: 'viet-nam', period, value, unit: 'USD_MN', source: 'customs' })];
    },
  );
}

/** The archive holds some levels as binary fractions; they are read as far as the office prints them. */
export function nationalIipItems() {
  return published('vn-iip-monthly-2015base-2017-2024.csv').flatMap(
    ({ indicator: code, period = '', value = '' }) => {
      if (code !== 'AIP_ISIC4_IX' || value === '') return [];
      const level = decimal(Number(value).toFixed(6)).toFixed();
      return [
        figure({
          indicator: 'IIP',
          territory: 'viet-nam',
          period,
          value: level,
          unit: 'INDEX',
          source: 'gso',
        }),
      ];
    },
  );
}

/** The day on which value added was stated, after the levels. */
export const weightsKnown = '2025-03-31';

/** Levels and value added of the two units that became An Giang, and of one of the three that became Cần Thơ. */
export function provincialIipItems() {
  const level = (territory: string, value: string) =>
    Object.assign(
      figure({ indicator: 'IIP', territory, period: '2024-05', value, unit: 'INDEX', source: 'gso' }),
      { asOf: '2024-06-30' },
    );
  const added = (territory: string, value: string) =>
    Object.assign(
      figure({ indicator: 'VA_INDUSTRY', territory, period: '2015', value, unit: 'VND_BN', source: 'gso' }),
      { asOf: weightsKnown },
    );
  return [
    ...[
      level('an-giang', '120'),
      level('kien-giang', '150'),
      level('can-tho', '130'),
      level('hau-giang', '140'),
    ],
    ...[
      level('soc-trang', '125'),
      added('an-giang', '8000'),
      added('kien-giang', '12000'),
      added('can-tho', '9000'),
    ],
  ];
}

/** An approved, official observation. */
export const figure = (item: {
  indicator: string;
  territory: string;
  period: string;
  value: string;
  unit: string;
  source: string;
}) => ({
  ...item,
  measure: 'actual',
  status: 'official',
  state: 'approved',
});
