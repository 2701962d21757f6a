import type {
  BrokenDownFigure,
  Cell,
  ComparisonItem,
  IndicatorBreakdown,
  PartOfTotal,
} from '@doit/contracts';
import { sub, type Indicator } from '@doit/reference';
import { labelOf } from '../checks/parts-checks';
import type { CellName, ListedBreakdown } from '../checks/declared-parts';
import { computed, refused } from '../comparisons/cells';
import { comparisonsOf } from '../comparisons/comparison';
import { sumOf, type Sum } from '../comparisons/cover';
import { quoteOf, type Known } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import { areOfOneMeasure } from '../comparisons/wholes';
import { checkBreakdown } from './breakdown-check';

type Broken = Pick<IndicatorBreakdown, 'by' | 'unit' | 'total' | 'parts' | 'sum' | 'difference' | 'check'>;

/** An indicator by its listed parts: each as comparisons have it, what they come to, and whether that is the total. */
export function breakdownOf(
  indicator: Indicator,
  { by, parts }: ListedBreakdown,
  standing: Standing,
): Broken {
  const items = new Map(
    comparisonsOf(standing).map((item) => [cellOf(item.indicator, item.dimensions), item]),
  );
  const whole = { indicator: indicator.code, dimensions: {} };
  const total = figureIn(standing.actual, indicator.code);
  const figures = parts.map((part) => figureIn(standing.actual, ...part));
  const sum = sumOfAll(parts, figures);
  return {
    by,
    unit: total?.unit ?? indicator.unit,
    total: { ...figureOf([indicator.code, {}], items), name: { ...indicator.name } },
    parts: parts.map((part): PartOfTotal => {
      const [code, dimensions] = part;
      const name = labelOf({ indicator: code, dimensions }, whole);
      return { ...figureOf(part, items), name, sharePct: itemOf(part, items)?.sharePct ?? unknown(part) };
    }),
    sum: 'refusal' in sum ? sum.refusal : shownSum(sum.sum, decimalsOf(figures)),
    difference: differenceOf(sum, total, figures, indicator),
    check: checkBreakdown(indicator, { by, parts }, total, figures),
  };
}

type Items = ReadonlyMap<string, ComparisonItem>;

const itemOf = (part: CellName, items: Items): ComparisonItem | undefined => items.get(cellOf(...part));
const unknown = (part: CellName): Cell => refused('no-figure', [cellOf(...part)]);

function figureOf(part: CellName, items: Items): Omit<BrokenDownFigure, 'name'> {
  const [indicator, dimensions] = part;
  const item = itemOf(part, items);
  const refusal = item?.refusal ?? (item?.actual || item?.made ? undefined : unknown(part).refusal);
  return {
    indicator,
    dimensions: { ...dimensions },
    actual: item?.actual ?? null,
    ...(item?.made && { made: item.made }),
    ...(refusal && { refusal }),
    yoyPct: item?.yoyPct ?? unknown(part),
  };
}

type SumOrNot = { readonly sum: Sum } | { readonly refusal: Cell };

/** Only where every part is known and all are of one measure: what is missing is not zero. */
function sumOfAll(parts: readonly CellName[], figures: readonly (Known | null)[]): SumOrNot {
  const missing = parts.filter((_, at) => !figures[at]);
  if (missing.length > 0)
    return {
      refusal: refused(
        'no-figure',
        missing.map((part) => cellOf(...part)),
      ),
    };
  const known = figures.flatMap((figure) => figure ?? []);
  const [first] = known;
  const other = known.filter((each) => !first || !areOfOneMeasure(first, each));
  return other.length > 0
    ? {
        refusal: refused(
          'different-definition',
          other.map((each) => cellOf(each.indicator, each.dimensions)),
        ),
      }
    : { sum: sumOf(known) };
}

function shownSum({ value, interval, from }: Sum, places: number): Cell {
  return computed(value, interval, places, 'sum of all parts', from);
}

function differenceOf(
  sum: SumOrNot,
  total: Known | null,
  figures: readonly (Known | null)[],
  { code }: Indicator,
): Cell {
  if ('refusal' in sum) return sum.refusal;
  const [first] = figures;
  if (!total) return refused('no-figure', [code]);
  if (!first || !areOfOneMeasure(first, total)) return refused('different-definition', [code]);
  const [{ value, interval, from }, whole] = [sum.sum, quoteOf(total)];
  const places = decimalsOf([...figures, total]);
  const apart = sub(interval, whole.interval);
  return computed(value.minus(whole.value), apart, places, 'sum of all parts − total', [...from, whole]);
}

/** Decimals of the most exact of them. */
function decimalsOf(figures: readonly (Known | null)[]): number {
  return Math.max(0, ...figures.map((figure) => figure?.decimals ?? 0));
}
