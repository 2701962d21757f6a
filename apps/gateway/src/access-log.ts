import { write, writeSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { operationOf, whenGone } from './admission';
import { isConsolePage } from './console.controller';

/** A client that went away before its answer left, as other servers log it. */
const gone = 499;
const standardOutput = 1;

/**
 * One JSON line per request: when, its id, method, route as the contract writes it, status, milliseconds, bytes. Nothing of
 * whom or about whom: no address, account, token, path parameter or query.
 */
export function accessLog(fastify: FastifyInstance, say: (line: string) => void): void {
  const clock = new Clock();
  fastify.addHook('onRequest', (request, reply, done) => {
    const since = performance.now();
    const { method, id } = request;
    const { url } = request.routeOptions;
    // Wherever a browser goes is the console's route; of anything else that nobody knows there is none.
    const known = url === '/*' && !isConsolePage(request) ? undefined : url;
    const route = JSON.stringify(operationOf(request)?.path ?? known ?? null);
    whenGone(reply, () => {
      const { raw } = reply;
      const status = raw.writableFinished ? raw.statusCode : gone;
      const ms = Math.round((performance.now() - since) * 10) / 10;
      const bytes = Number(reply.getHeader('content-length') ?? 0);
      // By hand: an id has no character that JSON would escape, and JSON.stringify takes three times as long.
      say(
        `{"level":"info","time":"${clock.now()}","id":"${id}","method":"${method}","route":${route},"status":${status},"ms":${ms},"bytes":${bytes}}`,
      );
    });
    done();
  });
}

/** The line of what never became a request. */
function lineOfNone(status: number): string {
  const time = new Date().toISOString();
  return JSON.stringify({
    level: 'info',
    time,
    id: null,
    method: null,
    route: null,
    status,
    ms: 0,
    bytes: 0,
  });
}

/** The time as text, made once a millisecond. */
class Clock {
  private at = 0;
  private text = '';

  now(): string {
    const now = Date.now();
    if (now !== this.at) {
      this.at = now;
      this.text = new Date(now).toISOString();
    }
    return this.text;
  }
}

/**
 * The same on standard output, the lines of a quarter of a second in one write: written one by one they cost a tenth of the
 * gateway's throughput. Answers how to write the rest, and how to log what never became a request.
 */
export function logAccess(fastify: FastifyInstance): {
  flush: () => void;
  refused: (status: number) => void;
} {
  let lines = '';
  const take = (): string => {
    const taken = lines;
    lines = '';
    return taken;
  };
  const ticking = setInterval(() => {
    // Where nobody reads any more the lines are lost, and nothing else is.
    if (lines !== '') write(standardOutput, take(), () => undefined);
  }, 250).unref();
  accessLog(fastify, (line) => (lines += `${line}\n`));
  const flush = (): void => {
    clearInterval(ticking);
    if (lines !== '') writeSync(standardOutput, take());
  };
  return { flush, refused: (status) => (lines += `${lineOfNone(status)}\n`) };
}
