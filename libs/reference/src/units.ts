import { formatDecimal, type Locale } from './decimals';
import type { Bilingual } from './text';

/** Codes of the units a figure may be recorded in. */
export type UnitCode =
  | 'VND_BN'
  | 'VND_MN'
  | 'USD_MN'
  | 'USD'
  | 'PCT'
  | 'PP'
  | 'INDEX'
  | 'HA'
  | 'KM2'
  | 'M2'
  | 'MW'
  | 'MWP'
  | 'KWH_MN'
  | 'TOE'
  | 'KT_CO2E'
  | 'KT'
  | 'TONNE'
  | 'MN_M3'
  | 'MN_L'
  | 'K_L'
  | 'MN_M2'
  | 'MN_PIECES'
  | 'K_PIECES'
  | 'K_EGGS'
  | 'MN_PAIRS'
  | 'MN_PACKS'
  | 'M3_DAY'
  | 'COUNT'
  | 'PERSON'
  | 'RANK';

/** A unit: its name in full, and the short form printed after a number (empty where the number stands alone). */
export interface Unit {
  readonly code: UnitCode;
  readonly name: Bilingual;
  readonly short: Bilingual;
}

/** All units, in the order of a list to choose from. */
export const units: readonly Unit[] = [
  row('VND_BN', 'tỷ đồng Việt Nam', 'billion Vietnamese dong', 'tỷ đồng', 'VND billion'),
  row('VND_MN', 'triệu đồng Việt Nam', 'million Vietnamese dong', 'triệu đồng', 'VND million'),
  row('USD_MN', 'triệu đô la Mỹ', 'million US dollars', 'triệu USD', 'USD million'),
  row('USD', 'đô la Mỹ', 'US dollars', 'USD', 'USD'),
  row('PCT', 'phần trăm', 'per cent', '%', '%'),
  row('PP', 'điểm phần trăm', 'percentage points', 'điểm phần trăm', 'percentage points'),
  row('INDEX', 'điểm chỉ số', 'index points', '', ''),
  row('HA', 'héc-ta', 'hectares', 'ha', 'ha'),
  row('KM2', 'ki-lô-mét vuông', 'square kilometres', 'km²', 'km²'),
  row('M2', 'mét vuông', 'square metres', 'm²', 'm²'),
  row('MW', 'mê-ga-oát', 'megawatts', 'MW', 'MW'),
  row('MWP', 'mê-ga-oát đỉnh (công suất một chiều)', 'megawatts peak (direct current)', 'MWp', 'MWp'),
  row('KWH_MN', 'triệu ki-lô-oát giờ', 'million kilowatt-hours', 'triệu kWh', 'million kWh'),
  row('TOE', 'tấn dầu quy đổi', 'tonnes of oil equivalent', 'TOE', 'TOE'),
  row(
    'KT_CO2E',
    'nghìn tấn CO₂ tương đương',
    'thousand tonnes of CO₂ equivalent',
    'nghìn tấn CO₂e',
    'kt CO₂e',
  ),
  row('KT', 'nghìn tấn', 'thousand tonnes', 'nghìn tấn', 'thousand tonnes'),
  row('TONNE', 'tấn', 'tonnes', 'tấn', 'tonnes'),
  row('MN_M3', 'triệu mét khối', 'million cubic metres', 'triệu m³', 'million m³'),
  row('MN_L', 'triệu lít', 'million litres', 'triệu lít', 'million litres'),
  row('K_L', 'nghìn lít', 'thousand litres', 'nghìn lít', 'thousand litres'),
  row('MN_M2', 'triệu mét vuông', 'million square metres', 'triệu m²', 'million m²'),
  row('MN_PIECES', 'triệu cái', 'million pieces', 'triệu cái', 'million pieces'),
  row('K_PIECES', 'nghìn cái (chiếc)', 'thousand pieces', 'nghìn cái', 'thousand pieces'),
  row('K_EGGS', 'nghìn quả', 'thousand eggs', 'nghìn quả', 'thousand eggs'),
  row('MN_PAIRS', 'triệu đôi', 'million pairs', 'triệu đôi', 'million pairs'),
  row('MN_PACKS', 'triệu bao', 'million packs', 'triệu bao', 'million packs'),
  row('M3_DAY', 'mét khối một ngày đêm', 'cubic metres a day', 'm³/ngày đêm', 'm³/day'),
  row('COUNT', 'số lượng', 'number', '', ''),
  row('PERSON', 'người', 'persons', 'người', 'persons'),
  row('RANK', 'thứ hạng', 'rank', '', ''),
];

function row(code: UnitCode, vi: string, en: string, shortVi: string, shortEn: string): Unit {
  return { code, name: { vi, en }, short: { vi: shortVi, en: shortEn } };
}

const byCode = new Map<string, Unit>(units.map((each) => [each.code, each]));

/** The unit of a code, or null. */
export function unit(code: string): Unit | null {
  return byCode.get(code) ?? null;
}

/** Prints a decimal text with its unit: `49.496,26 tỷ đồng`, `11.11%`, `3,11 điểm phần trăm`, `45`. */
export function formatQuantity(text: string, code: UnitCode, locale: Locale): string {
  const number = formatDecimal(text, locale);
  const short = byCode.get(code)?.short[locale] ?? '';
  return short === '' || short === '%' ? `${number}${short}` : `${number} ${short}`;
}
