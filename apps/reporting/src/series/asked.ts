import type { Breakdown } from '@doit/contracts';
import {
  firstDay,
  indicator,
  lastDay,
  lastMonth,
  period,
  type Indicator,
  type Period,
} from '@doit/reference';
import type { Statement } from '@doit/runtime';
import { refusedAsked } from '../comparisons/asked';
import { readLevelsOfMonths, readMonths } from './months.sql';
import type { TargetPiece } from './pieces';
import { readLevels, readSeries } from './series.sql';

/** What a level is asked of: a period, done or planned. */
export interface Span extends Period {
  readonly measure: 'actual' | 'plan';
}

/** What levels are read for. */
export interface LevelsAsked {
  readonly pieces: readonly TargetPiece[];
  /** In time order, but for what two are compared by; at least one. */
  readonly spans: readonly Span[];
  readonly indicators: readonly string[];
  readonly breakdown: Breakdown;
  readonly asOf: string | null;
  /** Sums of several months are asked for, so that there is none but of flows. */
  readonly flowsAlone?: boolean;
  /** Indicators that follow from others are computed, whether stated or not. */
  readonly computed?: boolean;
}

const dimensions = [
  'sector',
  'division',
  'product',
  'stage',
  'basis',
  'baseline',
  'path',
  'budget',
  'component',
  'goodsGroup',
  'scope',
  'commodity',
  'partner',
  'partnerGroup',
  'agreement',
  'regime',
  'subject',
  'among',
] as const satisfies (keyof Breakdown)[];

/**
 * A series is of one cell: values of a dimension are not added here, least of all groups that overlap.
 * @throws Problem series.several-values (422), naming the dimension
 */
export function assertOneValueEach(breakdown: Breakdown): void {
  for (const dimension of dimensions) {
    const value = breakdown[dimension];
    if (value !== undefined && /[+,\s]/.test(value))
      throw refusedAsked(dimension, 'series.several-values', { dimension, value });
  }
}

/** A statement, and what it is asked with. */
export interface Reading {
  readonly statement: Statement;
  readonly parameters: unknown[];
}

/** How levels are read as a list of series, or as a row for each target and span. */
export function readingOf(what: 'series' | 'levels', asked: LevelsAsked): Reading {
  const { spans, asOf, flowsAlone = false } = asked;
  const pieces = piecesWithin(asked);
  const breakdown = Object.fromEntries(
    dimensions.flatMap((name) => (asked.breakdown[name] ? [[name, asked.breakdown[name]]] : [])),
  );
  const { indicators, terms } = termsOf(asked, Object.keys(breakdown));
  const rules = indicators.map(indicator);
  const brokenDown = rules.map((rule) => `{${[...Object.keys(breakdown), ...requiredOf(rule)].join()}}`);
  const derived = terms.some(({ sign }) => sign !== null);
  const several = new Set(pieces.map(({ target }) => target)).size < pieces.length;
  const days = spans.map(firstDay);
  const measures = spans.map(({ measure }) => measure);
  if (!derived && !several && !flowsAlone && spans.every((each) => each.months === 1)) {
    const parameters = [
      pieces.map(({ target }) => target),
      pieces.map((piece) => piece.territory),
      pieces.map((piece) => piece.from && `${piece.from.slice(0, 7)}-01`),
      pieces.map((piece) => piece.to && lastWholeMonth(piece.to)),
      ...[indicators, brokenDown, JSON.stringify(breakdown), [...new Set(measures)], asOf],
    ];
    return what === 'series'
      ? { statement: readMonths(asOf !== null), parameters: [...parameters, days[0], days.at(-1)] }
      : { statement: readLevelsOfMonths(asOf !== null), parameters: [...parameters, days, measures] };
  }
  const months = spans.map((each) => each.months);
  const parameters: unknown[] = [
    pieces.map(({ target }) => target),
    pieces.map(({ place }) => place),
    pieces.map((piece) => piece.territory),
    pieces.map((piece) => piece.from),
    pieces.map((piece) => piece.to),
    spans.map(({ key }) => key),
    measures,
    days,
    months,
    [...new Set([1, ...months])],
    indicators,
    rules.map((rule) => rule?.kind),
    rules.map((rule) => rule?.weights?.indicator),
    rules.map((rule) => rule?.weights && `${rule.weights.year}-01-01`),
    brokenDown,
    JSON.stringify(breakdown),
    flowsAlone,
    asOf,
  ];
  if (derived) parameters.push(JSON.stringify(terms));
  const which = {
    ...{ asOf: asOf !== null, several, derived },
    months: several && spans.every((each) => each.months === 1),
    across: several && spans.some((span) => pieces.some((piece) => changesWithin(piece, span))),
  };
  return { statement: what === 'series' ? readSeries(which) : readLevels(which), parameters };
}

