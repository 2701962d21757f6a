import underPressure from '@fastify/under-pressure';
import { Problem, services, type Operation, type Service } from '@doit/contracts';
import { authorise, type Tokens } from '@doit/rpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './callers';
import type { Circuits } from './circuits';
import type { Limits } from './limits';
import { bodyLimit, Refusal } from './problems';

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives up its place among its service's requests; undefined while it has none. */
    leave?: () => void;
  }
}

/** The operation that a request asks for; undefined where the route is none of the contracts'. */
export function operationOf(request: FastifyRequest): Operation | undefined {
  return (request.routeOptions.config as { operation?: Operation }).operation;
}

/**
 * Lets in what can be borne and refuses the rest at the door, before its token or body is read: a service whose circuit
 * is open, too many requests of one service under way, too many bytes of bodies held, an event loop that runs late.
 * A body is then read only of who may send it; the access guard, which judges all requests, finds that token remembered.
 */
export async function admission(
  fastify: FastifyInstance,
  { circuits, tokens, limits }: { circuits: Circuits; tokens: Tokens; limits: Limits },
): Promise<void> {
  const inside = new Map<Service, number>();
  const bodiesLimit = limits.bodiesMb * 1024 * 1024;
  let bodies = 0;

  await fastify.register(underPressure, {
    maxEventLoopDelay: limits.eventLoopDelay,
    // Long enough that a pause of the machine is no overload.
    sampleInterval: 1000,
    // The hook below refuses; the plugin only measures.
    pressureHandler: () => undefined,
  });

  const busy = new Refusal(new Problem('gateway.busy'));
  const unavailable = new Map(
    services.map((service) => [service, new Refusal(new Problem('service.unavailable', { service }))]),
  );
  const refusal = ({ service }: Operation, body: number): Refusal | undefined => {
    const { isOpen, waiting } = circuits.of(service);
    if (isOpen) return unavailable.get(service);
    // Who went away is waited for all the same: its request is still with the service.
    const here = Math.max(inside.get(service) ?? 0, waiting);
    const full = here >= limits.inFlight || (body > 0 && bodies + body > bodiesLimit);
    // With little inside it is the machine that is late: refusing would not help.
    const late = here > limits.inFlight / 4 && fastify.isUnderPressure();
    return full || late ? busy : undefined;
  };

  /** Takes a place among the service's requests, until it is answered: who reads his answer slowly holds none. */
  const enter = ({ service }: Operation, request: FastifyRequest, reply: FastifyReply): void => {
    inside.set(service, (inside.get(service) ?? 0) + 1);
    let isIn = true;
    const leave = (): void => {
      if (isIn) inside.set(service, (inside.get(service) ?? 1) - 1);
      isIn = false;
    };
    request.leave = leave;
    whenGone(reply, leave);
  };
  fastify.decorateRequest('leave');
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    request.leave?.();
    done(null, payload);
  });

  fastify.addHook('onRequest', (request, reply, done) => {
    const operation = operationOf(request);
    const body = sizeOfBody(request);
    const refused = operation && refusal(operation, body);
    if (refused) {
      refused.send(reply, request.headers['accept-language']);
      return;
    }
    if (operation && body === 0) enter(operation, request, reply);
    done();
  });

  // A place is taken only once the body is there.
  const expectBody = async (operation: Operation, request: FastifyRequest, reply: FastifyReply) => {
    const body = sizeOfBody(request);
    authorise(operation, await callerOf(request.headers.authorization, tokens));
    if (bodies + body > bodiesLimit) throw new Problem('gateway.busy');
    bodies += body;
    whenGone(reply, () => (bodies -= body));
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    const operation = operationOf(request);
    if (!operation || sizeOfBody(request) === 0) done();
    else expectBody(operation, request, reply).then(() => done(), done);
  });
  fastify.addHook('preHandler', (request, reply, done) => {
    const operation = operationOf(request);
    const refused = operation && !request.leave && refusal(operation, 0);
    if (refused) {
      refused.send(reply, request.headers['accept-language']);
      return;
    }
    if (operation && !request.leave) enter(operation, request, reply);
    done();
  });
}

/** When the answer has left, or whoever asked has. */
export function whenGone(reply: FastifyReply, then: () => void): void {
  reply.raw.once('close', then);
}

/** Bytes that a request's body may take; one that does not say how many may take all that are allowed. */
export function sizeOfBody({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return bodyLimit;
  return Math.min(Number(headers['content-length'] ?? 0) || 0, bodyLimit);
}
