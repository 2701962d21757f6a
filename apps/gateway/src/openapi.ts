import {
  fieldsOf,
  house,
  LiveEvent,
  pathParameters,
  refToClass,
  schemaOfClass,
  schemaOfField,
  type Header,
  type Operation,
  type Schemas,
} from '@doit/contracts';
import { inCsv } from './downloads';
import { eventsOf } from './routes';
import { fileField } from './uploads';

const problemSchema = {
  type: 'object',
  description: 'RFC 9457; `type` is our error code, sentences are in the language asked for (vi, en)',
  properties: {
    type: { type: 'string', description: 'What is wrong: our code', example: 'cluster.not-found' },
    title: { type: 'string', description: 'The same as a sentence' },
    status: { type: 'integer', description: 'The HTTP status' },
    errors: {
      type: 'array',
      description: 'Each wrong place',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body, or `/` and a query key' },
          code: { type: 'string', description: 'What is wrong there: our code' },
          message: { type: 'string', description: 'The same as a sentence' },
        },
        required: ['pointer', 'code', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status'],
};

/** The OpenAPI document of the house, derived from the contracts; committed as openapi.json and compared by a test. */
export function openapi() {
  const schemas: Schemas = { Problem: problemSchema };
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of Object.values(house).flatMap(({ operations }) => operations)) {
    if (operation.method === null || operation.path === null) continue;
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, schemas) };
    if (operation.watched) paths[`${path}/events`] = { get: pushed(operation, schemas) };
  }
  paths['/v1/events'] = { get: liveEvents(schemas) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'DOIT',
      version: '1',
      description: "Platform of Viet Nam's provincial Departments of Industry and Trade. Decimals are text.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(house).map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const headerNames: Record<Exclude<Header, 'body'>, string> = {
  'if-match': 'If-Match',
  'idempotency-key': 'Idempotency-Key',
};

function describe(operation: Operation, schemas: Schemas): object {
  const inPath = pathParameters(operation.path ?? '');
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  const fields = [...fieldsOf(operation.input).values()];
  const inHeader = fields.filter(({ from }) => from);
  const inQuery = hasBody ? [] : fields.filter(({ name, from }) => !inPath.includes(name) && !from);
  const inBody = hasBody ? fields.filter(({ name, from }) => !inPath.includes(name) && !from) : [];
  const parameter = (place: 'path' | 'query' | 'header') => (field: (typeof fields)[number]) => {
    const { description, ...schema } = schemaOfField(field, schemas);
    return {
      name: field.from && field.from !== 'body' ? headerNames[field.from] : field.name,
      in: place,
      required: place === 'path' || !field.optional,
      description,
      schema,
      ...(field.many !== undefined && { style: 'form', explode: false }),
    };
  };
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.service],
    ...(operation.access !== 'public' && {
      security: [{ token: [] }],
      description: `Needs ${operation.access === 'signed-in' ? 'a token' : `the permission \`${operation.access}\``}.`,
    }),
    parameters: [
      ...fields.filter(({ name }) => inPath.includes(name)).map(parameter('path')),
      ...inQuery.map(parameter('query')),
      ...inHeader.map(parameter('header')),
    ],
    ...(inBody.length > 0 && {
      requestBody: {
        required: true,
        content: { [bodyType(operation)]: { schema: bodyOf(operation, inPath, schemas) } },
      },
    }),
    responses: {
      [operation.status]: { description: 'Done', content: contentOf(operation, schemas) },
      default: {
        description: operation.errors.length > 0 ? `Problem: ${operation.errors.join(', ')}` : 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** A form where a file is sent. */
const bodyType = (operation: Operation): string =>
  fileField(operation) === undefined ? 'application/json' : 'multipart/form-data';

/** The same operation as server-sent events, whose data are its answers. */
function pushed(operation: Operation, schemas: Schemas): object {
  const { responses, ...described } = describe(operation, schemas) as { responses: Record<string, object> };
  const until = operation.watched?.until.join(', ') ?? '';
  return {
    ...described,
    operationId: eventsOf(operation).name,
    summary: `${operation.summary}: pushed whenever it changed (server-sent events), until \`${operation.watched?.field}\` is one of ${until}`,
    responses: {
      ...responses,
      [operation.status]: {
        description: 'Each event’s data is the answer as it is',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
    },
  };
}

/** What has changed, as server-sent events: the edge's own, made of what reporting has learned. */
function liveEvents(schemas: Schemas): object {
  return {
    operationId: 'events',
    summary: 'What has changed, by its keys, as it is learned (server-sent events)',
    tags: ['reporting'],
    security: [{}, { token: [] }],
    description:
      'Told is what the caller may read: what is approved and public to everybody, what is submitted to readers of its territory. It closes when the token ends.',
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description:
          'Position after which to resume; where it is too old, an event `reset` tells to read anew. Without it what was learned in the last ten seconds is told, too',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: 'Each event’s data is one change',
        content: { 'text/event-stream': { schema: refToClass(LiveEvent, schemas) } },
      },
      default: {
        description: 'Problem: token.invalid, gateway.busy',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The input's own schema, without what stands in path and headers. */
function bodyOf({ input }: Operation, inPath: string[], schemas: Schemas): object {
  const elsewhere = [...fieldsOf(input).values()].filter(({ name, from }) => inPath.includes(name) || from);
  if (elsewhere.length === 0) return refToClass(input, schemas);
  schemas[input.name] ??= schemaOfClass(
    input,
    schemas,
    undefined,
    elsewhere.map(({ name }) => name),
  );
  return { $ref: `#/components/schemas/${input.name}` };
}

function contentOf(operation: Operation, schemas: Schemas): object {
  const { produces, output } = operation;
  if (produces !== 'application/json') return { [produces]: { schema: { type: 'string' } } };
  const asCsv = inCsv(operation);
  return {
    'application/json': { schema: refToClass(output, schemas) },
    ...(asCsv && contentOf(asCsv, schemas)),
  };
}
