import { RegisterFields } from './entry';
import { Day, Decimal, Free, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { BothLanguages } from './problem-list';
import { promotionSectors } from './promotion-words';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const unit = { max: 60, nullable: true } as const;

export const goodsStandards = [
  'VIETGAP',
  'GLOBALGAP',
  'ORGANIC',
  'HACCP',
  'ISO-22000',
  'HALAL',
  'OCOP',
] as const;

/** What a group of producers offers to sell. */
export class SupplyOfferFields extends RegisterFields {
  @Text('Cooperative, craft village or enterprise', { max: 200 }) producer: string;
  @Text('Product', { max: 200 }) product: string;
  @OneOf('Sector', promotionSectors) sector: (typeof promotionSectors)[number];
  @OneOf('Standards that it has', goodsStandards, { many: 7, nullable: true }) standards:
    (typeof goodsStandards)[number][] | null;
  @Text('Unit of the quantity', unit) unit: string | null;
  @Decimal('Quantity free in a month', amount) monthlyQuantity: string | null;
  @Day('From when; null: at any time', { nullable: true }) availableFrom: string | null;
  @Day('Until when; null: without end', { nullable: true }) availableTo: string | null;
}

export const supplyOffers = register({
  service: 'trade',
  noun: 'supply-offer',
  path: 'supply-offers',
  words: 'supply offer',
  fields: SupplyOfferFields,
  states: ['listed', 'verified', 'withdrawn'],
  steps: ['verify', 'withdraw'],
  filters: ['sector'],
  sorts: ['monthlyQuantity', 'availableFrom'],
  errors: ['supply.ends-before-start'],
});

/** What a distributor looks for, and what came of it. */
export class DemandRequestFields extends RegisterFields {
  @Text('Distributor', { max: 200 }) distributor: string;
  @Text('Product', { max: 200 }) product: string;
  @OneOf('Sector', promotionSectors) sector: (typeof promotionSectors)[number];
  @OneOf('Standards asked for', goodsStandards, { many: 7, nullable: true }) standards:
    (typeof goodsStandards)[number][] | null;
  @Text('Unit of the quantity', unit) unit: string | null;
  @Decimal('Quantity in a month', amount) monthlyQuantity: string | null;
  @Day('From when; null: at once', { nullable: true }) neededFrom: string | null;
  @Day('Until when; null: without end', { nullable: true }) neededTo: string | null;
  @Text('Territory in whose register that event is; null: this one', { max: 60, nullable: true })
  eventTerritory: string | null;
  @Text('Code of the event at which they met', { max: 40, nullable: true }) eventCode: string | null;
  @Text('Territory in whose register that offer is; null: this one', { max: 60, nullable: true })
  offerTerritory: string | null;
  @Text('Code of the offer that was agreed with', { max: 40, nullable: true }) offerCode: string | null;
  @Decimal('Value agreed, VND millions', amount) agreedMn: string | null;
  @Decimal('Value delivered, VND millions', amount) deliveredMn: string | null;
}

export const demandRequests = register({
  service: 'trade',
  noun: 'demand-request',
  path: 'demand-requests',
  words: 'demand request',
  fields: DemandRequestFields,
  states: ['open', 'in-talks', 'agreed', 'delivered', 'failed', 'withdrawn'],
  steps: ['talk', 'agree', 'deliver', 'fail', 'withdraw'],
  filters: ['sector'],
  sorts: ['neededFrom', 'monthlyQuantity', 'agreedMn'],
  errors: ['supply.ends-before-start', 'demand.needs-outcome', 'territory.unknown'],
});

export const offerCriteria = [
  'product',
  'sector',
  'standards',
  'quantity',
  'time',
  'verified',
  'place',
] as const;

/** How an offer meets one criterion, and why. */
export class OfferReason {
  @OneOf('Criterion', offerCriteria) criterion: (typeof offerCriteria)[number];
  @Whole('Points', { max: 100 }) points: number;
  @Whole('Of so many', { max: 100 }) of: number;
  @Free('Why, vi and en', { type: 'object' }) reason: BothLanguages;
}

/** An offer that may meet a request. */
export class OfferMatch {
  @Id('The offer') id: string;
  @Text('Its code') code: string;
  @Text('Who offers it') producer: string;
  @Text('Its territory') territory: string;
  @Text('Its product') product: string;
  @Whole('Points of 100', { max: 100 }) points: number;
  @Part('By criterion', () => OfferReason, { many: 7 }) reasons: OfferReason[];
}

export class FindOffers {
  @Id('The request') id: string;
  @Whole('How many at most. Default: 20', { min: 1, max: 100, optional: true }) limit?: number;
}

export class OfferMatches {
  @Part('Most points first', () => OfferMatch, { many: 100 }) items: OfferMatch[];
}

/** Which offers may meet a request: those of one's own territories, and verified ones of all. */
export const offerMatches = operation({
  route: 'GET /demand-requests/:id/matches',
  summary: 'Offers that may meet a request, the best first, each with its reasons',
  access: 'trade:read',
  input: FindOffers,
  output: OfferMatches,
  errors: ['register.not-found', 'territory.not-yours'],
});

/** A request that an offer may meet. */
export class RequestMatch {
  @Id('The request') id: string;
  @Text('Its code') code: string;
  @Text('Who looks for it') distributor: string;
  @Text('Its territory') territory: string;
  @Text('The product that it looks for') product: string;
  @Whole('Points of 100', { max: 100 }) points: number;
  @Part('By criterion', () => OfferReason, { many: 7 }) reasons: OfferReason[];
}

export class FindRequests {
  @Id('The offer') id: string;
  @Whole('How many at most. Default: 20', { min: 1, max: 100, optional: true }) limit?: number;
}

export class RequestMatches {
  @Part('Most points first', () => RequestMatch, { many: 100 }) items: RequestMatch[];
}

/** Which requests an offer may meet: open ones of one's own territories, since others are their readers' own. */
export const requestMatches = operation({
  route: 'GET /supply-offers/:id/matches',
  summary: 'Open requests that an offer may meet, the best first, each with its reasons',
  access: 'trade:read',
  input: FindRequests,
  output: RequestMatches,
  errors: ['register.not-found', 'territory.not-yours'],
});
