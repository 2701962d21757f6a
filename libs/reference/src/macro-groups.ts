import type { Bilingual } from './text';

/** A group of a macro group, and the days it counts there (both included, null = still). */
export interface MacroMember {
  readonly group: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** One of the wide groups of goods that the statistics office breaks exports down by: a dated set of commodity groups. */
export interface MacroGroup {
  readonly code: string;
  readonly name: Bilingual;
  readonly members: readonly MacroMember[];
  readonly verified: boolean;
  readonly toVerify: Bilingual | null;
}

/**
 * The macro groups of the statistics office over the headline groups. They share no group, and what is no headline group
 * (`other`) is in none of them. Which group counts where was not read in the office's own definition.
 */
export const macroGroups: readonly MacroGroup[] = [
  macro(
    'heavy-industry-minerals',
    'Hàng công nghiệp nặng và khoáng sản',
    'Heavy industry and minerals',
    `ores coal crude-oil petroleum-products chemicals chemical-products fertiliser plastics-materials iron-steel
     iron-steel-articles other-base-metals computers-electronics phones cameras machinery wires-cables vehicles-parts`,
  ),
  macro(
    'light-industry-handicraft',
    'Hàng công nghiệp nhẹ và tiểu thủ công nghiệp',
    'Light industry and handicraft',
    `confectionery-cereal animal-feed plastics-articles rubber-articles bags bamboo-rattan paper yarn
     textiles-garments technical-fabric footwear textile-footwear-materials ceramics glass gems furniture toys`,
  ),
  macro(
    'agricultural',
    'Hàng nông sản',
    'Agricultural products',
    'vegetables-fruit cashew coffee tea pepper rice cassava rubber',
  ),
  macro('forest', 'Hàng lâm sản', 'Forest products', 'wood'),
  macro('aquatic', 'Hàng thủy sản', 'Aquatic products', 'seafood'),
];

function macro(code: string, vi: string, en: string, groups: string): MacroGroup {
  const members = groups.split(/\s+/).map((group) => ({ group, validFrom: '2012-01-01', validTo: null }));
  const toVerify = { vi: 'nhóm hàng chủ yếu thuộc nhóm này', en: 'which headline groups count here' };
  return { code, name: { vi, en }, members, verified: false, toVerify };
}

/** The commodity groups that a macro group is made of on a day (`YYYY-MM-DD`). */
export function groupsOfMacro(macroGroup: MacroGroup, day: string): string[] {
  return macroGroup.members
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .map(({ group }) => group);
}

/** The code of the macro group that a commodity group counts in on a day; null for `other` and what is no group. */
export function macroGroupOf(group: string, day: string): string | null {
  return macroGroups.find((each) => groupsOfMacro(each, day).includes(group))?.code ?? null;
}
