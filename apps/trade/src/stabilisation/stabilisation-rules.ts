import {
  Problem,
  type mobileSales,
  type ProblemCode,
  type stabilisationCommitments,
  type stabilisationPoints,
  type stabilisationProgrammes,
} from '@doit/contracts';
import { decimal, essentialGoods } from '@doit/reference';
import type { RulesOf } from '@doit/registers';

/** The life of a programme. It is approved by a decision; what adjusts it stands in its history, with the reason. */
export const stabilisationProgrammeRules: RulesOf<typeof stabilisationProgrammes> = {
  steps: {
    approve: { from: ['drafted'], to: 'approved' },
    adjust: { from: ['approved', 'under-way'], to: null, needsReason: true },
    begin: { from: ['approved'], to: 'under-way' },
    end: { from: ['under-way'], to: 'ended' },
    report: { from: ['ended'], to: 'reported' },
    cancel: { from: ['approved', 'under-way'], to: 'cancelled', needsReason: true },
    withdraw: { from: ['drafted'], to: 'withdrawn', needsReason: true },
  },
  check({ state, startsOn, endsOn, decisionNumber }) {
    requireDays(startsOn, endsOn);
    if (!['drafted', 'withdrawn'].includes(state) && decisionNumber === null)
      throw refusal('stabilisation.needs-decision', 'decisionNumber');
  },
  corrects: (before, after, step) =>
    step === 'adjust' || before.state === 'drafted' ? [] : otherIn(before, after, decided),
  after: (_before, after, step, on, document) =>
    step === 'approve'
      ? { ...after, decisionNumber: after.decisionNumber ?? document, decidedOn: after.decidedOn ?? on }
      : after,
};

const unitSql = (row: string): string =>
  `case ${row}.goods ${essentialGoods.map(({ code, unit }) => `when '${code}' then '${unit}'`).join(' ')} end`;

/** The life of a commitment: it is failed where the enterprise did not keep it. */
export const stabilisationCommitmentRules: RulesOf<typeof stabilisationCommitments> = {
  steps: {
    approve: { from: ['registered'], to: 'approved' },
    adjust: { from: ['approved'], to: null, needsReason: true },
    deliver: { from: ['approved'], to: 'delivered' },
    fail: { from: ['approved'], to: 'failed', needsReason: true },
    withdraw: { from: ['registered', 'approved'], to: 'withdrawn', needsReason: true },
  },
  derived: { unit: unitSql },
  corrects: (before, after, step) =>
    step === 'adjust' || before.state === 'registered' ? [] : otherIn(before, after, agreed),
  check({ state, soldQuantity, belowMarketPct }) {
    if (state === 'registered' && soldQuantity !== null)
      throw refusal('stabilisation-commitment.sold-before-approval', 'soldQuantity');
    if (state === 'delivered' && soldQuantity === null)
      throw refusal('stabilisation-commitment.needs-sold', 'soldQuantity');
    if (belowMarketPct !== null && decimal(belowMarketPct).greaterThan(100))
      throw refusal('stabilisation-commitment.discount-beyond-100', 'belowMarketPct', {
        pct: belowMarketPct,
      });
  },
};

/** The life of a point of sale. */
export const stabilisationPointRules: RulesOf<typeof stabilisationPoints> = {
  steps: {
    open: { from: ['planned'], to: 'operating' },
    close: { from: ['operating'], to: 'closed' },
    withdraw: { from: ['planned', 'operating'], to: 'withdrawn', needsReason: true },
  },
  check: ({ startsOn, endsOn }) => requireDays(startsOn, endsOn),
  // The day planned is no proof: it takes part since it was opened, if that is later.
  after: (_before, after, step, on) =>
    step === 'open' && on > after.startsOn ? { ...after, startsOn: on } : after,
};

/** The life of a trip: what it sold is known once it was held. */
export const mobileSaleRules: RulesOf<typeof mobileSales> = {
  steps: {
    hold: { from: ['planned'], to: 'held' },
    report: { from: ['held'], to: 'reported' },
    cancel: { from: ['planned'], to: 'cancelled', needsReason: true },
  },
  check({ state, heldOn, revenueMn }, on) {
    const wasHeld = state === 'held' || state === 'reported';
    if (!wasHeld && revenueMn !== null) throw refusal('mobile-sale.revenue-before-held', 'revenueMn');
    if (state === 'reported' && revenueMn === null) throw refusal('mobile-sale.needs-revenue', 'revenueMn');
    if (wasHeld && heldOn > on) throw refusal('mobile-sale.not-yet', 'heldOn', { heldOn, on });
  },
  // It may have been held on another day than was planned: the step's, unless it says yet another.
  after: (before, after, step, on) =>
    step === 'hold' && after.heldOn === before.heldOn ? { ...after, heldOn: on } : after,
};

/** What a decision says of a programme, and of a commitment: once approved, it is adjusted. */
const decided = ['startsOn', 'endsOn', 'goods', 'loanSupportMn', 'reserveValueMn'] as const;
const agreed = [
  'programmeCode',
  'taxCode',
  'goods',
  'committedQuantity',
  'belowMarketPct',
  'loanMn',
] as const;

/** The fields, of these, that are not as they were; what was not known is no correction. */
const otherIn = <E extends object, F extends keyof E>(before: E, after: E, fields: readonly F[]): F[] =>
  fields.filter(
    (field) => before[field] !== null && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

/** @throws Problem stabilisation.ends-before-start */
function requireDays(startsOn: string, endsOn: string): void {
  if (endsOn < startsOn) throw refusal('stabilisation.ends-before-start', 'endsOn', { startsOn, endsOn });
}

const refusal = (code: ProblemCode, field: string, params: Record<string, string> = {}): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
