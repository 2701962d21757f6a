import type { Cell, RecordedObservation } from '@doit/contracts';
import { indicator, indicators, yearBefore, type Period } from '@doit/reference';
import type { Place } from './asked';
import { fromMonths } from './months';
import type { Known } from './quotes';
import { byCell, cellOf, figuresOfRecord, latestByCell, recordsByCell } from './record';

/**
 * What a figure was found as: the period's own, the year's plan (or a target that covers it), last year's; any
 * statement about the year before the plan's; the month before; a run of the months of last year that are still to
 * come this year; a part of the scenario up to now; a part of the period, or of last year's, where nobody states the
 * whole; the last year before the five-year plan; a path of business as usual; a weight by which indices of several units are put together.
 */
export type Part =
  | 'actual'
  | 'plan'
  | 'previous'
  | 'planBase'
  | 'before'
  | 'rest'
  | 'scenario'
  | 'within'
  | 'withinPrevious'
  | 'start'
  | 'path'
  | 'weight';

export interface Found {
  readonly part: Part;
  readonly figure: RecordedObservation;
}

/** The figures by which a territory's period is judged, by cell. */
export interface Standing extends Place {
  readonly actual: ReadonlyMap<string, Known>;
  readonly plan: ReadonlyMap<string, Known>;
  readonly previous: ReadonlyMap<string, Known>;
  /** Why there is no figure, where some of what it would be made of is known. */
  readonly refusals: Refusals;
  /** Every vintage, since a plan keeps the base that was known when it was set. */
  readonly planBase: ReadonlyMap<string, readonly Known[]>;
  readonly before: ReadonlyMap<string, Known>;
  readonly start: ReadonlyMap<string, Known>;
  /** What the period would be without the measures that it is judged by, by version of the path. */
  readonly paths: ReadonlyMap<string, Known>;
  readonly rest: ReadonlyMap<string, readonly Known[]>;
  /** The latest vintage of each part. */
  readonly scenario: ReadonlyMap<string, readonly Known[]>;
}

/** Why a cell has no figure, and a figure like the one it would have. */
export interface Refused {
  readonly why: Cell;
  readonly like: Known;
}

/** Cells without a figure, by what the figure would be. */
export type Refusals = Readonly<
  Record<'actual' | 'plan' | 'previous' | 'before', ReadonlyMap<string, Refused>>
>;

/** @param found in the order in which their tellers told the figures */
export function standingOf(place: Place, found: readonly Found[]): Standing {
  const of = (part: Part) => found.filter((each) => each.part === part).map(({ figure }) => figure);
  const { period } = place;
  const actual = withMade(period, figuresOfRecord(of('actual')), recordsByCell(of('within')));
  const previous = withMade(
    yearBefore(period),
    figuresOfRecord(of('previous')),
    recordsByCell(of('withinPrevious')),
  );
  return {
    ...place,
    actual: actual.figures,
    plan: figuresOfRecord(of('plan')),
    previous: previous.figures,
    refusals: { actual: actual.refusals, previous: previous.refusals, plan: new Map(), before: new Map() },
    planBase: byCell(of('planBase')),
    before: figuresOfRecord(of('before')),
    start: figuresOfRecord(of('start')),
    paths: figuresOfRecord(of('path')),
    rest: recordsByCell(of('rest')),
    scenario: latestByCell(of('scenario')),
  };
}

/** The figures that are stated, and those that follow from stated parts of the period. */
function withMade(
  period: Period,
  stated: ReadonlyMap<string, RecordedObservation>,
  parts: ReadonlyMap<string, readonly RecordedObservation[]>,
): { figures: ReadonlyMap<string, Known>; refusals: ReadonlyMap<string, Refused> } {
  const figures = new Map<string, Known>(stated);
  const refusals = new Map<string, Refused>();
  for (const [cell, of] of parts) {
    const [like] = of;
    const known = like && indicator(like.indicator);
    if (!known || stated.has(cell)) continue;
    const { figure, refusal } = fromMonths(known, period, of);
    if (figure) figures.set(cell, figure);
    else refusals.set(cell, { why: refusal, like });
  }
  return { figures, refusals };
}

/** The figure of record of one cell of a part, or null. */
export function figureIn(
  part: ReadonlyMap<string, Known>,
  code: string,
  dimensions: Readonly<Record<string, string>> = {},
): Known | null {
  return part.get(cellOf(code, dimensions)) ?? null;
}

/** The cells with a figure or a plan, or why not: in the order of the catalogue, totals before their parts as it lists them. */
export function cellsOf({ actual, plan, refusals }: Standing): string[] {
  const refused = [...refusals.actual].map(([cell, { like }]) => [cell, like] as const);
  const cells = new Map([...refused, ...plan, ...actual]);
  const keyed = [...cells].map(([cell, figure]) => ({ cell, order: orderOf(figure) }));
  return keyed.sort((a, b) => compareOrders(a.order, b.order)).map(({ cell }) => cell);
}

const places = new Map(indicators.map(({ code }, place) => [code, place]));

function orderOf({ indicator: code, dimensions }: Known): (number | string)[] {
  const declared = (indicator(code)?.dimensions ?? []).flatMap(({ name, values }, _at, all) => {
    // A division stands after its section.
    const finer = all.find(({ refines }) => refines?.dimension === name);
    const value = dimensions[name] ?? finer?.refines?.partOf[dimensions[finer.name] ?? ''] ?? '';
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
