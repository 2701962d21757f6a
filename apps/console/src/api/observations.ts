import { client } from './client';
import type { components } from './schema';
import type { Service } from './services';

export type Observation = components['schemas']['RecordedObservation'];

interface Asked {
  indicator?: string[];
  territory?: string[];
  period?: string[];
  measure?: Observation['measure'][];
  state?: Observation['state'][];
}

/** Every observation that is asked for, page by page, newest vintage first; about so many at `most`. */
export async function listObservations(
  service: Service,
  asked: Asked,
  most = Infinity,
): Promise<Observation[]> {
  const all: Observation[] = [];
  let after: string | undefined;
  do {
    const query = { ...asked, limit: 500, ...(after !== undefined && { after }) };
    const { data } = await client.GET(`/v1/${service}/observations`, { params: { query } });
    all.push(...(data?.items ?? []));
    after = data?.next ?? undefined;
  } while (after !== undefined && all.length < most);
  return all;
}
