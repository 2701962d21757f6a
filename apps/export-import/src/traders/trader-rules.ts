import { Problem, type ProblemCode, type traders } from '@doit/contracts';
import { today, type RulesOf } from '@doit/registers';
import { requireCountries } from '../countries';
import { refuseFutureDays } from '../days';
import { requireHsCodes } from '../hs-codes';

const live = ['registered', 'trading', 'suspended'] as const;

/**
 * The life of an exporter or importer. On the portal it stands or not, whatever it trades: who comes back to the portal keeps
 * the first day, as if it had never left.
 */
export const traderRules: RulesOf<typeof traders> = {
  steps: {
    'begin-trading': { from: ['registered'], to: 'trading' },
    suspend: { from: ['trading'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'trading' },
    'list-on-portal': { from: live, to: null },
    'leave-portal': { from: live, to: null },
    close: { from: ['trading', 'suspended'], to: 'closed', needsReason: true },
    withdraw: { from: ['registered'], to: 'withdrawn', needsReason: true },
  },
  derived: {
    portal: (row) => `case when ${row}.portal_registered_on is null then null
      when ${row}.state = 'withdrawn' or ${row}.portal_ended_on < ${today} then 'left' else 'on' end`,
  },
  check(entry) {
    const { state, markets, portalRegisteredOn, portalEndedOn } = entry;
    requireCountries((markets ?? []).map((market, n) => [`/markets/${n}`, market] as const));
    requireHsCodes('products', entry.products);
    requireHsCodes('portalProducts', entry.portalProducts);
    refuseFutureDays(entry, ['portalRegisteredOn', 'portalEndedOn']);
    if (portalEndedOn !== null && (portalRegisteredOn === null || portalEndedOn < portalRegisteredOn))
      throw refusal('/portalEndedOn', 'trader.portal-days');
    if (state === 'closed' && portalRegisteredOn !== null && portalEndedOn === null)
      throw refusal('/portalEndedOn', 'trader.closed-on-portal');
  },
  after(before, after, step, on, document) {
    const isOn = before.portalRegisteredOn !== null && before.portalEndedOn === null;
    switch (step) {
      case 'list-on-portal':
        if (isOn) throw refusal('/step', 'trader.on-portal-already');
        return {
          ...after,
          portalRegisteredOn: after.portalRegisteredOn ?? on,
          portalEndedOn: null,
          portalReference: after.portalReference ?? document,
        };
      case 'leave-portal':
        if (!isOn) throw refusal('/step', 'trader.not-on-portal');
        return { ...after, portalEndedOn: on };
      case 'close':
        return isOn ? { ...after, portalEndedOn: on } : after;
      default:
        return after;
    }
  },
};

const refusal = (pointer: string, code: ProblemCode): Problem => new Problem(code, {}, [{ pointer, code }]);
