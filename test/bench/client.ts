import { connect, type Socket } from 'node:net';

/** One request, written once and sent again and again. */
export interface Shot {
  port: number;
  path: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Volley {
  /** Answers per second. */
  rate: number;
  /** Milliseconds of each answer, sorted. */
  times: number[];
}

/** The bytes of a GET with keep-alive. */
function bytesOf({ port, path, headers = {} }: Shot): string {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/**
 * Sends one request over and over on so many connections, one at a time on each, for so long. As lean as a client can
 * be, for it shares the machine with what it measures. Any answer that is not a 200 ends it.
 */
export async function volley(shot: Shot, connections: number, seconds: number): Promise<Volley> {
  const request = bytesOf(shot);
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => lane(shot.port, request, end, times)));
  return { rate: times.length / seconds, times: times.sort((a, b) => a - b) };
}

function lane(port: number, request: string, end: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let since = 0;
    let missing = -1;
    const send = (): void => {
      since = performance.now();
      missing = -1;
      socket.write(request);
    };
    socket.once('connect', send).once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (missing < 0) {
        const head = chunk.indexOf('\r\n\r\n');
        const text = chunk.toString('latin1', 0, head);
        const length = /content-length: (\d+)/i.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200') || length === undefined) {
          socket.destroy();
          reject(new Error(chunk.toString()));
          return;
        }
        missing = Number(length) + head + 4;
      }
      missing -= chunk.length;
      if (missing > 0) return;
      const now = performance.now();
      times.push(now - since);
      if (now < end) send();
      else socket.end(resolve);
    });
  });
}

/** The value below which this share of the sorted times lies. */
export function quantile(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}
