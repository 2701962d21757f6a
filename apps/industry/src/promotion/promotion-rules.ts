import {
  Problem,
  type componentNeeds,
  type consultancies,
  type investorLeads,
  type promotionProgrammes,
  type schemes,
  type suppliers,
  type Entry,
  type SchemeFields,
  type schemeStates,
} from '@doit/contracts';
import { decimal, decimalText, Exact, ruleOn, type RuleId } from '@doit/reference';
import type { Finding, RulesOf } from '@doit/registers';
import { takingStates } from './programme-use';

type Scheme = Entry<SchemeFields, (typeof schemeStates)[number]>;

/** A programme is approved by a decision; what adjusts it stands in its history, with the reason. */
export const promotionProgrammeRules: RulesOf<typeof promotionProgrammes> = {
  steps: {
    approve: { from: ['drafted'], to: 'approved' },
    adjust: { from: ['approved'], to: null, needsReason: true },
    close: { from: ['approved'], to: 'closed' },
    withdraw: { from: ['drafted', 'approved'], to: 'withdrawn', needsReason: true },
  },
  check({ state, decisionNumber }) {
    const code = 'promotion-programme.needs-decision';
    if (['approved', 'closed'].includes(state) && decisionNumber === null)
      throw new Problem(code, {}, [{ pointer: '/decisionNumber', code }]);
  },
  after: (_before, after, step, on, document) =>
    step === 'approve'
      ? { ...after, decisionNumber: after.decisionNumber ?? document, decidedOn: after.decidedOn ?? on }
      : after,
};

/**
 * The life of a scheme (Decree 45/2012/NĐ-CP, Circular 46/2012/TT-BCT): one that the national budget pays is appraised
 * nationally, too.
 */
export const schemeRules: RulesOf<typeof schemes> = {
  steps: {
    register: { from: ['idea'], to: 'registered' },
    appraise: { from: ['registered'], to: 'appraised-by-province' },
    'appraise-nationally': { from: ['appraised-by-province'], to: 'appraised-nationally' },
    approve: { from: ['appraised-by-province', 'appraised-nationally'], to: 'approved' },
    contract: { from: ['approved'], to: 'contracted' },
    begin: { from: ['contracted'], to: 'implementing' },
    inspect: { from: ['implementing'], to: 'inspected' },
    accept: { from: ['inspected'], to: 'accepted' },
    pay: { from: ['accepted'], to: 'paid' },
    'post-check': { from: ['paid'], to: 'post-checked' },
    adjust: { from: ['approved', 'contracted', 'implementing'], to: null, needsReason: true },
    stop: {
      from: [
        'idea',
        'registered',
        'appraised-by-province',
        'appraised-nationally',
        'approved',
        'contracted',
        'implementing',
      ],
      to: 'stopped',
      needsReason: true,
    },
  },
  check({ state, nationallyAppraisedOn, paidMn, supportMn }) {
    if (nationallyAppraisedOn !== null && ['idea', 'registered', 'appraised-by-province'].includes(state)) {
      const code = 'scheme.appraised-too-early';
      throw new Problem(code, {}, [{ pointer: '/nationallyAppraisedOn', code }]);
    }
    if (paidMn === null || supportMn === null || decimal(paidMn).lessThanOrEqualTo(supportMn)) return;
    const code = 'scheme.paid-beyond-support';
    const params = { paid: paidMn, support: supportMn };
    throw new Problem(code, params, [{ pointer: '/paidMn', code, params }]);
  },
  after(before, after, step, on) {
    if (step === 'appraise-nationally') return { ...after, nationallyAppraisedOn: on };
    const isAppraised = step === 'approve' && before.state === 'appraised-nationally';
    return isAppraised && after.nationallyAppraisedOn === null
      ? { ...after, nationallyAppraisedOn: before.stateOn ?? on }
      : after;
  },
  corrects(before, after, step) {
    const isSame = before.nationallyAppraisedOn === after.nationallyAppraisedOn;
    const isOwn = step === 'appraise-nationally' || before.state === 'appraised-nationally';
    return isSame || isOwn ? [] : ['nationallyAppraisedOn'];
  },
  stands(scheme, on) {
    if (!takingStates.some((state) => state === scheme.state)) return [];
    return [...notAppraised(scheme, on), ...overShare(scheme, on), ...overCap(scheme, on)];
  },
  meets(_before, { budget }, step, on) {
    const rule = ruleOn('scheme.national-appraisal', on);
    return step === 'appraise-nationally' && budget === 'local' && rule
      ? [{ code: 'scheme.not-national', rule }]
      : [];
  },
};

