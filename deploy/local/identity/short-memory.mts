import type { Adapter, AdapterPayload } from 'oidc-provider';

const kept = new Map<string, { payload: AdapterPayload; until: number }>();
let nextSweep = 0;

/** Where the provider keeps sessions and codes: in memory, so that a restart asks everybody to log in again. */
export class ShortMemory implements Adapter {
  constructor(private readonly kind: string) {}

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.sweep();
    kept.set(this.key(id), { payload, until: Date.now() + expiresIn * 1000 });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const entry = kept.get(this.key(id));
    return Promise.resolve(entry && entry.until > Date.now() ? entry.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const mine = [...kept].find(
      ([key, { payload }]) => key.startsWith(`${this.kind}:`) && payload.uid === uid,
    );
    return Promise.resolve(mine?.[1].payload);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(id: string): Promise<void> {
    const entry = kept.get(this.key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    kept.delete(this.key(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    return Promise.resolve();
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }

  private sweep(): void {
    if (Date.now() < nextSweep) return;
    nextSweep = Date.now() + 60_000;
    for (const [key, { until }] of kept) if (until < Date.now()) kept.delete(key);
  }
}
