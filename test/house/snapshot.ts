import { house, refToClass, type Class, type JsonSchema, type Schemas } from '@doit/contracts';

/** All that the house promises, as data; committed as libs/contracts/contracts.json. */
export interface Promises {
  operations: Record<string, PromisedOperation>;
  events: Record<string, { payload: JsonSchema }>;
  /** The classes that the others refer to, by name. */
  schemas: Schemas;
}

export interface PromisedOperation {
  route: string | null;
  access: string;
  status: number;
  produces: string;
  input: JsonSchema;
  output: JsonSchema;
  errors: readonly string[];
}

export function promises(): Promises {
  const schemas: Schemas = {};
  const ref = (type: Class): JsonSchema => refToClass(type, schemas, '#/schemas/');
  const all = Object.values(house);
  const operations = all.flatMap((service) =>
    service.operations.map(({ name, method, path, access, status, produces, input, output, errors }) => {
      const route = path === null ? null : `${method ?? ''} ${path}`;
      return [
        name,
        { route, access, status, produces, input: ref(input), output: ref(output), errors },
      ] as const;
    }),
  );
  const events = all.flatMap((service) =>
    service.events.map(({ type, payload }) => [type, { payload: ref(payload) }] as const),
  );
  return { operations: Object.fromEntries(operations), events: Object.fromEntries(events), schemas };
}
