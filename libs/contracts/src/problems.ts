import {
  fieldFaults,
  problems,
  type BothLanguages,
  type ProblemCode,
  type ProblemStatus,
} from './problem-list';

export type Params = Readonly<Record<string, string | number | BothLanguages>>;
export type FaultCode = ProblemCode | keyof typeof fieldFaults;

/** One place that is wrong: a JSON pointer into the body, or the name of a query key. */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly params?: Params;
}

/** An error as it travels from a service to the gateway: both languages, so that the edge may choose. */
export interface ProblemOnTheWire {
  code: ProblemCode;
  status: number;
  message: BothLanguages;
  errors: { pointer: string; code: FaultCode; message: BothLanguages }[];
}

/** An answer that says what is wrong. Thrown by handlers and rules; becomes RFC 9457 problem+json at the edge. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Params = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(fill(problems[code].en, params, 'en'));
    this.name = 'Problem';
  }

  get status(): ProblemStatus {
    return problems[this.code].status;
  }

  /** The form in which it crosses the wire. */
  onTheWire(): ProblemOnTheWire {
    return {
      code: this.code,
      status: this.status,
      message: sentence(this.code, this.params),
      errors: this.faults.map(({ pointer, code, params }) => ({
        pointer,
        code,
        message: sentence(code, params),
      })),
    };
  }
}

/** Put together once: a flood of refusals must not pay for it again and again. */
const sentences: Readonly<Record<FaultCode, BothLanguages>> = { ...problems, ...fieldFaults };

/** The sentence of a code in both languages, its blanks filled. */
export function sentence(code: FaultCode, params: Params = {}): BothLanguages {
  const { vi, en } = sentences[code];
  return { vi: fill(vi, params, 'vi'), en: fill(en, params, 'en') };
}

function fill(text: string, params: Params, language: keyof BothLanguages): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name] ?? blank;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
