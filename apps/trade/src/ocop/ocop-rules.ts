import { Problem, type ocopProducts, type ProblemCode } from '@doit/contracts';
import { decimal } from '@doit/reference';
import { todayInVietNam, type RulesOf } from '@doit/registers';
import { expirySql, starsOn, starsSql } from './ocop-stars';

/**
 * The life of a certificate of One Commune One Product: each grading is an entry of its own, and what was graded anew is
 * superseded by that on its day.
 */
export const ocopProductRules: RulesOf<typeof ocopProducts> = {
  steps: {
    grade: { from: ['registered'], to: 'graded' },
    certify: { from: ['graded'], to: 'certified' },
    supersede: { from: ['certified'], to: 'superseded' },
    revoke: { from: ['certified'], to: 'revoked', needsReason: true },
    withdraw: { from: ['registered', 'graded'], to: 'withdrawn', needsReason: true },
  },
  derived: { stars: starsSql(), expiresOn: expirySql() },
  check({ state, score, council, certificateNumber, issuedOn }, on) {
    if (score !== null && decimal(score).greaterThan(100))
      throw refusal('score', 'ocop.score-beyond-100', { score });
    if (issuedOn !== null && issuedOn > todayInVietNam())
      throw refusal('issuedOn', 'register.step-in-future', { on: issuedOn });
    const unsaid =
      certificateNumber === null ? 'certificateNumber' : issuedOn === null ? 'issuedOn' : undefined;
    if (state === 'certified' && unsaid) throw refusal(unsaid, 'ocop.needs-certificate', {});
    const day = issuedOn ?? on;
    // Where the stars of a day are not known, no score is too low.
    const isKnown = starsOn({ score: '100', council: 'central' }, day) !== null;
    if (state === 'certified' && score !== null && isKnown && starsOn({ score, council }, day) === null)
      throw refusal('score', 'ocop.score-without-stars', { score });
  },
  after: (_before, after, step, on, document) =>
    step === 'certify'
      ? { ...after, certificateNumber: after.certificateNumber ?? document, issuedOn: after.issuedOn ?? on }
      : after,
};

const refusal = (field: string, code: ProblemCode, params: Record<string, string>): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
