import type { LineageInput, RecordedObservation, Stated } from '@doit/contracts';
import { decimal, decimalText, exactly, ofPrinted, type Decimal, type Interval } from '@doit/reference';

/** A printed number, or several put together: what it can stand for, and where they are printed. */
export interface Quote {
  readonly value: Decimal;
  readonly decimals: number;
  readonly interval: Interval;
  readonly inputs: readonly LineageInput[];
}

/**
 * A figure as it is compared: as a source states it, or made of others, of the months of its period or of the units
 * that held its land. What is made has no id and nobody who says so, and nothing is printed beside it.
 */
export interface Known extends RecordedObservation {
  readonly made?: Made;
}

/** How a figure was made: unrounded, with the roundings of all that it was made of. */
export interface Made {
  readonly value: Decimal;
  readonly interval: Interval;
  /** In words: `sum of its months`. */
  readonly formula: string;
  readonly from: readonly Quote[];
}

/** The figure itself. */
export function quoteOf(figure: Known): Quote {
  const { value, decimals, comparator, made } = figure;
  if (made) return { ...made, decimals, inputs: inputsOf(made.from) };
  return {
    value: decimal(value),
    decimals,
    interval: ofPrinted(value, decimals, comparator),
    inputs: [inputOf(figure, 'value', value)],
  };
}

/** What is counted one by one, or a rank: not rounded, unless the source says that it is. */
export function countedOf(figure: Known): Quote {
  const quote = quoteOf(figure);
  const isExact = figure.comparator === 'eq' && quote.decimals >= 0 && !figure.made;
  return isExact ? exactOf(quote) : quote;
}

/** The printed number itself. */
export const exactOf = (quote: Quote): Quote => ({ ...quote, interval: exactly(decimalText(quote.value)) });

/** Each input once, in the order of the formula. */
export function inputsOf(from: readonly Quote[]): LineageInput[] {
  const all = from.flatMap(({ inputs }) => inputs);
  return [...new Map(all.map((input) => [`${input.observationId} ${input.field}`, input])).values()];
}

/** A comparison that the source prints beside its figure; null where it prints none. */
export function quoteOfStated(figure: Known | null, field: keyof Stated): Quote | null {
  const printed = figure?.stated[field];
  if (!figure || !printed) return null;
  const { value, decimals } = printed;
  return {
    value: decimal(value),
    decimals,
    interval: ofPrinted(value, decimals),
    inputs: [inputOf(figure, field, value)],
  };
}

function inputOf(figure: RecordedObservation, field: string, value: string): LineageInput {
  const { id, indicator, territory, period, asOf, source, document, row } = figure;
  return { observationId: id, indicator, territory, period, field, value, asOf, source, document, row };
}
