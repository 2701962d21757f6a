import { RegisterFields } from './entry';
import { Day, Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import { register } from './register';
import { countryCode, hsCode } from './traders';

const day = { nullable: true } as const;
const rate = { places: 4, min: 0, nullable: true } as const;

export const remedyInstruments = [
  'anti-dumping',
  'countervailing',
  'safeguard',
  'anti-circumvention',
] as const;

/** A case of a foreign authority against goods of Viet Nam (phòng vệ thương mại). */
export class TradeRemedyFields extends RegisterFields {
  @Text('Country of the authority, ISO 3166-1; `EU`: European Union, for all its members', {
    ...countryCode,
    example: 'US',
  })
  country: string;
  @OneOf('Instrument', remedyInstruments) instrument: (typeof remedyInstruments)[number];
  @Text('Goods in words', { max: 500 }) product: string;
  @Text('Goods, HS codes of 2, 4, 6 or 8 digits', { ...{ ...hsCode, many: 200, example: ['0306'] } })
  hsCodes: string[];
  @Day('Investigation or inquiry initiated') initiatedOn: string;
  @Day('Preliminary determination', day) preliminaryOn: string | null;
  @Decimal('Preliminary rate, the lowest, %', rate) preliminaryRateLowPct: string | null;
  @Decimal('Preliminary rate, the highest, %', rate) preliminaryRateHighPct: string | null;
  @Day('Final determination', day) finalOn: string | null;
  @Decimal('Final rate, the lowest, %', rate) finalRateLowPct: string | null;
  @Decimal('Final rate, the highest, %', rate) finalRateHighPct: string | null;
  @Day('First day of the measure; of a safeguard that of the provisional one, which counts', day)
  measureFrom: string | null;
  @Day('Since when the last review extended it', day) extendedOn: string | null;
  @Day('Last day as the authority gave it; null: not known', day) endsOn: string | null;
  @Text('Enterprises named in the case', { max: 200, many: 500, nullable: true }) enterprises:
    string[] | null;
  @Text('Number or address of the authority’s file', { max: 300, nullable: true }) fileReference:
    string | null;
  @Day(
    'By when it ends or is reviewed: the authority’s day, else the latest of the WTO’s rules; null: not known, or of anti-circumvention, which ends with the measure that it serves',
    day,
  )
  sunsetOn: string | null;
}

export const remedyStates = [
  ...(['investigating', 'preliminary', 'measure-in-force', 'sunset-review'] as const),
  ...(['terminated', 'expired', 'withdrawn'] as const),
] as const;
export const remedySteps = [
  ...(['determine-preliminarily', 'impose', 'begin-sunset-review', 'extend'] as const),
  ...(['terminate', 'expire', 'withdraw'] as const),
] as const;

/** How many exporters of a territory a case touches. */
export class TouchedTerritory {
  @Text('Territory', { max: 60 }) territory: string;
  @Whole('Its traders that export such goods to that country') traders: number;
  @Whole('Its traders that export such goods to markets that are not known') ofUnknownMarkets: number;
  @Flag('Whether customs recorded such exports to that country in the last twelve months')
  isExported: boolean;
}
/** What is told with a case that is entered or moves on. */
export class TradeRemedyNotices {
  @Part('Which territories it touches, by the registers of that moment', () => TouchedTerritory, {
    many: 120,
  })
  touches: TouchedTerritory[];
}

export const tradeRemedies = register({
  service: 'export-import',
  noun: 'trade-remedy',
  path: 'trade-remedies',
  words: 'trade remedy case',
  fields: TradeRemedyFields,
  states: remedyStates,
  steps: remedySteps,
  isOfCountry: true,
  filters: ['country', 'instrument', 'hsCodes'],
  codes: ['hsCodes'],
  sorts: ['initiatedOn', 'measureFrom'],
  publicFields: [
    ...(['country', 'instrument', 'product', 'hsCodes', 'initiatedOn', 'preliminaryOn'] as const),
    ...(['preliminaryRateLowPct', 'preliminaryRateHighPct', 'finalOn', 'finalRateLowPct'] as const),
    ...(['finalRateHighPct', 'measureFrom', 'extendedOn', 'endsOn', 'fileReference', 'sunsetOn'] as const),
  ],
  derived: ['sunsetOn'],
  notices: TradeRemedyNotices,
  errors: [
    ...(['trade-remedy.days-out-of-order', 'trade-remedy.rates-out-of-order'] as const),
    ...([
      'trade-remedy.needs-day',
      'trade-remedy.needs-codes',
      'country.unknown',
      'flow.unknown-hs',
    ] as const),
    'register.step-in-future',
  ],
});
