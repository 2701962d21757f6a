import { link, type Sealed } from '../telling/chain';

/** A row whose hash does not follow from its content and the row before it. */
export interface Suspect {
  readonly row: Sealed;
  /** Where it stands. */
  readonly position: number;
  /** The hash it carries, hex. */
  readonly hash: string;
  /** The hash that the row before it carries; null where that row is missing. */
  readonly before: Buffer | null;
}

export interface Sorted {
  /** Altered, or put in without a place of its own. */
  altered: Suspect[];
  /** Put where another row now stands that was sealed there. */
  inserted: Suspect[];
  /** Unchanged, but sealed at another position. */
  moved: { suspect: Suspect; from: number }[];
}

/**
 * Tells rows that were moved from rows that were altered: a moved row's hash still follows from the row that was before it
 * when it was sealed. A row that merely stands behind a moved one is cleared. Tries all places of all suspects: for a few
 * hundred of them.
 */
export function sortOut(suspects: readonly Suspect[]): Sorted {
  const open = new Set(suspects);
  const places = new Set(suspects.flatMap(({ position }) => [position, position + 1]));
  const befores = new Map(suspects.map(({ position, before }) => [position, before]));
  /** By the position after it: the hash of a row whose true place was found. */
  const found = new Map<number, Buffer>();
  const moved: Sorted['moved'] = [];
  const trueHomes = new Set<number>();
  /** By the position after it: the hash that a suspect should carry where only its hash was altered. */
  const remade = new Map(
    suspects.map(({ position, before, row }) => [position + 1, before && link(before, row)]),
  );
  const belongsAt = ({ row, before, hash }: Suspect, place: number): boolean =>
    [befores.get(place), found.get(place), remade.get(place), before].some(
      (one) => one && link(one, { ...row, position: String(place) }).toString('hex') === hash,
    );
  for (let left = open.size + 1; left > open.size && open.size > 0;) {
    left = open.size;
    for (const suspect of open) {
      const from = [suspect.position, ...places].find((place) => belongsAt(suspect, place));
      if (from === undefined) continue;
      open.delete(suspect);
      found.set(from + 1, Buffer.from(suspect.hash, 'hex'));
      trueHomes.add(from);
      if (from !== suspect.position) moved.push({ suspect, from });
    }
  }
  const rest = [...open];
  return {
    altered: rest.filter(({ position }) => !trueHomes.has(position)),
    inserted: rest.filter(({ position }) => trueHomes.has(position)),
    moved,
  };
}
