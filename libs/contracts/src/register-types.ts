import type {
  CreatedMany,
  Changed,
  Narrowing,
  Entered,
  EnteredMany,
  Entry,
  EntryChange,
  EntryCounts,
  EntryHistory,
  EntryPage,
  Listed,
  NextSteps,
  ReadHistory,
  RegisterFields,
  StepAnswer,
  Stepped,
} from './entry';
import type { EventContract } from './event';
import type { Class } from './field';
import type { OperationDraft } from './operation';
import type { ProblemCode } from './problem-list';
import type { Service } from './services';

/** What a register is declared by. */
export interface Spec<F extends RegisterFields, S extends string, T extends string> {
  service: Service;
  /** `rooftop-system`: of the events, the aggregates and, with underscores, the table. */
  noun: string;
  /** `rooftop-solar`: of the addresses. */
  path: string;
  /** `rooftop system`, in sentences. */
  words: string;
  fields: Class<F>;
  /** The first is that of a new entry. */
  states: readonly S[];
  steps: readonly T[];
  /** Fields of few values by which a list is narrowed. */
  filters?: readonly (keyof F & string)[];
  /** Of these, lists of codes that a code's beginning finds, too: `03` finds `0306`. */
  codes?: readonly (keyof F & string)[];
  /** Its entries may be of the whole country, too, by whoever may write for all. */
  isOfCountry?: boolean;
  /** Fields by which a list is ordered, besides code, name and the day of change. */
  sorts?: readonly (keyof F & string)[];
  /**
   * The fields that everybody may read, beside those that every entry has; others show as null to whoever may not read the
   * territory's. Left out: nobody else reads the register at all.
   */
  publicFields?: readonly (Exclude<keyof F, keyof RegisterFields> & string)[];
  /** Fields that follow from the others by the rules of a day, its rule file says how: answered, and never entered. */
  derived?: readonly (keyof F & string)[];
  /** What its rules refuse. */
  errors?: readonly ProblemCode[];
  /**
   * Rules of law that refuse, unless an exception was approved, with the steps in which they are weighed; `standing`: in any
   * step, and when an entry is entered or changed.
   */
  rules?: Readonly<Partial<Record<ProblemCode, readonly T[] | 'standing'>>>;
  /** Its own words for what every register refuses. */
  problems?: Partial<RegisterProblems>;
  /** What may stand once in a territory; what is withdrawn does not stand. */
  once?: Once<keyof F & string>;
  /** What is found of an entry when it is entered or changed, and told beside it. */
  notices?: Class;
}

/**
 * Fields of which all together have the same values in one entry of a territory only, free text apart from case and space;
 * a fault is said of the first. A migration makes the index `<table>_once_idx`.
 */
export interface Once<N extends string = string> {
  fields: readonly [N, ...N[]];
  problem: ProblemCode;
}

export interface RegisterProblems {
  notFound: ProblemCode;
  codeTaken: ProblemCode;
  changedMeanwhile: ProblemCode;
}

/** A register: what one department keeps of one noun. Its addresses, events, table and answers follow from this. */
export interface Register<
  F extends RegisterFields = RegisterFields,
  S extends string = string,
  T extends string = string,
> extends Required<Omit<Spec<F, S, T>, 'problems' | 'fields' | 'publicFields' | 'once' | 'notices'>> {
  readonly fields: Class<F>;
  /** Who may read it: everybody, or who holds the right to read over the territory. */
  readonly reads: 'public' | 'own';
  /** Of a register that everybody may read, the fields that show only to who may read the territory's. */
  readonly hidden: readonly string[];
  /** The name under which its events carry the entry: `rooftopSystem`. */
  readonly part: string;
  readonly problems: RegisterProblems;
  readonly once: Once | null;
  readonly notices: Class | null;
  readonly sortable: readonly string[];
  readonly entry: Class<Entry<F, S>>;
  readonly created: EventContract<Entry<F, S>>;
  readonly changed: EventContract<EntryChange>;
  readonly operations: {
    create: OperationDraft<Entered<F, S>, Entry<F, S>>;
    createMany: OperationDraft<EnteredMany<F, S>, CreatedMany>;
    change: OperationDraft<Changed<F, S>, Entry<F, S>>;
    step: OperationDraft<Stepped<T, F>, StepAnswer<Entry<F, S>, T>>;
    steps: OperationDraft<{ id: string }, NextSteps<S, T>>;
    list: OperationDraft<Listed, EntryPage<Entry<F, S>>>;
    counts: OperationDraft<Narrowing, EntryCounts>;
    get: OperationDraft<{ id: string }, Entry<F, S>>;
    history: OperationDraft<ReadHistory, EntryHistory>;
    export: OperationDraft<Listed, { body: string }>;
  };
}
