import type { Cell } from '@doit/contracts';
import { add, div, exactly } from '@doit/reference';
import type { Case } from './case';
import { implied, refused, shown } from './cells';
import { changeOn, isLevel } from './change';
import { quoteOf, quoteOfStated, type Quote } from './quotes';

/** The same period of the previous year as last revised, and the change on it. */
export interface YearBefore {
  readonly previous: Cell;
  readonly yoyPct: Cell;
}

/** The change is computed where last year's figure is recorded; else both rest on the change that the source prints. */
export function yearBeforeOf(asked: Case): YearBefore {
  const { previous, refusals } = asked;
  return {
    previous: previous
      ? shown(previous)
      : (impliedBase(asked) ?? refusals?.previous ?? refused('base-unknown', [asked.indicator.code])),
    yoyPct: changeOn(asked, previous, 'yoyPct', '(figure ÷ figure of the previous year − 1) × 100'),
  };
}

function impliedBase({ actual, indicator }: Case): Cell | null {
  const change = quoteOfStated(actual, 'yoyPct');
  return actual && change && isLevel(indicator) ? baseOf(quoteOf(actual), change) : null;
}

function baseOf(figure: Quote, change: Quote): Cell | null {
  const factor = div(add(hundred, change.interval), hundred);
  const base = factor && div(figure.interval, factor);
  return base && implied(base, figure.decimals, 'figure ÷ (100 % + change)', [figure, change]);
}

const hundred = exactly('100');
