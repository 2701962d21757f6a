import { fieldsOf, type Class, type Field, type JsonSchema } from './field';

/** Named schemas collected while describing classes; `$ref`s point to them. */
export type Schemas = Record<string, JsonSchema>;

/** The JSON Schema of a contract class; the classes of its parts are added to `schemas` by name. */
export function schemaOfClass(
  type: Class,
  schemas: Schemas,
  refs = '#/components/schemas/',
  without: readonly string[] = [],
) {
  const fields = [...fieldsOf(type).values()].filter((field) => !without.includes(field.name));
  const properties = Object.fromEntries(
    fields.map((field) => [field.name, schemaOfField(field, schemas, refs)]),
  );
  const required = fields.filter((field) => !field.optional).map((field) => field.name);
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** Adds a class under its own name and answers a reference to it. Two classes of one name are a mistake. */
export function refToClass(
  type: Class,
  schemas: Schemas,
  refs = '#/components/schemas/',
  name = type.name,
): JsonSchema {
  if (!(name in schemas)) {
    schemas[name] = {}; // stands while its parts are described, so that a class may contain itself
    schemas[name] = schemaOfClass(type, schemas, refs);
  }
  return { $ref: `${refs}${name}` };
}

export function schemaOfField(field: Field, schemas: Schemas, refs?: string): JsonSchema {
  const one = field.part ? refToClass(field.part(), schemas, refs) : field.schema;
  const list =
    field.many === undefined
      ? one
      : { type: 'array', items: one, minItems: field.atLeast, maxItems: field.many };
  const value = field.nullable ? nullable(list) : list;
  const described = {
    description: field.words,
    ...(field.example !== undefined && { example: field.example }),
  };
  return { ...value, ...described };
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema['type'] !== 'string' || schema['enum']) return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema['type'], 'null'] };
}
