import { allTerritories, inForce, memberIds, membersOf, territory } from './territories';
import { unitsBefore2025 } from './unit-rows';

/** A unit that held land of a territory, and its days (null: without bound). */
export interface Piece {
  readonly territory: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Units that split off, and the unit that held their land until then. What that one stated before the split is
 * larger than its land of today: Lai Châu's retail sales fall from 698.8 to 317.5 between 2003 and 2004 for no other
 * reason.
 */
const splitFrom: Readonly<Record<string, string>> = {
  'dien-bien': 'lai-chau',
  'dak-nong': 'dak-lak',
  'hau-giang': 'can-tho',
};

/** The parcels of land that never were divided: no unit of any day has only a part of one. */
const parcels = unitsBefore2025.map(([id]) => id);

/** The spans of days between which the map changed, the oldest first. */
const epochs = epochsOfTheMap();

/** Which unit held each parcel in each epoch, and the parcels that each unit held. */
const maps = epochs.map((epoch) => {
  const day = epoch.from ?? epoch.to ?? '';
  const holder = new Map(parcels.map((parcel) => [parcel, successorOn(parcel, day)]));
  const held = new Map<string, Set<string>>();
  for (const [parcel, unit] of holder) {
    if (unit) held.set(unit, (held.get(unit) ?? new Set()).add(parcel));
  }
  return { ...epoch, holder, held };
});

/**
 * All units, through time, whose land makes up the territory as it is on that day; for a group: those of its members.
 * The oldest first, then by id. In a span of days in which the land lay in a unit larger than the territory (Lai Châu
 * of today before 2004, Hà Nội of 2007 after July 2008) no piece has days, so that no sum is too large or too small.
 *
 * A group that is not in force on that day is taken as on the nearest day it was, and only where its land is then one
 * of whole units: `nc-2024` on the map of 2025 is Quảng Trị with Quảng Bình and four others, but `rrd-2024` would take
 * a third of the new Phú Thọ, and has none. A unit not in force on that day has none; nor has anything unknown.
 */
export function piecesOf(id: string, on: string): readonly Piece[] {
  const land = landOf(id, on);
  const pieces: { territory: string; from: string | null; to: string | null }[] = [];
  let before = new Map<string, (typeof pieces)[number]>();
  for (const map of maps) {
    const now = new Map<string, (typeof pieces)[number]>();
    for (const unit of wholeUnits(land, map)) {
      const piece = before.get(unit) ?? { territory: unit, from: map.from, to: map.to };
      piece.to = map.to;
      if (!before.has(unit)) pieces.push(piece);
      now.set(unit, piece);
    }
    before = now;
  }
  return pieces;
}

/**
 * A territory and all whose land it holds on the map of today, or of its own last day: what was entered for them counts for
 * it. Nothing else where it is unknown.
 */
export function unitsHeldBy(id: string, today: string): string[] {
  const on = territory(id)?.validTo ?? today;
  return [...new Set([id, ...piecesOf(id, on).map((piece) => piece.territory)])];
}

/**
 * The units (no groups, no country) in force on a day that a territory or group of the map of `on` consisted of on
 * `day`, by id. None where a part of its land was then in a larger unit, and in the cases of {@link piecesOf}.
 */
export function unitsOn(id: string, on: string, day: string): readonly string[] {
  return wholeUnits(landOf(id, on), mapOf(day));
}

/**
 * Where the land of a unit lies on the map of that day: itself, the unit it went into, or before it split off the
 * unit that it was a part of. Null for what is no unit, and for a merged unit before its day (it lay in several).
 */
export function successorOn(unit: string, on: string): string | null {
  const found = territory(unit);
  if (!found || found.code === null) return null;
  const { validFrom, validTo, successors } = found;
  const other =
    validFrom !== null && on < validFrom
      ? splitFrom[unit]
      : validTo !== null && on > validTo
        ? successors[0]
        : unit;
  if (other === undefined) return null;
  return other === unit ? unit : successorOn(other, on);
}

/**
 * The ids of those members of a group, or of the country, that split off from another one only after a day. A source that
 * recasts may state them for earlier days, and then leaves them out of the other one.
 */
export function splitOffAfter(group: string, day: string): string[] {
  return memberIds(group).filter((id) => id in splitFrom && (territory(id)?.validFrom ?? '') > day);
}

type MapOfDays = (typeof maps)[number];

/** The parcels of a territory as on that day; none where it is not made of whole units of that day. */
function landOf(id: string, on: string): Set<string> {
  const map = mapOf(on);
  const found = territory(id);
  if (!found) return new Set();
  if (found.code !== null) return map.held.get(id) ?? new Set();
  const day = inForce(id, on)
    ? on
    : found.validTo !== null && on > found.validTo
      ? found.validTo
      : found.validFrom;
  if (day === null) return new Set();
  const { held } = mapOf(day);
  const land = new Set(membersOf(id, day).flatMap((member) => [...(held.get(member.id) ?? [])]));
  return wholeUnits(land, map).length > 0 ? land : new Set();
}

/** The units of a map that make up the land exactly, by id; none where one of them holds other land as well. */
function wholeUnits(land: ReadonlySet<string>, { holder, held }: MapOfDays): string[] {
  const units = new Set<string>();
  for (const parcel of land) {
    const unit = holder.get(parcel);
    if (!unit) return [];
    units.add(unit);
  }
  const inside = (unit: string) => [...(held.get(unit) ?? [])].every((parcel) => land.has(parcel));
  return [...units].every(inside) ? [...units].sort() : [];
}

function mapOf(day: string): MapOfDays {
  const found = maps.find(({ to }) => to === null || day <= to);
  if (!found) throw new RangeError(`no map of ${day}`);
  return found;
}

function epochsOfTheMap(): { from: string | null; to: string | null }[] {
  const units = allTerritories.filter((each) => each.code !== null);
  const firsts = units.flatMap(({ validFrom, validTo }) => [validFrom, validTo && dayAfter(validTo, 1)]);
  const days = [...new Set(firsts.filter((day) => day !== null))].sort();
  return [null, ...days].map((from, i) => {
    const next = days[i];
    return { from, to: next === undefined ? null : dayAfter(next, -1) };
  });
}

function dayAfter(day: string, by: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}
