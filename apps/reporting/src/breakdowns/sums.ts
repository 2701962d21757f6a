import type { Cell } from '@doit/contracts';
import {
  agreement,
  firstDay,
  lastDay,
  partnersShared,
  sub,
  type Indicator,
  type Period,
} from '@doit/reference';
import type { CellName } from '../checks/declared-parts';
import { computed, refused } from '../comparisons/cells';
import { sumOf, type Sum } from '../comparisons/cover';
import { quoteOf, type Known } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { areOfOneMeasure } from '../comparisons/wholes';

export type SumOrNot = { readonly sum: Sum } | { readonly refusal: Cell };

/** Only where every part is known and all are of one measure: what is missing is not zero. */
export function sumOfAll(parts: readonly CellName[], figures: readonly (Known | null)[]): SumOrNot {
  const missing = parts.filter((_, at) => !figures[at]);
  return missing.length > 0
    ? without('no-figure', missing)
    : sumOfKnown(figures.flatMap((each) => each ?? []));
}

/**
 * What the parts that have a figure come to, of a breakdown whose parts nobody lists. None where they share what they count:
 * then `missing` has the partners that several of them hold.
 */
export function sumOfStated(
  { code, kind }: Indicator,
  period: Period,
  parts: readonly CellName[],
  figures: readonly (Known | null)[],
): SumOrNot {
  if (kind === 'ratio') return { refusal: refused('not-comparable', [code]) };
  const common = sharedBy(parts, period);
  if (common.length > 0) return { refusal: refused('overlapping-groups', common.slice(0, mostNamed)) };
  const known = figures.flatMap((each) => each ?? []);
  return known.length > 0 ? sumOfKnown(known) : { refusal: refused('no-figure', [code]) };
}

/** The partners that more than one of some parts holds: of groups in the period, of agreements ever. */
export function sharedBy(parts: readonly CellName[], period: Period): readonly string[] {
  const partners = parts.flatMap(([, { partner, partnerGroup }]) => partner ?? partnerGroup ?? []);
  const markets = parts.flatMap(([, dimensions]) => agreement(dimensions['agreement'] ?? '')?.members ?? []);
  const several = markets.filter((each, at) => markets.indexOf(each) !== at);
  const { common } = partnersShared(partners, firstDay(period), lastDay(period));
  return [...new Set([...common, ...several])].sort();
}

/** As many as a refusal may name. */
const mostNamed = 50;

function sumOfKnown(known: readonly Known[]): SumOrNot {
  const [first] = known;
  const other = known.filter((each) => !first || !areOfOneMeasure(first, each));
  return other.length > 0
    ? without(
        'different-definition',
        other.map((each) => [each.indicator, each.dimensions]),
      )
    : { sum: sumOf(known) };
}

const without = (code: 'no-figure' | 'different-definition', cells: readonly CellName[]): SumOrNot => ({
  refusal: refused(
    code,
    cells.slice(0, mostNamed).map((cell) => cellOf(...cell)),
  ),
});

export function shownSum(sum: SumOrNot, formula: string, figures: readonly (Known | null)[]): Cell {
  if ('refusal' in sum) return sum.refusal;
  const { value, interval, from } = sum.sum;
  return computed(value, interval, decimalsOf(figures), formula, from);
}

/** The sum less the total, or the total less the sum. */
export function apart(
  sum: SumOrNot,
  total: Known | null,
  figures: readonly (Known | null)[],
  { code, formula, isRest }: { readonly code: string; readonly formula: string; readonly isRest: boolean },
): Cell {
  if ('refusal' in sum) return sum.refusal;
  const first = figures.find((figure) => figure !== null);
  if (!total) return refused('no-figure', [code]);
  if (!first || !areOfOneMeasure(first, total)) return refused('different-definition', [code]);
  const [{ value, interval, from }, whole] = [sum.sum, quoteOf(total)];
  const places = decimalsOf([...figures, total]);
  return isRest
    ? computed(whole.value.minus(value), sub(whole.interval, interval), places, formula, [whole, ...from])
    : computed(value.minus(whole.value), sub(interval, whole.interval), places, formula, [...from, whole]);
}

/** Decimals of the most exact of them. */
function decimalsOf(figures: readonly (Known | null)[]): number {
  return Math.max(0, ...figures.map((figure) => figure?.decimals ?? 0));
}
