import type { RecordedObservation } from '@doit/contracts';
import {
  add,
  exactly,
  Exact,
  lastMonth,
  monthBefore,
  monthsOf,
  parsePeriod,
  period,
  type Decimal,
  type Interval,
  type Period,
} from '@doit/reference';
import { quoteOf, type Quote } from './quotes';

/**
 * The keys of the periods that a span of a year can be put together from: itself, its months, quarters and halves, and
 * what is counted up from its beginning.
 */
export function keysWithin(span: Period): string[] {
  const parts = monthsOf(span).flatMap((month) => {
    const number = Number(month.slice(5));
    return [1, 3, 6]
      .filter((months) => number % months === 1 % months)
      .map((months) => period(month, months));
  });
  const inside = parts.filter((part) => lastMonth(part) <= lastMonth(span));
  const cumulated = monthsOf(span).map((_, at) => period(span.from, at + 1));
  return [...new Set([span, ...inside, ...cumulated].map(({ key }) => key))];
}

/**
 * Figures that follow each other through a span without gap or overlap; null where there are none. From its end
 * backwards the latest statement is preferred, then the one of the longest period.
 * @param figures of one cell, one for each period
 */
export function coverOf(span: Period, figures: readonly RecordedObservation[]): RecordedObservation[] | null {
  const parts = partsOf(figures).filter((part) => part.period.from >= span.from);
  const order = parts.sort(
    (a, b) => compareDays(b.figure.asOf, a.figure.asOf) || b.period.months - a.period.months,
  );
  return upTo(lastMonth(span), span.from, order);
}

/** The months of a span of which no figure speaks. */
export function monthsWithout(span: Period, figures: readonly RecordedObservation[]): string[] {
  const known = new Set(partsOf(figures).flatMap((part) => monthsOf(part.period)));
  return monthsOf(span).filter((month) => !known.has(month));
}

/** Printed numbers added up, each with its own rounding. */
export interface Sum {
  readonly value: Decimal;
  readonly interval: Interval;
  readonly from: readonly Quote[];
}

export function sumOf(figures: readonly RecordedObservation[]): Sum {
  const from = figures.map(quoteOf);
  return {
    value: from.reduce((sum, { value }) => sum.plus(value), new Exact(0)),
    interval: from.reduce((sum, { interval }) => add(sum, interval), exactly('0')),
    from,
  };
}

interface PartOfSpan {
  readonly figure: RecordedObservation;
  readonly period: Period;
}

function partsOf(figures: readonly RecordedObservation[]): PartOfSpan[] {
  return figures.flatMap((figure) => {
    const own = parsePeriod(figure.period);
    return own ? [{ figure, period: own }] : [];
  });
}

function upTo(last: string, first: string, parts: readonly PartOfSpan[]): RecordedObservation[] | null {
  for (const { figure, period: own } of parts) {
    if (lastMonth(own) !== last) continue;
    if (own.from === first) return [figure];
    const before = monthBefore(period(own.from, 1));
    const others = before && upTo(before.key, first, parts);
    if (others) return [...others, figure];
  }
  return null;
}

function compareDays(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}
