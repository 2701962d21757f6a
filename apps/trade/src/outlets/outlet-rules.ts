import { Problem, type licences, type outlets } from '@doit/contracts';
import type { RulesOf } from '@doit/registers';
import { classSql } from './outlet-class';

export const outletRules: RulesOf<typeof outlets> = {
  steps: {
    'begin-construction': { from: ['planned'], to: 'under-construction' },
    open: { from: ['planned', 'under-construction'], to: 'operating' },
    suspend: { from: ['operating'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'operating' },
    close: { from: ['operating', 'suspended'], to: 'closed', needsReason: true },
    withdraw: { from: ['planned', 'under-construction'], to: 'withdrawn', needsReason: true },
  },
  derived: { class: classSql() },
  after: (_before, after, step, on) =>
    step === 'open' ? { ...after, openedOn: after.openedOn ?? on } : after,
};

/** The life of a licence for petrol (Decree 83/2014/NĐ-CP) or LPG (Decree 87/2018/NĐ-CP). */
export const licenceRules: RulesOf<typeof licences> = {
  steps: {
    'request-supplement': { from: ['applied'], to: 'supplement-requested' },
    supplement: { from: ['supplement-requested'], to: 'applied' },
    grant: { from: ['applied'], to: 'granted' },
    amend: { from: ['granted', 'amended'], to: 'amended' },
    expire: { from: ['granted', 'amended'], to: 'expired' },
    revoke: { from: ['granted', 'amended'], to: 'revoked', needsReason: true },
    refuse: { from: ['applied', 'supplement-requested'], to: 'refused', needsReason: true },
    withdraw: { from: ['applied', 'supplement-requested'], to: 'withdrawn', needsReason: true },
  },
  check({ state, number, issuedOn, expiresOn }) {
    const unsaid = number === null ? 'number' : issuedOn === null ? 'issuedOn' : undefined;
    if (unsaid && inForce.includes(state)) throw refusal(unsaid, 'licence.needs-number', {});
    if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
      throw refusal('expiresOn', 'licence.expires-before-issue', { expires: expiresOn, issued: issuedOn });
  },
  after: (_before, after, step, on, document) =>
    step === 'grant' ? { ...after, number: after.number ?? document, issuedOn: after.issuedOn ?? on } : after,
};

const inForce: readonly string[] = ['granted', 'amended'];

const refusal = (
  field: string,
  code: 'licence.needs-number' | 'licence.expires-before-issue',
  params: Record<string, string>,
): Problem => new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
