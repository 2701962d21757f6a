import type { LineageInput, RecordedObservation, Stated } from '@doit/contracts';
import { decimal, ofPrinted, type Decimal, type Interval } from '@doit/reference';

/** A printed number: what it can stand for, and where it is printed. */
export interface Quote {
  readonly value: Decimal;
  readonly decimals: number;
  readonly interval: Interval;
  readonly input: LineageInput;
}

/** The figure itself. */
export function quoteOf(figure: RecordedObservation): Quote {
  const { value, decimals, comparator } = figure;
  return {
    value: decimal(value),
    decimals,
    interval: ofPrinted(value, decimals, comparator),
    input: inputOf(figure, 'value', value),
  };
}

/** A comparison that the source prints beside its figure; null where it prints none. */
export function quoteOfStated(figure: RecordedObservation | null, field: keyof Stated): Quote | null {
  const printed = figure?.stated[field];
  if (!figure || !printed) return null;
  const { value, decimals } = printed;
  return {
    value: decimal(value),
    decimals,
    interval: ofPrinted(value, decimals),
    input: inputOf(figure, field, value),
  };
}

function inputOf(figure: RecordedObservation, field: string, value: string): LineageInput {
  const { id, indicator, territory, period, asOf, source, document, row } = figure;
  return { observationId: id, indicator, territory, period, field, value, asOf, source, document, row };
}
