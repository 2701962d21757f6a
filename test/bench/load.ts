import { connect, type Socket } from 'node:net';

/** One GET, sent again and again. */
export interface Target {
  address: string;
  path: string;
  token?: string;
}

export interface Outcome {
  /** Requests carried out a second; refusals are none. */
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
  const idle = Array.from({ length: callers }, () => new Caller(target));
  const all = [...idle];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let due = 0;
  for (let now = begun; now < end; now = performance.now()) {
    for (const upTo = ((now - begun) / 1000) * rate; due < upTo; due++) {
      const caller = idle.pop();
      if (caller) void caller.ask().then(() => idle.push(caller));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  for (const patience = Date.now() + 15_000; idle.length < callers && Date.now() < patience;)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome(all, seconds);
}

/** So many callers, each of whom asks again once it is answered. */
export async function byCallers(target: Target, count: number, seconds: number): Promise<Outcome> {
  const all = Array.from({ length: count }, () => new Caller(target));
  const end = performance.now() + seconds * 1000;
  const lane = async (caller: Caller): Promise<void> => {
    while (performance.now() < end) await caller.ask();
  };
  await Promise.all(all.map(lane));
  return outcome(all, seconds);
}

function outcome(all: readonly Caller[], seconds: number): Outcome {
  const statuses = new Map<number, number>();
  for (const caller of all) {
    caller.leave();
    for (const status of caller.statuses) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  const times = all.flatMap((caller) => caller.times).sort((a, b) => a - b);
  return { rate: times.length / seconds, times, statuses };
}

/**
 * One connection, kept open. As lean as it can be, like that of the benches: a client of comfort would need more of the
 * machine than the house that it asks.
 */
class Caller {
  readonly times: number[] = [];
  readonly statuses: number[] = [];
  private readonly request: string;
  private readonly port: number;
  private socket: Socket | undefined;
  private answered: ((status: number) => void) | undefined;
  private status = 0;
  private missing = -1;

  constructor({ address, path, token }: Target) {
    const { host, port } = new URL(address);
    const bearer = token ? `authorization: Bearer ${token}\r\n` : '';
    this.request = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${bearer}\r\n`;
    this.port = Number(port);
  }

  async ask(): Promise<void> {
    const since = performance.now();
    const status = await new Promise<number>((resolve) => {
      this.answered = resolve;
      this.missing = -1;
      this.socket ??= this.open();
      this.socket.write(this.request);
    });
    this.statuses.push(status);
    if (status === 200) this.times.push(performance.now() - since);
  }

  leave(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk: Buffer) => this.hear(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.socket = undefined;
      this.answered?.(0);
    });
    return socket;
  }

  private hear(chunk: Buffer): void {
    if (this.missing < 0) {
      const head = chunk.indexOf('\r\n\r\n');
      const text = chunk.toString('latin1', 0, head);
      this.status = Number(text.slice(9, 12));
      this.missing = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0) + head + 4;
    }
    this.missing -= chunk.length;
    if (this.missing <= 0) this.answered?.(this.status);
  }
}
