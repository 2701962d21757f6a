import type { RecordedObservation, Status } from '@doit/contracts';
import { parsePeriod } from '@doit/reference';
import { priorityOf } from './sources';

/** Every indicator and breakdown is one cell, in which several sources may have stated a figure. */
export function cellOf(indicator: string, dimensions: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return [indicator, ...sorted.map(([name, value]) => `${name}=${value}`)].join(' ');
}

/**
 * The figure of record of each cell: the most final status, then the source that owns the number, then the latest
 * vintage (an unknown one is the oldest), then what was told last, so that a revision beats what it corrects, whatever
 * the clocks said.
 * @param figures in the order in which their teller told them
 */
export function figuresOfRecord(
  figures: readonly RecordedObservation[],
): ReadonlyMap<string, RecordedObservation> {
  return bestOf(figures, isPreferred, ownCell);
}

/** The figure of record of one cell and period, all of whose vintages these are; null where none is approved. */
export function recordOf(figures: readonly RecordedObservation[]): RecordedObservation | null {
  return figuresOfRecord(figures).values().next().value ?? null;
}

/** The figures of record of each cell and period, by cell. */
export function recordsByCell(
  figures: readonly RecordedObservation[],
): ReadonlyMap<string, RecordedObservation[]> {
  return byCell([...bestOf(figures, isPreferred, ownCellAndPeriod).values()]);
}

/** The latest vintage of each cell and period, whoever states it and however final, by cell. */
export function latestByCell(
  figures: readonly RecordedObservation[],
): ReadonlyMap<string, RecordedObservation[]> {
  const isLater: Preference = (later, earlier) => compareText(earlier.asOf ?? '', later.asOf ?? '') <= 0;
  return byCell([...bestOf(figures, isLater, ownCellAndPeriod).values()]);
}

export function byCell(figures: readonly RecordedObservation[]): ReadonlyMap<string, RecordedObservation[]> {
  const cells = new Map<string, RecordedObservation[]>();
  for (const figure of figures) {
    const others = cells.get(ownCell(figure));
    if (others) others.push(figure);
    else cells.set(ownCell(figure), [figure]);
  }
  return cells;
}

/** Whether a figure told later is used rather than an earlier one. */
type Preference = (later: RecordedObservation, earlier: RecordedObservation) => boolean;

function bestOf(
  figures: readonly RecordedObservation[],
  isPreferred: Preference,
  keyOf: (figure: RecordedObservation) => string,
): Map<string, RecordedObservation> {
  const best = new Map<string, RecordedObservation>();
  for (const figure of figures) {
    if (figure.state !== 'approved') continue;
    const key = keyOf(figure);
    const other = best.get(key);
    if (!other || isPreferred(figure, other)) best.set(key, figure);
  }
  return best;
}

const ownCell = ({ indicator, dimensions }: RecordedObservation): string => cellOf(indicator, dimensions);
const ownCellAndPeriod = (figure: RecordedObservation): string => `${ownCell(figure)} ${figure.period}`;

const finality: Record<Status, number> = { official: 0, preliminary: 1, estimate: 2 };

function isPreferred(later: RecordedObservation, earlier: RecordedObservation): boolean {
  const order =
    spanOf(later) - spanOf(earlier) ||
    finality[later.status] - finality[earlier.status] ||
    priorityOf(later) - priorityOf(earlier) ||
    compareText(earlier.asOf ?? '', later.asOf ?? '');
  return order <= 0;
}

/** A target for the year beats the one for the five years around it; figures of one cell otherwise have one period. */
function spanOf({ indicator, period }: RecordedObservation): number {
  return indicator === 'GROWTH_TARGET' ? (parsePeriod(period)?.months ?? 0) : 0;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
