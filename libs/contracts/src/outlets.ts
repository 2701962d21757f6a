import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Text, Whole } from './fields';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const count = { nullable: true } as const;
const day = { nullable: true } as const;
const words = { max: 200, nullable: true } as const;

export const outletKinds = [
  'supermarket-general',
  'supermarket-specialised',
  'mall',
  'convenience-store',
  'vietnamese-goods-point',
  'logistics-centre',
  'petrol-station',
  'lpg-station',
] as const;

/** What is kept of an outlet. The class of a supermarket or mall follows from its size; of others the law knows none. */
export class OutletFields extends RegisterFields {
  @OneOf('Kind', outletKinds) kind: (typeof outletKinds)[number];
  @Text('Enterprise that runs it', words) operator: string | null;
  @Decimal('Area for business, m²', amount) areaM2: string | null;
  @Whole('Names of goods on offer', count) items: number | null;
  @Decimal('Goods that a logistics centre handles in a year, thousand tonnes', amount) throughputKt:
    string | null;
  @Day('Opened', day) openedOn: string | null;
  @Whole('Class of a supermarket or mall by the rule in force today; null: of none, or not known', {
    min: 1,
    max: 3,
    nullable: true,
  })
  class: number | null;
}

export const outletStates = [
  'planned',
  'under-construction',
  'operating',
  'suspended',
  'closed',
  'withdrawn',
] as const;
export const outletSteps = ['begin-construction', 'open', 'suspend', 'resume', 'close', 'withdraw'] as const;

export const outlets = register({
  service: 'trade',
  noun: 'outlet',
  path: 'outlets',
  words: 'outlet',
  fields: OutletFields,
  states: outletStates,
  steps: outletSteps,
  filters: ['kind', 'class'],
  sorts: ['areaM2', 'openedOn'],
  publicFields: ['kind', 'operator', 'areaM2', 'items', 'throughputKt', 'openedOn', 'class'],
  derived: ['class'],
});

export const licenceKinds = ['petrol', 'lpg'] as const;

/** A licence for a conditional business at a place (Decrees 83/2014/NĐ-CP and 87/2018/NĐ-CP). */
export class LicenceFields extends RegisterFields {
  @OneOf('For what', licenceKinds) kind: (typeof licenceKinds)[number];
  @Text('Code of the outlet that it is for', { max: 40, nullable: true }) outletCode: string | null;
  @Text('Enterprise that holds it', words) holder: string | null;
  @Text('Number', { max: 100, nullable: true }) number: string | null;
  @Day('Applied for', day) appliedOn: string | null;
  @Day('Issued', day) issuedOn: string | null;
  @Day('Last day on which it is valid; null: not limited, or not known', day) expiresOn: string | null;
  @Text('Conditions', { max: 1000, nullable: true }) conditions: string | null;
}

export const licenceStates = [
  'applied',
  'supplement-requested',
  'granted',
  'amended',
  'expired',
  'revoked',
  'refused',
  'withdrawn',
] as const;
export const licenceSteps = [
  'request-supplement',
  'supplement',
  'grant',
  'amend',
  'expire',
  'revoke',
  'refuse',
  'withdraw',
] as const;

export const licences = register({
  service: 'trade',
  noun: 'licence',
  path: 'licences',
  words: 'licence',
  fields: LicenceFields,
  states: licenceStates,
  steps: licenceSteps,
  filters: ['kind', 'outletCode'],
  sorts: ['issuedOn', 'expiresOn'],
  errors: ['licence.needs-number', 'licence.expires-before-issue'],
});
