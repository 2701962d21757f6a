import type { Language } from '../../words/languages';
import { readNumber, writeNumber } from '../../words/numbers';
import type { Entry, Facts, Value } from './entries';
import type { Field } from './shape';

/** What stands in the fields of a form, as it was typed. */
export type Draft = Readonly<Record<string, string | readonly string[]>>;

const isNumber = ({ kind }: Field): boolean => ['decimal', 'whole', 'year'].includes(kind);

/** A form of what is already known. */
export function draftOf(fields: readonly Field[], entry: Entry, language: Language): Draft {
  return Object.fromEntries(fields.map((field) => [field.name, typedAs(field, entry[field.name], language)]));
}

function typedAs(field: Field, value: Value | undefined, language: Language): string | readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => (typeof each === 'object' ? [] : [String(each)]));
  if (value === undefined || value === null) return field.isMany ? [] : '';
  if (typeof value === 'object') return '';
  if (field.kind === 'day' || field.kind === 'month') return String(value).split('-').reverse().join('/');
  return field.kind === 'decimal' ? writeNumber(String(value), language) : String(value);
}

/** Whether a field says the same in both; what is empty is empty, however it came to be. */
export const isSameTyped = (one: Draft[string] | undefined, other: Draft[string] | undefined): boolean =>
  JSON.stringify(one?.length ? one : '') === JSON.stringify(other?.length ? other : '');

const isDay = (iso: string): boolean => {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
};

/** A day as people type it, day first whatever the language (`7/6/2023`), or as the API writes it; null: no day. */
export function readDay(typed: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  const [, day = '', month = '', year = ''] = found ?? [];
  const iso = found ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim();
  return /^\d{4}-\d\d-\d\d$/.test(iso) && isDay(iso) ? iso : null;
}

/** A month, `6/2023`. */
function readMonth(typed: string): string | null {
  const [, month = '', year = ''] = /^(\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  return readDay(`1/${month}/${year}`)?.slice(0, 7) ?? null;
}

interface ReadDraft {
  readonly facts: Facts;
  /** Names of the fields whose number or day cannot be read. */
  readonly unreadable: readonly string[];
}

/** What a form says, as the API takes it. What is left empty is null; `omit`: it is not said at all. */
export function readDraft(
  fields: readonly Field[],
  draft: Draft,
  language: Language,
  omit: boolean,
): ReadDraft {
  const unreadable: string[] = [];
  const facts = fields.flatMap((field): [string, Value][] => {
    const typed = draft[field.name] ?? '';
    if (typed.length === 0 || (typeof typed === 'string' && typed.trim() === ''))
      return omit ? [] : [[field.name, null]];
    if (typeof typed !== 'string')
      return [[field.name, typed.map((one) => plain(field, one, language) ?? one)]];
    const value = plain(field, typed.trim(), language);
    if (value === null) unreadable.push(field.name);
    return [[field.name, value]];
  });
  return { facts: Object.fromEntries(facts), unreadable };
}

function plain(field: Field, typed: string, language: Language): Value {
  if (field.kind === 'flag') return typed === 'true';
  if (field.kind === 'day') return readDay(typed);
  if (field.kind === 'month') return readMonth(typed);
  // A choice of numbers: a class, the stars.
  if (field.kind === 'choice' || !isNumber(field)) return typed;
  const read = field.kind === 'year' ? (/^\d{1,4}$/.test(typed) ? typed : null) : readNumber(typed, language);
  if (read === null) return null;
  return field.kind === 'decimal' ? read : Number(read);
}

/** Only what is said otherwise than it stands. */
export function changesOf(facts: Facts, entry: Entry): Facts {
  const same = (a: Value | undefined, b: Value): boolean => JSON.stringify(a ?? null) === JSON.stringify(b);
  const empty = (value: Value): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => !same(entry[name], value) && !(empty(value) && (entry[name] ?? null) === null),
    ),
  );
}
