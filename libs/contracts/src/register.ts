import { CreatedMany, EntryCounts, EntryHistory, type RegisterFields } from './entry';
import { event, type EventContract } from './event';
import { fieldsOf } from './field';
import { operation, type Access } from './operation';
import type { ProblemCode } from './problem-list';
import { registerClasses } from './register-classes';
import type { Register, RegisterProblems, Spec } from './register-types';

export type { Register, RegisterProblems } from './register-types';

const camel = (noun: string): string => noun.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const standard: RegisterProblems = {
  notFound: 'register.not-found',
  codeTaken: 'register.code-taken',
  changedMeanwhile: 'register.changed-meanwhile',
};

/** @throws Error where a list could be narrowed or ordered by what does not show, or what always has a value would be null */
function readersOf<F extends RegisterFields, S extends string, T extends string>({
  noun,
  fields,
  publicFields,
  filters = [],
  sorts = [],
}: Spec<F, S, T>): Pick<Register, 'reads' | 'hidden'> {
  if (!publicFields) return { reads: 'own', hidden: [] };
  const shown: readonly string[] = ['code', 'name', 'territory', 'commune', ...publicFields];
  const others = [...fieldsOf(fields).values()].filter((field) => !shown.includes(field.name));
  const wrong = others.find(
    ({ name, nullable }) => !nullable || [...filters, ...sorts].includes(name as keyof F & string),
  );
  if (wrong) throw new Error(`${noun}: ${wrong.name} must be public`);
  return { reads: 'public', hidden: others.map((field) => field.name) };
}

/** Declares a register from the fields of its noun and the steps of its life. */
export function register<F extends RegisterFields, const S extends string, const T extends string>(
  spec: Spec<F, S, T>,
): Register<F, S, T> {
  const { service, noun, path, words, fields, states, steps } = spec;
  const { filters = [], sorts = [], errors = [], rules: lawful = {}, once = null, derived = [] } = spec;
  const { notices = null, codes = [], isOfCountry = false } = spec;
  const { reads, hidden } = readersOf(spec);
  const rules: ProblemCode[] = [
    ...errors,
    ...(Object.keys(lawful) as ProblemCode[]),
    ...(once ? [once.problem] : []),
    ...(Object.keys(lawful).length > 0 ? (['rule.refused'] as const) : []),
  ];
  const part = camel(noun);
  const problems = { ...standard, ...spec.problems };
  const sortable = ['code', 'name', 'changedAt', ...sorts].flatMap((field) => [field, `-${field}`]);
  const classes = registerClasses(spec, { part, sortable });
  const read: Access = reads === 'public' ? 'public' : `${service}:read`;
  const scoped: ProblemCode[] = ['territory.not-yours'];
  const own = reads === 'own' ? scoped : [];
  const write = { access: `${service}:write` as const };
  const changing = [
    problems.notFound,
    'territory.not-yours',
    problems.changedMeanwhile,
    'register.entry-too-large',
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
      hidden,
      filters,
      sorts,
      ...{ part, errors, rules: lawful, derived },
      problems,
      once,
      notices,
      codes,
      isOfCountry,
      sortable,
      entry: classes.entry,
    },
    created: event(`${service}.${noun}.created`, 1, `A ${words} entered the register`, classes.created),
    changed: event(
      `${service}.${noun}.changed`,
      1,
      `Fields or the state of a ${words} changed`,
      classes.told,
    ),
    operations: {
      create: operation({
        ...write,
        route: `POST /${path}`,
        summary: `Enter a ${words} in the register`,
        input: classes.enter,
        output: classes.entry,
        errors: [
          'territory.unknown',
          'territory.not-yours',
          problems.codeTaken,
          'register.entry-too-large',
          'register.step-in-future',
          ...rules,
        ],
      }),
      createMany: operation({
        ...write,
        route: `POST /${path}/batch`,
        summary: `Enter up to 500 at once, all of them or none; a wrong one is named by its pointer`,
        input: classes.enterMany,
        output: CreatedMany,
        errors: [
          'territory.unknown',
          'territory.not-yours',
          problems.codeTaken,
          'register.entry-too-large',
          'register.step-in-future',
          ...rules,
        ],
      }),
      change: operation({
        ...write,
        route: `PATCH /${path}/:id`,
        summary: `Change fields of a ${words}`,
        input: classes.change,
        output: classes.entry,
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
        route: `POST /${path}/:id/:step`,
        summary: `Take a step in the life of a ${words}`,
        input: classes.step,
        output: classes.answer,
        status: 200,
        errors: [
          ...changing,
          'register.step-not-allowed',
          'register.step-in-future',
          'register.step-before-last',
          'register.needs-reason',
          'register.correction-needs-approver',
          ...rules,
        ],
      }),
      list: operation({
        route: `GET /${path}`,
        summary: `List ${words}s`,
        access: read,
        input: classes.list,
        output: classes.page,
        errors: ['list.unreadable-cursor', 'territory.unknown', ...own],
      }),
      counts: operation({
        route: `GET /${path}/counts`,
        summary: `How many ${words}s there are of what is asked, by territory and state`,
        access: read,
        input: classes.count,
        output: EntryCounts,
        errors: ['territory.unknown', ...own],
      }),
      get: operation({
        route: `GET /${path}/:id`,
        summary: `Read a ${words}`,
        access: read,
        input: classes.byId,
        output: classes.entry,
        errors: [problems.notFound, ...own],
      }),
      steps: operation({
        route: `GET /${path}/:id/steps`,
        summary: `The steps of a ${words}: those that it may take from where it stands, and the others`,
        access: read,
        input: classes.byId,
        output: classes.nextSteps,
        errors: [problems.notFound, ...own],
      }),
      history: operation({
        route: `GET /${path}/:id/history`,
        summary: `What happened to a ${words}: who, when, what`,
        access: `${service}:read`,
        input: classes.readHistory,
        output: EntryHistory,
        errors: [problems.notFound, 'territory.not-yours'],
      }),
      export: operation({
        route: `GET /${path}.csv`,
        summary: 'The same list as CSV: a page where `limit` is asked, else all of it',
        access: read,
        input: classes.asCsv,
        output: classes.csv,
        produces: 'text/csv',
        isPaged: true,
        errors: ['list.unreadable-cursor', 'territory.unknown', ...own],
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
