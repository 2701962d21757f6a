import { randomNumbers } from '@doit/testing';
import { formOf } from './fuzz-forms';

/** A JSON Schema as openapi.json has it; only the words that the house uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  example?: unknown;
}
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}
export interface OpenApi {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}
interface OperationObject {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  requestBody?: { content: Partial<Record<'application/json' | 'multipart/form-data', { schema: Schema }>> };
}

/** Good values of a field, by its name: what the house knows, so that requests get further than the first check. */
export type Known = Record<string, readonly string[]>;
/** Bodies (or queries, of an operation without one) that are carried out as they are, by operation. */
export type Good = Record<string, readonly Record<string, unknown>[]>;

export interface FuzzRequest {
  operationId: string;
  /** The path as openapi.json writes it. */
  template: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** How much is wrong with a value. */
type Mood = 'valid' | 'boundary' | 'wrong';

function dice(seed: number) {
  const next = randomNumbers(seed);
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    chance: (share: number): boolean => next() < share,
    one: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}

const nasty = [
  ...['', ' ', '\u0000', '\ud800', 'ị'.repeat(300), '𝔘𝔫𝔦', "'; drop table event; --", '../../etc/passwd'],
  ...['%00', '{{7*7}}', '<script>', '__proto__', 'constructor', 'null', 'NaN', '-0', '1e400', '٣', '\u202e'],
  ...['2023-02-30', '9999-99', '2023-01/P99M', '0000', '2023-13', '99999999999999999999', 'x'.repeat(5000)],
] as const;
const oddJson = [null, true, -1, 0.1, 1e308, [], {}, [[]], { a: { b: 1 } }, '', 9007199254740993] as const;

/** An endless row of requests made from openapi.json: valid, at the limits, and wrong; the same for the same seed. */
export function* fuzzRequests(
  document: OpenApi,
  known: Known,
  good: Good,
  tokens: readonly string[],
  seed: number,
): Generator<FuzzRequest, never> {
  const drawn = dice(seed);
  const { below, chance, one } = drawn;
  const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method, operation })),
  );
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  const mood = (): Mood => (chance(0.75) ? 'valid' : chance(0.6) ? 'boundary' : 'wrong');

  function text(name: string, schema: Schema, how: Mood): string {
    const { minLength = 0, maxLength = 100, enum: choices, example, pattern } = schema;
    if (how === 'wrong') return one(nasty);
    if (choices) return how === 'valid' ? one(choices) : one(choices).toUpperCase();
    if (how === 'boundary')
      return 'x'.repeat(one([minLength, maxLength, maxLength + 1, Math.max(0, minLength - 1)]));
    if (schema.format === 'date-time') return `20${20 + below(10)}-0${1 + below(9)}-1${below(10)}T00:00:00Z`;
    const good = known[name];
    if (good) return one(good);
    if (schema.format === 'uuid') return `00000000-0000-7000-8000-00000000000${below(10)}`;
    if (schema.format === 'date') return `20${10 + below(20)}-0${1 + below(9)}-1${below(10)}`;
    if (schema.format === 'decimal' || pattern?.startsWith('^-?\\d'))
      return `${below(100_000)}.${below(100)}`;
    return typeof example === 'string' ? example : `t${below(1000)}`;
  }

  function value(name: string, given: Schema, how: Mood, depth = 0): unknown {
    const schema = resolve(given);
    if (how === 'wrong' && chance(0.5)) return one(oddJson);
    if (schema.anyOf) return value(name, one(schema.anyOf), how, depth);
    const type = Array.isArray(schema.type) ? one(schema.type) : schema.type;
    if (type === 'null') return null;
    if (type === 'boolean') return chance(0.5);
    if (type === 'integer' || type === 'number') {
      const { minimum = 0, maximum = 2_147_483_647 } = schema;
      if (how === 'valid') return minimum + below(Math.min(50, maximum - minimum + 1));
      return one([minimum, maximum, minimum - 1, maximum + 1, 0.5]);
    }
    if (type === 'array') {
      const { minItems = 0, maxItems = 10 } = schema;
      const many =
        how === 'valid' ? Math.max(minItems, 1 + below(3)) : one([0, 1, Math.min(maxItems + 1, 1001)]);
      return Array.from({ length: many }, () =>
        value(name, schema.items ?? {}, many > 10 ? 'valid' : mood(), depth + 1),
      );
    }
    if (type === 'object') return object(schema, depth);
    return text(name, schema, how);
  }

  function object({ properties = {}, required = [], additionalProperties }: Schema, depth: number): object {
    const made: [string, unknown][] = Object.entries(properties)
      .filter(([name]) => (required.includes(name) ? !chance(0.02) : chance(0.3)))
      .map(([name, schema]) => [name, value(name, schema, depth > 3 ? 'valid' : mood(), depth + 1)]);
    if (typeof additionalProperties === 'object' && chance(0.5))
      made.push(['sector', one(['C', '', 'x'.repeat(101)])]);
    if (chance(0.03)) made.push([one(['colour', '__proto__', 'constructor', 'ị', '']), one(oddJson)]);
    return Object.fromEntries(made);
  }

  function inUrl({ name, schema }: Parameter): string {
    const made = value(name, schema, mood());
    const plain = Array.isArray(made) ? made.join(',') : String(made);
    // Half a surrogate pair cannot be written in a URL.
    return chance(0.02)
      ? one(['%', '%E0%A4', '%zz', '%00'])
      : encodeURIComponent(plain.replaceAll('\ud800', '\ufffd'));
  }

  /** Mostly one that stands in the register asked for, or a likely step: known by the address before it. */
  function inPath(parameter: Parameter, template: string): string {
    const standing = known[template.slice(0, template.indexOf(`/{${parameter.name}}`))];
    return standing && chance(0.85) ? one(standing) : inUrl(parameter).replaceAll('%2F', '--');
  }

  function request({ template, method, operation }: (typeof operations)[number]): FuzzRequest {
    const { parameters, requestBody } = operation;
    const query = parameters.filter((one) => one.in === 'query' && chance(one.required ? 0.97 : 0.35));
    const understood = requestBody ? undefined : good[operation.operationId];
    const pairs =
      understood && chance(0.1)
        ? [new URLSearchParams(one(understood) as Record<string, string>).toString()]
        : query.map((parameter) => `${parameter.name}=${inUrl(parameter)}`);
    if (chance(0.03)) pairs.push(one(['colour=red', '&&', '=', 'limit=1&limit=2', 'a[b]=c', '%=1']));
    const path = parameters
      .filter((one) => one.in === 'path')
      .reduce(
        (made, parameter) => made.replace(`{${parameter.name}}`, inPath(parameter, template)),
        template,
      );
    const headers: Record<string, string> = { 'accept-language': one(['vi', 'en', '*', ';q=']) };
    const token = one(tokens);
    if (token !== '') headers['authorization'] = `Bearer ${token}`;
    const isVersioned = parameters.some(({ name }) => name.toLowerCase() === 'if-match');
    const versions = known[`If-Match ${template.slice(0, template.indexOf('/{'))}`] ?? ['"1"'];
    if (isVersioned && chance(0.85)) headers['if-match'] = one(versions);
    else if (chance(0.2)) headers['if-match'] = one(['"1"', '1', 'W/"1"', '*', '"x"', '"999999999"']);
    if (chance(0.2)) headers['if-none-match'] = one(['*', 'W/"a"', '"1"', ',,,']);
    if (chance(0.1)) headers['idempotency-key'] = one(['a', 'b', 'x'.repeat(256), '"q"']);
    if (chance(0.1)) headers['accept-encoding'] = one(['gzip', 'br', 'gzip;q=0', 'zstd, *', 'identity;q=0']);
    const made = {
      operationId: operation.operationId,
      template,
      method: method.toUpperCase(),
      path,
      headers,
    };
    if (pairs.length > 0) made.path += `?${pairs.join('&')}`;
    if (!requestBody && !chance(0.01)) return made;
    const form = requestBody?.content['multipart/form-data']?.schema;
    if (form) {
      const { body, type } = formFor(resolve(form));
      headers['content-type'] = type;
      return { ...made, body };
    }
    headers['content-type'] = chance(0.02) ? one(['text/plain', 'application/xml', '']) : 'application/json';
    const schema = requestBody?.content['application/json']?.schema ?? {};
    return { ...made, body: bodyFor(schema, good[operation.operationId] ?? []) };
  }

  /** A form with what the schema has, its file apart. */
  function formFor({ properties = {}, required = [] }: Schema): { body: Buffer; type: string } {
    const [file = ''] = Object.keys(properties).filter((name) => properties[name]?.format === 'binary');
    const { [file]: _file, ...others } = properties;
    const fields = object({ properties: others, required: required.filter((name) => name !== file) }, 3);
    return formOf(drawn, file, fields as Record<string, unknown>);
  }

  /** A good body, or one with another value somewhere. */
  function nearly(body: Record<string, unknown>, schema: Schema): object {
    if (chance(0.4)) return body;
    const { properties = {} } = resolve(schema);
    const [name, of] = one(Object.entries(properties));
    const rows = body[name];
    if (Array.isArray(rows) && typeof rows[0] === 'object' && chance(0.9))
      return {
        ...body,
        [name]: (rows as Record<string, unknown>[]).map((row) => nearly(row, of.items ?? {})),
      };
    return { ...body, [name]: value(name, of, chance(0.5) ? 'boundary' : mood()) };
  }

  function shuffled<T>(list: readonly T[]): T[] {
    const dealt = [...list];
    for (let n = dealt.length - 1; n > 0; n--) {
      const other = below(n + 1);
      [dealt[n], dealt[other]] = [dealt[other] as T, dealt[n] as T];
    }
    return dealt;
  }

  function bodyFor(schema: Schema, bodies: readonly Record<string, unknown>[]): string {
    if (chance(0.02))
      return one(['', '{', 'null', '[]', '"a"', '\u0000', '[['.repeat(5000), '{"a":1}{"b":2}', '\ufeff{}']);
    const fields =
      bodies.length > 0 && chance(0.6) ? nearly(one(bodies), schema) : object(resolve(schema), 0);
    const body = JSON.stringify(fields);
    return chance(0.01) ? body.slice(0, below(body.length)) : body;
  }

  // All operations equally often, each round in another order.
  for (;;) for (const dealt of shuffled(operations)) yield request(dealt);
}
