import { Problem, type obstacles, type Params, type ProblemCode } from '@doit/contracts';
import type { RulesOf } from '@doit/registers';
import { requireCountries } from '../countries';
import { refuseFutureDays } from '../days';
import { requireHsCodes } from '../hs-codes';

const dealtWith = ['assigned', 'in-progress', 'escalated'] as const;

/** The life of an obstacle: who deals with it until when, and what came of it. */
export const obstacleRules: RulesOf<typeof obstacles> = {
  steps: {
    accept: { from: ['reported'], to: 'accepted' },
    assign: { from: ['accepted', 'assigned', 'reopened'], to: 'assigned' },
    begin: { from: ['assigned'], to: 'in-progress' },
    extend: { from: dealtWith, to: null, needsReason: true },
    escalate: { from: ['assigned', 'in-progress', 'reopened'], to: 'escalated' },
    resolve: { from: dealtWith, to: 'resolved' },
    reopen: { from: ['resolved', 'rejected'], to: 'reopened', needsReason: true },
    reject: { from: ['reported', 'accepted'], to: 'rejected', needsReason: true },
    withdraw: {
      from: ['reported', 'accepted', ...dealtWith, 'reopened'],
      to: 'withdrawn',
      needsReason: true,
    },
  },
  check(entry) {
    const { state, market, reportedOn, deadline, owner, escalatedTo, outcome } = entry;
    if (market !== null) requireCountries([['/market', market]]);
    requireHsCodes('products', entry.products);
    refuseFutureDays(entry, ['reportedOn']);
    if (deadline !== null && deadline < reportedOn)
      throw refusal('deadline', 'obstacle.deadline-before-report', { deadline, reported: reportedOn });
    const unsaid = owner === null ? 'owner' : deadline === null ? 'deadline' : undefined;
    if (['assigned', 'in-progress'].includes(state) && unsaid) throw refusal(unsaid, 'obstacle.needs-owner');
    if (state === 'escalated' && escalatedTo === null)
      throw refusal('escalatedTo', 'obstacle.needs-addressee');
    if (state === 'resolved' && outcome === null) throw refusal('outcome', 'obstacle.needs-outcome');
  },
  after(before, after, step) {
    const isSame = after.deadline === before.deadline;
    if (step === 'extend' && before.deadline !== null && (after.deadline ?? '') <= before.deadline)
      throw refusal('known/deadline', 'obstacle.deadline-not-later', { deadline: before.deadline });
    // What came of it did not last, and its deadline was met or missed: both stand in the history.
    return step === 'reopen' ? { ...after, outcome: null, deadline: isSame ? null : after.deadline } : after;
  },
  // A deadline that somebody is held to is moved by its own step, or set right by who may approve.
  corrects(before, after, step) {
    const isHeld = dealtWith.some((state) => state === before.state) && before.deadline !== null;
    return isHeld && step !== 'extend' && after.deadline !== before.deadline ? ['deadline'] : [];
  },
};

const refusal = (field: string, code: ProblemCode, params: Params = {}): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
