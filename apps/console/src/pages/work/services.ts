import { client } from '../../api/client';
import type { components } from '../../api/schema';
import type { Service } from '../../api/services';

type Schemas = components['schemas'];
export type Submissions = Schemas['Submissions'];
export type ToRecord = Schemas['RecordObservations'];

export async function listSubmissions(service: Service, territory: string, period: string) {
  const query = { territory: [territory], period };
  const { data } = await client.GET(`/v1/${service}/submissions`, { params: { query } });
  return data;
}

/** Records a batch once, however often the same request is sent: `key` names it. */
export async function record(service: Service, body: ToRecord, key: string): Promise<string[]> {
  const header = { 'Idempotency-Key': key };
  const { data } = await client.POST(`/v1/${service}/observations`, { params: { header }, body });
  return data?.items.map(({ id }) => id) ?? [];
}

export async function submit(service: Service, ids: string[]): Promise<void> {
  await client.POST(`/v1/${service}/observations/submit`, { body: { ids } });
}

export async function approve(service: Service, ids: string[]): Promise<void> {
  await client.POST(`/v1/${service}/observations/approve`, { body: { ids } });
}

export async function sendBack(service: Service, ids: string[], reason: string): Promise<void> {
  await client.POST(`/v1/${service}/observations/return`, { body: { ids, reason } });
}

/** Who brought which of these where, and why, newest first. */
export async function listSteps(service: Service, observations: readonly string[]) {
  const hundreds = Array.from({ length: Math.ceil(observations.length / 100) }, (_, n) =>
    observations.slice(n * 100, (n + 1) * 100),
  );
  const pages = await Promise.all(
    hundreds.map(async (observation) => {
      const query = { observation, limit: 500 };
      const { data } = await client.GET(`/v1/${service}/observations/steps`, { params: { query } });
      return data?.items ?? [];
    }),
  );
  return pages.flat();
}
