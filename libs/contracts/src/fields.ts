import { isISO8601, isUUID } from 'class-validator';
import { declareField, type Class, type FieldOf, type FieldOptions, type Kind, type Wrong } from './field';

/*
 * A field of a contract is one decorator: what it is, in words, and its limits. Each exists for one value and,
 * with `many`, for a list. A decorator on a property of another type does not compile.
 */
type Many = FieldOptions & { many: number };
type One = FieldOptions & { many?: undefined };

const wrong = (code: Wrong['code'], params?: Wrong['params']): Wrong =>
  params ? { code, params } : { code };
const asText = (text: string): unknown => text;

/** U+0000 and half a surrogate pair cannot be stored by PostgreSQL; refused here by name instead of failing there. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

function textKind(options: { min?: number; max?: number; pattern?: RegExp }): Kind {
  const { min = 1, max = 200, pattern } = options;
  return {
    schema: { type: 'string', minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    check(value) {
      if (typeof value !== 'string') return wrong('field.not-text');
      if (value.length > max) return wrong('field.too-long', { max });
      if (value.trim().length < min) return wrong('field.empty');
      if (!isStorable(value)) return wrong('field.not-text');
      return pattern && !pattern.test(value)
        ? wrong('field.pattern', { pattern: pattern.source })
        : undefined;
    },
    fromText: asText,
  };
}

type TextOptions = { min?: number; max?: number; pattern?: RegExp };
/** Text of 1 to `max` (200) characters. */
export function Text(words: string, options: TextOptions & Many): FieldOf<string[]>;
export function Text(words: string, options?: TextOptions & One): FieldOf<string>;
export function Text(words: string, options: TextOptions & FieldOptions = {}): FieldOf<never> {
  return declareField(words, textKind(options), options);
}

/** A UUID that this platform gave. */
export function Id(words: string, options: Many): FieldOf<string[]>;
export function Id(words: string, options?: One): FieldOf<string>;
export function Id(words: string, options: FieldOptions = {}): FieldOf<never> {
  const kind: Kind = {
    schema: { type: 'string', format: 'uuid' },
    check: (value) => (isUUID(value) ? undefined : wrong('field.not-an-id')),
    fromText: asText,
  };
  return declareField(words, kind, options);
}

type WholeOptions = { min?: number; max?: number };
/** A whole number between `min` (0) and `max` (2^31 − 1). */
export function Whole(words: string, options: WholeOptions & Many): FieldOf<number[]>;
export function Whole(words: string, options?: WholeOptions & One): FieldOf<number>;
export function Whole(words: string, options: WholeOptions & FieldOptions = {}): FieldOf<never> {
  return declareField(words, wholeKind(options), options);
}

function wholeKind({ min = 0, max = 2_147_483_647 }: WholeOptions): Kind {
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    check(value) {
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrong('field.not-whole');
      return value < min || value > max ? wrong('field.out-of-range', { min, max }) : undefined;
    },
    fromText: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  };
}

/** The version a change is based on, sent as `If-Match` (the ETag that was read). */
export function IfMatch(): FieldOf<number> {
  const words = 'Version the change is based on: the ETag that was read';
  return declareField(words, wholeKind({ min: 1 }), {}, { from: 'if-match' });
}

/** A writing request's own name, given by who sends it, with the SHA-256 of what it asks. */
export interface IdempotencyKey {
  readonly name: string;
  readonly content: string;
}

/** Sent as `Idempotency-Key`: the same request sent again within 24 hours is carried out once. */
export function Once(): FieldOf<IdempotencyKey> {
  const name = textKind({ max: 255, pattern: /^[!-~]([ -~]*[!-~])?$/ });
  const kind: Kind = {
    schema: name.schema,
    check: (value) => name.check((value as Partial<IdempotencyKey> | undefined)?.name),
    fromText: asText,
  };
  const words = 'Of your choice: the same request sent again within 24 hours is carried out once';
  return declareField(words, kind, { optional: true }, { from: 'idempotency-key' });
}

/** An exact decimal as text (`"892.3"`), up to 18 digits and `places` decimals; JSON numbers of ≤ 15 digits are read too. */
export function Decimal(words: string, options: { places: number; min?: number } & Many): FieldOf<string[]>;
export function Decimal(words: string, options: { places: number; min?: number } & One): FieldOf<string>;
export function Decimal(
  words: string,
  options: { places: number; min?: number } & FieldOptions,
): FieldOf<never> {
  return declareField(words, decimalKind(options.places, options.min), options);
}

/** The kind of an exact decimal: text, or a JSON number of at most 15 significant digits (more would have lost some). */
export function decimalKind(places: number, min?: number): Kind {
  const written = (sign: string): RegExp => new RegExp(`^${sign}\\d{1,18}(\\.\\d{1,${places}})?$`);
  const pattern = written('-?');
  return {
    // A schema's `minimum` says nothing of text; a lowest value of 0 shows in the pattern.
    schema: { type: 'string', format: 'decimal', pattern: (min === 0 ? written('') : pattern).source },
    check(value) {
      if (typeof value !== 'string' || !pattern.test(value)) return wrong('field.not-decimal', { places });
      return min !== undefined && Number(value) < min ? wrong('field.too-small', { min }) : undefined;
    },
    fromText: asText,
    canonical(value) {
      // Zeros before a number say nothing, and no decimal of the house is written with them.
      if (typeof value === 'string') return value.replace(/^(-?)0+(?=\d)/, '$1');
      if (typeof value !== 'number' || !Number.isFinite(value)) return value;
      const text = String(value);
      return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15 ? text : value;
    },
  };
}

