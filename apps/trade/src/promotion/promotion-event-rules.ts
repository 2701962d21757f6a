import { Problem, type promotionEvents, type Entry, type PromotionEventFields } from '@doit/contracts';
import { territory } from '@doit/reference';
import type { RulesOf } from '@doit/registers';
import { isGroup } from './groups';

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
  check(event) {
    requireDays(event);
    requireKnown(event);
    const { contracts, memoranda, resultValueMn, visitors } = event;
    const code = 'promotion-event.needs-results';
    if (
      event.state === 'reported' &&
      [contracts, memoranda, resultValueMn, visitors].every((each) => each === null)
    )
      throw new Problem(code, {}, [{ pointer: '/contracts', code }]);
  },
  after(before, after, step) {
    const code = 'promotion-event.needs-other-days';
    if (step === 'reschedule' && after.startsOn === before.startsOn && after.endsOn === before.endsOn)
      throw new Problem(code, {}, [{ pointer: '/known/startsOn', code }]);
    return after;
  },
};

/** Null where a source is not known: what is not known is not zero. */
const cost = (row: string): string =>
  `(${['central_mn', 'province_mn', 'enterprises_mn', 'others_mn'].map((source) => `${row}.${source}`).join(' + ')})`;

/** Longer than that is a programme of several events. */
const longest = 366;

/** @throws Problem promotion-event.ends-before-start, promotion-event.too-long */
export function requireDays({
  startsOn,
  endsOn,
}: Pick<Entry<PromotionEventFields>, 'startsOn' | 'endsOn'>): void {
  const pointer = '/endsOn';
  if (endsOn < startsOn) {
    const code = 'promotion-event.ends-before-start';
    throw new Problem(code, { startsOn, endsOn }, [{ pointer, code, params: { startsOn, endsOn } }]);
  }
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;
  if (days <= longest) return;
  const code = 'promotion-event.too-long';
  const params = { days, max: longest };
  throw new Problem(code, params, [{ pointer, code, params }]);
}

/** @throws Problem territory.unknown, where a host or the place is no province, or the group is none */
function requireKnown({ coHosts, placeTerritory, unitGroup }: Entry<PromotionEventFields>): void {
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
