import { fieldsOf, Problem, sentence, type Entry, type Register, type RegisterFields } from '@doit/contracts';
import { newlyMet, stateAfter, type Finding, type RegisterRules } from '@doit/registers';
import { leastEntry } from '@doit/testing';

/** What leads where, written by hand: of each state the steps in the order of its life, and where each leads. */
export type Life<S extends string, T extends string> = Readonly<Record<S, Partial<Record<T, S>>>>;
type Lived<F extends RegisterFields, S extends string, T extends string> = Pick<
  RegisterRules<F, S, T>,
  'steps' | 'after'
>;

/** An entry of which nothing is known but what must be. */
export function entryOf<F extends RegisterFields, S extends string, T extends string>(
  register: Register<F, S, T>,
  more: Partial<Entry<F, S>> = {},
): Entry<F, S> {
  const unknown = Object.fromEntries([...fieldsOf(register.fields).keys()].map((name) => [name, null]));
  const instant = '2024-01-01T00:00:00.000Z';
  return {
    ...unknown,
    ...leastEntry(register),
    ...{ id: '01980000-0000-7000-8000-000000000001', version: 1, recordedAt: instant, changedAt: instant },
    ...{ state: register.states[0], stateOn: null },
    ...more,
  } as unknown as Entry<F, S>;
}

/** An entry after a step, as a register takes it. @throws Problem where it may not be taken */
export function taken<F extends RegisterFields, S extends string, T extends string>(
  rules: Lived<F, S, T>,
  before: Entry<F, S>,
  step: T,
  { on = '2024-06-01', known = {}, document = null as string | null } = {},
): Entry<F, S> {
  const state = stateAfter(rules.steps, before.state, step, 'because');
  const after = { ...before, ...known, state, stateOn: state === before.state ? before.stateOn : on };
  return rules.after?.(before, after, step, on, document) ?? after;
}

/** Every step from every state of a register does what its table says, and says why not where it may not be taken. */
export function leadsAsWritten<F extends RegisterFields, S extends string, T extends string>(
  register: Register<F, S, T>,
  rules: Lived<F, S, T>,
  life: Life<S, T>,
  withReason: readonly T[],
): void {
  describe(`the life of a ${register.words}`, () => {
    const pairs = (each: (state: S, step: T) => string): Record<string, string> =>
      Object.fromEntries(
        register.states.flatMap((state) =>
          register.steps.map((step) => [`${state}: ${step}`, each(state, step)]),
        ),
      );

    it('knows the states and steps of its contract, and no others', () => {
      expect(Object.keys(life)).toEqual(register.states);
      expect(Object.keys(rules.steps)).toEqual(register.steps);
    });

    it('leads from every state by every step where the table says, and otherwise names the state and what is allowed', () => {
      const written = pairs((state, step) => {
        const allowed = Object.keys(life[state]).join(', ') || '–';
        const refusal = `409 register.step-not-allowed: In “${state}” there is no “${step}”; the steps allowed are: ${allowed}.`;
        return life[state][step] ?? refusal;
      });
      const found = pairs((state, step) =>
        orSaid(() => taken(rules, entryOf(register, { state } as Partial<Entry<F, S>>), step).state),
      );
      expect(found).toEqual(written);
    });

    it(`asks why before ${withReason.join(', ')}, and before nothing else`, () => {
      const asked = pairs((state, step) =>
        life[state][step] === undefined ? '' : orSaid(() => stateAfter(rules.steps, state, step, undefined)),
      );
      expect(
        Object.keys(asked).filter(
          (pair) => asked[pair] === '422 register.needs-reason: This needs a reason.',
        ),
      ).toEqual(
        Object.keys(asked).filter(
          (pair) => asked[pair] !== '' && withReason.some((step) => pair.endsWith(`: ${step}`)),
        ),
      );
    });
  });
}

/** What is answered, or the refusal in words. */
export function orSaid(work: () => unknown): string {
  try {
    return String(work());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.status} ${error.code}: ${error.message}`;
  }
}

/** What an entry breaks by a change of what is known, whatever changes it. */
export function breaks<F extends RegisterFields, S extends string, T extends string, Facts>(
  rules: RegisterRules<F, S, T, Facts>,
  before: Entry<F, S> | null,
  after: Entry<F, S>,
  on: string,
): Finding[] {
  return newlyMet(rules, before, after, on);
}

/** Findings as they are read: what was found, since when, by which text in both languages; none of their blanks left empty. */
export function lawOf(found: readonly Finding[]): string[] {
  return found.map(({ code, params, rule, isWarning }) => {
    const words = sentence(code, { ...params, source: rule.legalSource, since: rule.validFrom });
    const blanks = /\{\w+\}/.exec(words.vi + words.en)?.[0] ?? '';
    const kind = isWarning ? 'warning ' : '';
    return `${kind}${code}${blanks} since ${rule.validFrom} by ${rule.legalSource.vi} = ${rule.legalSource.en}`;
  });
}
