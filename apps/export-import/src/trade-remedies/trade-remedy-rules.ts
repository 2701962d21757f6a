import { Problem, type Entry, type Params, type ProblemCode, type TradeRemedyFields } from '@doit/contracts';
import type { tradeRemedies } from '@doit/contracts';
import { decimal } from '@doit/reference';
import type { RulesOf } from '@doit/registers';
import { requireCountries } from '../countries';
import { refuseFutureDays } from '../days';
import { requireHsCodes } from '../hs-codes';
import { sunsetSql } from './sunset';

/** The life of a case: what the authority decides, each on its day. */
export const tradeRemedyRules: RulesOf<typeof tradeRemedies> = {
  steps: {
    'determine-preliminarily': { from: ['investigating'], to: 'preliminary' },
    impose: { from: ['investigating', 'preliminary'], to: 'measure-in-force' },
    'begin-sunset-review': { from: ['measure-in-force'], to: 'sunset-review' },
    extend: { from: ['sunset-review'], to: 'measure-in-force' },
    terminate: { from: ['investigating', 'preliminary'], to: 'terminated', needsReason: true },
    expire: { from: ['measure-in-force', 'sunset-review'], to: 'expired' },
    withdraw: { from: ['investigating', 'preliminary'], to: 'withdrawn', needsReason: true },
  },
  derived: { sunsetOn: sunsetSql() },
  check(entry) {
    const { country, hsCodes, state } = entry;
    if (country !== 'EU') requireCountries([['/country', country]]);
    if (hsCodes.length === 0) throw refusal('hsCodes', 'trade-remedy.needs-codes');
    requireHsCodes('hsCodes', hsCodes);
    refuseFutureDays(entry, ['initiatedOn', 'preliminaryOn', 'finalOn', 'measureFrom', 'extendedOn']);
    requireOrder(entry);
    const unsaid = (needed[state] ?? []).find((field) => entry[field] === null);
    if (unsaid) throw refusal(unsaid, 'trade-remedy.needs-day', { state });
  },
  after(before, after, step, on) {
    switch (step) {
      case 'determine-preliminarily':
        return { ...after, preliminaryOn: after.preliminaryOn ?? on };
      case 'impose':
        return { ...after, finalOn: after.finalOn ?? on, measureFrom: after.measureFrom ?? on };
      case 'extend': {
        // The last day that the authority had given was that of the measure before.
        const endsOn = after.endsOn === before.endsOn ? null : after.endsOn;
        const extendedOn = after.extendedOn === before.extendedOn ? on : after.extendedOn;
        return { ...after, endsOn, extendedOn };
      }
      default:
        return after;
    }
  },
};

const imposed = ['finalOn', 'measureFrom'] as const;
const needed: Readonly<Record<string, readonly (keyof TradeRemedyFields)[]>> = {
  preliminary: ['preliminaryOn'],
  ...{ 'measure-in-force': imposed, 'sunset-review': imposed, expired: imposed },
};

/** Each pair in its order, where both are known. */
const order = [
  ['initiatedOn', 'preliminaryOn'],
  ['preliminaryOn', 'finalOn'],
  ['initiatedOn', 'finalOn'],
  ['initiatedOn', 'measureFrom'],
  ['measureFrom', 'extendedOn'],
  ['measureFrom', 'endsOn'],
  ['extendedOn', 'endsOn'],
] as const;
const rates = [
  ['preliminaryRateLowPct', 'preliminaryRateHighPct'],
  ['finalRateLowPct', 'finalRateHighPct'],
] as const;

/** @throws Problem trade-remedy.days-out-of-order, trade-remedy.rates-out-of-order */
function requireOrder(entry: Entry<TradeRemedyFields>): void {
  for (const [earlier, later] of order) {
    const [from, to] = [entry[earlier], entry[later]];
    if (from !== null && to !== null && to < from) throw refusal(later, 'trade-remedy.days-out-of-order');
  }
  for (const [lowest, highest] of rates) {
    const [low, high] = [entry[lowest], entry[highest]];
    if (low !== null && high !== null && decimal(low).greaterThan(high))
      throw refusal(lowest, 'trade-remedy.rates-out-of-order', { low, high });
  }
}

const refusal = (field: string, code: ProblemCode, params: Params = {}): Problem =>
  new Problem(code, params, [{ pointer: `/${field}`, code, params }]);
