import {
  Exact,
  div,
  exactly,
  monthsOf,
  parsePeriod,
  seriesBreak,
  type Indicator,
  type Period,
} from '@doit/reference';
import type { Cell, RecordedObservation } from '@doit/contracts';
import { refused } from './cells';
import { coverOf, monthsWithout, sumOf, type Sum } from './cover';
import { quoteOf, type Known, type Made } from './quotes';

/** A level that was made, or why there is none. */
export type MadeOrNot =
  { readonly figure: Known; readonly refusal: null } | { readonly figure: null; readonly refusal: Cell };

/**
 * The level of a span for which nobody states one, of those of its parts: the sum of a flow, over months or longer
 * runs that follow each other; the highest of all months of a peak; the mean of all months of an index, whose growth
 * is then the ratio of sums. Missing is never zero.
 * @param figures of record of one cell, one for each period within the span; at least one
 */
export function fromMonths(
  indicator: Indicator,
  span: Period,
  figures: readonly RecordedObservation[],
): MadeOrNot {
  const [first] = figures;
  const ordered = indicator.kind === 'flow' ? coverOf(span, figures) : allMonths(span, figures);
  if (!first || !ordered) return none(refused('incomplete-months', monthsLacking(indicator, span, figures)));
  if (ordered.some(({ unit }) => unit !== first.unit)) return none(refused('different-definition'));
  const broken = breakWithin(indicator, ordered);
  if (broken) return none(refused('series-break', [broken]));
  return { figure: madeFigure(first, span.key, ordered, made(indicator, ordered)), refusal: null };
}

/** @param parts what it is made of, at least one */
export function madeFigure(
  like: RecordedObservation,
  period: string,
  parts: readonly Known[],
  how: Made,
): Known {
  const days = parts.map(({ asOf }) => asOf);
  return Object.assign({}, like, {
    // Nobody recorded it; the words only keep it apart from others.
    id: `${like.territory} ${like.indicator} ${JSON.stringify(like.dimensions)} ${like.measure} ${period}`,
    period,
    value: how.value.toDecimalPlaces(12).toFixed(),
    decimals: Math.max(...parts.map(({ decimals }) => decimals)),
    comparator: 'eq',
    status: leastFinal(parts),
    asOf: days.includes(null) ? null : (days.sort().at(-1) ?? null),
    recordedAt:
      parts
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .at(-1) ?? like.recordedAt,
    // What belongs to one of its parts alone.
    ...{ stated: {}, unitPrinted: null, periodBasis: 'stated', basis: null, window: null },
    document: null,
    row: null,
    made: how,
  });
}

export function none(refusal: Cell): MadeOrNot {
  return { figure: null, refusal };
}

function leastFinal(parts: readonly Known[]): Known['status'] {
  const found = new Set(parts.map(({ status }) => status));
  return (['estimate', 'preliminary', 'official'] as const).find((status) => found.has(status)) ?? 'estimate';
}

function made({ kind }: Indicator, parts: readonly RecordedObservation[]): Made {
  const sum = sumOf(parts);
  if (kind === 'flow') return { ...sum, formula: 'sum of its months' };
  if (kind === 'index') return { ...meanOf(sum), formula: 'mean of its months' };
  const quotes = parts.map(quoteOf);
  const [highest] = [...quotes].sort((a, b) => b.value.cmp(a.value));
  return {
    value: highest?.value ?? new Exact(0),
    interval: highest?.interval ?? exactly('0'),
    formula: 'highest of its months',
    from: quotes,
  };
}

function meanOf({ value, interval, from }: Sum): Sum {
  const count = exactly(String(from.length));
  return { value: value.div(from.length), interval: div(interval, count) ?? interval, from };
}

function allMonths(span: Period, figures: readonly RecordedObservation[]): RecordedObservation[] | null {
  const byMonth = new Map(figures.map((figure) => [figure.period, figure]));
  const found = monthsOf(span).map((month) => byMonth.get(month));
  return found.every((figure) => figure !== undefined) ? found : null;
}

function monthsLacking({ kind }: Indicator, span: Period, figures: readonly RecordedObservation[]): string[] {
  if (kind === 'flow') return monthsWithout(span, figures);
  const known = new Set(figures.map(({ period }) => period));
  return monthsOf(span).filter((month) => !known.has(month));
}

/** A break that is declared between two parts of the span. */
function breakWithin({ code }: Indicator, parts: readonly RecordedObservation[]): string | null {
  const [first, last] = [parts.at(0), parts.at(-1)];
  const [from, to] = [parsePeriod(first?.period ?? ''), parsePeriod(last?.period ?? '')];
  return (first && from && to && seriesBreak(code, first.territory, from, to)?.id) ?? null;
}
