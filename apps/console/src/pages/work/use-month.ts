import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Indicator } from '../../api/indicator';
import { useIndicators } from '../../api/reference';
import { keyOf, linesOf, type Line } from './lines';
import { periodBefore, reportOf } from './periods';
import { yearBefore } from '../../words/periods';
import type { Service } from '../../api/services';
import { listObservations, type Observation } from '../../api/observations';
import { listSteps, listSubmissions } from './services';

/** What a department hands in for a period, with what is recorded and what was known before. */
export interface Month {
  readonly lines: readonly Line[];
  /** Those of the department itself, as last recorded, by line. */
  readonly own: ReadonlyMap<string, Observation>;
  readonly before: ReadonlyMap<string, Observation>;
  readonly yearBefore: ReadonlyMap<string, Observation>;
  /** Why some were returned, by observation. */
  readonly reasons: ReadonlyMap<string, string>;
}

export const sourceOf = (territory: string): string => `doit-${territory}`;
const isOf = (source: string) => (one: Observation) => one.source === source;
const later = (a: Observation, b: Observation): number => (a.recordedAt < b.recordedAt ? -1 : 1);

/** The figure of each line: an approved one where there is one, of the department rather than of others, the newest first. */
function byLine(all: readonly Observation[], period: string | null, source: string) {
  const ordered = all
    .filter((one) => one.period === period)
    .sort((a, b) => later(a, b))
    .sort((a, b) => Number(isOf(source)(a)) - Number(isOf(source)(b)))
    .sort((a, b) => Number(a.state === 'approved') - Number(b.state === 'approved'));
  return new Map(ordered.map((one) => [keyOf(one.indicator, one.dimensions), one]));
}

export function useMonth(service: Service, territory: string, period: string, by: string | undefined) {
  const { data: indicators } = useIndicators();
  const select = useCallback(
    (read: Read): Month => monthOf(read, indicators ?? new Map(), { territory, period, by }),
    [indicators, territory, period, by],
  );
  return useQuery({
    queryKey: ['work', service, territory, period],
    queryFn: () => readMonth(service, territory, period),
    refetchOnWindowFocus: false,
    enabled: indicators !== undefined,
    select,
  });
}

function monthOf(
  { submissions, observations, reasons }: Read,
  indicators: ReadonlyMap<string, Indicator>,
  { territory, period, by }: { territory: string; period: string; by: string | undefined },
): Month {
  const source = sourceOf(territory);
  const codes = submissions?.items.flatMap(({ indicator }) => indicators.get(indicator) ?? []) ?? [];
  const own = observations
    .filter((one) => one.period === period && isOf(source)(one))
    .sort((a, b) => later(a, b));
  return {
    lines: linesOf(codes, observations.filter(isOf(source)), by),
    own: new Map(own.map((one) => [keyOf(one.indicator, one.dimensions), one])),
    before: byLine(observations, periodBefore(period), source),
    yearBefore: byLine(observations, yearBefore(period), source),
    reasons,
  };
}

type Read = Awaited<ReturnType<typeof readMonth>>;

async function readMonth(service: Service, territory: string, period: string) {
  const periods = [period, periodBefore(period), yearBefore(period)].filter((one) => one !== null);
  const [submissions, observations] = await Promise.all([
    listSubmissions(service, territory, reportOf(period)),
    listObservations(service, { territory: [territory], period: [...new Set(periods)], measure: ['actual'] }),
  ]);
  const returned = observations.filter((one) => one.state === 'returned' && one.period === period);
  const steps = await listSteps(
    service,
    returned.map(({ id }) => id),
  );
  const why = steps.filter(({ state, reason }) => state === 'returned' && reason !== null).reverse();
  return {
    submissions,
    observations,
    reasons: new Map(why.map(({ observation, reason }) => [observation, reason ?? ''])),
  };
}