/** What the national budget pays is appraised nationally before it is approved. */
function notAppraised({ budget, nationallyAppraisedOn }: Scheme, on: string): Finding[] {
  const rule = ruleOn('scheme.national-appraisal', on);
  const isAppraised = nationallyAppraisedOn !== null && nationallyAppraisedOn <= on;
  if (!rule || budget === 'local' || isAppraised) return [];
  return [{ code: 'scheme.needs-national-appraisal', rule, field: 'nationallyAppraisedOn' }];
}

/** The budget's share of what a scheme costs. */
function overShare({ kind, supportMn, counterpartMn }: Scheme, on: string): Finding[] {
  const rule = ruleOn(kind === 'demonstration-model' ? 'scheme.max-model-pct' : 'scheme.max-share-pct', on);
  const isShared = kind === 'demonstration-model' || kind === 'machinery';
  if (!rule || !isShared || supportMn === null) return [];
  const total = decimal(supportMn).plus(counterpartMn ?? '0');
  if (total.isZero()) return [];
  const exact = decimal(supportMn).times(100).dividedBy(total);
  if (exact.lessThanOrEqualTo(rule.value)) return [];
  // Rounded up: what is too much must not read as if it were not.
  const share = exact.toDecimalPlaces(2, Exact.ROUND_UP).toString();
  const breach = decimalText(exact.minus(rule.value));
  return [{ code: 'scheme.over-half', params: { share, max: rule.value }, rule, field: 'supportMn', breach }];
}

const caps: Partial<Record<Scheme['kind'], RuleId>> = {
  machinery: 'scheme.max-machinery-mn',
  'demonstration-model': 'scheme.max-model-mn',
};

/** The most that one scheme of its kind gets. */
function overCap({ kind, supportMn }: Scheme, on: string): Finding[] {
  const id = caps[kind];
  const rule = id && ruleOn(id, on);
  if (!rule || supportMn === null || decimal(supportMn).lessThanOrEqualTo(rule.value)) return [];
  const breach = decimalText(decimal(supportMn).minus(rule.value));
  return [
    {
      code: 'scheme.over-cap',
      params: { support: supportMn, max: rule.value },
      rule,
      field: 'supportMn',
      breach,
    },
  ];
}

export const consultancyRules: RulesOf<typeof consultancies> = {
  steps: {
    begin: { from: ['agreed'], to: 'under-way' },
    finish: { from: ['under-way'], to: 'finished' },
    withdraw: { from: ['agreed', 'under-way'], to: 'withdrawn', needsReason: true },
  },
};

export const supplierRules: RulesOf<typeof suppliers> = {
  steps: {
    verify: { from: ['listed'], to: 'verified' },
    withdraw: { from: ['listed', 'verified'], to: 'withdrawn', needsReason: true },
  },
};

export const componentNeedRules: RulesOf<typeof componentNeeds> = {
  steps: {
    talk: { from: ['open'], to: 'in-talks' },
    agree: { from: ['open', 'in-talks'], to: 'agreed' },
    withdraw: { from: ['open', 'in-talks'], to: 'withdrawn', needsReason: true },
  },
};

export const investorLeadRules: RulesOf<typeof investorLeads> = {
  steps: {
    talk: { from: ['interested'], to: 'in-talks' },
    offer: { from: ['interested', 'in-talks'], to: 'offered' },
    apply: { from: ['offered'], to: 'applied' },
    decide: { from: ['applied'], to: 'decided' },
    refuse: { from: ['applied'], to: 'refused', needsReason: true },
    withdraw: { from: ['interested', 'in-talks', 'offered', 'applied'], to: 'withdrawn', needsReason: true },
  },
};
