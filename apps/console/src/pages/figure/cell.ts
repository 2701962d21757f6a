import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { useIndicators, useTerritories } from '../../api/reference';
import type { components } from '../../api/schema';
import { isService, observationsOf, type Service } from '../../api/services';
import { readPeriod } from '../../words/periods';
import { listObservations } from '../../api/observations';
import { writeFigureKey, type FigureKey } from '../../figures/figure-key';

export type Statement = components['schemas']['RecordedObservation'];
export type Item = components['schemas']['ComparisonItem'];
export type Lineage = components['schemas']['Lineage'];
export type Measure = Statement['measure'];

/** What is looked at: a cell, of it perhaps one statement; as known on a day, on the map of a day. */
export interface Asked {
  readonly key: FigureKey;
  readonly measure: Measure;
  /** The statement that was asked for by its id. */
  readonly statement?: Statement | undefined;
  readonly on?: string | undefined;
  readonly asOf?: string | undefined;
}

/** The address of the cell’s own page. */
export const idOf = ({ key }: Asked): string => writeFigureKey(key);

export function isSameBreakdown(one: FigureKey['dimensions'], other: FigureKey['dimensions']): boolean {
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return mine.length === theirs.length && mine.every(([name, value]) => other[name] === value);
}

/** The cell beside its plan, its pace and the year before; of plans and scenarios there is none. */
export function useItem({ key, measure, on, asOf }: Asked) {
  const { territory, period, indicator, dimensions } = key;
  return useQuery({
    ...queries.queryOptions('get', '/v1/reporting/comparisons', {
      params: {
        query: { territory, period, indicator: [indicator], ...(on && { on }), ...(asOf && { asOf }) },
      },
    }),
    enabled: measure === 'actual',
    select: ({ items }) =>
      items.find((item) => item.indicator === indicator && isSameBreakdown(item.dimensions, dimensions)) ??
      null,
  });
}

/** Who keeps the statements: the indicator’s service, of plans and scenarios reporting. */
export function useOwner({ key, measure }: Pick<Asked, 'key' | 'measure'>): Service | undefined {
  const { data: indicators } = useIndicators();
  if (measure === 'plan' || measure === 'scenario') return 'reporting';
  const service = indicators?.get(key.indicator)?.service ?? '';
  return isService(service) ? service : undefined;
}

/** How many statements are looked through for those of one cell. */
export const mostRead = 2000;

/** All that was stated for the cell, newest first: what is not published to whom it concerns alone. */
export function useStatements({ key, measure }: Asked, owner: Service | undefined, stockPeriod?: string) {
  const { territory, period, indicator, dimensions } = key;
  const periods = stockPeriod && stockPeriod !== period ? [period, stockPeriod] : [period];
  const service = owner ?? 'reporting';
  const query = { indicator: [indicator], territory: [territory], period: periods, measure: [measure] };
  return useQuery({
    queryKey: ['get', observationsOf[service], 'every', query],
    queryFn: () => listObservations(service, query, mostRead),
    enabled: owner !== undefined,
    // Breakdowns cannot be asked for: all of them are read, and those of the cell kept.
    select: (items) => items.filter((one) => isSameBreakdown(one.dimensions, dimensions)),
  });
}

/** What stands behind one published statement. */
export function useLineage(observationId: string | undefined) {
  return useQuery({
    ...queries.queryOptions('get', '/v1/reporting/lineage/{observationId}', {
      params: { path: { observationId: observationId ?? '' } },
    }),
    enabled: observationId !== undefined,
  });
}

/** Whether all of its territories are there on the period’s last day: of others nothing is compared. */
export function useIsInForce({ territory, period }: FigureKey): boolean {
  const { data: territories } = useTerritories();
  const span = readPeriod(period);
  if (!span || !territories) return false;
  const last = new Date(Date.UTC(span.year, span.month - 1 + span.months, 0)).toISOString().slice(0, 10);
  return territory.split('+').every((id) => {
    const found = territories.get(id);
    return found && (found.validFrom ?? '') <= last && (found.validTo ?? '9999') >= last;
  });
}
