import {
  Problem,
  type Entry,
  type NextSteps,
  type Params,
  type ProblemCode,
  type Register,
  type RegisterFields,
} from '@doit/contracts';
import { decimal, type Rule } from '@doit/reference';
import type { EntityManager } from 'typeorm';

/** One step of a life: from where it may be taken, and where it leads; null: the state stays. */
export interface StepRule<S extends string = string> {
  readonly from: readonly S[];
  readonly to: S | null;
  /** It leaves the register or goes back, and says why. */
  readonly needsReason?: boolean;
}

/** A rule of law that a step meets. */
export interface Finding {
  readonly code: ProblemCode;
  readonly params?: Params;
  readonly rule: Pick<Rule, 'legalSource' | 'validFrom'>;
  /** The field that breaks it, where it is one. */
  readonly field?: string;
  /** By how much it is broken, decimal text: what is broken less than before is not asked about again. */
  readonly breach?: string;
  /** It is said, and refuses nothing: the rule speaks of what is no more, and no text replaces it yet. */
  readonly isWarning?: boolean;
}

/** SQL of fields that follow from the others, by their names. */
export type Derived = Readonly<Record<string, (row: string) => string>>;

/** What the law, or the noun itself, asks of the entries of a register. `Facts`: what else in the database counts. */
export interface RegisterRules<
  F extends RegisterFields = RegisterFields,
  S extends string = string,
  T extends string = string,
  Facts = unknown,
> {
  readonly steps: Readonly<Record<T, StepRule<S>>>;
  /**
   * SQL of each derived field, over a row of the register by its name there: `row.points_total > 400`. It may ask for the day
   * on which it is read, so an answer follows the law of that day, and what is told that of the day when it was written.
   */
  readonly derived?: Derived;
  /** @throws Problem where an entry cannot stand as it would, whatever led there, by the rules of a day */
  check?(entry: Entry<F, S>, on: string): void;
  /** The entry as it stands after a step, where more than its state follows from it. */
  after?(before: Entry<F, S>, after: Entry<F, S>, step: T, on: string, document: string | null): Entry<F, S>;
  /**
   * Fields that only their own step changes: otherwise they are set right by who may approve, with the reason.
   * @param step null: a change of fields
   */
  corrects?(before: Entry<F, S>, after: Entry<F, S>, step: T | null): readonly (keyof F & string)[];
  /**
   * What is told beside entries that were just entered or changed (`notices` of the register's contract), asked when they
   * stand in the transaction. @param before as it stood; null: entered. @returns one for each entry; null: nothing
   */
  notices?(
    tx: EntityManager,
    entries: readonly Entry<F, S>[],
    before: Entry<F, S> | null,
  ): Promise<readonly (object | null)[]>;
  /**
   * What other entries do not let stand, asked of entries that were just entered or changed, when they stand in the
   * transaction. @param before as it stood; null: entered. @returns one for each entry; null: it may stand
   */
  refusals?(
    tx: EntityManager,
    entries: readonly Entry<F, S>[],
    before: Entry<F, S> | null,
  ): Promise<readonly (Problem | null)[]>;
  /** What else the rules of a step must know. */
  facts?(tx: EntityManager, entry: Entry<F, S>, step: T): Promise<Facts>;
  /**
   * The rules that an entry breaks as it stands, by those of a day: weighed whatever led there, a step, a change or its
   * entering. What it broke before already is not weighed again.
   */
  stands?(entry: Entry<F, S>, on: string): readonly Finding[];
  /** The rules that a step meets on its day, beside those. */
  meets?(before: Entry<F, S>, after: Entry<F, S>, step: T, on: string, facts: Facts): readonly Finding[];
}

/** The steps that an entry may take from a state, in the order of its life. */
export function allowedSteps<S extends string, T extends string>(
  steps: Readonly<Record<T, StepRule<S>>>,
  state: S,
): T[] {
  return (Object.entries(steps) as [T, StepRule<S>][]).flatMap(([step, { from }]) =>
    from.includes(state) ? [step] : [],
  );
}

/** All steps in the order of its life, each with the states from which it may be taken and the one to which it leads. */
export function nextSteps<S extends string, T extends string>(
  steps: Readonly<Record<T, StepRule<S>>>,
  state: S,
): NextSteps<S, T> {
  const items = (Object.entries(steps) as [T, StepRule<S>][]).map(([step, { from, to, needsReason }]) => ({
    step,
    isAllowed: from.includes(state),
    from: [...from],
    to,
    needsReason: needsReason ?? false,
  }));
  return { items };
}

/**
 * The state that a step leads to.
 * @throws Problem register.step-not-allowed with the state and the steps allowed, register.needs-reason
 */
export function stateAfter<S extends string, T extends string>(
  steps: Readonly<Record<T, StepRule<S>>>,
  state: S,
  step: T,
  reason: string | undefined,
): S {
  const { from, to, needsReason } = steps[step];
  if (!from.includes(state)) {
    const allowed = allowedSteps(steps, state).join(', ') || '–';
    throw new Problem('register.step-not-allowed', { state, step, allowed });
  }
  if (needsReason && reason === undefined)
    throw new Problem('register.needs-reason', {}, [{ pointer: '/reason', code: 'register.needs-reason' }]);
  return to ?? state;
}

/** What an entry breaks now that it did not break before, or not so much. */
export function newlyMet(
  { stands }: Pick<RegisterRules, 'stands'>,
  before: Entry | null,
  after: Entry,
  on: string,
): Finding[] {
  const old = new Map((before ? (stands?.(before, on) ?? []) : []).map((each) => [each.code, each]));
  return (stands?.(after, on) ?? []).filter(({ code, breach = '0' }) => {
    const known = old.get(code);
    return !known || decimal(breach).greaterThan(known.breach ?? '0');
  });
}

/** The rules of a register that is declared in the contracts: `RulesOf<typeof powerPlants>`. */
export type RulesOf<R> = R extends Register<infer F, infer S, infer T> ? RegisterRules<F, S, T> : never;
