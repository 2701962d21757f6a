import { Day, Decimal, Flag, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { remedyInstruments, remedyStates } from './trade-remedies';

export class ReadTradeRemedyWarnings {
  @Text('Territories; one that others were merged into has their traders too', { max: 60, many: 40 })
  territory: string[];
  @Day('As of this day. Default: today', { optional: true }) on?: string;
}

export class TouchedTrader {
  @Text('Its code', { max: 40 }) code: string;
  @Text('Its name') name: string;
  @Text('The territory in whose register it stands', { max: 60 }) territory: string;
}

const usd = { places: 6, nullable: true } as const;

/**
 * What a territory exported of a case's goods to the case's country, FOB: Σ value of the approved customs lines of twelve
 * months whose HS code is one of the case's or begins with one.
 */
export class TouchedExports {
  @Text('First of the twelve months before the day', { max: 7, example: '2023-07' }) from: string;
  @Text('Last of them', { max: 7, example: '2024-06' }) to: string;
  @Whole('Months of which anything is recorded; the others are missing, not zero', { max: 12 })
  months: number;
  @Decimal('Value, USD; null: nothing is recorded, or it is hidden', usd) valueUsd: string | null;
  @Decimal('Beside it lines whose code is too coarse to tell whether they are of these goods, USD', usd)
  coarserUsd: string | null;
  @Flag('Whether it is hidden: in one of the months fewer than three named enterprises stand behind it')
  isHidden: boolean;
}

/** A case that is open, and what of a territory it touches. */
export class TradeRemedyWarning {
  @Text('Territory', { max: 60 }) territory: string;
  @Id('The case') id: string;
  @Text('Its code', { max: 40 }) code: string;
  @Text('Its name') name: string;
  @Text('Country of the authority; `EU`: European Union', { max: 2 }) country: string;
  @OneOf('Instrument', remedyInstruments) instrument: (typeof remedyInstruments)[number];
  @Text('Goods in words', { max: 500 }) product: string;
  @Text('Goods, HS codes', { max: 8, many: 200 }) hsCodes: string[];
  @OneOf('Where it stands', remedyStates) stage: (typeof remedyStates)[number];
  @Day('By when the measure ends or is reviewed; null: not known', { nullable: true }) sunsetOn:
    string | null;
  @Whole('Days to that day; below 0: since', { min: -4_000_000, nullable: true }) daysLeft: number | null;
  @Whole('Traders of the territory that export such goods to that country') traders: number;
  @Whole('Traders that export such goods to markets that are not known') ofUnknownMarkets: number;
  @Part('Which traders, the first by code; null: not told to this reader', () => TouchedTrader, {
    many: 100,
    nullable: true,
  })
  exporters: TouchedTrader[] | null;
  @Part('What customs recorded', () => TouchedExports) exports: TouchedExports;
}

export class TradeRemedyWarnings {
  @Day('As of this day; cases and traders are as they stand now') on: string;
  @Part('By territory as asked; those whose measure ends soonest first', () => TradeRemedyWarning, {
    many: 1000,
  })
  items: TradeRemedyWarning[];
}

export const tradeRemedyWarnings = operation({
  route: 'GET /trade-remedies/warnings',
  summary: 'Open trade remedy cases that touch exporters of a territory',
  access: 'public',
  input: ReadTradeRemedyWarnings,
  output: TradeRemedyWarnings,
  errors: ['territory.unknown'],
});
