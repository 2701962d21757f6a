import { codesOf, customsList, type Headline } from './customs-list';
import { hsEditions, isHsCode } from './hs';
import type { Bilingual } from './text';

/** A code of the HS under which a group has goods, and the days it does (both included, null = still). */
export interface HsPrefix {
  readonly hs: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * A line of the customs headline list: a dated set of codes of the HS. On any day no code of one group begins with a
 * code of another. `verified` is false while the definition that customs use was not read.
 */
export interface CommodityGroup {
  readonly code: string;
  readonly name: Bilingual;
  readonly prefixes: readonly HsPrefix[];
  readonly source: Bilingual;
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

const source = {
  vi: 'Danh mục nhóm hàng chủ yếu của thống kê hải quan',
  en: 'Headline list of commodities of customs statistics',
};
const toVerify = {
  vi: 'mã HS của nhóm theo định nghĩa của cơ quan hải quan',
  en: 'the codes of the group as customs define it',
};
const editionFrom = (year: number): string =>
  hsEditions.find((each) => each.edition === year)?.validFrom ?? '';
const editionTo = (year: number): string | null =>
  hsEditions.find((each) => each.edition === year)?.validTo ?? null;

/** The groups, in the order of the list. They do not add to the total without {@link otherCommodities}. */
export const commodityGroups: readonly CommodityGroup[] = customsList.map((line) => ({
  code: line.code,
  name: line.name,
  prefixes: prefixesOf(line),
  source,
  verified: false,
  toVerify,
}));

/** What belongs to no group: not a set of codes of its own but what the groups leave. */
export const otherCommodities = {
  code: 'other',
  name: { vi: 'Hàng hóa khác', en: 'Other commodities' },
} as const;

/** The names of every code that {@link commodityOf} answers. */
export const commodityNames: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [...commodityGroups, otherCommodities].map(({ code, name }) => [code, name]),
);

function prefixesOf(line: Headline): HsPrefix[] {
  const held = (written: string | undefined, from: number, to: number): HsPrefix[] =>
    codesOf(written).map((hs) => ({ hs, validFrom: editionFrom(from), validTo: editionTo(to) }));
  return [
    ...held(line.always, 2012, 2022),
    ...held(line.only2012, 2012, 2012),
    ...held(line.until2017, 2012, 2017),
    ...held(line.since2017, 2017, 2022),
    ...held(line.since2022, 2022, 2022),
  ];
}

/** The list as it stands between two changes of it: the group of each listed code, and the codes too coarse to tell. */
interface Standing {
  readonly from: string;
  readonly groups: ReadonlyMap<string, string>;
  readonly coarse: ReadonlySet<string>;
  readonly ofOtherDays: ReadonlySet<string>;
}

const standings: readonly Standing[] = [
  ...new Set(commodityGroups.flatMap(({ prefixes }) => prefixes.map(({ validFrom }) => validFrom))),
]
  .sort()
  .reverse()
  .map(standingFrom);

function standingFrom(from: string): Standing {
  const all = commodityGroups.flatMap(({ code, prefixes }) => prefixes.map((each) => ({ code, ...each })));
  const now = all.filter(
    ({ validFrom, validTo }) => validFrom <= from && (validTo === null || from <= validTo),
  );
  const groups = new Map(now.map(({ hs, code }) => [hs, code]));
  const ofOtherDays = new Set(all.map(({ hs }) => hs).filter((hs) => !groups.has(hs)));
  const above = (hs: string): string[] => [2, 4, 6].filter((n) => n < hs.length).map((n) => hs.slice(0, n));
  return { from, groups, ofOtherDays, coarse: new Set(now.flatMap(({ hs }) => above(hs))) };
}

/**
 * The group that goods of a code of the HS (2, 4, 6 or 8 digits, without dots) belong to on a day (`YYYY-MM-DD`):
 * its code, `other` where they belong to none. Null where it cannot be told: the code is too coarse (part of it is in a
 * group), it is one that a group has in another edition only, it is no code, or the day is before the first edition known.
 * A few look-ups in a map.
 */
export function commodityOf(hs: string, day: string): string | null {
  const list = standings.find(({ from }) => from <= day);
  if (!list || !isHsCode(hs)) return null;
  for (let digits = 2; digits <= hs.length; digits += 2) {
    const code = hs.slice(0, digits);
    const group = list.groups.get(code);
    if (group) return group;
    if (list.ofOtherDays.has(code)) return null;
  }
  return list.coarse.has(hs) ? null : otherCommodities.code;
}

/** Since when the list has stood as it did on a day: codes mean the same groups until it changes. Null before the first. */
export function customsListSince(day: string): string | null {
  return standings.find(({ from }) => from <= day)?.from ?? null;
}

/** The group of a code, or null; `other` is none. */
export function commodityGroup(code: string): CommodityGroup | null {
  return commodityGroups.find((each) => each.code === code) ?? null;
}
