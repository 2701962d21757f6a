import { useQueries } from '@tanstack/react-query';
import { client } from '../../api/client';
import { mayDo, type Account } from '../../app/account';
import { keyOf } from './lines';
import { periodBefore } from './periods';
import { yearBefore } from '../../words/periods';
import type { Service } from '../../api/services';
import { listObservations, type Observation } from '../../api/observations';

/** A figure that waits, and what it is held against. */
export interface Waiting {
  readonly service: Service;
  readonly figure: Observation;
  readonly before: Observation | undefined;
  readonly yearBefore: Observation | undefined;
  /** The statement of the same cell that was approved last. */
  readonly vintage: Observation | undefined;
  /** Who looks recorded it and may not approve what he recorded. */
  readonly isLeftToOthers: boolean;
}

/** What was submitted in a territory over the services. */
export function useQueue(services: readonly Service[], territory: string, account: Account) {
  return useQueries({
    queries: services.map((service) => ({
      queryKey: ['work', 'queue', service, territory, account.id],
      queryFn: () => readQueue(service, territory, account),
    })),
    combine: (read) => ({
      // What was known stays while it is asked again and fails.
      error: read.find(({ error, data }) => error && !data)?.error ?? null,
      isPending: read.some(({ isPending }) => isPending),
      items: read.flatMap(({ data }) => data ?? []),
    }),
  });
}

const cellOf = ({ indicator, dimensions, measure }: Observation): string =>
  `${keyOf(indicator, dimensions)} ${measure}`;
const vintageOf = (one: Observation): string =>
  [cellOf(one), one.period, one.source, one.status, one.asOf ?? ''].join(' ');
const newest = (all: readonly Observation[]): Observation | undefined =>
  [...all].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];

async function readQueue(service: Service, territory: string, account: Account): Promise<Waiting[]> {
  const submitted = await listObservations(service, { territory: [territory], state: ['submitted'] });
  if (submitted.length === 0) return [];
  const periods = submitted.flatMap(({ period }) => [period, periodBefore(period), yearBefore(period)]);
  const isOwn = ({ recordedBy }: Observation): boolean => recordedBy === account.id;
  const [beside, mayApproveOwn] = await Promise.all([
    besides(service, territory, {
      indicators: [...new Set(submitted.map(({ indicator }) => indicator))],
      periods: [...new Set(periods.filter((one) => one !== null))],
    }),
    submitted.some(isOwn) && approvesOwn(service, territory, account),
  ]);
  const isLatest = (figure: Observation) =>
    !beside.some((one) => vintageOf(one) === vintageOf(figure) && one.recordedAt > figure.recordedAt);
  const approved = beside.filter(({ state }) => state === 'approved');
  const at = (figure: Observation, period: string | null) =>
    newest(approved.filter((one) => cellOf(one) === cellOf(figure) && one.period === period));
  return submitted.filter(isLatest).map((figure) => ({
    service,
    figure,
    before: at(figure, periodBefore(figure.period)),
    yearBefore: at(figure, yearBefore(figure.period)),
    vintage: at(figure, figure.period),
    isLeftToOthers: isOwn(figure) && !mayApproveOwn,
  }));
}

/** Whether an account may approve what it recorded: with a right over the whole country, or where the territory rules so. */
async function approvesOwn(service: Service, territory: string, account: Account): Promise<boolean> {
  if (account.territories.includes('*')) return true;
  if (!mayDo(account, `${service}:read`, territory)) return false;
  const params = { query: { territory: [territory] } };
  // It only keeps people from a refusal: the queue is shown without it, too.
  const answer = await client.GET(`/v1/${service}/approval-settings`, { params }).catch(() => null);
  return answer?.data?.items.some(({ ownApproval }) => ownApproval) ?? false;
}

const inLots = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** All of these indicators and periods; a request names so many at most. */
async function besides(
  service: Service,
  territory: string,
  { indicators, periods }: { indicators: string[]; periods: string[] },
): Promise<Observation[]> {
  const lots = inLots(indicators, 50).flatMap((indicator) =>
    inLots(periods, 100).map((period) => ({ indicator, period, territory: [territory] })),
  );
  return (await Promise.all(lots.map((lot) => listObservations(service, lot)))).flat();
}
