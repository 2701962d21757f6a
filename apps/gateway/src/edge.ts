import compress from '@fastify/compress';
import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Asker, Tokens } from '@doit/rpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { logAccess } from './access-log';
import { admission, operationOf, sizeOfBody } from './admission';
import { Circuits } from './circuits';
import { longestPart, noConsole, serveAssets, type ConsoleSettings } from './console.controller';
import { clientError } from './client-errors';
import { Tagger } from './etags';
import { GatewayModule } from './gateway.module';
import { data, headers, requestId } from './headers';
import { limitsFrom, type Limits } from './limits';
import { LiveEvents } from './live-events';
import { openapi } from './openapi';
import { bodyLimit, problemOf, sendProblem } from './problems';
import { rates } from './rates';
import { fileField } from './uploads';

const second = 1000;

/** The HTTP edge, not yet listening. Bodies stay bytes: they are read where they are understood. */
export async function edge(
  asker: Asker,
  tokens: Tokens,
  limits: Limits = limitsFrom({ ACCESS_LOG: 'off' }),
  console: ConsoleSettings = noConsole,
): Promise<NestFastifyApplication> {
  const log = new Logger('edge');
  let refused = (_status: number): void => undefined;
  const adapter = adapterWith(limits, (status) => refused(status));
  const fastify = adapter.getInstance();
  const circuits = new Circuits(asker, (line) => log.warn(line));
  const liveEvents = new LiveEvents(circuits);
  headers(fastify, console.issuer);
  const access = limits.accessLog ? logAccess(fastify) : undefined;
  if (access) refused = access.refused;
  // Before whatever refuses: a page must be able to read why.
  await origins(fastify, limits);
  inTime(fastify, limits, (status) => refused(status));
  const countAccount = await rates(fastify, limits);
  await admission(fastify, { circuits, tokens, limits });
  await compression(fastify, limits);
  await serveAssets(fastify, console);
  // What is watched has no end of its own, and the server waits for every answer.
  fastify.addHook('preClose', () => liveEvents.close());
  fastify.addHook('onClose', () => {
    circuits.close();
    access?.flush();
  });
  const parts = { asker, tokens, circuits, liveEvents, tagger: await Tagger.create(), countAccount, console };
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(parts), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'], prefix: 'gateway' }),
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // A form with a file is read by who asked for one (uploads.ts); elsewhere it is no body that anybody reads.
  fastify.addContentTypeParser('multipart/form-data', (request, _payload, done) => {
    const operation = operationOf(request);
    if (operation && fileField(operation) !== undefined) done(null);
    else done(Object.assign(new Error('a form'), { statusCode: 415 }));
  });
  SwaggerModule.setup('docs', app, openapi() as unknown as OpenAPIObject, { customSiteTitle: 'DOIT' });
  return app;
}

/** Who sends its headers or its body byte by byte, or reads its answer so, is cut off. */
function adapterWith(limits: Limits, refused: (status: number) => void): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit,
    logger: false,
    routerOptions: { maxParamLength: longestPart },
    genReqId: requestId,
    requestIdHeader: false,
    trustProxy: limits.trustedProxies.length > 0 && [...limits.trustedProxies],
    // A file may come slowly; all others are held to less by `inTime`.
    requestTimeout: Math.max(limits.uploadTimeout, limits.requestTimeout) * second,
    connectionTimeout: limits.idleTimeout * second,
    http: {
      headersTimeout: limits.headersTimeout * second,
      connectionsCheckingInterval: second,
      maxHeaderSize: 16 * 1024,
    },
    clientErrorHandler: (error: Error, socket: Socket) => clientError(error, socket, refused),
    // An address that cannot be decoded, or a part of it too long: found before there is a route whose filter could say it.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(data).header('x-request-id', request.id);
      void sendProblem(reply, request.headers['accept-language'], problemOf(error).onTheWire());
    },
  });
  adapter.getInstance().server.maxConnections = limits.connections;
  return adapter;
}

/** Whoever sends a body that does not end is told so, and cut off. */
function inTime(fastify: FastifyInstance, limits: Limits, refused: (status: number) => void): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const operation = operationOf(request);
    const takesFile = operation !== undefined && fileField(operation) !== undefined;
    if (sizeOfBody(request) > 0 && !takesFile) {
      const late = Object.assign(new Error('a body that does not end'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      const timer = setTimeout(() => {
        if (!request.raw.complete) clientError(late, request.raw.socket, refused);
      }, limits.requestTimeout * second);
      request.raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

/** Only answers of the contracts' routes, which are whole: what is sent piece by piece must leave as it comes. */
async function compression(fastify: FastifyInstance, { compressAbove }: Limits): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    if ((route.config as { operation?: unknown } | undefined)?.operation)
      route.compress = route.url.endsWith('/events') ? false : {};
  });
  await fastify.register(compress, {
    global: false,
    threshold: compressAbove,
    encodings: ['br', 'gzip', 'identity'],
    globalDecompression: false,
  });
}

async function origins(fastify: FastifyInstance, { corsOrigins }: Limits): Promise<void> {
  if (corsOrigins.length === 0) return;
  await fastify.register(cors, {
    origin: [...corsOrigins],
    methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'if-match',
      'if-none-match',
      'idempotency-key',
      'last-event-id',
      'x-request-id',
    ],
    exposedHeaders: [
      'etag',
      'retry-after',
      'x-request-id',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
    ],
    maxAge: 600,
  });
}
