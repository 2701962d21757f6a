import { lastMonth, type Period } from '../periods';
import { allTerritories, territory } from '../territories/territories';
import type { Bilingual } from '../text';
import type { UnitCode } from '../units';
import { agreementsUseIndicators } from './agreements-use';
import { clusterIndicators } from './clusters';
import { energyIndicators, energyPaths } from './energy';
import { exportImportIndicators } from './export-import';
import { generalIndicators } from './general';
import type { Dimension, Indicator, OwnerService, SeriesVersion } from './indicator';
import { industryIndicators } from './industry';
import { tradeIndicators } from './trade';

/** The catalogue, in the order of the report's sections. */
export const indicators: readonly Indicator[] = [
  ...industryIndicators,
  ...energyIndicators,
  ...energyPaths,
  ...tradeIndicators,
  ...exportImportIndicators,
  ...agreementsUseIndicators,
  ...clusterIndicators,
  ...generalIndicators,
];

const byCode = new Map(indicators.map((each) => [each.code, each]));
const groupIds = new Set(
  allTerritories.filter(({ type }) => type !== 'province' && type !== 'city').map((each) => each.id),
);

/** The indicator of a code, or null. */
export function indicator(code: string): Indicator | null {
  return byCode.get(code) ?? null;
}

/** The indicators whose actual figures a service records. */
export function indicatorsOf(service: OwnerService): Indicator[] {
  return indicators.filter((each) => each.service === service);
}

/**
 * Whether the levels of all members of a group of territories, or of the country, add up to its own as far as definitions
 * go: flows and stocks, of the country only those that are counted by province.
 */
export function addsOver({ kind, addsToCountry = false }: Indicator, group: string): boolean {
  const isLevel = kind === 'flow' || kind === 'stock';
  return isLevel && (territory(group)?.type !== 'country' || addsToCountry);
}

/** The units that a figure of a breakdown may be in: the one that a value of it fixes, else all of the indicator. */
export function unitsOf(
  { units, dimensions }: Indicator,
  given: Readonly<Record<string, string>>,
): readonly UnitCode[] {
  const values = new Map(Object.entries(given));
  const fixed = dimensions.flatMap((each) => {
    const byValue = new Map(Object.entries(each.units ?? {}));
    return byValue.get(values.get(each.name) ?? '') ?? [];
  });
  return fixed.length > 0 ? fixed : units;
}

/** What is wrong with one dimension of a figure, for the person who typed it. */
export interface DimensionProblem {
  code: 'dimension.missing' | 'dimension.unknown' | 'dimension.not-allowed' | 'dimension.not-together';
  dimension: string;
  message: Bilingual;
}

/** Everything wrong with the breakdown of a figure; empty where it is right, and for an unknown indicator. */
export function checkDimensions(code: string, given: Readonly<Record<string, string>>): DimensionProblem[] {
  const found = byCode.get(code);
  if (!found) return [];
  const values = new Map(Object.entries(given));
  const declared = found.dimensions.flatMap((each) => problemOf(each, values) ?? []);
  const unknown = [...values.keys()].filter((name) => found.dimensions.every((each) => each.name !== name));
  return [
    ...declared,
    ...unknown.map((name) =>
      problem('dimension.unknown', name, `${code} không có phân tổ này`, `${code} has no such breakdown`),
    ),
  ];
}

function problemOf(dimension: Dimension, given: ReadonlyMap<string, string>): DimensionProblem | null {
  const { name, required, values } = dimension;
  const value = given.get(name);
  if (value === undefined) {
    return required
      ? problem('dimension.missing', name, 'cần có phân tổ này', 'this breakdown is needed')
      : null;
  }
  if (allows(dimension, value)) return apartFrom(dimension, given);
  const choices = values ? `: ${values.join(', ')}` : '';
  return problem(
    'dimension.not-allowed',
    name,
    `giá trị không hợp lệ${choices}`,
    `not an allowed value${choices}`,
  );
}

/** What a dimension may not stand beside, or not stand without. */
function apartFrom(
  { name, refines, insteadOf, onlyWith }: Dimension,
  given: ReadonlyMap<string, string>,
): DimensionProblem | null {
  const other = refines?.dimension ?? insteadOf;
  if (other !== undefined && given.has(other)) {
    const [vi, en] = [
      `chỉ ghi ${name} hoặc ${other}, không ghi cả hai`,
      `either ${name} or ${other}, not both`,
    ];
    return problem('dimension.not-together', name, vi, en);
  }
  if (onlyWith && given.get(onlyWith.dimension) !== onlyWith.value) {
    const beside = `${onlyWith.dimension}=${onlyWith.value}`;
    return problem('dimension.not-together', name, `chỉ dùng cùng ${beside}`, `only beside ${beside}`);
  }
  return null;
}

function allows({ values, pattern, refersTo }: Dimension, value: string): boolean {
  if (values) return values.includes(value);
  if (pattern !== null) return new RegExp(`^(?:${pattern})$`).test(value);
  return refersTo === 'indicator' ? byCode.has(value) : groupIds.has(value);
}

function problem(
  code: DimensionProblem['code'],
  dimension: string,
  vi: string,
  en: string,
): DimensionProblem {
  return { code, dimension, message: { vi: `${dimension}: ${vi}`, en: `${dimension}: ${en}` } };
}

/**
 * The declared break that lies between two periods of a territory's series (the first month of the earlier and the
 * last of the later included), so that their levels must not be compared; null where there is none.
 */
export function seriesBreak(
  code: string,
  territory: string,
  earlier: Period,
  later: Period,
): SeriesVersion | null {
  const concerned = (byCode.get(code)?.seriesVersions ?? []).filter(
    (each) => each.territory === null || each.territory === territory,
  );
  const last = lastMonth(later);
  return concerned.find(({ from }) => from !== null && earlier.from < from && from <= last) ?? null;
}
