import { Problem, type promotionEvents, type Entry, type PromotionEventFields } from '@doit/contracts';
import { territory } from '@doit/reference';
import { isGroup, type RulesOf } from '@doit/registers';
import { requireCountries } from './countries';
import { requireBegun, requireDays } from './days';

/** The life of a promotion event. One that gets other days is registered anew: who approved it approved its days. */
export const promotionEventRules: RulesOf<typeof promotionEvents> = {
  steps: {
    approve: { from: ['registered'], to: 'approved' },
    begin: { from: ['approved'], to: 'under-way' },
    hold: { from: ['approved', 'under-way'], to: 'held' },
    report: { from: ['held'], to: 'reported' },
    postpone: { from: ['registered', 'approved'], to: 'postponed', needsReason: true },
    reschedule: { from: ['registered', 'approved', 'postponed'], to: 'registered', needsReason: true },
    cancel: {
      from: ['registered', 'approved', 'under-way', 'postponed'],
      to: 'cancelled',
      needsReason: true,
    },
  },
  derived: {
    costMn: (row) => `${cost(row)}::text`,
    costPerContractMn: (row) => `round(${cost(row)} / nullif(${row}.contracts, 0), 3)::text`,
    costPerValue: (row) => `round(${cost(row)} / nullif(${row}.result_value_mn, 0), 6)::text`,
  },
  check(event, on) {
    requireDays(event);
    requireKnown(event);
    if (begun.includes(event.state)) requireBegun(event, event.stateOn ?? on, '/startsOn');
    const { contracts, memoranda, resultValueMn, visitors } = event;
    const code = 'promotion-event.needs-results';
    if (
      event.state === 'reported' &&
      [contracts, memoranda, resultValueMn, visitors].every((each) => each === null)
    )
      throw new Problem(code, {}, [{ pointer: '/contracts', code }]);
  },
  after(before, after, step, on) {
    if (begun.includes(after.state)) requireBegun(after, on, '/on');
    const code = 'promotion-event.needs-other-days';
    if (step === 'reschedule' && after.startsOn === before.startsOn && after.endsOn === before.endsOn)
      throw new Problem(code, {}, [{ pointer: '/known/startsOn', code }]);
    return after;
  },
  // Who approved it approved its days: others are a new registration (`reschedule`), or a mistake that is set right.
  corrects(before, after, step) {
    if (step === 'reschedule' || before.state === 'registered' || before.state === 'postponed') return [];
    return (['startsOn', 'endsOn'] as const).filter((field) => before[field] !== after[field]);
  },
};

/** The states of what began. */
const begun: readonly string[] = ['under-way', 'held', 'reported'];

/** Null where a source is not known: what is not known is not zero. */
const cost = (row: string): string =>
  `(${['central_mn', 'province_mn', 'enterprises_mn', 'others_mn'].map((source) => `${row}.${source}`).join(' + ')})`;

/** @throws Problem territory.unknown, where a host or the place is no province, or the group is none; as requireCountries */
function requireKnown(event: Entry<PromotionEventFields>): void {
  const { coHosts, placeTerritory, unitGroup } = event;
  requireCountries(event);
  coHosts?.forEach((host, n) => requireUnit(host, `/coHosts/${n}`));
  if (placeTerritory !== null) requireUnit(placeTerritory, '/placeTerritory');
  if (unitGroup !== null && !isGroup(unitGroup)) throw unknown(unitGroup, '/unitGroup');
}

/** @throws Problem territory.unknown */
export function requireUnit(id: string, pointer: string): void {
  if (!['province', 'city'].includes(territory(id)?.type ?? '')) throw unknown(id, pointer);
}

function unknown(id: string, pointer: string): Problem {
  const params = { territory: id };
  return new Problem('territory.unknown', params, [{ pointer, code: 'territory.unknown', params }]);
}
