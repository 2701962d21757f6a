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
 * vintage (an unknown one is the oldest), then what entered here last, so that a revision beats what it corrects.
 * @param figures in the order in which they entered here
 */
export function figuresOfRecord(
  figures: readonly RecordedObservation[],
): ReadonlyMap<string, RecordedObservation> {
  const best = new Map<string, RecordedObservation>();
  for (const figure of figures) {
    if (figure.state !== 'approved') continue;
    const cell = cellOf(figure.indicator, figure.dimensions);
    const other = best.get(cell);
    if (!other || isPreferred(figure, other)) best.set(cell, figure);
  }
  return best;
}

const finality: Record<Status, number> = { official: 0, preliminary: 1, estimate: 2 };

function isPreferred(later: RecordedObservation, earlier: RecordedObservation): boolean {
  const order =
    spanOf(later) - spanOf(earlier) ||
    finality[later.status] - finality[earlier.status] ||
    priorityOf(later) - priorityOf(earlier) ||
    compareText(earlier.asOf ?? '', later.asOf ?? '') ||
    compareText(earlier.recordedAt, later.recordedAt);
  return order <= 0;
}

/** A target for the year beats the one for the five years around it; figures of one cell otherwise have one period. */
function spanOf({ indicator, period }: RecordedObservation): number {
  return indicator === 'GROWTH_TARGET' ? (parsePeriod(period)?.months ?? 0) : 0;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
