import { RegisterFields } from './entry';
import { Day, Decimal, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';

const day = { nullable: true } as const;

export const ocopGroups = ['food', 'drink', 'herbs', 'handicraft', 'ornamental', 'rural-tourism'] as const;
export const producerKinds = [
  'enterprise',
  'cooperative',
  'cooperative-group',
  'household-business',
] as const;
export const councils = ['commune', 'district', 'province', 'central'] as const;

/** A certificate of a product of One Commune One Product (OCOP), Decision 148/QĐ-TTg of 24 February 2023. */
export class OcopProductFields extends RegisterFields {
  @Text('Its producer: the registered name of an organisation or business, no person’s contact', { max: 200 })
  producer: string;
  @OneOf('What the producer is', producerKinds) producerKind: (typeof producerKinds)[number];
  @OneOf('Group of products', ocopGroups) productGroup: (typeof ocopGroups)[number];
  @Decimal('Score, of 100', { places: 2, min: 0, nullable: true }) score: string | null;
  @OneOf('Council that graded it last', councils, { nullable: true }) council:
    (typeof councils)[number] | null;
  @Text('Number of the certificate', { max: 100, nullable: true }) certificateNumber: string | null;
  @Day('Day of the certificate', day) issuedOn: string | null;
  @Text('Electronic commerce platforms on which it is sold', { max: 100, many: 20, nullable: true })
  platforms: string[] | null;
  @Text('Codes of the selling points (outlets) that have it', { max: 40, many: 100, nullable: true })
  sellingPoints: string[] | null;
  @Whole('Years in which the department supported it', { min: 2000, max: 2100, many: 20, nullable: true })
  supportedIn: number[] | null;
  @Whole('Stars by the score and the rule in force on the day of the certificate; null: none, or not known', {
    min: 3,
    max: 5,
    nullable: true,
  })
  stars: number | null;
  @Day('Last day on which the certificate is valid, by the rule in force on its day', day)
  expiresOn: string | null;
}

export const ocopStates = [
  'registered',
  'graded',
  'certified',
  'superseded',
  'revoked',
  'withdrawn',
] as const;
export const ocopSteps = ['grade', 'certify', 'supersede', 'revoke', 'withdraw'] as const;

export const ocopProducts = register({
  service: 'trade',
  noun: 'ocop-product',
  path: 'ocop-products',
  words: 'certificate of an OCOP product',
  fields: OcopProductFields,
  states: ocopStates,
  steps: ocopSteps,
  filters: ['productGroup', 'producerKind', 'council', 'platforms', 'sellingPoints', 'stars'],
  sorts: ['score', 'issuedOn'],
  publicFields: [
    ...([
      'producer',
      'producerKind',
      'productGroup',
      'score',
      'council',
      'certificateNumber',
      'issuedOn',
    ] as const),
    ...(['platforms', 'sellingPoints', 'supportedIn', 'stars', 'expiresOn'] as const),
  ],
  derived: ['stars', 'expiresOn'],
  errors: ['ocop.needs-certificate', 'ocop.score-beyond-100', 'ocop.score-without-stars'],
});

export class ListOcopExpiring {
  @Text('Territories; one that others were merged into has their products too. Default: all', {
    max: 60,
    many: 100,
    optional: true,
  })
  territory?: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
  @Whole('Expiring within so many days, and after these those that have expired. Default: 180', {
    max: 1096,
    optional: true,
  })
  within?: number;
}

/** A certificate that ends soon, or has ended and was not renewed. */
export class OcopExpiring {
  @Id('The product') id: string;
  @Text('Its code') code: string;
  @Text('Its name') name: string;
  @Text('Its territory') territory: string;
  @Text('Its producer') producer: string;
  @Whole('Its stars', { min: 3, max: 5, nullable: true }) stars: number | null;
  @Text('Number of the certificate', { nullable: true }) certificateNumber: string | null;
  @Day('Last day on which it is valid') expiresOn: string;
  @Whole('Days to that day; below 0: since', { min: -4_000_000 }) daysLeft: number;
}

export class OcopExpirings {
  @Day('As of this day; the products are as they stand now') on: string;
  @Part(
    'Those that have not ended yet, the soonest first; then those that have, the latest first',
    () => OcopExpiring,
    { many: 1000 },
  )
  items: OcopExpiring[];
}

/** Certificates of which a new grading is due. */
export const ocopExpiring = operation({
  route: 'GET /ocop-products/expiring',
  summary: 'OCOP certificates that expire soon, or did',
  access: 'public',
  input: ListOcopExpiring,
  output: OcopExpirings,
  errors: ['territory.unknown'],
});
