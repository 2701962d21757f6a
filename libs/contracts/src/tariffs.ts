import { BothLanguagesText } from './comparisons';
import { event } from './event';
import { Day, Decimal, Instant, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { UtilisationRefusal } from './utilisation';

const pct = { places: 4, min: 0 } as const;
const usd = { places: 6 } as const;
const market = { pattern: /^[A-Z]{2}$/, max: 2, example: 'JP' };
const hs = { pattern: /^(\d{2}){1,4}$/, max: 8, example: '030617' };

/** The duties of a market on goods from a day on: without preference, and under an agreement. */
export class TariffRow {
  @Text('Market, ISO 3166-1', market) market: string;
  @Text('Goods: an HS code of 2, 4, 6 or 8 digits, and all below it that has no row of its own', hs)
  hs: string;
  @Text('Agreement', { max: 20, example: 'CPTPP' }) agreement: string;
  @Decimal('Duty without preference (MFN), % of the value', pct) mfnPct: string;
  @Decimal('Duty under the agreement, % of the value', pct) preferentialPct: string;
  @Day('For goods from this day on, until the next row of the same market, code and agreement')
  validFrom: string;
}

export class SetTariffs {
  @Text('Where they were read: schedule, number, year', { max: 300 }) source: string;
  @Part(
    'Up to 1,000 at once, all of them or none; one of the same market, code, agreement and day is replaced',
    () => TariffRow,
    {
      ...{ many: 1000, atLeast: 1, rows: true },
    },
  )
  items: TariffRow[];
}

export class TariffsSet {
  @Whole('How many were recorded') count: number;
}

export class Tariff extends TariffRow {
  @Text('Where it was read', { max: 300 }) source: string;
  @Instant('Recorded') at: string;
}

export class ListTariffs {
  @Text('Markets, ISO 3166-1', { ...market, example: ['JP'], many: 100, optional: true }) market?: string[];
  @Text('Agreements', { max: 20, many: 30, optional: true }) agreement?: string[];
  @Text('Codes that begin with these digits', { ...hs, optional: true }) hs?: string;
  @Whole('How many at most. Default: 100', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 100, optional: true }) after?: string;
}

export class TariffPage {
  @Part('By market, code, agreement and day', () => Tariff, { many: 500 }) items: Tariff[];
  @Text('Cursor of the next page', { max: 100, nullable: true }) next: string | null;
}

/** What was written down at once. */
export class ToldTariffs {
  @Text('Where they were read', { max: 300 }) source: string;
  @Part('The tariffs', () => TariffRow, { many: 1000, rows: true }) items: TariffRow[];
}

export class ReadSavings {
  @Text('Territory of the exporters, or a group of territories', { max: 60, example: 'nghe-an' })
  territory: string;
  @Text('Period of at most 12 months', { max: 20, example: '2022' }) period: string;
  @Text('Source of the exports. Default: customs', { max: 80, optional: true }) source?: string;
  @Whole('How many rows at most. Default: 100', { min: 1, max: 500, optional: true }) limit?: number;
}

/** Duty that importers of one market paid on goods that could have gone under the agreement with the lowest duty. */
export class Saving {
  @Text('Market, ISO 3166-1') market: string;
  @Text('Goods: the code of the tariff') hs: string;
  @Text('Agreement with the lowest duty') agreement: string;
  @Decimal('Duty without preference, %', pct) mfnPct: string;
  @Decimal('Duty under the agreement, %', pct) preferentialPct: string;
  @Decimal('Exports, FOB, USD', usd) exportsUsd: string;
  @Decimal('Of these, under certificates of preference of whatever agreement, USD', usd) certifiedUsd: string;
  @Decimal('Exports less certificates, never below zero, USD', usd) uncertifiedUsd: string;
  @Decimal('Uncertified × (duty without preference − duty under the agreement), USD', usd) savingUsd: string;
}

/** Savings left on the table, as far as tariffs are known. */
export class Savings {
  @Text('Territory') territory: string;
  @Text('Period') period: string;
  @Text('Source of the exports') source: string;
  @Part('How they come about', () => BothLanguagesText) formula: BothLanguagesText;
  @Text('Months of which the exports of a territory are not known; nothing of them is counted', { many: 12 })
  missingMonths: string[];
  @Decimal('Exports to markets of agreements in force, USD', usd) exportsUsd: string;
  @Decimal('Of these, exports for which tariffs are known, USD', usd) coveredUsd: string;
  @Decimal('Exports for which no tariff is known: nothing follows for them, USD', usd) notCoveredUsd: string;
  @Decimal('Value of certificates of goods of several tariffs, taken off none of them, USD', usd)
  undividedUsd: string;
  @Decimal('All savings; null: months are missing', { ...usd, nullable: true }) savingUsd: string | null;
  @Part('Why there is no sum', () => UtilisationRefusal, { nullable: true })
  refusal: UtilisationRefusal | null;
  @Whole('How many rows there are') found: number;
  @Part('The largest first', () => Saving, { many: 500 }) items: Saving[];
}

/** Tariffs, and what follows from them. */
export const tariffOperations = {
  set: operation({
    route: 'PUT /tariffs',
    summary: 'Write down duties of markets, with and without preference',
    access: 'export-import:approve',
    input: SetTariffs,
    output: TariffsSet,
    errors: ['territory.not-yours', 'tariff.refused'],
  }),
  list: operation({
    route: 'GET /tariffs',
    summary: 'Duties of markets, with and without preference',
    access: 'public',
    input: ListTariffs,
    output: TariffPage,
    errors: ['list.unreadable-cursor'],
  }),
};

export const readSavings = operation({
  route: 'GET /savings',
  summary: 'Duty that was paid though an agreement would have saved it, as far as tariffs are known',
  access: 'export-import:read',
  input: ReadSavings,
  output: Savings,
  errors: ['territory.unknown', 'territory.not-yours', 'period.unreadable', 'utilisation.period-too-long'],
});

export const tariffsSet = event(
  'export-import.tariffs.set',
  1,
  'Duties of markets were written down',
  ToldTariffs,
);
