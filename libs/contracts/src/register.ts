import {
  classOf,
  fieldsFrom,
  RuleMet,
  type EntryChange,
  EntryHistory,
  type EntryPage,
  type StepAnswer,
  type Changed,
  CreatedMany,
  type Entered,
  type EnteredMany,
  type Entry,
  type Known,
  type Listed,
  type RegisterFields,
  type Stepped,
} from './entry';
import { event, type EventContract } from './event';
import type { Class } from './field';
import { Day, Id, IfMatch, Instant, Once, OneOf, Part, Text, Whole } from './fields';
import { operation, type Access } from './operation';
import type { ProblemCode } from './problem-list';
import type { Register, RegisterProblems, Spec } from './register-types';

export type { Register, RegisterProblems } from './register-types';

const pascal = (noun: string): string =>
  noun.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
const camel = (noun: string): string => noun.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const standard: RegisterProblems = {
  notFound: 'register.not-found',
  codeTaken: 'register.code-taken',
  changedMeanwhile: 'register.changed-meanwhile',
};

/** Declares a register from the fields of its noun and the steps of its life. */
export function register<F extends RegisterFields, const S extends string, const T extends string>(
  spec: Spec<F, S, T>,
): Register<F, S, T> {
  const { service, noun, path, words, fields, states, steps, reads } = spec;
  const { filters = [], sorts = [], errors = [], rules: lawful = [], once = null } = spec;
  const rules: ProblemCode[] = [
    ...errors,
    ...lawful,
    ...(once ? [once.problem] : []),
    ...(lawful.length > 0 ? (['rule.refused'] as const) : []),
  ];
  const name = pascal(noun);
  const part = camel(noun);
  const problems = { ...standard, ...spec.problems };
  const sortable = ['code', 'name', 'changedAt', ...sorts].flatMap((field) => [field, `-${field}`]);
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
    fieldsFrom(fields, ({ nullable }) => (nullable ? { optional: true } : {})),
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
    fieldsFrom(fields, (field) => (['code', 'territory'].includes(field.name) ? null : { optional: true })),
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
  const known = classOf<Known<F>>(
    `${name}Known`,
    fieldsFrom(fields, (field) => (['code', 'territory'].includes(field.name) ? null : { optional: true })),
  );
  const step = classOf<Stepped<T, F>>(`Step${name}`, {
    id: Id(`The ${words}`),
    version: IfMatch(),
    step: OneOf('Which step', steps),
    on: Day('The day of the decision or the fact'),
    document: Text('Number of the decision', { max: 100, optional: true }),
    reason: Text('Why; needed to leave the register', { max: 1000, optional: true }),
    known: Part('Fields that the step makes known', () => known, { optional: true }),
  });
  const list = (of: string): Class<Listed> =>
    classOf<Listed>(
      of,
      {
        territory: Text('Territories', { many: 100, optional: true }),
        q: Text('Words in code, name or commune; accents do not matter', { max: 100, optional: true }),
        state: OneOf('States', states, { many: states.length, optional: true }),
      },
      fieldsFrom(fields, (field) =>
        filters.includes(field.name as keyof F & string)
          ? { optional: true, nullable: false, many: 20 }
          : null,
      ),
      {
        sort: OneOf('Order; `-`: downwards', sortable, { optional: true }),
        limit: Whole('How many', { min: 1, max: 500, optional: true }),
        after: Text('`next` of the page before; in CSV the cursor of its last row', {
          max: 2000,
          optional: true,
        }),
      },
    );
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
  const changedClass = classOf<EntryChange>(`${name}Change`, {
    [part]: Part('As it is now', () => entry),
    changed: Text('Names of the fields that changed', { many: 50 }),
    step: OneOf('The step that was taken', steps, { optional: true }),
    on: Day('The day of the step', { optional: true }),
    document: Text('Number of the decision', { max: 100, optional: true }),
    reason: Text('Why', { max: 1000, optional: true }),
    warnings: Part('Rules of law that the step met', () => RuleMet, { many: 20, optional: true }),
  });
  const read: Access = reads === 'public' ? 'public' : `${service}:read`;
  const scoped: ProblemCode[] = ['territory.not-yours'];
  const own = reads === 'own' ? scoped : [];
  const write = { access: `${service}:write` as const };
  const changing = [
    problems.notFound,
    'territory.not-yours',
    problems.changedMeanwhile,
    'request.if-match-required',
  ] as const;
  return {
    ...{
      service,
      noun,
      path,
      words,
      fields,
      states,
      steps,
      reads,
      filters,
      sorts,
      ...{ part, errors, rules: lawful },
      problems,
      once,
      sortable,
      entry,
    },
    created: event(`${service}.${noun}.created`, 1, `A ${words} entered the register`, entry),
    changed: event(
      `${service}.${noun}.changed`,
      1,
      `Fields or the state of a ${words} changed`,
      changedClass,
    ),
    operations: {
      create: operation({
        ...write,
        route: `POST /${path}`,
        summary: `Enter a ${words} in the register`,
        input: enter,
        output: entry,
        errors: [
          'territory.unknown',
          'territory.not-yours',
          problems.codeTaken,
          'register.step-in-future',
          ...rules,
        ],
      }),
      createMany: operation({
        ...write,
        route: `POST /${path}/batch`,
        summary: `Enter up to 500 at once, all of them or none; a wrong one is named by its pointer`,
        input: enterMany,
        output: CreatedMany,
        errors: [
          'territory.unknown',
          'territory.not-yours',
          problems.codeTaken,
          'register.step-in-future',
          ...rules,
        ],
      }),
      change: operation({
        ...write,
        route: `PATCH /${path}/:id`,
        summary: `Change fields of a ${words}`,
        input: change,
        output: entry,
        errors: [
          ...changing,
          'register.correction-needs-approver',
          'register.step-in-future',
          'register.needs-reason',
          ...rules,
        ],
      }),
      step: operation({
        ...write,
        route: `POST /${path}/:id/steps`,
        summary: `Take a step in the life of a ${words}`,
        input: step,
        output: answer,
        status: 200,
        errors: [
          ...changing,
          'register.step-not-allowed',
          'register.step-in-future',
          'register.step-before-last',
          'register.needs-reason',
          ...rules,
        ],
      }),
      list: operation({
        route: `GET /${path}`,
        summary: `List ${words}s`,
        access: read,
        input: list(`List${name}s`),
        output: page,
        errors: ['list.unreadable-cursor', ...own],
      }),
      get: operation({
        route: `GET /${path}/:id`,
        summary: `Read a ${words}`,
        access: read,
        input: byId,
        output: entry,
        errors: [problems.notFound, ...own],
      }),
      history: operation({
        route: `GET /${path}/:id/history`,
        summary: `What happened to a ${words}: who, when, what`,
        access: `${service}:read`,
        input: byId,
        output: EntryHistory,
        errors: [problems.notFound, 'territory.not-yours'],
      }),
      export: operation({
        route: `GET /${path}.csv`,
        summary: 'The same list as CSV: a page where `limit` is asked, else all of it',
        access: read,
        input: list(`Export${name}s`),
        output: classOf<{ body: string }>(`${name}sAsCsv`, {
          body: Text('CSV (RFC 4180) with the contract’s names, the last column a cursor', {
            max: 1_000_000,
          }),
        }),
        produces: 'text/csv',
        isPaged: true,
        errors: ['list.unreadable-cursor', ...own],
      }),
    },
  };
}

/** A register among others, whatever its fields. */
export function plain<F extends RegisterFields, S extends string, T extends string>(
  one: Register<F, S, T>,
): Register {
  return one as unknown as Register;
}

/** What registers tell. */
export function registerEvents(registers: readonly Register[]): Record<string, EventContract> {
  return Object.fromEntries(
    registers.flatMap(({ created, changed }) => [created, changed].map((each) => [each.type, each])),
  );
}
