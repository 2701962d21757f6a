import { declareField, fieldsOf, type Class, type Field } from './field';
import { Day, Free, Id, Instant, Part, Text, Whole, type IdempotencyKey } from './fields';
import type { BothLanguages } from './problem-list';

/** What every entry of a register has; the fields of its own noun extend this. */
export abstract class RegisterFields {
  @Text('Code given by the department, unique in its territory', { max: 40 }) code: string;
  @Text('Name', { max: 200 }) name: string;
  @Text('Territory', { max: 60 }) territory: string;
  @Text('Commune', { max: 100, nullable: true }) commune: string | null;
}

/** An entry as it stands: its fields, and what the register itself writes. */
export type Entry<F extends RegisterFields = RegisterFields, S extends string = string> = {
  [K in keyof F]: F[K];
} & {
  id: string;
  state: S;
  stateOn: string | null;
  version: number;
  recordedAt: string;
  changedAt: string;
};

/** An entry as it is entered: what may be unknown may be left out. */
export type Entered<F extends RegisterFields = RegisterFields, S extends string = string> = {
  [K in keyof F as null extends F[K] ? never : K]: F[K];
} & { [K in keyof F as null extends F[K] ? K : never]?: F[K] } & {
  state?: S;
  stateOn?: string | null;
  idempotencyKey?: IdempotencyKey;
};

/** Entries that are entered together. */
export interface EnteredMany<F extends RegisterFields = RegisterFields, S extends string = string> {
  items: Entered<F, S>[];
  idempotencyKey?: IdempotencyKey;
}

export class CreatedEntry {
  @Id('The entry') id: string;
  @Text('Its code', { max: 40 }) code: string;
}
export class CreatedMany {
  @Part('In the order sent', () => CreatedEntry, { many: 500 }) items: CreatedEntry[];
}

/** Fields that were wrong or became known; the code and the territory stay. */
export type Changed<F extends RegisterFields = RegisterFields, S extends string = string> = Partial<
  Omit<F, 'code' | 'territory'>
> & { id: string; version: number; state?: S; stateOn?: string; reason?: string };

/** A step in the life of an entry. */
export interface Stepped<T extends string = string, F extends RegisterFields = RegisterFields> {
  id: string;
  version: number;
  step: T;
  on: string;
  document?: string;
  reason?: string;
  known?: Known<F>;
}

/** Fields that a step makes known. */
export type Known<F extends RegisterFields = RegisterFields> = Partial<Omit<F, 'code' | 'territory'>>;

/** Which entries are meant; the register's own filters besides. */
export interface Narrowing {
  territory?: string[];
  q?: string;
  state?: string[];
}

/** A list of entries. */
export interface Listed extends Narrowing {
  sort?: string;
  /** The edge asks for the CSV itself where it is wanted. */
  format?: 'json' | 'csv';
  limit?: number;
  after?: string;
}

/** A rule of law that a step met and that does not refuse it. */
export class RuleMet {
  @Text('Code of the rule', { max: 60 }) code: string;
  @Free('In words, vi and en', { type: 'object' }) message: BothLanguages;
  @Free('The text of law, vi and en', { type: 'object' }) legalSource: BothLanguages;
  @Day('In force since') validFrom: string;
  @Text('Who approved that it is not followed here; null: it does not refuse', { max: 200, nullable: true })
  overriddenBy: string | null;
}

/** A page of a list. */
export interface EntryPage<E> {
  items: E[];
  next: string | null;
}

export class EntryCount {
  @Text('In the name of which territory they stand', { max: 60 }) territory: string;
  @Text('Where they stand in their life', { max: 60 }) state: string;
  @Whole('Entries', { min: 1 }) count: number;
}
/** How many entries a register has of what was asked. */
export class EntryCounts {
  @Part('By territory and state; those that are not named have none', () => EntryCount, { many: 5000 })
  items: EntryCount[];
}

/** What happened to an entry. */
export class EntryEvent {
  @Text('What happened') type: string;
  @Instant('When') occurredAt: string;
  @Text('Who') actor: string;
  @Free('What it told', { type: 'object' }) payload: unknown;
}
export class EntryHistory {
  @Part('Oldest first', () => EntryEvent, { many: 1000 }) items: EntryEvent[];
  @Text('Cursor of the next page', { max: 20, nullable: true }) next: string | null;
}
export interface ReadHistory {
  id: string;
  limit?: number;
  after?: string;
}
export interface EntryChange {
  changed: string[];
  step?: string;
  on?: string;
  document?: string;
  reason?: string;
  warnings?: RuleMet[];
}
/** Which steps an entry may take from where it stands, and from where the others begin. */
export interface NextSteps<S extends string = string, T extends string = string> {
  items: { step: T; isAllowed: boolean; from: S[]; to: S | null; needsReason: boolean }[];
}
/** What a step came to. */
export interface StepAnswer<E, T extends string = string> {
  entry: E;
  warnings: RuleMet[];
  allowed: T[];
}

/** A contract class of this name, in the schemas too, made of the fields given. */
export function classOf<T extends object>(
  name: string,
  ...parts: (Record<string, unknown> | Field[])[]
): Class<T> {
  const made = function (): void {
    // Its fields are declared, and filled by who reads the input.
  };
  Object.defineProperty(made, 'name', { value: name });
  const to = made.prototype as object;
  for (const part of parts) {
    if (Array.isArray(part)) for (const field of part) copyField(field, to);
    else
      for (const [key, decorate] of Object.entries(part))
        (decorate as (target: object, key: string) => void)(to, key);
  }
  return made as unknown as Class<T>;
}

function copyField(field: Field, to: object): void {
  const { name, words, part, rows, from, many, ...options } = field;
  const extra = { rows, ...(part && { part }), ...(from && { from }) };
  declareField(words, field, { ...options, ...(many !== undefined && { many }) }, extra)(to, name);
}

/** The fields of a class, for `classOf`, some of them otherwise. */
export function fieldsFrom(
  type: Class,
  otherwise: (field: Field) => Partial<Field> | null = () => ({}),
): Field[] {
  return [...fieldsOf(type).values()].flatMap((field) => {
    const other = otherwise(field);
    return other === null ? [] : [{ ...field, ...other }];
  });
}
