import type { FastifyInstance } from 'fastify';
import { destination, pino, stdTimeFunctions, type DestinationStream } from 'pino';
import { operationOf, whenGone } from './admission';

/** A client that went away before its answer left, as other servers log it. */
const gone = 499;

/**
 * One JSON line per request: when, its id, method, route as the contract writes it, status, milliseconds, bytes. Nothing of
 * whom or about whom: no address, account, token, path parameter or query.
 */
export function accessLog(fastify: FastifyInstance, out: DestinationStream): void {
  const log = pino(
    { base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    out,
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    const since = performance.now();
    const { method, id } = request;
    const route = operationOf(request)?.path ?? request.routeOptions.url ?? null;
    whenGone(reply, () => {
      const { raw } = reply;
      log.info({
        id,
        method,
        route,
        status: raw.writableFinished ? raw.statusCode : gone,
        ms: Math.round((performance.now() - since) * 10) / 10,
        bytes: Number(reply.getHeader('content-length') ?? 0),
      });
    });
    done();
  });
}

/** The same on standard output, some dozen lines at a time and after a second at the latest. Answers how to write the rest. */
export function logAccess(fastify: FastifyInstance): () => void {
  const out = destination({ fd: 1, sync: false, minLength: 8192 });
  const ticking = setInterval(() => out.flush(), 1000).unref();
  accessLog(fastify, out);
  return () => {
    clearInterval(ticking);
    out.flushSync();
  };
}
