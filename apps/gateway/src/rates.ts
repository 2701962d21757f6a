import rateLimit from '@fastify/rate-limit';
import { Problem } from '@doit/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './limits';

const timeWindow = 10_000;
/** Addresses and accounts remembered, each; who was seen longest ago is forgotten first. */
const cache = 20_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The account whose token was verified. */
    account: string;
  }
}

/** Counts a request of the account that its token names. @throws Problem request.too-many */
export type CountAccount = (request: FastifyRequest, reply: FastifyReply, account: string) => Promise<void>;

/**
 * Counts requests per address before anything else is looked at, forged tokens and unknown addresses included, and per
 * account once its token is verified: a new token is no new allowance. Answers how the latter is counted.
 */
export async function rates(fastify: FastifyInstance, limits: Limits): Promise<CountAccount> {
  await fastify.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    timeWindow,
    cache,
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
  if (limits.ratePerAddress > 0) {
    fastify.addHook('onRequest', fastify.rateLimit({ max: limits.ratePerAddress }));
  }
  fastify.decorateRequest('account', '');
  if (limits.ratePerAccount === 0) return () => Promise.resolve();
  const count = fastify.createRateLimit({
    max: limits.ratePerAccount,
    timeWindow,
    keyGenerator: (request) => request.account,
  });
  return async (request, reply, account) => {
    request.account = account;
    const found = await count(request);
    if (found.isAllowed) return;
    reply
      .header('ratelimit-limit', found.max)
      .header('ratelimit-remaining', found.remaining)
      .header('ratelimit-reset', found.ttlInSeconds);
    if (!found.isExceeded) return;
    reply.header('retry-after', found.ttlInSeconds);
    throw tooMany(found.ttlInSeconds);
  };
}

function tooMany(seconds: number): Problem {
  return new Problem('request.too-many', { seconds });
}
