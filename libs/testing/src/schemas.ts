import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { schemaOfClass, type Class, type Schemas } from '@doit/contracts';

// Not strict: `example` and `format: decimal` are OpenAPI's words.
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, formats: { decimal: true } }));
const compiled = new Map<Class, ValidateFunction>();

/** What a value lacks to be what a contract class promises, by place; empty where it fits. */
export function schemaFaults(type: Class, value: unknown): string[] {
  const valid = compiled.get(type) ?? compile(type);
  return valid(value)
    ? []
    : (valid.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

function compile(type: Class): ValidateFunction {
  const schemas: Schemas = {};
  const schema = schemaOfClass(type, schemas);
  const valid = ajv.compile({ ...schema, components: { schemas } });
  compiled.set(type, valid);
  return valid;
}
