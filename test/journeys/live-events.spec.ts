import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveEvent } from '@doit/contracts';
import { TestPlatform } from '@doit/testing';

const type = 'text/event-stream';

/** A figure is approved while services and the broker die: whoever watches is told all the same, over HTTP alone. */
describe('what changes', () => {
  const platform = new TestPlatform();
  const leaving = new AbortController();
  beforeAll(() => platform.start(), 300_000);
  afterAll(async () => {
    leaving.abort();
    await platform.stop();
  }, 30_000);

  /** What somebody is told, as it comes. */
  async function watch(account: string | null, after?: number): Promise<LiveEvent[]> {
    const told: LiveEvent[] = [];
    const headers = {
      accept: type,
      ...(account && { authorization: `Bearer ${await platform.token(account)}` }),
      ...(after !== undefined && { 'last-event-id': String(after) }),
    };
    const response = await fetch(`${platform.address}/v1/events`, { headers, signal: leaving.signal });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    let text = '';
    const read = async (): Promise<void> => {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          const data = /^data: (.*)$/m.exec(part)?.[1];
          if (data) told.push(JSON.parse(data) as LiveEvent);
        }
      }
    };
    void read().catch(() => undefined);
    return told;
  }
  const until = async (what: () => boolean): Promise<void> => {
    for (let end = Date.now() + 30_000; !what() && Date.now() < end;) await sleep(50);
    expect(what()).toBe(true);
  };
  const of = (told: LiveEvent[], kind: string, period: string): LiveEvent | undefined =>
    told.find((event) => event.type === kind && event.period === period);

  async function post(account: string, path: string, body: object): Promise<{ items: { id: string }[] }> {
    for (let end = Date.now() + 30_000; ;) {
      const answer = await fetch(platform.address + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await platform.token(account)}`,
          'content-type': 'application/json',
          'idempotency-key': createHash('sha256').update(JSON.stringify(body)).digest('hex'),
        },
        body: JSON.stringify(body),
      });
      if (answer.ok) return (await answer.json()) as { items: { id: string }[] };
      if (answer.status < 500 || Date.now() > end) throw new Error(await answer.text());
      await sleep(200);
    }
  }
  /** Submitted by the officer of Nghệ An, for its director to approve. */
  async function submitted(period: string): Promise<string[]> {
    const item = {
      ...{ indicator: 'RETAIL_GOODS', unit: 'VND_BN', measure: 'actual', status: 'estimate', value: '8000' },
      ...{ territory: 'nghe-an', period, source: 'doit-nghe-an', asOf: '2024-02-01' },
    };
    const { items } = await post('nghean.officer', '/v1/trade/observations', { items: [item] });
    const ids = items.map(({ id }) => id);
    await post('nghean.officer', '/v1/trade/observations/submit', { ids });
    return ids;
  }
  const approve = (ids: string[]) => post('nghean.director', '/v1/trade/observations/approve', { ids });

  it('is told to whom it concerns, though reporting and the broker are killed meanwhile', async () => {
    const visitor = await watch(null);
    const director = await watch('nghean.director');
    await until(() => visitor.length > 0 && director.length > 0);
    const first = await submitted('2024-01');
    await until(() => of(director, 'figures.submitted', '2024-01') !== undefined);
    process.kill(platform.processes()['reporting']?.pid ?? 0, 'SIGKILL');
    await approve(first);
    await until(() => of(visitor, 'figures.approved', '2024-01') !== undefined);
    expect(of(visitor, 'figures.submitted', '2024-01')).toBeUndefined();

    const position = of(visitor, 'figures.approved', '2024-01')?.position;
    const second = await submitted('2024-02');
    process.kill(platform.processes()['nats']?.pid ?? 0, 'SIGKILL');
    await approve(second);
    await until(() => of(visitor, 'figures.approved', '2024-02') !== undefined);
    await until(() => of(director, 'figures.approved', '2024-02') !== undefined);

    const resumed = await watch('nghean.director', position);
    await until(() => of(resumed, 'figures.approved', '2024-02') !== undefined);
    expect(of(resumed, 'figures.submitted', '2024-02')).toBeDefined();
    expect(of(resumed, 'figures.approved', '2024-01')).toBeUndefined();
    expect(resumed.map(({ type: kind }) => kind)).not.toContain('reset');
  });
});
