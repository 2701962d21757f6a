import type { RecordedObservation } from '@doit/contracts';
import { indicator, indicators } from '@doit/reference';
import type { Place } from './asked';
import { byCell, cellOf, figuresOfRecord, latestByCell, recordsByCell } from './record';

/**
 * What a figure was found as: the period's own, the year's plan (or a target that covers it), last year's; any
 * statement about the year before the plan's; the month before; a run of the months of last year that are still to
 * come this year; a part of the scenario up to now.
 */
export type Part = 'actual' | 'plan' | 'previous' | 'planBase' | 'before' | 'rest' | 'scenario';

export interface Found {
  readonly part: Part;
  readonly figure: RecordedObservation;
}

/** The figures by which a territory's period is judged, by cell. */
export interface Standing extends Place {
  readonly actual: ReadonlyMap<string, RecordedObservation>;
  readonly plan: ReadonlyMap<string, RecordedObservation>;
  readonly previous: ReadonlyMap<string, RecordedObservation>;
  /** Every vintage, since a plan keeps the base that was known when it was set. */
  readonly planBase: ReadonlyMap<string, readonly RecordedObservation[]>;
  readonly before: ReadonlyMap<string, RecordedObservation>;
  readonly rest: ReadonlyMap<string, readonly RecordedObservation[]>;
  /** The latest vintage of each part. */
  readonly scenario: ReadonlyMap<string, readonly RecordedObservation[]>;
}

/** @param found in the order in which their tellers told the figures */
export function standingOf(place: Place, found: readonly Found[]): Standing {
  const of = (part: Part) => found.filter((each) => each.part === part).map(({ figure }) => figure);
  return {
    ...place,
    actual: figuresOfRecord(of('actual')),
    plan: figuresOfRecord(of('plan')),
    previous: figuresOfRecord(of('previous')),
    planBase: byCell(of('planBase')),
    before: figuresOfRecord(of('before')),
    rest: recordsByCell(of('rest')),
    scenario: latestByCell(of('scenario')),
  };
}

/** The figure of record of one cell of a part, or null. */
export function figureIn(
  part: ReadonlyMap<string, RecordedObservation>,
  code: string,
  dimensions: Readonly<Record<string, string>> = {},
): RecordedObservation | null {
  return part.get(cellOf(code, dimensions)) ?? null;
}

/** The cells with a figure or a plan: in the order of the catalogue, totals before their parts as it lists them. */
export function cellsOf({ actual, plan }: Standing): string[] {
  const cells = new Map([...plan, ...actual]);
  const keyed = [...cells].map(([cell, figure]) => ({ cell, order: orderOf(figure) }));
  return keyed.sort((a, b) => compareOrders(a.order, b.order)).map(({ cell }) => cell);
}

const places = new Map(indicators.map(({ code }, place) => [code, place]));

function orderOf({ indicator: code, dimensions }: RecordedObservation): (number | string)[] {
  const declared = (indicator(code)?.dimensions ?? []).flatMap(({ name, values }) => {
    const value = dimensions[name] ?? '';
    // A total has no value here and comes first; a dimension may also name another indicator.
    return [values?.indexOf(value) ?? places.get(value) ?? -1, value];
  });
  return [places.get(code) ?? places.size, ...declared];
}

function compareOrders(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
