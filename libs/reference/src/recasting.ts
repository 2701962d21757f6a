import { Exact, type Decimal } from './decimals';
import type { IndicatorKind } from './indicators/indicator';

/**
 * What one of the units stated that a territory was made of, for one period. `value` null: nothing is known of it.
 * `weight` (only an `index` asks for it) is its value added in the weight year, in one unit for all members.
 */
export interface MemberLevel {
  readonly territory: string;
  readonly value: Decimal | null;
  readonly weight?: Decimal | null;
}

/**
 * The level of the whole, or why there is none: `incomplete-members` (`missing`: those without a value),
 * `needs-weights` (`missing`: those without a weight), `not-comparable` (no rule puts the members together).
 */
export type Recast =
  | { readonly value: Decimal }
  | {
      readonly refusal: 'incomplete-members' | 'needs-weights' | 'not-comparable';
      readonly missing: readonly string[];
    };

/**
 * The level of a territory from those of all units that held its land: exact sums of flows and stocks, Σ w·I / Σ w of
 * index levels of one base. A single member is the whole, so its value stands, whatever it measures. A `ratio` is
 * recomputed from its own recast parts, not from ratios; peaks are not reached at the same hour; rates, ranks and
 * contributions say nothing of a larger whole. A missing value is never zero, and no members are no value.
 */
export function recastLevel(kind: IndicatorKind, members: readonly MemberLevel[]): Recast {
  const [only] = members;
  const aggregates = kind === 'flow' || kind === 'stock' || kind === 'index';
  if (members.length > 1 && !aggregates) return { refusal: 'not-comparable', missing: [] };
  const known = members.flatMap(({ value, ...rest }) => (value ? { ...rest, value } : []));
  if (!only || known.length < members.length) {
    return { refusal: 'incomplete-members', missing: namesOf(members.filter((each) => !each.value)) };
  }
  if (kind === 'index' && members.length > 1) return weightedMean(known);
  return { value: sum(known.map((each) => each.value)) };
}

type Known = MemberLevel & { readonly value: Decimal };

/** Below zero there is no weight: the mean would leave the range of its members. */
function weightedMean(members: readonly Known[]): Recast {
  const weighed = members.flatMap(({ value, weight }) => (weight?.gte(0) ? { value, weight } : []));
  const weights = sum(weighed.map((each) => each.weight));
  if (weighed.length < members.length) {
    return { refusal: 'needs-weights', missing: namesOf(members.filter((each) => !each.weight?.gte(0))) };
  }
  if (weights.isZero()) return { refusal: 'needs-weights', missing: namesOf(members) };
  return { value: sum(weighed.map(({ value, weight }) => value.mul(weight))).div(weights) };
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, each) => total.plus(each), new Exact(0));
}

function namesOf(members: readonly MemberLevel[]): string[] {
  return members.map((each) => each.territory);
}
