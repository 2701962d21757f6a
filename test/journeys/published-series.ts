import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { countryName, decimal, partnerGroup, territoryNamed, type Decimal } from '@doit/reference';
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

export const partnersFile = 'vn-exports-by-partner-1995-2016.csv';

/** The file's lines, of which each is an observation. */
export const partnerLines = () => published(partnersFile);

/** Exports of the country by partner, of groups of partners and in all, 1995 to 2016, each with its line. */
export function partnerItems() {
  return partnerLines().map(({ partner = '', year = '', value = '', status = '' }, at) => {
    const stated = figure({
      indicator: 'EXPORT',
      territory: 'viet-nam',
      period: year,
      value,
      unit: 'USD_MN',
      source: 'gso',
    });
    return { ...stated, dimensions: partnerOf(partner), status, document: partnersFile, row: at + 2 };
  });
}

/** The total is of no partner; of the others each is of one, or of a group. */
function partnerOf(name: string): Record<string, string> {
  if (name === 'TOTAL') return {};
  if (partnerGroup(name)) return { partnerGroup: name };
  const partner = countriesOfFile.get(name) ?? countries.get(name);
  if (partner === undefined) throw new Error(name);
  return { partner };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** ISO 3166-1 by the English name. */
const countries = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = countryName(code)?.en;
      return name === undefined ? [] : [[name, code] as const];
    }),
);

/** Where the file has another name than ours, or a slip of the pen. */
const countriesOfFile = new Map([
  ['Brunei Darusalem', 'BN'],
  ['Korea, Rep.', 'KR'],
  ['Hong Kong SAR (China)', 'HK'],
  ['Turkey', 'TR'],
  ['Russian Federation', 'RU'],
  ['Czech Rep.', 'CZ'],
  ['Tanzania, Rep,', 'TZ'],
]);

export const goodsFile = 'vn-goods-trade-monthly-2010-2024.csv';

/** The file's lines. */
export const goodsLines = () => published(goodsFile);

/** What each indicator of the file is here. Headings of the Harmonized System stand for groups of the customs list. */
const goods: Readonly<Record<string, { indicator: string; dimensions?: Record<string, string> }>> = {
  TXG_FOB_USD: { indicator: 'EXPORT' },
  TMG_CIF_USD: { indicator: 'IMPORT' },
  TB_USD: { indicator: 'TRADE_BALANCE' },
  TXGBD_FOB_USD: exported({ regime: 'domestic' }),
  VNM_TXG_FS_FOB_USD: exported({ regime: 'fdi' }),
  TXG_H5_03_FOB_USD: exported({ commodity: 'seafood' }),
  TXG_H5_07_070960_FOB_USD: exported({ commodity: 'vegetables-fruit' }),
  TXG_H5_0801_FOB_USD: exported({ commodity: 'cashew' }),
  TXG_H5_0901_FOB_USD: exported({ commodity: 'coffee' }),
  TXG_H5_0902_FOB_USD: exported({ commodity: 'tea' }),
  TXG_H5_0904_FOB_USD: exported({ commodity: 'pepper' }),
  TXG_H5_1006_FOB_USD: exported({ commodity: 'rice' }),
  TXG_H5_2709_FOB_USD: exported({ commodity: 'crude-oil' }),
  TXG_H5_4001_FOB_USD: exported({ commodity: 'rubber' }),
  TXG_H5_44_FOB_USD: exported({ commodity: 'wood' }),
  TXG_H5_63_61_FOB_USD: exported({ commodity: 'textiles-garments' }),
  TXG_H5_64_FOB_USD: exported({ commodity: 'footwear' }),
  TXG_H5_8517_FOB_USD: exported({ commodity: 'phones' }),
};

function exported(dimensions: Record<string, string>) {
  return { indicator: 'EXPORT', dimensions };
}

/** Indicators of the file that are not recorded, and why. */
export const goodsLeftOut: Readonly<Record<string, string>> = {
  TXG_H5_85_FOB_USD:
    'named chapter 85, but less than phones (8517) alone in 12/2021: what it counts is not said',
  TXG_H5_84T86_FOB_USD: 'named chapters 84 to 86, which together are no group of the customs list',
};

/** The country by month: exports, imports and balance, exports by sector of the economy and by commodity; each with its line. */
export function goodsItems() {
  return goodsLines().flatMap(({ indicator: code = '', period = '', value_mn_usd: value = '' }, at) => {
    const known = goods[code];
    if (!known && !goodsLeftOut[code]) throw new Error(code);
    if (!known || value === '') return [];
    const { indicator, dimensions = {} } = known;
    const stated = figure({
      indicator,
      territory: 'viet-nam',
      period,
      value,
      unit: 'USD_MN',
      source: 'customs',
    });
    return [{ ...stated, dimensions, document: goodsFile, row: at + 2 }];
  });
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
