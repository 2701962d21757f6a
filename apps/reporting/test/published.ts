import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Caller, RecordObservations, services, type RecordedObservation } from '@doit/contracts';
import { readObservation } from '@doit/observations';
import { indicator, lastMonth, parsePeriod, yearBefore, type Period } from '@doit/reference';
import { readInput } from '@doit/rpc';
import { observationsOf } from '../../../deploy/local/examples';
import { root } from '../../../deploy/local/root';
import { planPeriodOf } from '../src/comparisons/case';
import { standingOf, type Found, type Standing } from '../src/comparisons/standing';

const admin = new Caller(
  'admin',
  services.flatMap((service) => [`${service}:write`, `${service}:approve`] as const),
  ['*'],
  0,
);

/** Every figure of deploy/examples as the services would record it. */
export const published: readonly RecordedObservation[] = services.flatMap((service) => {
  const items = observationsOf(readFileSync(join(root, `deploy/examples/${service}.csv`), 'utf8'));
  const body = Buffer.from(JSON.stringify({ items }));
  const sent = readInput(RecordObservations, { query: '', ifMatch: undefined, body });
  return sent.items.map((item, at) => {
    const { observation, faults } = readObservation(service, admin, item, `/items/${at}`, () => true);
    if (!observation) throw new Error(`${service}.csv: ${JSON.stringify(faults)}`);
    const id = `${String(services.indexOf(service)).repeat(8)}-0000-7000-8000-${String(at).padStart(12, '0')}`;
    return { ...observation, id, recordedAt: '2024-06-01T00:00:00.000Z', recordedBy: 'admin' };
  });
});

/** A period by its key, which the test knows to be good. */
export function periodOf(key: string): Period {
  const found = parsePeriod(key);
  if (!found) throw new Error(key);
  return found;
}

/** What the published figures, and others beside them, say about a territory and period. */
export function standingWith(territory: string, key: string, more: readonly Found[] = []): Standing {
  const period = periodOf(key);
  const found = published
    .filter((figure) => figure.territory === territory)
    .flatMap((figure): Found[] => {
      const part = partOf(figure, period);
      return part ? [{ part, figure }] : [];
    });
  return standingOf({ territory, period }, [...found, ...more]);
}

function partOf(figure: RecordedObservation, period: Period): Found['part'] | null {
  const own = periodOf(figure.period);
  if (figure.measure === 'plan') {
    const covers = own.from <= period.from && lastMonth(own) >= lastMonth(period);
    if (figure.indicator === 'GROWTH_TARGET') return covers ? 'plan' : null;
    return own.key === planPeriodOf(period).key ? 'plan' : null;
  }
  if (indicator(figure.indicator)?.kind === 'stock')
    return lastMonth(own) <= lastMonth(period) ? 'actual' : null;
  if (own.key === period.key) return 'actual';
  return own.key === yearBefore(period).key ? 'previous' : null;
}

/** A figure like one of the published ones, with something else about it. */
export function like(figure: RecordedObservation, other: Partial<RecordedObservation>): RecordedObservation {
  return Object.assign({}, figure, other);
}

/** The published figure of a cell; a test that names one which is not there is wrong. */
export function publishedFigure(territory: string, code: string): RecordedObservation {
  const found = published.find((each) => each.territory === territory && each.indicator === code);
  if (!found) throw new Error(`${territory} ${code}`);
  return found;
}
