import type { Class } from './field';
import type { ProblemCode } from './problem-list';
import type { Service } from './services';

/** What a token must allow; `public` needs none, `signed-in` any valid one. */
export type Permission =
  `${Service}:${'read' | 'write' | 'approve' | 'audit'}` | `platform:${'read' | 'admin'}`;
export type Access = 'public' | 'signed-in' | Permission;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

interface Draft<I extends object, O extends object> {
  /** `POST /clusters/:id/establish`, below `/v1/<service>` unless it begins with `/v1/`; null: asked inside the house only. */
  route: `${Method} /${string}` | null;
  summary: string;
  access: Access;
  input: Class<I>;
  output: Class<O>;
  errors?: readonly ProblemCode[];
  /** 201 for a POST that creates, 202 for one that only begins; default 201 for POST, 200 otherwise. */
  status?: 200 | 201 | 202;
  /** The answer's media type where it is not JSON (the output class then has one text field, `body`). */
  produces?: 'text/html' | 'text/csv' | 'text/calendar';
  /** A CSV that is asked page by page with `limit`, and comes whole, page after page, where no `limit` is asked. */
  isPaged?: boolean;
  /** A GET that is also pushed (`…/events`, server-sent) whenever it changed, until this field has one of these values. */
  watched?: Watched;
}

/** Until when a thing is worth watching. */
export interface Watched {
  readonly field: string;
  readonly until: readonly string[];
}

/** One promise of a service: everything else about it (route, subject, schema, handler's type) is derived from here. */
export interface Operation<I extends object = object, O extends object = object> {
  /** `industry.clusters.establish` */
  readonly name: string;
  readonly service: Service;
  readonly resource: string;
  readonly method: Method | null;
  /** `/v1/industry/clusters/:id/establish` */
  readonly path: string | null;
  readonly summary: string;
  readonly access: Access;
  readonly input: Class<I>;
  readonly output: Class<O>;
  readonly errors: readonly ProblemCode[];
  readonly status: 200 | 201 | 202;
  readonly produces: 'application/json' | 'text/html' | 'text/csv' | 'text/calendar';
  readonly isPaged: boolean;
  readonly watched: Watched | undefined;
}

declare const drafted: unique symbol;
/** An operation before `contract` has given it its name and service. */
export type OperationDraft<I extends object, O extends object> = Draft<I, O> & { [drafted]?: true };

/** Declares one operation of a contract. */
export function operation<I extends object, O extends object>(draft: Draft<I, O>): OperationDraft<I, O> {
  return draft;
}

type Drafts = Record<string, Record<string, OperationDraft<object, object>>>;
type Named<T> = {
  [R in keyof T]: {
    [V in keyof T[R]]: T[R][V] extends OperationDraft<infer I, infer O> ? Operation<I, O> : never;
  };
};

/** The contract of a service: `{resource: {verb: operation}}`, named `service.resource.verb`. */
export function contract<T extends { [R in keyof T]: { [V in keyof T[R]]: object } }>(
  service: Service,
  resources: T,
): Named<T> {
  const named: Record<string, Record<string, Operation>> = {};
  for (const [resource, verbs] of Object.entries(resources as Drafts)) {
    const kebab = resource.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    named[resource] = Object.fromEntries(
      Object.entries(verbs).map(([verb, draft]) => [verb, name(service, kebab, verb, draft)]),
    );
  }
  return named as unknown as Named<T>;
}

function name<I extends object, O extends object>(
  service: Service,
  resource: string,
  verb: string,
  draft: OperationDraft<I, O>,
): Operation<I, O> {
  const [method, path] = draft.route === null ? [null, null] : (draft.route.split(' ') as [Method, string]);
  return {
    name: `${service}.${resource}.${verb}`,
    service,
    resource,
    method,
    path: path === null ? null : path.startsWith('/v1/') ? path : `/v1/${service}${path}`,
    summary: draft.summary,
    access: draft.access,
    input: draft.input,
    output: draft.output,
    errors: [...new Set(draft.errors)],
    status: draft.status ?? (method === 'POST' ? 201 : 200),
    produces: draft.produces ?? 'application/json',
    isPaged: draft.isPaged ?? false,
    watched: draft.watched,
  };
}

/** All operations of a contract, in order of declaration. */
export function operationsOf(contracted: Record<string, Record<string, Operation>>): Operation[] {
  return Object.values(contracted).flatMap((verbs) => Object.values(verbs));
}

/** The names of the path parameters of an operation. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
}
