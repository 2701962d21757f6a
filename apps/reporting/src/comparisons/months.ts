import type { Cell, RecordedObservation } from '@doit/contracts';
import {
  decimal,
  div,
  Exact,
  exactly,
  monthsOf,
  parsePeriod,
  seriesBreak,
  sumOfLevels,
  valueOfSpan,
  type Indicator,
  type MonthLevel,
  type Period,
} from '@doit/reference';
import { refused } from './cells';
import { coverOf, monthsWithout, sumOf } from './cover';
import type { Known, Made } from './quotes';

/** A level that was made, or why there is none. */
export type MadeOrNot =
  { readonly figure: Known; readonly refusal: null } | { readonly figure: null; readonly refusal: Cell };

/**
 * The level of a span for which nobody states one, of those of its parts: a flow over months or longer runs that follow
 * each other, a peak and an index by the rules for months (spans of `@doit/reference`). Of an index it is the mean, so
 * that the growth of two is the ratio of their sums. Missing is never zero.
 * @param figures of record of one cell, one for each period within the span; at least one
 */
export function fromMonths(
  indicator: Indicator,
  span: Period,
  figures: readonly RecordedObservation[],
): MadeOrNot {
  const { parts, missing } = indicator.kind === 'flow' ? runsOf(span, figures) : monthsIn(span, figures);
  const [first] = figures;
  if (!first || !parts) return none(refused('incomplete-months', missing));
  if (parts.some(({ unit }) => unit !== first.unit)) return none(refused('different-definition'));
  const broken = breakWithin(indicator, parts);
  if (broken) return none(refused('series-break', [broken]));
  return { figure: madeFigure(first, span.key, parts, made(indicator, span, parts)), refusal: null };
}

/** The figures that make up a span, in order; null, and the months that are missing, where they do not. */
interface Parts {
  readonly parts: readonly RecordedObservation[] | null;
  readonly missing: readonly string[];
}

function runsOf(span: Period, figures: readonly RecordedObservation[]): Parts {
  return { parts: coverOf(span, figures), missing: monthsWithout(span, figures) };
}

function monthsIn(span: Period, figures: readonly RecordedObservation[]): Parts {
  const result = sumOfLevels(span, levelsOf(figures));
  if ('refusal' in result) return { parts: null, missing: result.missing };
  const own = new Set(monthsOf(span));
  const parts = figures.filter(({ period }) => own.has(period));
  return { parts: parts.sort((a, b) => (a.period < b.period ? -1 : 1)), missing: [] };
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

function made({ kind }: Indicator, span: Period, parts: readonly RecordedObservation[]): Made {
  const sum = sumOf(parts);
  if (kind === 'flow') return { ...sum, formula: 'sum of its months' };
  if (kind === 'index') {
    const count = String(parts.length);
    const interval = div(sum.interval, exactly(count)) ?? sum.interval;
    return { value: sum.value.div(count), interval, formula: 'mean of its months', from: sum.from };
  }
  const highest = valueOfSpan(kind, span, levelsOf(parts));
  const bound = (side: 'low' | 'high') => {
    const bounds = sum.from.map(({ interval }) => interval[side]);
    return bounds.every((each) => each !== null) ? Exact.max(...bounds) : null;
  };
  return {
    value: 'value' in highest ? highest.value : sum.value,
    interval: { low: bound('low'), high: bound('high') },
    formula: 'highest of its months',
    from: sum.from,
  };
}

function levelsOf(figures: readonly RecordedObservation[]): MonthLevel[] {
  return figures.map(({ period, value }) => ({ month: period, value: decimal(value) }));
}

/** A break that is declared between two parts of the span. */
function breakWithin({ code }: Indicator, parts: readonly RecordedObservation[]): string | null {
  const [first, last] = [parts.at(0), parts.at(-1)];
  const [from, to] = [parsePeriod(first?.period ?? ''), parsePeriod(last?.period ?? '')];
  return (first && from && to && seriesBreak(code, first.territory, from, to)?.id) ?? null;
}
