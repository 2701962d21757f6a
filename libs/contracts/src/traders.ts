import { RegisterFields } from './entry';
import { Day, OneOf, Text } from './fields';
import { register } from './register';

const day = { nullable: true } as const;

/** A code of the Harmonized System or of AHTN: 2, 4, 6 or 8 digits. */
export const hsCode = { max: 8, pattern: /^\d{2}(\d{2}){0,3}$/ } as const;
/** A country of ISO 3166-1. */
export const countryCode = { max: 2, pattern: /^[A-Z]{2}$/ } as const;

export const tradings = ['exporter', 'importer', 'both'] as const;
/** Of Decree 80/2021/NĐ-CP, article 5, but for `large`: what is beyond its limits. */
export const enterpriseSizes = ['micro', 'small', 'medium', 'large'] as const;
export const ownerships = ['domestic', 'fdi'] as const;
export const portalStandings = ['on', 'left'] as const;

/** An enterprise that exports or imports. Its contacts are no fields: docs/export-import.md. */
export class TraderFields extends RegisterFields {
  @Text('Tax code; once in a territory', {
    ...{ max: 14, pattern: /^\d{10}(-\d{3})?$/, nullable: true },
  })
  taxCode: string | null;
  @OneOf('As what it trades', tradings) tradesAs: (typeof tradings)[number];
  @OneOf(
    'Size by Decree 80/2021/NĐ-CP as the department declares it; `large`: beyond its limits',
    enterpriseSizes,
    { nullable: true },
  )
  size: (typeof enterpriseSizes)[number] | null;
  @OneOf('Whose capital: domestic, or of foreign direct investment', ownerships, { nullable: true })
  ownership: (typeof ownerships)[number] | null;
  @Text('What it trades in, HS codes of 2, 4, 6 or 8 digits; null: not known', {
    ...{ ...hsCode, many: 200, nullable: true },
  })
  products: string[] | null;
  @Text('Countries that it trades with, ISO 3166-1; null: not known', {
    ...{ ...countryCode, many: 249, nullable: true },
  })
  markets: string[] | null;
  @Text('Website of the enterprise', { max: 200, nullable: true }) website: string | null;
  @Day('Since when it is presented on the National Export Information Portal; null: never', day)
  portalRegisteredOn: string | null;
  @Day('Last day on which it was presented there; null: it is still, or never was', day)
  portalEndedOn: string | null;
  @Text('Products that it presents there, HS codes', { ...{ ...hsCode, many: 200, nullable: true } })
  portalProducts: string[] | null;
  @Text('Where on the portal, or the number of the confirmation', { max: 300, nullable: true })
  portalReference: string | null;
  @OneOf('Whether it is presented on the portal today; `left`: it was; null: it never was', portalStandings, {
    nullable: true,
  })
  portal: (typeof portalStandings)[number] | null;
}

export const traderStates = ['registered', 'trading', 'suspended', 'closed', 'withdrawn'] as const;
export const traderSteps = [
  'begin-trading',
  'suspend',
  'resume',
  'list-on-portal',
  'leave-portal',
  'close',
  'withdraw',
] as const;

export const traders = register({
  service: 'export-import',
  noun: 'trader',
  path: 'traders',
  words: 'trader',
  fields: TraderFields,
  states: traderStates,
  steps: traderSteps,
  filters: ['tradesAs', 'size', 'ownership', 'products', 'markets', 'portal'],
  codes: ['products'],
  sorts: ['portalRegisteredOn'],
  publicFields: [
    ...(['tradesAs', 'size', 'ownership', 'products', 'markets', 'website', 'portalRegisteredOn'] as const),
    ...(['portalEndedOn', 'portalProducts', 'portalReference', 'portal'] as const),
  ],
  derived: ['portal'],
  once: { fields: ['taxCode'], problem: 'trader.entered-already' },
  errors: [
    'trader.portal-days',
    'trader.on-portal-already',
    'trader.not-on-portal',
    'trader.closed-on-portal',
    'country.unknown',
    'flow.unknown-hs',
    'register.step-in-future',
  ],
});
