import {
  type Caller,
  type Fault,
  type Params,
  type ProblemCode,
  type Service,
  type State,
} from '@doit/contracts';

/** A step that an observation can take. */
export interface StepKind {
  readonly verb: 'submitted' | 'approved' | 'returned';
  readonly from: readonly State[];
  readonly right: 'write' | 'approve';
}

export const stepKinds = {
  submit: { verb: 'submitted', from: ['draft', 'returned'], right: 'write' },
  approve: { verb: 'approved', from: ['submitted'], right: 'approve' },
  return: { verb: 'returned', from: ['submitted'], right: 'approve' },
} as const satisfies Record<string, StepKind>;

/** What is known of an observation that is to take a step. */
export interface Standing {
  readonly id: string;
  readonly territory: string;
  readonly period: string;
  readonly state: State;
  readonly recordedBy: string;
  /** The later observation that corrects it. */
  readonly correctedBy: string | null;
  /** Of an approved one: its row is not what was approved. */
  readonly isAltered: boolean;
}

/** What the territories have ruled. */
interface Ruled {
  /** The closed period that a period lies in; null: none. */
  readonly closed: (territory: string, period: string) => string | null;
  /** Whether the caller may approve there what he recorded. */
  readonly own: (territory: string) => boolean;
}

/** Why an observation may not take a step; null where it may, or has taken it. First who, then what. */
export function refusalOf(
  kind: StepKind,
  service: Service,
  caller: Caller,
  found: Standing | undefined,
  { closed, own }: Ruled,
  pointer: string,
): Fault | null {
  const fault = (code: ProblemCode, params?: Params): Fault => ({ pointer, code, ...(params && { params }) });
  if (!found) return fault('observation.not-found');
  const { territory, state } = found;
  if (!caller.mayIn(`${service}:${kind.right}`, territory))
    return fault('territory.not-yours', { territory });
  if (state === kind.verb) return found.isAltered ? fault('observation.altered') : null;
  if (!kind.from.includes(state))
    return fault('observation.wrong-state', { state, expected: kind.from.join(', ') });
  if (found.correctedBy !== null) return fault('observation.superseded', { by: found.correctedBy });
  const period = closed(territory, found.period);
  if (period !== null) return fault('period.closed', { period, territory });
  const isOwn = found.recordedBy === caller.subject;
  return kind.verb === 'approved' && isOwn && !own(territory) ? fault('observation.own-approval') : null;
}
