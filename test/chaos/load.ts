import { Pool } from 'undici';

/** One GET, sent again and again. */
export interface Target {
  address: string;
  path: string;
  token?: string;
}

export interface Outcome {
  /** Answers a second. */
  rate: number;
  /** Milliseconds from sending to the whole answer, of those carried out; sorted. */
  times: number[];
  /** Answers by status; 0: none came. */
  statuses: Map<number, number>;
}

/** Callers at once; who comes while all of them wait is not sent, as a browser would not. */
const callers = 256;

/** Sends at a steady rate, whether or not earlier requests were answered: what is too much for the house stays too much. */
export async function atRate(target: Target, rate: number, seconds: number): Promise<Outcome> {
  const shooter = new Shooter(target, callers);
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let due = 0;
  for (let now = begun; now < end; now = performance.now()) {
    const upTo = ((now - begun) / 1000) * rate;
    for (; due < upTo; due++) if (shooter.waiting < callers) void shooter.shoot();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return shooter.end(seconds);
}

/** So many callers, each of whom asks again once it is answered. */
export async function byCallers(target: Target, count: number, seconds: number): Promise<Outcome> {
  const shooter = new Shooter(target, count);
  const end = performance.now() + seconds * 1000;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) await shooter.shoot();
  };
  await Promise.all(Array.from({ length: count }, lane));
  return shooter.end(seconds);
}

class Shooter {
  private readonly http: Pool;
  private readonly times: number[] = [];
  private readonly statuses = new Map<number, number>();
  private readonly headers: Record<string, string>;
  waiting = 0;

  constructor(
    private readonly target: Target,
    connections: number,
  ) {
    this.http = new Pool(target.address, { connections });
    this.headers = target.token ? { authorization: `Bearer ${target.token}` } : {};
  }

  async shoot(): Promise<void> {
    this.waiting++;
    const since = performance.now();
    let status = 0;
    try {
      const answer = await this.http.request({
        path: this.target.path,
        method: 'GET',
        headers: this.headers,
        headersTimeout: 10_000,
      });
      await answer.body.dump();
      status = answer.statusCode;
    } catch {
      // Counted as an answer that did not come.
    }
    if (status === 200) this.times.push(performance.now() - since);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.waiting--;
  }

  async end(seconds: number): Promise<Outcome> {
    for (const patience = Date.now() + 15_000; this.waiting > 0 && Date.now() < patience;)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await this.http.destroy();
    const { times, statuses } = this;
    const answered = [...statuses.values()].reduce((sum, one) => sum + one, 0);
    return { rate: answered / seconds, times: times.sort((a, b) => a - b), statuses };
  }
}
