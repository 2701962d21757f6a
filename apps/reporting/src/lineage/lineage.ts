import type { BothLanguages, CheckResult, Lineage, RecordedObservation, Vintage } from '@doit/contracts';
import { indicator, lastDay, parsePeriod, territory } from '@doit/reference';
import { figureOfRecordOf } from './figure-of-record';
import { statedOf } from './stated';

/** Vintages that are listed: the newest. */
const listed = 500;

/**
 * What stands behind one figure.
 * @param cell all approved statements of its cell and period, itself included, in the order in which their teller told them
 * @param checks those of its territory and period
 */
export function lineageOf(
  figure: RecordedObservation,
  cell: readonly RecordedObservation[],
  checks: readonly CheckResult[],
): Lineage {
  const others = newestFirst(cell.filter(({ id }) => id !== figure.id));
  return {
    observation: figure,
    ...namesOf(figure),
    record: figureOfRecordOf(figure, cell),
    vintages: others.slice(0, listed).map(vintageOf),
    vintageCount: others.length,
    stated: statedOf(figure),
    checks: checks.filter(({ lineage }) => lineage.some((input) => input.observationId === figure.id)),
  };
}

function namesOf({
  indicator: code,
  territory: id,
  period: key,
}: RecordedObservation): Record<'name' | 'territoryName', BothLanguages> {
  const period = parsePeriod(key);
  const known = period && territory(id, lastDay(period));
  return {
    name: { ...(indicator(code)?.name ?? { vi: code, en: code }) },
    territoryName: { ...(known?.name ?? { vi: id, en: id }) },
  };
}

/** By vintage, an unknown one last; of one vintage, what was told last comes first. */
function newestFirst(told: readonly RecordedObservation[]): RecordedObservation[] {
  const day = ({ asOf }: RecordedObservation): string => asOf ?? '';
  return [...told].reverse().sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1));
}

function vintageOf(figure: RecordedObservation): Vintage {
  const { id, value, decimals, unit, status, comparator, source, asOf, document, row, recordedAt } = figure;
  return {
    observationId: id,
    value,
    decimals,
    unit,
    status,
    comparator,
    source,
    asOf,
    document,
    row,
    recordedAt,
  };
}
