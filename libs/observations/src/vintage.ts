import { hash } from 'node:crypto';
import type { Printed, RecordedObservation } from '@doit/contracts';

/** All that was stated, before it has an id. */
export type StatedObservation = Omit<RecordedObservation, 'id' | 'recordedAt' | 'recordedBy'>;

/**
 * What makes two statements the same vintage of the same cell (figures.md §1): indicator, territory, period,
 * dimensions, measure, source, status, asOf. 128 bits in the form of a UUID.
 */
export function vintageOf(o: StatedObservation): string {
  return digest([
    o.indicator,
    o.territory,
    o.period,
    sorted(o.dimensions),
    o.measure,
    o.source,
    o.status,
    o.asOf,
  ]);
}

/** Everything else but its state: the same content under the same vintage is the same observation. */
export function contentOf(o: StatedObservation): string {
  const printed = (Object.entries(o.stated) as [string, Printed][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value, decimals }]) => [name, value, decimals]);
  const { value, decimals, unit, unitPrinted, comparator, periodBasis, basis, document, row, window } = o;
  const days = window && [window.from, window.to];
  return digest([
    value,
    decimals,
    unit,
    unitPrinted,
    comparator,
    periodBasis,
    basis,
    document,
    row,
    days,
    printed,
  ]);
}

function sorted<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

function digest(parts: unknown[]): string {
  const hex = hash('sha256', JSON.stringify(parts));
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
