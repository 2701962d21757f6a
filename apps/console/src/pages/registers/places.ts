import type { components } from '../../api/schema';
import type { Territory } from '../../api/reference';
import type { Shape } from './shape';

export type Counted = readonly components['schemas']['EntryCount'][];
type Counts = ReadonlyMap<string, number>;

/** How many entries a unit of today has, and in which states. */
export interface Place {
  readonly territory: string;
  readonly count: number;
  readonly states: Counts;
}

const added = (to: Counts, state: string, count: number): Counts =>
  new Map(to).set(state, (to.get(state) ?? 0) + count);

/** The unit that one became, through all mergers; itself where it still is. */
export function unitOfToday(id: string, all: ReadonlyMap<string, Territory>): string {
  const unit = all.get(id);
  const [next] = unit?.validTo ? unit.successors : [];
  return next === undefined ? id : unitOfToday(next, all);
}

/** By unit of today, the most first: what stands in the name of a merged one is its successor's. */
export function placesOf(counted: Counted, territories: ReadonlyMap<string, Territory>): Place[] {
  const places = new Map<string, Place>();
  for (const { territory: as, state, count } of counted) {
    const territory = unitOfToday(as, territories);
    const known = places.get(territory) ?? { count: 0, states: new Map<string, number>() };
    const states = added(known.states, state, count);
    places.set(territory, { territory, count: known.count + count, states });
  }
  return [...places.values()].sort((a, b) => b.count - a.count);
}

/** By state, wherever they are. */
export const byState = (counted: Counted): Counts =>
  counted.reduce<Counts>((sums, { state, count }) => added(sums, state, count), new Map());

/** The states in the order of a life, those that have any. */
export function inOrder({ fields }: Shape, counts: Counts): { state: string; count: number }[] {
  const states = fields.find(({ name }) => name === 'state')?.values ?? [];
  return states.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count > 0 ? [{ state, count }] : [];
  });
}
