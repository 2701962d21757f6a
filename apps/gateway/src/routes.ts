import { Controller, Delete, Get, Patch, Post, Put, Req, Res, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { house, pathParameters, type Operation } from '@doit/contracts';
import type { Asked } from '@doit/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Circuits } from './circuits';
import { inCsv, pagesAfter, sendAll } from './downloads';
import { names, Tagger } from './etags';
import { sendProblem } from './problems';
import { fileField, Refused, takeForm } from './uploads';
import { pushChanges } from './watching';

const methods = { GET: Get, POST: Post, PATCH: Patch, PUT: Put, DELETE: Delete };
type Handler = (this: Services, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

interface Services {
  readonly circuits: Circuits;
  readonly tagger: Tagger;
}

/** One Nest controller per resource, made from the contracts: guards, throttling and filters work as on any other. */
export function controllers(): Type[] {
  const resources = new Map<string, Operation[]>();
  for (const operation of Object.values(house).flatMap(({ operations }) => operations)) {
    if (operation.method === null) continue;
    const resource = `${operation.service}.${operation.resource}`;
    resources.set(resource, [...(resources.get(resource) ?? []), operation]);
  }
  return [...resources].map(([resource, operations]) => controllerOf(resource, operations));
}

function controllerOf(resource: string, operations: Operation[]): Type {
  class ResourceController {
    constructor(
      readonly circuits: Circuits,
      readonly tagger: Tagger,
    ) {}
  }
  Object.defineProperty(ResourceController, 'name', { value: `${resource}Controller` });
  Reflect.defineMetadata('design:paramtypes', [Circuits, Tagger], ResourceController);
  Controller()(ResourceController);
  for (const operation of operations) {
    addRoute(ResourceController.prototype, operation, forward(operation));
    if (operation.watched)
      addRoute(ResourceController.prototype, { ...operation, ...eventsOf(operation) }, watch(operation));
  }
  return ResourceController;
}

/** Name and address under which a watched operation is pushed. */
export const eventsOf = ({ name, path }: Operation) => ({ name: `${name}-events`, path: `${path}/events` });

function addRoute(prototype: object, operation: Operation, handler: Handler): void {
  if (operation.method === null || operation.path === null) return;
  const name = operation.name.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());
  // The method needs a real name: tools that look at controllers drop what has none.
  const value = Object.defineProperty(handler, 'name', { value: name });
  const descriptor = { value, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  methods[operation.method](fastifyPath(operation.path))(prototype, name, descriptor);
  // Hooks and guards find the operation in the route's configuration.
  RouteConfig({ operation })(prototype, name, descriptor);
  Req()(prototype, name, 0);
  Res()(prototype, name, 1);
}

const suffix = /(?<=\/:\w+)\.\w+$/;
/** Paths that end in a parameter before a suffix (`:period.html`), and their twins without one. */
const twins = new Set(
  Object.values(house)
    .flatMap(({ operations }) => operations.map(({ path }) => path ?? ''))
    .filter((path) => suffix.test(path))
    .flatMap((path) => [path, path.replace(suffix, '')]),
);

/** A parameter before a suffix must not eat the dot; neither must its twin without one. */
function fastifyPath(path: string): string {
  return twins.has(path) ? path.replace(/(\/:\w+)(\.\w+)?$/, '$1(^[^/.]+)$2') : path;
}

/** Passes the request on as bytes and the answer back as bytes; nothing here is parsed. */
function forward(operation: Operation): Handler {
  const plain = answering(operation);
  const asCsv = inCsv(operation);
  if (!asCsv) return plain;
  const csv = answering(asCsv);
  return function (request, reply) {
    return (wantsCsv(request.raw.url ?? '') ? csv : plain).call(this, request, reply);
  };
}

function wantsCsv(url: string): boolean {
  const [, query = ''] = url.split('?', 2);
  return query.includes('format') && new URLSearchParams(query).get('format') === 'csv';
}

/** What is asked of the service: the path's parameters and the query as one, the body untouched. */
function askedBy({ headers, raw, params, body, id }: FastifyRequest, parameters: readonly string[]): Asked {
  const found = params as Record<string, string>;
  const url = raw.url ?? '';
  const mark = url.indexOf('?');
  const query = parameters.map((name) => `${name}=${encodeURIComponent(found[name] ?? '')}`);
  if (mark >= 0) query.push(url.slice(mark + 1));
  return {
    query: query.join('&'),
    ...(body instanceof Buffer && { body }),
    token: headers.authorization?.slice('Bearer '.length),
    ifMatch: headers['if-match'],
    idempotencyKey: headers['idempotency-key'] as string | undefined,
    requestId: id,
    traceparent: headers['traceparent'] as string | undefined,
  };
}

/** Pushes what the operation answers for as long as it changes. */
function watch(operation: Operation): Handler {
  const parameters = pathParameters(operation.path ?? '');
  return async function (request, reply) {
    const asked = askedBy(request, parameters);
    const first = await this.circuits.ask(operation, asked);
    if (first.status >= 400) return sendProblem(reply, request.headers['accept-language'], first.data);
    await pushChanges(reply, this.circuits, { operation, asked, first });
  };
}

function answering(operation: Operation): Handler {
  const parameters = pathParameters(operation.path ?? '');
  const type = `${operation.produces}; charset=utf-8`;
  const takesFile = fileField(operation) !== undefined;
  return async function (request, reply) {
    const { headers, raw } = request;
    const asked = askedBy(request, parameters);
    if (takesFile) {
      try {
        // What stands in the address is asked, too: what is given twice the service refuses.
        asked.query = [asked.query, await takeForm(this.circuits, operation, request)]
          .filter(Boolean)
          .join('&');
      } catch (error) {
        // The rest of the file is not waited for.
        reply.header('connection', 'close');
        if (!(error instanceof Refused)) throw error;
        return sendProblem(reply, headers['accept-language'], error.reply.data);
      }
    }
    // A file is read once more by whoever keeps it, to know that it is whole.
    const answer = await this.circuits.ask(operation, takesFile ? { ...asked, patience: 60_000 } : asked);
    if (answer.status >= 400) return sendProblem(reply, headers['accept-language'], answer.data);
    if (operation.isPaged && answer.next !== undefined && !new URLSearchParams(asked.query).has('limit')) {
      await sendAll(
        reply,
        raw.method === 'HEAD' ? undefined : pagesAfter(this.circuits, operation, asked)(answer),
      );
      return;
    }
    const etag = answer.etag === undefined ? undefined : `"${answer.etag}"`;
    if (operation.method !== 'GET') {
      if (etag !== undefined) reply.header('etag', etag);
    } else {
      const tag = etag ?? this.tagger.tag(answer.data);
      reply
        .header('etag', tag)
        // Who may read more is answered more of the same version.
        .header('vary', 'authorization')
        .header('cache-control', headers.authorization ? 'private, no-cache' : 'no-cache');
      if (names(headers['if-none-match'], tag)) {
        await reply.code(304).send();
        return;
      }
    }
    const { buffer, byteOffset, byteLength } = answer.data;
    await reply
      .code(operation.status)
      .header('content-type', type)
      .send(Buffer.from(buffer, byteOffset, byteLength));
  };
}
