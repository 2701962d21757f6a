import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operationOf } from './admission';
import { isConsolePage } from './console.controller';

const always = {
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
/** For data: nothing in it is ever to be shown, run or framed. Few, for each costs as much as finding the route. */
export const data = { ...always, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
/** For pages: their own files, and styles that stand in them. */
const page = {
  ...always,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** For the console: who vouches for its people is asked by its scripts, and a chart is drawn before it is downloaded. */
const consolePage = (issuer: string) => ({
  ...page,
  'content-security-policy': page['content-security-policy']
    .replace('data:', 'data: blob:')
    .concat(`; connect-src 'self' ${new URL(issuer).origin}`),
});

/**
 * Security headers on every answer. Ours, not helmet's: @fastify/helmet builds them anew for each request, 34 µs where
 * constants take 6.
 */
export function headers(fastify: FastifyInstance, issuer: string): void {
  const ofConsole = consolePage(issuer);
  fastify.addHook('onRequest', (request, reply, done) => {
    const which = isPage(request) ? page : isConsolePage(request) ? ofConsole : data;
    reply.headers(which).header('x-request-id', request.id);
    done();
  });
}

/** The pages of the contracts, and the documentation. */
function isPage(request: FastifyRequest): boolean {
  const operation = operationOf(request);
  if (operation) return operation.produces === 'text/html';
  return request.routeOptions.url?.startsWith('/docs') === true;
}

/** The caller's own request id where it has the form of one, else a new one. */
export function requestId({ headers: sent }: IncomingMessage): string {
  const given = sent['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
}
