import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

/** A class whose fields are declared with the decorators of `fields.ts`. */
export type Class<T extends object = object> = new () => T;
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is wrong with one value: a code of `problems.ts` and what its sentence needs. */
export interface Wrong {
  readonly code: `field.${string}`;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Which element of a list is meant; without it the whole value. */
  readonly at?: number;
}

/** What a field holds: its JSON Schema, the check of one value, and how it is read from URL text. */
export interface Kind {
  readonly schema: JsonSchema;
  check(value: unknown): Wrong | undefined;
  /** URL text to value; text that does not fit is returned as it is, so that `check` names it. */
  fromText(text: string): unknown;
  /** A value of JSON in its canonical form (a decimal given as a number becomes text). */
  canonical?(value: unknown): unknown;
}

export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  /** A list of at most this many, and of at least `atLeast` (0). */
  many?: number;
  atLeast?: number;
  example?: unknown;
}

/** The headers that carry part of an operation's input; `body`: the bytes of the body as they are. */
export type Header = 'if-match' | 'idempotency-key' | 'body';

export interface Field extends Kind {
  readonly name: string;
  /** What it is, in words: the public documentation. */
  readonly words: string;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly many: number | undefined;
  readonly atLeast: number;
  readonly example: unknown;
  /** The class of a part (an object of its own), and whether its rows are checked by their fields alone, without class-validator, for speed. */
  readonly part: (() => Class) | undefined;
  readonly rows: boolean;
  /** Sent as this HTTP header (or as the whole body), not in the query or a JSON body. */
  readonly from: Header | undefined;
}

/** A property decorator that fits only properties of type T (optional and nullable ones included). */
export type FieldOf<T> = <K extends string, C extends Partial<Record<K, T | null>>>(
  target: C,
  key: K,
) => void;

const declared = new WeakMap<object, Map<string, Field>>();

const gathered = new WeakMap<Class, ReadonlyMap<string, Field>>();

/** The fields of a contract class in order of declaration, inherited ones first. */
export function fieldsOf(type: Class): ReadonlyMap<string, Field> {
  const known = gathered.get(type);
  if (known) return known;
  const parent = Object.getPrototypeOf(type) as Class | null;
  const inherited = parent?.prototype === undefined ? [] : fieldsOf(parent);
  const fields = new Map([...inherited, ...(declared.get(type.prototype as object) ?? [])]);
  gathered.set(type, fields);
  return fields;
}

/** Checks one value of a field, lists included; parts are checked by their own fields. */
export function checkField(field: Field, value: unknown): Wrong | undefined {
  if (field.many === undefined) return field.check(value);
  if (!Array.isArray(value)) return { code: 'field.not-a-list' };
  if (value.length < field.atLeast) return { code: 'field.too-few', params: { min: field.atLeast } };
  if (value.length > field.many) return { code: 'field.too-many', params: { max: field.many } };
  for (const [at, one] of (value as unknown[]).entries()) {
    const wrong = field.check(one);
    if (wrong) return { ...wrong, at };
  }
  return undefined;
}

/** Whether a value may be left out or null for this field. */
export function isAbsent(field: Field, value: unknown): boolean {
  return (value === undefined && field.optional) || (value === null && field.nullable);
}

interface Extra {
  part?: () => Class;
  rows?: boolean;
  from?: Header;
}

/**
 * Declares a field: kept for the schema, the reading of URL text and the fast row check, and handed to
 * class-validator as one constraint. ValidateIf, not IsOptional: the latter would let null through.
 */
export function declareField(words: string, kind: Kind, options: FieldOptions = {}, extra: Extra = {}) {
  return (target: object, key: string): void => {
    const field: Field = {
      schema: kind.schema,
      check: kind.check.bind(kind),
      fromText: kind.fromText.bind(kind),
      ...(kind.canonical && { canonical: kind.canonical.bind(kind) }),
      name: key,
      words,
      optional: options.optional ?? false,
      nullable: options.nullable ?? false,
      many: options.many,
      atLeast: options.atLeast ?? 0,
      example: options.example,
      part: extra.part,
      rows: extra.rows ?? false,
      from: extra.from,
    };
    const fields = declared.get(target) ?? new Map<string, Field>();
    declared.set(target, fields.set(key, field));
    ValidateIf((_, value: unknown) => !isAbsent(field, value))(target, key);
    ValidateBy({ name: 'field', validator: { validate: (value) => !checkField(field, value) } })(target, key);
    if (field.part && !field.rows) ValidateNested()(target, key);
  };
}