/** The body of a request as it is, no JSON; asked inside the house only. */
export function Bytes(words: string): FieldOf<Uint8Array> {
  const kind: Kind = {
    schema: { type: 'string', format: 'binary' },
    check: (value) => (value instanceof Uint8Array && value.length > 0 ? undefined : wrong('field.empty')),
    fromText: asText,
  };
  return declareField(words, kind, {}, { from: 'body' });
}

/**
 * A file of a form (multipart/form-data). The gateway hands it to the service's `documents`, piece by piece, and the service is
 * told under which id it has it.
 */
export function Upload(words: string): FieldOf<string> {
  const kind: Kind = {
    schema: { type: 'string', format: 'binary' },
    check: (value) => (isUUID(value) ? undefined : wrong('field.not-an-id')),
    fromText: asText,
  };
  return declareField(words, kind);
}

/** Yes or no. */
export function Flag(words: string, options: One = {}): FieldOf<boolean> {
  const kind: Kind = {
    schema: { type: 'boolean' },
    check: (value) => (typeof value === 'boolean' ? undefined : wrong('field.not-a-flag')),
    fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  };
  return declareField(words, kind, options);
}

const isDay = (value: unknown): boolean =>
  // Year 0 is in ISO 8601, but neither in the calendar nor in PostgreSQL's dates.
  typeof value === 'string' &&
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value) &&
  isISO8601(value, { strict: true });

/** A date, `2023-06-07`. */
export function Day(words: string, options: One = {}): FieldOf<string> {
  const kind: Kind = {
    schema: { type: 'string', format: 'date' },
    check: (value) => (isDay(value) ? undefined : wrong('field.not-a-day')),
    fromText: asText,
  };
  return declareField(words, kind, options);
}

/** A date, or a month (its last day is meant): `2023-06-07`, `2022-12`. */
export function DayOrMonth(words: string, options: One = {}): FieldOf<string> {
  const month = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;
  const kind: Kind = {
    schema: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?$' },
    check: (value) =>
      (typeof value === 'string' && month.test(value)) || isDay(value) ? undefined : wrong('field.not-a-day'),
    fromText: asText,
  };
  return declareField(words, kind, options);
}

/** An instant with zone, ISO 8601. */
export function Instant(words: string, options: One = {}): FieldOf<string> {
  const kind: Kind = {
    schema: { type: 'string', format: 'date-time' },
    check: (value) =>
      typeof value === 'string' && /[Zz]|[+-]\d{2}:?\d{2}$/.test(value) && isISO8601(value, { strict: true })
        ? undefined
        : wrong('field.not-an-instant'),
    fromText: asText,
  };
  return declareField(words, kind, options);
}

/** One of the words listed. */
export function OneOf<const T extends string>(words: string, list: readonly T[], options: Many): FieldOf<T[]>;
export function OneOf<const T extends string>(words: string, list: readonly T[], options?: One): FieldOf<T>;
export function OneOf(words: string, list: readonly string[], options: FieldOptions = {}): FieldOf<never> {
  const kind: Kind = {
    schema: { type: 'string', enum: list },
    check: (value) =>
      typeof value === 'string' && list.includes(value)
        ? undefined
        : wrong('field.not-one-of', { list: list.join(', ') }),
    fromText: asText,
  };
  return declareField(words, kind, options);
}

const labelName = /^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/;

/** Names with a text value each, `{"stage": "detailed-plan"}`; at most 10. */
export function Labels(words: string, options: One = {}): FieldOf<Record<string, string>> {
  const kind: Kind = {
    schema: {
      type: 'object',
      propertyNames: { pattern: labelName.source },
      additionalProperties: { type: 'string', minLength: 1, maxLength: 100 },
      maxProperties: 10,
    },
    check(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return wrong('field.not-labels');
      const entries = Object.entries(value);
      const fit = ([name, text]: [string, unknown]) =>
        labelName.test(name) &&
        typeof text === 'string' &&
        text.length > 0 &&
        text.length <= 100 &&
        isStorable(text);
      return entries.length > 10 || !entries.every(fit) ? wrong('field.not-labels') : undefined;
    },
    fromText: asText,
  };
  return declareField(words, kind, options);
}

/** An object of its own class; with `rows`, a long list whose rows are checked by their fields alone (1,000 in milliseconds). */
export function Part<T extends object>(
  words: string,
  part: () => Class<T>,
  options: Many & { rows?: boolean },
): FieldOf<T[]>;
export function Part<T extends object>(words: string, part: () => Class<T>, options?: One): FieldOf<T>;
export function Part(
  words: string,
  part: () => Class,
  options: FieldOptions & { rows?: boolean } = {},
): FieldOf<never> {
  const kind: Kind = {
    schema: {},
    check: (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? undefined
        : wrong('field.not-an-object'),
    fromText: asText,
  };
  return declareField(words, kind, options, { part, rows: options.rows ?? false });
}

/** Any JSON value, described by the schema given: for answers whose shape follows from data (GeoJSON, lists of rules). */
export function Free(words: string, schema: object = {}, options: One = {}): FieldOf<unknown> {
  return declareField(words, { schema: { ...schema }, check: () => undefined, fromText: asText }, options);
}
