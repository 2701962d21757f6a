import type {
  BrokenDownFigure,
  Cell,
  CheckResult,
  ComparisonItem,
  IndicatorBreakdown,
  PartOfTotal,
} from '@doit/contracts';
import type { Indicator } from '@doit/reference';
import type { CellName } from '../checks/declared-parts';
import { labelOf } from '../checks/parts-checks';
import { refused } from '../comparisons/cells';
import { comparisonsOf } from '../comparisons/comparison';
import type { Known } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import type { BreakdownAsked } from './asked';
import { checkBreakdown } from './breakdown-check';
import { withinReach } from './lineage-kept';
import { checkStated } from './open-check';
import { narrowed, partsIn } from './parts';
import { apart, shownSum, sumOfAll, sumOfStated } from './sums';

type Broken = Pick<
  IndicatorBreakdown,
  'by' | 'unit' | 'total' | 'parts' | 'sum' | 'rest' | 'difference' | 'check'
>;

/** An indicator by its parts: each as comparisons have it, what they come to, and whether that is the total. */
export function breakdownOf(indicator: Indicator, asked: BreakdownAsked, standing: Standing): Broken {
  const whole = { indicator: indicator.code, dimensions: {} };
  const parts = partsIn(indicator.code, asked, standing);
  const compared = comparisonsOf(narrowed(standing, [[indicator.code, {}], ...parts]));
  const items = new Map(compared.map((item) => [cellOf(item.indicator, item.dimensions), item]));
  const total = figureIn(standing.actual, indicator.code);
  const figures = parts.map((part) => figureIn(standing.actual, ...part));
  const together = { indicator, period: standing.period, by: asked.by, parts, total, figures };
  return withinReach({
    by: asked.by,
    unit: total?.unit ?? figures.find((each) => each)?.unit ?? indicator.unit,
    total: { ...figureOf([indicator.code, {}], items), name: { ...indicator.name } },
    parts: parts.map((part): PartOfTotal => {
      const [code, dimensions] = part;
      const name = labelOf({ indicator: code, dimensions }, whole);
      return { ...figureOf(part, items), name, sharePct: shareOf(indicator, part, items) };
    }),
    ...(asked.isWhole ? sumsOfWhole(together) : sumsOfStated(together)),
  });
}

interface Together {
  readonly indicator: Indicator;
  readonly period: Standing['period'];
  readonly by: string;
  readonly parts: readonly CellName[];
  readonly total: Known | null;
  readonly figures: readonly (Known | null)[];
}

/** Of parts that are listed, and so are the total together. */
function sumsOfWhole({ indicator, by, parts, total, figures }: Together) {
  const { code } = indicator;
  const sum = sumOfAll(parts, figures);
  return {
    sum: shownSum(sum, 'sum of all parts', figures),
    difference: apart(sum, total, figures, { code, formula: 'sum of all parts − total', isRest: false }),
    check: checkBreakdown(indicator, { by, parts }, total, figures),
  };
}

/** Of parts that nobody lists, or some of those: beyond them there is a rest. */
function sumsOfStated({ indicator, period, by, parts, total, figures }: Together): {
  sum: Cell;
  rest: Cell;
  difference: Cell;
  check: CheckResult;
} {
  const { code } = indicator;
  const sum = sumOfStated(indicator, period, parts, figures);
  const of = 'sum of the parts that have a figure';
  const rest = apart(sum, total, figures, { code, formula: `total − ${of}`, isRest: true });
  return {
    sum: shownSum(sum, of, figures),
    rest,
    difference: apart(sum, total, figures, { code, formula: `${of} − total`, isRest: false }),
    check: checkStated({ indicator, by, total, parts: figures.flatMap((each) => each ?? []), sum, rest }),
  };
}

type Items = ReadonlyMap<string, ComparisonItem>;

const itemOf = (part: CellName, items: Items): ComparisonItem | undefined => items.get(cellOf(...part));
const unknown = (part: CellName): Cell => refused('no-figure', [cellOf(...part)]);

/** A ratio is no amount that a total has shares of. */
function shareOf({ kind, code }: Indicator, part: CellName, items: Items): Cell {
  if (kind === 'ratio') return refused('not-comparable', [code]);
  return itemOf(part, items)?.sharePct ?? unknown(part);
}

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
