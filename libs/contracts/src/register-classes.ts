import {
  classOf,
  fieldsFrom,
  RuleMet,
  type Changed,
  type Narrowing,
  type Entered,
  type EnteredMany,
  type Entry,
  type EntryChange,
  type EntryPage,
  type Known,
  type Listed,
  type NextSteps,
  type ReadHistory,
  type RegisterFields,
  type StepAnswer,
  type Stepped,
} from './entry';
import type { Class, Field } from './field';
import { Day, Flag, Id, IfMatch, Instant, Once, OneOf, Part, Text, Whole } from './fields';
import type { Register, Spec } from './register-types';

const pascal = (noun: string): string =>
  noun.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** The classes of what a register is asked, answers and tells, made from the fields of its noun. */
export function registerClasses<F extends RegisterFields, S extends string, T extends string>(
  { noun, words, fields, states, steps, filters = [], derived = [], notices, isOfCountry }: Spec<F, S, T>,
  { part, sortable }: Pick<Register, 'part' | 'sortable'>,
) {
  const name = pascal(noun);
  const ofCountry = isOfCountry ? 'those of the whole country alone' : 'all';
  const territoriesWords = `Territories; one that others were merged into has their entries too, a group its members’; viet-nam: ${ofCountry}`;
  const entered = ({ name: field }: Field): boolean => !derived.includes(field as keyof F & string);
  const changeable = (field: Field) =>
    ['code', 'territory'].includes(field.name) || !entered(field) ? null : { optional: true };
  const state = OneOf('Where it stands in its life', states);
  const entry = classOf<Entry<F, S>>(name, { id: Id(`The ${words}`) }, fieldsFrom(fields), {
    state,
    stateOn: Day('Since when; null: unknown', { nullable: true }),
    version: Whole('Grows with each change; also the ETag', { min: 1 }),
    recordedAt: Instant('Recorded'),
    changedAt: Instant('Last changed'),
  });
  const enter = classOf<Entered<F, S>>(
    `Create${name}`,
    { idempotencyKey: Once() },
    fieldsFrom(fields, (field) => (entered(field) ? (field.nullable ? { optional: true } : {}) : null)),
    {
      state: OneOf(`Where it stands in its life. Default: ${states[0] ?? ''}`, states, { optional: true }),
      stateOn: Day('Since when', { optional: true, nullable: true }),
    },
  );
  const row = classOf<Entered<F, S>>(
    `${name}Row`,
    fieldsFrom(enter, ({ from }) => (from ? null : {})),
  );
  const enterMany = classOf<EnteredMany<F, S>>(`Create${name}s`, {
    idempotencyKey: Once(),
    items: Part('The entries', () => row, { many: 500, atLeast: 1 }),
  });
  const change = classOf<Changed<F, S>>(
    `Change${name}`,
    { id: Id(`The ${words}`), version: IfMatch() },
    fieldsFrom(fields, changeable),
    {
      state: OneOf(
        'In place of one that was entered wrongly, by who may approve, with the reason; else take a step',
        states,
        {
          optional: true,
        },
      ),
      stateOn: Day('Since when it is in its state, where that was not known; else like the state', {
        optional: true,
      }),
      reason: Text('Why', { max: 1000, optional: true }),
    },
  );
  const known = classOf<Known<F>>(`${name}Known`, fieldsFrom(fields, changeable));
  const step = classOf<Stepped<T, F>>(`Step${name}`, {
    id: Id(`The ${words}`),
    version: IfMatch(),
    step: OneOf('Which step', steps),
    on: Day('The day of the decision or the fact'),
    document: Text('Number of the decision', { max: 100, optional: true }),
    reason: Text('Why; needed to leave the register', { max: 1000, optional: true }),
    known: Part('Fields that the step makes known', () => known, { optional: true }),
  });
  const narrowing = [
    {
      territory: Text(territoriesWords, { many: 100, optional: true }),
      q: Text('Words in code, name or commune; accents do not matter', { max: 100, optional: true }),
      state: OneOf('States', states, { many: states.length, optional: true }),
    },
    fieldsFrom(fields, (field) =>
      filters.includes(field.name as keyof F & string) ? { optional: true, nullable: false, many: 20 } : null,
    ),
  ];
  const list = (of: string): Class<Listed> =>
    classOf<Listed>(of, ...narrowing, {
      sort: OneOf('Order; `-`: downwards', sortable, { optional: true }),
      format: OneOf('As what; `csv` is the same as the address with `.csv`. Default: json', ['json', 'csv'], {
        optional: true,
      }),
      limit: Whole('How many', { min: 1, max: 500, optional: true }),
      after: Text('`next` of the page before; in CSV the cursor of its last row', {
        max: 2000,
        optional: true,
      }),
    });
  const readHistory = classOf<ReadHistory>(`${name}HistoryOf`, {
    id: Id(`The ${words}`),
    limit: Whole('How many at most. Default: 100', { min: 1, max: 500, optional: true }),
    after: Text('`next` of the page before', { max: 20, pattern: /^\d{1,18}$/, optional: true }),
  });
  const csv = classOf<{ body: string }>(`${name}sAsCsv`, {
    body: Text('CSV (RFC 4180) with the contract’s names, the last column a cursor', { max: 1_000_000 }),
  });
  const byId = classOf<{ id: string }>(`${name}ById`, { id: Id(`The ${words}`) });
  const page = classOf<EntryPage<Entry<F, S>>>(`${name}Page`, {
    items: Part('Entries', () => entry, { many: 500 }),
    next: Text('Cursor of the next page', { max: 2000, nullable: true }),
  });
  const answer = classOf<StepAnswer<Entry<F, S>, T>>(`${name}Step`, {
    entry: Part('As it stands now', () => entry),
    warnings: Part('Rules of law that it met without being refused', () => RuleMet, { many: 20 }),
    allowed: OneOf('The steps that may follow', steps, { many: 50 }),
  });
  const noticed = notices ? fieldsFrom(notices, () => ({ optional: true })) : [];
  const nextStep = classOf<NextSteps<S, T>['items'][number]>(`${name}NextStep`, {
    step: OneOf('The step', steps),
    isAllowed: Flag(
      'Whether it begins where the entry stands; what the law says of it is told when it is taken',
    ),
    from: OneOf('The states from which it may be taken', states, { many: states.length }),
    to: OneOf('The state that it leads to; null: the state stays', states, { nullable: true }),
    needsReason: Flag('Whether it is taken with a reason only'),
  });
  const nextSteps = classOf<NextSteps<S, T>>(`${name}NextSteps`, {
    items: Part('In the order of a life', () => nextStep, { many: 50 }),
  });
  const created = notices ? classOf<Entry<F, S>>(`${name}Entered`, fieldsFrom(entry), noticed) : entry;
  const changed = {
    [part]: Part('As it is now', () => entry),
    changed: Text('Names of the fields that changed', { many: 50 }),
    step: OneOf('The step that was taken', steps, { optional: true }),
    on: Day('The day of the step', { optional: true }),
    document: Text('Number of the decision', { max: 100, optional: true }),
    reason: Text('Why', { max: 1000, optional: true }),
    warnings: Part('Rules of law that the step met', () => RuleMet, { many: 20, optional: true }),
  };
  const told = classOf<EntryChange>(`${name}Change`, changed, noticed);
  return {
    entry,
    created,
    enter,
    enterMany,
    change,
    step,
    list: list(`List${name}s`),
    count: classOf<Narrowing>(`Count${name}s`, ...narrowing),
    asCsv: list(`Export${name}s`),
    csv,
    readHistory,
    byId,
    page,
    answer,
    nextSteps,
    told,
  };
}
