import { RegisterFields } from './entry';
import { Day, OneOf, Text, Whole } from './fields';
import { producerKinds } from './ocop';
import { register } from './register';

const count = { nullable: true } as const;
const day = { nullable: true } as const;

export const platformKinds = [
  'marketplace',
  'own-shop',
  'social-network',
  'livestream',
  'online-auction',
  'online-promotion',
] as const;
export const platformFilings = ['notified', 'registered'] as const;

/** A platform of electronic commerce on which businesses of the territory sell. */
export class EcommercePlatformFields extends RegisterFields {
  @OneOf('Kind', platformKinds) kind: (typeof platformKinds)[number];
  @Text('Web address', { max: 200, nullable: true, example: 'kigi.com.vn' }) webAddress: string | null;
  @Text('Organisation that runs it: its registered name, no person’s contact', { max: 200, nullable: true })
  operator: string | null;
  @Day('Launched', day) launchedOn: string | null;
  @OneOf(
    'Notified to the ministry (who sells on a site of his own) or registered with it (who lets others sell), Decree 52/2013/NĐ-CP as amended by 85/2021/NĐ-CP; null: neither, or not known',
    platformFilings,
    { nullable: true },
  )
  filing: (typeof platformFilings)[number] | null;
  @Text('Number under which the ministry has it', { max: 100, nullable: true }) filingNumber: string | null;
  @Day('Day on which the ministry confirmed that', day) filedOn: string | null;
}

export const platformStates = ['planned', 'operating', 'suspended', 'closed', 'withdrawn'] as const;
export const platformSteps = ['launch', 'suspend', 'resume', 'close', 'withdraw'] as const;

export const ecommercePlatforms = register({
  service: 'trade',
  noun: 'ecommerce-platform',
  path: 'ecommerce-platforms',
  words: 'platform of electronic commerce',
  fields: EcommercePlatformFields,
  states: platformStates,
  steps: platformSteps,
  filters: ['kind', 'filing'],
  sorts: ['launchedOn'],
  publicFields: ['kind', 'webAddress', 'operator', 'launchedOn', 'filing', 'filingNumber', 'filedOn'],
  errors: ['ecommerce-platform.filing-unsaid'],
});

/** An organisation or business of the territory on one platform. */
export class EcommerceSellerFields extends RegisterFields {
  @Text('The organisation or business: its registered name, no person’s contact', { max: 200 })
  seller: string;
  @OneOf('What it is', producerKinds) sellerKind: (typeof producerKinds)[number];
  @Text('Code of the platform in the register', { max: 40 }) platformCode: string;
  @Whole('Products that it offers there', count) products: number | null;
  @Whole('OCOP products among them', count) ocopProducts: number | null;
  @Day('Day on which it began to sell there', day) joinedOn: string | null;
  @Text('Code of the campaign that brought it there', { max: 40, nullable: true }) campaignCode:
    string | null;
}

export const sellerStates = ['invited', 'onboarding', 'selling', 'suspended', 'left', 'withdrawn'] as const;
export const sellerSteps = ['onboard', 'join', 'suspend', 'resume', 'leave', 'rejoin', 'withdraw'] as const;

export const ecommerceSellers = register({
  service: 'trade',
  noun: 'ecommerce-seller',
  path: 'ecommerce-sellers',
  words: 'seller on a platform of electronic commerce',
  fields: EcommerceSellerFields,
  states: sellerStates,
  steps: sellerSteps,
  filters: ['platformCode', 'sellerKind', 'campaignCode'],
  sorts: ['products', 'joinedOn'],
  errors: ['ecommerce-seller.ocop-beyond-products', 'register.step-in-future'],
  once: { fields: ['seller', 'platformCode'], problem: 'ecommerce-seller.entered-already' },
});
