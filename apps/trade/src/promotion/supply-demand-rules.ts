import { Problem, type demandRequests, type supplyOffers } from '@doit/contracts';
import type { RulesOf } from '@doit/registers';
import { requireUnit } from './promotion-event-rules';

export const supplyOfferRules: RulesOf<typeof supplyOffers> = {
  steps: {
    verify: { from: ['listed'], to: 'verified' },
    withdraw: { from: ['listed', 'verified'], to: 'withdrawn', needsReason: true },
  },
  check: ({ availableFrom, availableTo }) => requireOrder(availableFrom, availableTo, '/availableTo'),
};

export const demandRequestRules: RulesOf<typeof demandRequests> = {
  steps: {
    talk: { from: ['open'], to: 'in-talks' },
    agree: { from: ['open', 'in-talks'], to: 'agreed' },
    deliver: { from: ['agreed'], to: 'delivered' },
    fail: { from: ['in-talks', 'agreed'], to: 'failed', needsReason: true },
    withdraw: { from: ['open', 'in-talks'], to: 'withdrawn', needsReason: true },
  },
  check({ neededFrom, neededTo, state, eventTerritory, offerTerritory, offerCode, agreedMn }) {
    requireOrder(neededFrom, neededTo, '/neededTo');
    if (eventTerritory !== null) requireUnit(eventTerritory, '/eventTerritory');
    if (offerTerritory !== null) requireUnit(offerTerritory, '/offerTerritory');
    const code = 'demand.needs-outcome';
    if (['agreed', 'delivered'].includes(state) && offerCode === null && agreedMn === null)
      throw new Problem(code, {}, [{ pointer: '/offerCode', code }]);
  },
};

/** @throws Problem supply.ends-before-start */
function requireOrder(from: string | null, to: string | null, pointer: string): void {
  if (from === null || to === null || from <= to) return;
  const [code, params] = ['supply.ends-before-start', { from, to }] as const;
  throw new Problem(code, params, [{ pointer, code, params }]);
}
