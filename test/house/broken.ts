import type { JsonSchema } from '@doit/contracts';
import type { PromisedOperation, Promises } from './snapshot';

/** What was promised and is not any more, one sentence each; empty where promises only grew. */
export function broken(old: Promises, now: Promises): string[] {
  const sentences: string[] = [];
  const compare = (what: string, side: Side, before: JsonSchema, after: JsonSchema): void => {
    const walk = { what, side, old, now, sentences, seen: new Set<string>() };
    compareSchemas(walk, '', before, after);
  };
  for (const [name, before] of Object.entries(old.operations)) {
    const after = now.operations[name];
    if (!after) {
      sentences.push(`${name} is gone`);
      continue;
    }
    sentences.push(...brokenOutside(name, before, after));
    compare(`input of ${name}`, 'input', before.input, after.input);
    compare(`output of ${name}`, 'output', before.output, after.output);
  }
  for (const [type, before] of Object.entries(old.events)) {
    const after = now.events[type];
    if (after) compare(`payload of ${type}`, 'output', before.payload, after.payload);
    else sentences.push(`${type} is gone`);
  }
  return sentences;
}

function brokenOutside(name: string, old: PromisedOperation, now: PromisedOperation): string[] {
  const changed = (['route', 'status', 'produces'] as const)
    .filter((part) => old[part] !== now[part])
    .map((part) => `${name} has another ${part}: ${now[part] ?? 'none'}`);
  const openness = ['public', 'signed-in'];
  const [before, after] = [openness.indexOf(old.access), openness.indexOf(now.access)];
  // Every permission is less open than both, and another permission is another door.
  const isRaised = old.access !== now.access && (after === -1 || (before !== -1 && after > before));
  return isRaised ? [...changed, `${name} asks for more: ${now.access}`] : changed;
}

/** What callers send may only be asked for less; what they are given may only become more. */
type Side = 'input' | 'output';
interface Walk {
  what: string;
  side: Side;
  old: Promises;
  now: Promises;
  sentences: string[];
  /** Pairs of classes met on the way, for a class may contain itself. */
  seen: Set<string>;
}

function compareSchemas(walk: Walk, at: string, before: JsonSchema, after: JsonSchema): void {
  const pair = `${String(before['$ref'])} ${String(after['$ref'])}`;
  if (before['$ref'] !== undefined) {
    if (walk.seen.has(pair)) return;
    walk.seen.add(pair);
  }
  const [old, now] = [flat(before, walk.old), flat(after, walk.now)];
  const say = (what: string): void => void walk.sentences.push(`${walk.what}: ${at || 'it'} ${what}`);
  const [given, taken] = walk.side === 'input' ? [old.types, now.types] : [now.types, old.types];
  const beyond = taken.length === 0 ? [] : given.filter((type) => !taken.includes(type));
  if (given.length === 0 && taken.length > 0) beyond.push('anything');
  for (const type of beyond)
    say(walk.side === 'input' ? `may not be ${type} any more` : `may be ${type} now`);
  if (walk.side === 'input') narrowedLimits(old.schema, now.schema).forEach(say);
  else if (old.schema['format'] !== now.schema['format']) say('has another format');
  compareFields(walk, at, old.schema, now.schema);
  for (const inner of ['items', 'additionalProperties'] as const)
    if (isSchema(old.schema[inner]) && isSchema(now.schema[inner]))
      compareSchemas(walk, `${at}/*`, old.schema[inner], now.schema[inner]);
}

function compareFields(walk: Walk, at: string, old: JsonSchema, now: JsonSchema): void {
  const say = (name: string, what: string): void =>
    void walk.sentences.push(`${walk.what}: ${at}/${name} ${what}`);
  const [before, after] = [fieldsOf(old), fieldsOf(now)];
  const [needed, needs] = [(old['required'] ?? []) as string[], (now['required'] ?? []) as string[]];
  for (const [name, schema] of Object.entries(before)) {
    const left = after[name];
    if (left) compareSchemas(walk, `${at}/${name}`, schema, left);
    else say(name, 'is gone');
  }
  if (walk.side === 'input')
    for (const name of needs) if (!needed.includes(name)) say(name, 'is required now');
  if (walk.side === 'output')
    for (const name of needed) if (name in after && !needs.includes(name)) say(name, 'may be left out now');
}

function narrowedLimits(old: JsonSchema, now: JsonSchema): string[] {
  const words = old['enum'] as string[] | undefined;
  const kept = now['enum'] as string[] | undefined;
  const lost = kept && (words ? words.filter((word) => !kept.includes(word)) : ['any other word']);
  const number = (schema: JsonSchema, limit: string, none: number): number =>
    (schema[limit] as number | undefined) ?? none;
  return [
    ...(lost ?? []).map((word) => `may not be ${word}`),
    ...['maxLength', 'maximum', 'maxItems', 'maxProperties']
      .filter((limit) => number(now, limit, Infinity) < number(old, limit, Infinity))
      .map((limit) => `has a lower ${limit}`),
    ...['minLength', 'minimum', 'minItems']
      .filter((limit) => number(now, limit, -Infinity) > number(old, limit, -Infinity))
      .map((limit) => `has a higher ${limit}`),
    ...['pattern', 'format']
      .filter((form) => now[form] !== undefined && now[form] !== old[form])
      .map((form) => `has another ${form}`),
  ];
}

/** A schema with its reference followed, and the types of JSON it allows (none: any). */
function flat(schema: JsonSchema, from: Promises): { schema: JsonSchema; types: string[] } {
  const ref = schema['$ref'] as string | undefined;
  if (ref !== undefined) return flat(from.schemas[ref.slice('#/schemas/'.length)] ?? {}, from);
  const either = schema['anyOf'] as JsonSchema[] | undefined;
  if (!either) return { schema, types: [schema['type'] ?? []].flat() as string[] };
  const [value = {}] = either.filter(({ type }) => type !== 'null');
  const inner = flat(value, from);
  return { schema: inner.schema, types: inner.types.length > 0 ? [...inner.types, 'null'] : [] };
}

const fieldsOf = (schema: JsonSchema) => (schema['properties'] ?? {}) as Record<string, JsonSchema>;
const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null;
