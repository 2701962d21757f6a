import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Part, Text, Whole } from './fields';
import { EventOverlaps } from './promotion-overlaps';
import { eventKinds, eventLevels, eventStates, promotionSectors } from './promotion-words';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const count = { nullable: true } as const;
const country = { max: 2, pattern: /^[A-Z]{2}$/ } as const;

/** An event of trade promotion (xúc tiến thương mại): of some days, which may lie in two years. */
export class PromotionEventFields extends RegisterFields {
  @OneOf('Kind', eventKinds) kind: (typeof eventKinds)[number];
  @OneOf('Level', eventLevels) level: (typeof eventLevels)[number];
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @Text('Town or venue; of a livestream, the platform', { max: 200 }) place: string;
  @Text('Country in which it is held, ISO 3166 and not VN; null: Viet Nam', { ...country, nullable: true })
  country: string | null;
  @Text('Territory in which the place lies, where that is not the host’s', { max: 60, nullable: true })
  placeTerritory: string | null;
  @OneOf('Sectors whose goods or services it promotes', promotionSectors, { many: 20 })
  sectors: (typeof promotionSectors)[number][];
  @Text('Target markets beside the country in which it is held, ISO 3166; null or empty: no others', {
    ...country,
    many: 60,
    nullable: true,
  })
  targetMarkets: string[] | null;
  @Text('Organisation that hosts it', { max: 200 }) host: string;
  @Text('Territories whose departments host it too', { max: 60, many: 70, nullable: true })
  coHosts: string[] | null;
  @Text('Group of territories whose programme it belongs to', { max: 60, nullable: true })
  unitGroup: string | null;
  @Whole('Booths', count) booths: number | null;
  @Decimal('Paid by the central budget, VND millions', amount) centralMn: string | null;
  @Decimal('Paid by the province’s budget, VND millions', amount) provinceMn: string | null;
  @Decimal('Paid by enterprises, VND millions', amount) enterprisesMn: string | null;
  @Decimal('Paid by others, VND millions', amount) othersMn: string | null;
  @Whole('Contracts signed', count) contracts: number | null;
  @Whole('Memoranda signed', count) memoranda: number | null;
  @Decimal('Value of what was signed and sold, VND millions', amount) resultValueMn: string | null;
  @Whole('Visitors', count) visitors: number | null;
  @Decimal('What it cost, VND millions; null: not all four sources are known', amount) costMn: string | null;
  @Decimal(
    'Cost for each contract, VND millions; null: one of the two is not known, or there is none',
    amount,
  )
  costPerContractMn: string | null;
  @Decimal('Cost of each dong of what was signed and sold; null: one of the two is not known, or it is 0', {
    places: 6,
    min: 0,
    nullable: true,
  })
  costPerValue: string | null;
}

/** What is found of an event on the shared calendar when it is entered or moved. */
export class PromotionEventNotices {
  @Part('Events that it overlaps with', () => EventOverlaps) overlaps: EventOverlaps;
}

export const promotionEvents = register({
  service: 'trade',
  noun: 'promotion-event',
  path: 'promotion-events',
  words: 'promotion event',
  fields: PromotionEventFields,
  states: eventStates,
  steps: ['approve', 'begin', 'hold', 'report', 'postpone', 'reschedule', 'cancel'],
  filters: ['kind', 'level', 'unitGroup'],
  sorts: ['startsOn', 'endsOn'],
  errors: [
    'territory.unknown',
    'promotion-event.ends-before-start',
    'promotion-event.too-long',
    'promotion-event.day-out-of-range',
    'promotion-event.not-begun',
    'promotion-event.at-home',
    'promotion-event.country-unknown',
    'promotion-event.needs-results',
    'promotion-event.needs-other-days',
  ],
  // What enterprises paid and earned is theirs; what the budgets paid is published with the programme that they are in.
  publicFields: [
    ...(['kind', 'level', 'startsOn', 'endsOn', 'place', 'country', 'placeTerritory', 'sectors'] as const),
    ...(['targetMarkets', 'host', 'coHosts', 'unitGroup', 'booths'] as const),
    ...(['contracts', 'memoranda', 'visitors'] as const),
  ],
  derived: ['costMn', 'costPerContractMn', 'costPerValue'],
  notices: PromotionEventNotices,
});
