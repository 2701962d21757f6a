import { Problem, type BothLanguages, type originCertificates, type ProblemCode } from '@doit/contracts';
import { agreementOfForm, isCountry, isInForce, originForms, type Agreement } from '@doit/reference';
import { todayInVietNam, type RulesOf } from '@doit/registers';

/** States of a certificate that was issued once, whatever became of it. */
const wasIssued: readonly string[] = ['issued', 'replaced', 'cancelled'];
const before: readonly ['applied', 'supplement-requested'] = ['applied', 'supplement-requested'];

const agreementSql = (row: string): string =>
  `case ${row}.form ${originForms
    .filter(({ agreement }) => agreement !== null)
    .map(({ code, agreement }) => `when '${code}' then '${agreement ?? ''}'`)
    .join(' ')} end`;

/** What the certificate says. */
const said = [
  ...(['number', 'form', 'exporter', 'taxCode', 'market', 'hsCodes', 'valueUsd', 'issuedOn'] as const),
] as const;

/** The life of a certificate of origin: only one that is issued counts; what it says is set right by who may approve. */
export const originCertificateRules: RulesOf<typeof originCertificates> = {
  steps: {
    'request-supplement': { from: ['applied'], to: 'supplement-requested', needsReason: true },
    supplement: { from: ['supplement-requested'], to: 'applied' },
    issue: { from: before, to: 'issued' },
    replace: { from: ['issued'], to: 'replaced', needsReason: true },
    cancel: { from: ['issued'], to: 'cancelled', needsReason: true },
    reject: { from: before, to: 'rejected', needsReason: true },
    withdraw: { from: before, to: 'withdrawn', needsReason: true },
  },
  derived: { agreement: agreementSql },
  check({ state, stateOn, form, market, issuedOn, exportedOn }, on) {
    if (!isCountry(market) || market === 'VN') throw refusal('origin.market-unknown', 'market', { market });
    if (wasIssued.includes(state) && issuedOn === null)
      throw refusal('origin.needs-day-of-issue', 'issuedOn');
    if (!wasIssued.includes(state) && issuedOn !== null)
      throw refusal('origin.not-issued', 'issuedOn', { state });
    for (const [field, day] of [
      ['issuedOn', issuedOn],
      ['exportedOn', exportedOn],
    ] as const)
      if (day !== null && day > todayInVietNam()) throw refusal('origin.day-in-future', field, { day });
    const day = issuedOn ?? stateOn ?? on;
    const against = reasonAgainst(form, market, day);
    if (against)
      throw refusal('origin.form-not-for-market', 'form', { form, market, on: day, source: against });
  },
  after: (_before, after, step, on, document) =>
    step === 'issue' ? { ...after, issuedOn: after.issuedOn ?? on, number: after.number ?? document } : after,
  corrects: (before, after, step) =>
    step === null && wasIssued.includes(before.state)
      ? said.filter(
          (field) => before[field] !== null && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
        )
      : [],
};

/** Why a form cannot be used for goods to a market on a day, or null: where the agreement is in force, or the form is of none. */
export function reasonAgainst(form: string, market: string, day: string): BothLanguages | null {
  const agreement = agreementOfForm(form);
  return agreement && reasonNotInForce(agreement, market, day);
}

/** Why an agreement gives no preference in a market on a day, with where that is from; null: it does. */
export function reasonNotInForce(agreement: Agreement, market: string, day: string): BothLanguages | null {
  const { name, memberships } = agreement;
  const party = memberships.find(({ country }) => country === market);
  if (party && isInForce(party, day)) return null;
  const read = party?.verified
    ? { vi: '', en: '' }
    : { vi: ' (chưa đối chiếu văn bản chính thức)', en: ' (not yet read in the official text)' };
  if (!party)
    return {
      vi: `${market} không phải thành viên của hiệp định ${name.vi}`,
      en: `${market} is no party of the agreement ${name.en}`,
    };
  const { from, to } = party;
  if (from === null)
    return {
      vi: `chưa rõ ngày hiệp định ${name.vi} có hiệu lực với ${market}${read.vi}`,
      en: `it is not known since when the agreement ${name.en} is in force with ${market}${read.en}`,
    };
  return {
    vi: `hiệp định ${name.vi} có hiệu lực với ${market} từ ${from}${to ? ` đến ${to}` : ''}${read.vi}`,
    en: `the agreement ${name.en} is in force with ${market} from ${from}${to ? ` to ${to}` : ' on'}${read.en}`,
  };
}

const refusal = (
  code: ProblemCode,
  field: string,
  params: Record<string, string | BothLanguages> = {},
): Problem => new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
