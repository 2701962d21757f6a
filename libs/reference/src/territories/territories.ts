import type { Bilingual } from '../text';
import { groups } from './groups';
import { earlierForms, otherDays, unitsBefore2025, unitsSince2025 } from './unit-rows';

/** What a territory is. Provinces and cities are the units of province level; the others are made of them. */
export type TerritoryType = 'province' | 'city' | 'country' | 'region' | 'conference-group';

/**
 * A territory as plain data. Days are `YYYY-MM-DD`, both included; null = open, or not known. `code` is the official
 * one (null for groups and the country) and no identity: seven codes mean other land from 1 July 2025 on.
 * `region` is the id of the socio-economic region, null in the days without one (1 July to 4 October 2025).
 */
export interface Territory {
  readonly id: string;
  readonly code: string | null;
  readonly name: Bilingual;
  readonly type: TerritoryType;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Units whose whole land went into this one. A unit that split off (Điện Biên in 2004) names none. */
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly region: string | null;
}

const COUNTRY = 'viet-nam';
const membersByGroup = new Map(groups.map((each) => [each.id, each.members]));
const byId = (a: Territory, b: Territory) => (a.id < b.id ? -1 : 1);

/** Every territory of any time, by id, each in its latest form. */
export const allTerritories: readonly Territory[] = [...provinceLevel(), ...madeOfThem()].sort(byId);

/** The ids of the provinces and cities of any time. */
const units = allTerritories.filter(({ code }) => code !== null).map(({ id }) => id);

const latestForm = new Map(allTerritories.map((each) => [each.id, each]));

function provinceLevel(): Territory[] {
  const rows = [...unitsBefore2025, ...unitsSince2025];
  return rows.map(([id, code, vi, en, type, successor]) => {
    const validFrom = otherDays[id]?.from ?? (id.endsWith('-2025') ? '2025-07-01' : null);
    const validTo = otherDays[id]?.to ?? (successor === undefined ? null : '2025-06-30');
    const predecessors = rows.filter((row) => row[5] === id).map((row) => row[0]);
    const successors = successor === undefined ? [] : [successor];
    const region = regionOf(id, validTo);
    return { id, code, name: { vi, en }, type, validFrom, validTo, predecessors, successors, region };
  });
}

function madeOfThem(): Territory[] {
  const country = {
    id: COUNTRY,
    vi: 'Việt Nam',
    en: 'Viet Nam',
    type: 'country',
    from: null,
    to: null,
  } as const;
  return [country, ...groups].map(({ id, vi, en, type, from, to, ...rest }) => {
    const region = ('within' in rest ? rest.within : null) ?? null;
    const alone = { predecessors: [], successors: [], region };
    return { id, code: null, name: { vi, en }, type, validFrom: from, validTo: to, ...alone };
  });
}

/** The territory of an id as it was on a day (null where not in force then), or in its latest form without a day. */
export function territory(id: string, on?: string): Territory | null {
  const found = latestForm.get(id) ?? null;
  if (!found || on === undefined) return found;
  if (!inForce(id, on)) return null;
  const earlier = earlierForms[id];
  const form =
    earlier && on <= earlier.to ? { name: { vi: earlier.vi, en: earlier.en }, type: earlier.type } : {};
  return { ...found, ...form, region: membersByGroup.has(id) ? found.region : regionOf(id, on) };
}

/** True for the id of any territory, in force or ended. */
export function isTerritory(id: string): boolean {
  return latestForm.has(id);
}

/** True where the territory exists and is in force on the day (`YYYY-MM-DD`). */
export function inForce(id: string, on: string): boolean {
  const found = latestForm.get(id);
  return !!found && covers(found.validFrom, found.validTo, on);
}

/** The provinces and cities in force on a day, by id: 63 on 30 June 2025, 34 the day after. Groups are left out. */
export function territoriesOn(on: string): Territory[] {
  return membersOf(COUNTRY, on);
}

/** The units in force on a day that belong to a group or to the country, by id; none for a single unit. */
export function membersOf(group: string, on: string): Territory[] {
  return memberIdsOn(group, on).flatMap((id) => territory(id, on) ?? []);
}

/** The ids of the same. */
export function memberIdsOn(group: string, on: string): string[] {
  return inForce(group, on) ? memberIds(group).filter((id) => inForce(id, on)) : [];
}

/** The units that a unit's whole land went to when it ended. */
export function successorsOf(id: string): Territory[] {
  return (latestForm.get(id)?.successors ?? []).flatMap((each) => territory(each) ?? []);
}

/** The units whose whole land went into this one: what a sum of additive levels is made of before that day. */
export function predecessorsOf(id: string): Territory[] {
  return (latestForm.get(id)?.predecessors ?? []).flatMap((each) => territory(each) ?? []);
}

/** The ids of all units that ever belonged to a group or the country, in order; none for anything else. */
export function memberIds(group: string): string[] {
  return [...(group === COUNTRY ? units : (membersByGroup.get(group) ?? []))].sort();
}

/** The ids of the groups that a unit ever belonged to, the country last; none for anything else. */
export function groupsOf(unit: string): string[] {
  if (!units.includes(unit)) return [];
  return [...groups.filter(({ members }) => members.includes(unit)).map(({ id }) => id), COUNTRY];
}

function regionOf(id: string, on: string | null): string | null {
  const holds = groups.find(
    ({ type, within, members, from, to }) =>
      type === 'region' &&
      !within &&
      members.includes(id) &&
      (on === null ? to === null : covers(from, to, on)),
  );
  return holds?.id ?? null;
}

function covers(from: string | null, to: string | null, on: string): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}
