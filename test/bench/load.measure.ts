import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform } from '@doit/testing';
import { quantile } from './client';
import { atRate, byCallers, type Outcome, type Target } from './load';

const seconds = Number(process.env['LOAD_SECONDS'] ?? 60);

/** The whole platform on this machine, generator included. Everything compared is measured in the same run. */
describe('the platform under more than it can carry', () => {
  const platform = new TestPlatform();
  let row: Target;

  beforeAll(async () => {
    await platform.start();
    const token = await platform.token('nghean.officer');
    const made = await fetch(`${platform.address}/v1/industry/clusters`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'LOAD', name: 'Cụm công nghiệp Đô Lương', territory: 'nghe-an' }),
    });
    const { id } = (await made.json()) as { id: string };
    row = { address: platform.address, path: `/v1/industry/clusters/${id}`, token };
    await byCallers(row, 32, 3);
  }, 180_000);
  afterAll(() => platform.stop(), 60_000);

  const share = ({ statuses }: Outcome, status: number): number =>
    (statuses.get(status) ?? 0) / [...statuses.values()].reduce((sum, one) => sum + one, 0);
  const p99 = ({ times }: Outcome): number => quantile(times, 0.99);
  const pid = (name: string): number => platform.processes()[name]?.pid ?? 0;

  it('answers what it lets in quickly, refuses the rest, lives, and is itself again within five seconds', async () => {
    const sustainable = (await byCallers(row, 16, 5)).rate;
    const unloaded = await atRate(row, sustainable / 10, 5);
    const before = platform.processes();
    const flooded = await atRate(row, sustainable * 2, seconds);
    await sleep(5000);
    const after = await atRate(row, sustainable / 10, 5);
    console.log(
      `sustainable ${sustainable.toFixed(0)}/s, unloaded p50 ${quantile(unloaded.times, 0.5).toFixed(1)} p99 ${p99(unloaded).toFixed(1)} ms; at twice that rate ` +
        `${(flooded.times.length / seconds).toFixed(0)}/s carried out, p50 ${quantile(flooded.times, 0.5).toFixed(1)} p99 ${p99(flooded).toFixed(1)} ms, ` +
        `${JSON.stringify([...flooded.statuses])}; afterwards p99 ${p99(after).toFixed(1)} ms`,
    );
    expect([...flooded.statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
    expect(p99(flooded)).toBeLessThanOrEqual(5 * p99(unloaded));
    expect(platform.processes()).toEqual(before);
    expect(share(after, 200)).toBe(1);
    expect(p99(after)).toBeLessThanOrEqual(5 * p99(unloaded));
  }, 300_000);

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'serves as before where another service is gone: %s',
    async (signal) => {
      const other = { ...row, path: '/v1/trade/observations' };
      const before = await byCallers(row, 16, 10);
      // Stopped, the launcher starts nothing again: what is killed stays dead, and nobody's start takes the machine.
      process.kill(platform.pid, 'SIGSTOP');
      const dead = pid('trade');
      process.kill(dead, signal);
      const [meanwhile, refused] = await Promise.all([byCallers(row, 16, 10), atRate(other, 50, 10)]);
      if (signal === 'SIGSTOP') process.kill(dead, 'SIGCONT');
      process.kill(platform.pid, 'SIGCONT');
      const trade = async (): Promise<number> => (await fetch(other.address + other.path)).status;
      for (let patience = 200; (await trade()) !== 200 && patience > 0; patience--) await sleep(100);
      expect(await trade()).toBe(200);
      const after = await byCallers(row, 16, 10);
      console.log(
        `${signal}: ${before.rate.toFixed(0)}/s before, ${meanwhile.rate.toFixed(0)}/s meanwhile, ` +
          `${after.rate.toFixed(0)}/s after; the dead one: ${JSON.stringify([...refused.statuses])}`,
      );
      expect(share(meanwhile, 200)).toBe(1);
      // Whatever else the machine does can only make one of them slower.
      expect(meanwhile.rate).toBeGreaterThanOrEqual(0.9 * Math.min(before.rate, after.rate));
      expect(share(refused, 503)).toBeGreaterThan(0.3);
    },
    120_000,
  );
});
