import type { Register } from '@doit/contracts';
import { leastEntry } from '@doit/testing';
import type { Case, Place } from './rules';

export interface Asking {
  query?: string;
  body?: object;
  /** A body that is no JSON. */
  bytes?: Uint8Array;
  ifMatch?: string;
}
type At = Omit<Case, 'who'>;

/**
 * Requests of a register that are right in all but perhaps their sender, by the verb of the operation.
 * @param entries an entry of each register at each place, `clusters nghe-an`
 */
export function registerRequests(
  register: Register,
  entries: ReadonlyMap<string, { id: string; version: number }>,
): Readonly<Record<string, (at: At) => Asking>> {
  const { path } = register;
  const entryAt = (place: Place) => entries.get(`${path} ${place}`);
  const whole = ({ place }: At): Asking => ({ query: `territory=${place}` });
  const one = ({ place }: At): Asking => ({ query: `id=${entryAt(place)?.id ?? ''}` });
  const held = (at: At): Asking => ({ ...one(at), ifMatch: String(entryAt(at.place)?.version) });
  return {
    create: ({ place }) => ({ body: leastEntry(register, { territory: place }) }),
    createMany: ({ place }) => ({ body: { items: [leastEntry(register, { territory: place })] } }),
    change: (at) => ({ ...held(at), body: { name: at.state } }),
    step: (at) => ({ ...held(at), body: { step: register.steps[0], on: '2026-01-01', reason: 'x' } }),
    ...{ list: whole, counts: whole, export: whole, get: one, steps: one, history: one },
  };
}
