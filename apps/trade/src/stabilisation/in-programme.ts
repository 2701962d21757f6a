import { Problem, type stabilisationStates } from '@doit/contracts';

type State = (typeof stabilisationStates)[number];

/** A programme as far as what names it must fit it. */
export interface Programme {
  readonly code: string;
  readonly state: State;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What names a programme: a commitment, a point of sale, a trip. */
export interface Naming {
  readonly programmeCode: string | null;
  readonly state: string;
  /** Its days, and the fields that say them; null: it is as long as the programme. */
  readonly days: {
    readonly from: string;
    readonly to: string;
    readonly fields: readonly [string, string];
  } | null;
}

const preparing: readonly State[] = ['drafted', 'approved', 'under-way'];
const open: readonly State[] = ['approved', 'under-way'];
const done: readonly State[] = ['approved', 'under-way', 'ended', 'reported', 'cancelled'];

/**
 * The states of a programme in which something may come to a state of its own; in others of its own it may come whatever the
 * programme's. What was done in a programme is entered also when it is over.
 */
export const takes: Readonly<Record<string, readonly State[]>> = {
  ...{ registered: preparing, approved: open, delivered: ['under-way', 'ended', 'reported'], failed: done },
  ...{ operating: open, closed: done },
  ...{ planned: preparing, held: done, reported: done },
};

/**
 * Why what names a programme cannot stand beside it, or null. Only what is new is asked about: a programme that is given other
 * days, or ends, leaves what stands.
 * @param programme the one of this code in its territory; undefined: it is not entered (yet), and nothing is asked
 * @param before as it stood; null: it is entered
 */
export function refusalIn(
  programme: Programme | undefined,
  now: Naming,
  before: Naming | null,
): Problem | null {
  if (!programme) return null;
  const isOther = before === null || before.programmeCode !== now.programmeCode;
  const { code, state, startsOn, endsOn } = programme;
  if ((isOther || before.state !== now.state) && takes[now.state]?.includes(state) === false)
    return refusal(
      'stabilisation.programme-not-open',
      { programme: code, state, entry: now.state },
      'programmeCode',
    );
  if (!now.days) return null;
  const { from, to, fields } = now.days;
  const isMoved = isOther || before.days?.from !== from || before.days.to !== to;
  if (!isMoved || (startsOn <= from && to <= endsOn)) return null;
  const params = { programme: code, from, to, startsOn, endsOn };
  return refusal('stabilisation.outside-programme', params, fields[from < startsOn ? 0 : 1]);
}

function refusal(
  code: 'stabilisation.programme-not-open' | 'stabilisation.outside-programme',
  params: Record<string, string>,
  field: string,
): Problem {
  return new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
}
