import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether a server could listen there now; 0 asks for any port. Null where it could not. */
function listenOnce(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}

export const isFree = async (port: number, host = '127.0.0.1'): Promise<boolean> =>
  (await listenOnce(port, host)) !== null;

/**
 * A free port below those that the system gives to outgoing connections (32768 and above on Linux): one of these could
 * take it before the process that it is meant for listens, or while that one starts again.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No port is free on ${host}.`);
}

/** The port one expects, else a free one, and then it is said aloud for what it is. */
export async function portFor(
  what: string,
  preferred: number,
  { host = '127.0.0.1', say }: { host?: string; say: (line: string) => void },
): Promise<number> {
  if (await isFree(preferred, host)) return preferred;
  const port = await freePort(host);
  say(`port ${preferred} is taken: ${what} listens on ${port}`);
  return port;
}
