import type { Cell } from '@doit/contracts';
import {
  div,
  exactly,
  mul,
  parsePeriod,
  seriesBreak,
  sub,
  type Decimal,
  type Indicator,
  type Interval,
} from '@doit/reference';
import type { Case } from './case';
import { computed, refused, shownPlaces, stated } from './cells';
import { quoteOf, quoteOfStated, type Known, type Quote } from './quotes';

/** What one level is above another, in per cent and unrounded. */
export interface Growth {
  readonly value: Decimal;
  readonly interval: Interval | null;
  readonly from: readonly Quote[];
}

/** The growth from an earlier level to a later one of the same territory, or why there is none. */
export type GrowthOrNot =
  { readonly growth: Growth; readonly refusal: null } | { readonly growth: null; readonly refusal: Cell };

/** Rates, ratios, shares, contributions and ranks are no levels that grow by per cent. */
export function isLevel({ kind }: Indicator): boolean {
  return kind === 'flow' || kind === 'stock' || kind === 'index' || kind === 'peak';
}

export function growthBetween(indicator: Indicator, earlier: Known, later: Known): GrowthOrNot {
  const [base, figure] = [quoteOf(earlier), quoteOf(later)];
  const refusal = whyNot(indicator, earlier, later);
  if (refusal) return { growth: null, refusal };
  const ratio = div(figure.interval, base.interval);
  const interval = ratio && mul(sub(ratio, one), hundred);
  const value = figure.value.div(base.value).minus(1).mul(100);
  return { growth: { value, interval, from: [figure, base] }, refusal: null };
}

/** The change of the case's figure on a base: computed where the two can be compared, else as printed, else refused. */
export function changeOn(
  asked: Case,
  base: Known | null,
  printedAs: 'yoyPct' | 'momPct',
  formula: string,
): Cell {
  const { actual, indicator } = asked;
  if (!actual) return refused('no-figure', [indicator.code]);
  const { growth, refusal } = base
    ? growthBetween(indicator, base, actual)
    : { growth: null, refusal: withoutBase(asked, printedAs) };
  if (growth) return computed(growth.value, growth.interval, shownPlaces, formula, growth.from);
  const printed = quoteOfStated(actual, printedAs);
  return printed ? stated(printed) : refusal;
}

function withoutBase({ indicator, refusals }: Case, change: 'yoyPct' | 'momPct'): Cell {
  if (!isLevel(indicator)) return refused('not-comparable');
  const why = change === 'yoyPct' ? refusals?.previous : refusals?.before;
  return why ?? refused('base-unknown', [indicator.code]);
}

function whyNot(indicator: Indicator, earlier: Known, later: Known): Cell | null {
  if (!isLevel(indicator)) return refused('not-comparable');
  const different = differenceIn(indicator, earlier, later);
  if (different) return different;
  return quoteOf(earlier).value.lte(0) ? refused('non-positive-base') : null;
}

/** What keeps two figures of an indicator apart: other units, or another computation since. */
export function differenceIn(indicator: Indicator, earlier: Known, later: Known): Cell | null {
  if (later.unit !== earlier.unit) return refused('different-definition');
  const [from, to] = [parsePeriod(earlier.period), parsePeriod(later.period)];
  const broken = from && to && seriesBreak(indicator.code, later.territory, from, to);
  return broken ? refused('series-break', [broken.id]) : null;
}

const one = exactly('1');
const hundred = exactly('100');
