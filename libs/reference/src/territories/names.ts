import { foldAccents } from '../text';
import { allTerritories, inForce, memberIds, territory, type Territory } from './territories';
import { aliases, earlierForms } from './unit-rows';

const namesById = new Map(allTerritories.map((each) => [each.id, namesOf(each)]));
const idsByBareName = new Map<string, string[]>();
for (const [id, names] of namesById) {
  for (const name of new Set(names.map(bareName)))
    idsByBareName.set(name, [...(idsByBareName.get(name) ?? []), id]);
}

/**
 * The territory that a name in a file means: the one so called in force on the period's last day, whatever the
 * accents, the alias or a leading "tỉnh", "thành phố", "TP.". Null where nothing of that name is in force then.
 */
export function territoryNamed(name: string, lastDay: string): Territory | null {
  const id = idsByBareName.get(bareName(name))?.find((each) => inForce(each, lastDay));
  return id === undefined ? null : territory(id, lastDay);
}

/** What to look for; every part may be left out. `after` is the last id of the page before, `limit` at least 1. */
export interface TerritorySearch {
  on?: string;
  group?: string;
  q?: string;
  after?: string;
  limit?: number;
}

/** One page of territories by id, and the `after` of the next page (null at the end). */
export interface TerritoryPage {
  items: Territory[];
  next: string | null;
}

/** Finds territories in force on a day (of any time without one), of a group, by part of a name or id. */
export function searchTerritories({ on, group, q, after = '', limit = 100 }: TerritorySearch): TerritoryPage {
  const ids = group === undefined ? allTerritories.map((each) => each.id) : memberIds(group);
  const found = ids
    .filter((id) => id > after && (q === undefined || mentions(id, q)))
    .flatMap((id) => territory(id, on) ?? []);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function namesOf({ id, name }: Territory): string[] {
  const earlier = earlierForms[id];
  return [name.vi, name.en, ...(earlier ? [earlier.vi, earlier.en] : []), ...(aliases[id] ?? [])];
}

function mentions(id: string, q: string): boolean {
  const part = letters(q);
  // "TP.HCM" is a part of no name, but it is one once the "TP." is off.
  return [id, ...(namesById.get(id) ?? [])].some((name) => letters(name).includes(part)) || isCalled(id, q);
}

function isCalled(id: string, name: string): boolean {
  return idsByBareName.get(bareName(name))?.includes(id) ?? false;
}

/** Letters and digits only: `Bà Rịa-Vũng Tàu` and `Ba Ria - Vung Tau` are written alike. */
function letters(name: string): string {
  return foldAccents(name).replace(/[^a-z0-9]/g, '');
}

function bareName(name: string): string {
  return letters(name)
    .replace(/^(thanhpho|tinh|tp)/, '')
    .replace(/(province|city)$/, '');
}