/** The pieces that have days in the time asked for. */
function piecesWithin({ pieces, spans }: LevelsAsked): TargetPiece[] {
  const ends = [spans[0], spans.at(-1)]
    .flatMap((span) => (span ? [firstDay(span), lastDay(span)] : []))
    .sort();
  const [first = '', last = ''] = [ends[0], ends.at(-1)];
  return pieces.filter(({ from, to }) => (from === null || from <= last) && (to === null || to >= first));
}

/** Whether a piece held its land in a part of the span alone. */
function changesWithin({ from, to }: TargetPiece, span: Span): boolean {
  const [first, last] = [firstDay(span), lastDay(span)];
  return (from !== null && first < from && from <= last) || (to !== null && first <= to && to < last);
}

/** The first day of the last month that ended by that day. */
function lastWholeMonth(day: string): string {
  const after = new Date(`${day}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  after.setUTCMonth(after.getUTCMonth() - 1, 1);
  return after.toISOString().slice(0, 10);
}

/** What each indicator asked for is made of, and every indicator that is read for it: those asked for first. */
function termsOf({ indicators: codes, computed = false }: LevelsAsked, broken: readonly string[]) {
  const terms = codes.flatMap((code, listed) => {
    const parts = partsOf(indicator(code), broken);
    const named = { listed, code, parts: parts.map((part) => part.indicator) };
    const itself = { ...named, indicator: code, sign: null, nth: 0 };
    return [
      ...(computed && parts.length > 0 ? [] : [itself]),
      ...parts.map((part, at) => ({ ...named, ...part, nth: at + 1 })),
    ];
  });
  return { terms, indicators: [...new Set([...codes, ...terms.map((term) => term.indicator)])] };
}

/** A breakdown that the whole does not declare has no whole: exports of rice are part of no balance. */
function partsOf(found: Indicator | null, broken: readonly string[]) {
  const declared = (name: string) => found?.dimensions.some((each) => each.name === name) ?? false;
  return broken.every(declared) ? (found?.derivedFrom ?? []) : [];
}

function requiredOf(found: Indicator | null): string[] {
  return found?.dimensions.filter(({ required }) => required).map(({ name }) => name) ?? [];
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The spans of so many months each that touch `from` to `to`; cumulated: from January up to each of its months. */
export function spansAsked(
  from: Period,
  to: Period,
  frequency: keyof typeof monthsIn,
  cumulative: boolean,
): Span[] {
  const months = monthsIn[frequency];
  const at = (month: string): number =>
    Math.floor((Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1) / months);
  const [first, last] = [at(from.from), at(lastMonth(to))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    const index = (first + n) * months;
    const [year, month] = [String(Math.floor(index / 12)), index % 12];
    const start = `${year}-${String(month + 1).padStart(2, '0')}`;
    if (months === 1 && !cumulative) return { key: start, from: start, months, measure: 'actual' };
    const span = cumulative ? period(`${year}-01`, month + 1) : period(start, months);
    return { ...span, measure: 'actual' };
  });
}
