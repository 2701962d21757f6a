import type { Cell } from '@doit/contracts';
import { add, div, exactly, mul, parsePeriod, seriesBreak, sub } from '@doit/reference';
import type { Case } from './case';
import { computed, implied, refused, shownPlaces, stated } from './cells';
import { quoteOf, quoteOfStated, type Quote } from './quotes';

/** The same period of the previous year, and the change on it. */
export interface YearBefore {
  readonly previous: Cell;
  readonly yoyPct: Cell;
}

/** The change is computed where last year's figure is recorded; else both rest on the change that the source prints. */
export function yearBeforeOf(asked: Case): YearBefore {
  const { actual, previous, indicator } = asked;
  const recorded = previous && quoteOf(previous);
  const change = quoteOfStated(actual, 'yoyPct');
  const baseUnknown = refused('base-unknown', [indicator.code]);
  if (!actual) {
    return {
      previous: recorded ? stated(recorded) : baseUnknown,
      yoyPct: refused('no-figure', [indicator.code]),
    };
  }
  const figure = quoteOf(actual);
  if (recorded) return { previous: stated(recorded), yoyPct: changeOf(asked, figure, recorded, change) };
  return {
    previous: (change && isLevel(asked) && impliedBase(figure, change)) || baseUnknown,
    yoyPct: change ? stated(change) : isLevel(asked) ? baseUnknown : refused('not-comparable'),
  };
}

function changeOf(asked: Case, figure: Quote, base: Quote, printed: Quote | null): Cell {
  const reason = whyNot(asked, base);
  if (reason) return printed ? stated(printed) : reason;
  const ratio = div(figure.interval, base.interval);
  const change = ratio && mul(sub(ratio, one), hundred);
  const value = figure.value.div(base.value).minus(1).mul(100);
  return computed(value, change, shownPlaces, '(figure ÷ figure of the previous year − 1) × 100', [
    figure,
    base,
  ]);
}

function whyNot(asked: Case, base: Quote): Cell | null {
  const { actual, previous, indicator } = asked;
  if (!actual || !previous || !isLevel(asked)) return refused('not-comparable');
  if (actual.unit !== previous.unit) return refused('different-definition');
  const [earlier, later] = [parsePeriod(previous.period), parsePeriod(actual.period)];
  const broken = earlier && later && seriesBreak(indicator.code, actual.territory, earlier, later);
  if (broken) return refused('series-break', [broken.id]);
  return base.value.lte(0) ? refused('non-positive-base') : null;
}

/** Rates, ratios, shares, contributions and ranks are no levels that grow by per cent. */
function isLevel({ indicator: { kind } }: Case): boolean {
  return kind === 'flow' || kind === 'stock' || kind === 'index' || kind === 'peak';
}

function impliedBase(figure: Quote, change: Quote): Cell | null {
  const factor = div(add(hundred, change.interval), hundred);
  const base = factor && div(figure.interval, factor);
  return base && implied(base, figure.decimals, 'figure ÷ (100 % + change)', [figure, change]);
}

const one = exactly('1');
const hundred = exactly('100');
