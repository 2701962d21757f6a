import {
  inForce,
  isTerritory,
  lastDay,
  piecesOf,
  territory,
  unitsOn,
  type Period,
  type Piece,
} from '@doit/reference';
import { refusedAsked } from '../comparisons/asked';

/** A piece of what is asked for, in the order asked. */
export interface TargetPiece extends Piece {
  readonly target: string;
  readonly place: number;
}

/** Which map is asked for, and the period whose last day decides where one is needed and none is named. */
export interface OnMap {
  readonly on: string | undefined;
  readonly until: Period;
  /** The query key that names the targets. */
  readonly pointer: string;
}

/**
 * The pieces of each target: itself in its own time, or on the map of a day the units that held its land. Several units
 * joined are one target, made of the pieces of all. The country is never made of pieces: its figures are stated for it,
 * and what cannot be told apart by province is in them.
 * @throws Problem territory.unknown, territory.not-in-force, territory.overlapping
 */
export function piecesAsked(targets: readonly string[], { on, until, pointer }: OnMap): TargetPiece[] {
  return targets.flatMap((asked, place) => {
    const units = unitsJoined(asked);
    const target = units.join('+');
    const pieces =
      units.length > 1
        ? piecesTogether(units, on ?? lastDay(until), pointer)
        : piecesAlone(target, on, pointer);
    return pieces.map((piece) => ({ target, place, ...piece }));
  });
}

/** The territories joined in one name with `+`, which reads as a space where a query holds it unescaped. */
export function unitsJoined(name: string): string[] {
  return name.split(/[+ ]/);
}

/**
 * That territories joined share no land on the map of a day.
 * @throws Problem territory.unknown, territory.not-in-force, territory.overlapping
 */
export function refuseOverlaps(ids: readonly string[], on: string, pointer: string): void {
  const met = new Set<string>();
  for (const id of ids) {
    known(id, pointer);
    const units = unitsOn(id, on, on);
    if (units.length === 0) throw refusedAsked(pointer, 'territory.not-in-force', { territory: id, day: on });
    const twice = units.find((unit) => met.has(unit));
    if (twice !== undefined)
      throw refusedAsked(pointer, 'territory.overlapping', { territory: twice, group: ids.join('+') });
    for (const unit of units) met.add(unit);
  }
}

function piecesAlone(id: string, on: string | undefined, pointer: string): readonly Piece[] {
  const { type, validFrom, validTo } = known(id, pointer);
  if (on === undefined || type === 'country') return [{ territory: id, from: validFrom, to: validTo }];
  const pieces = piecesOf(id, on);
  if (pieces.length === 0 && !inForce(id, on))
    throw refusedAsked(pointer, 'territory.not-in-force', { territory: id, day: on });
  return pieces;
}

/** Only in the days in which each unit's land is known apart (one stretch for every unit): the others would sum too little. */
function piecesTogether(ids: readonly string[], on: string, pointer: string): Piece[] {
  refuseOverlaps(ids, on, pointer);
  const each = ids.map((id) => piecesOf(id, on));
  const firsts = each.map((pieces) => least(pieces.map(({ from }) => from ?? earliest)));
  const lasts = each.map((pieces) => greatest(pieces.map(({ to }) => to ?? latest)));
  const [first, last] = [greatest(firsts), least(lasts)];
  return each.flat().flatMap(({ territory: id, from, to }) => {
    const [begin, end] = [greatest([from ?? earliest, first]), least([to ?? latest, last])];
    const bound = (day: string, open: string): string | null => (day === open ? null : day);
    return begin <= end ? [{ territory: id, from: bound(begin, earliest), to: bound(end, latest) }] : [];
  });
}

const [earliest, latest] = ['0001-01-01', '9999-12-31'];
const least = (days: readonly string[]): string => days.reduce((a, b) => (a < b ? a : b), latest);
const greatest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b), earliest);

function known(id: string, pointer: string) {
  const found = isTerritory(id) ? territory(id) : null;
  if (!found) throw refusedAsked(pointer, 'territory.unknown', { territory: id });
  return found;
}
