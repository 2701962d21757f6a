import { BothLanguagesText } from './comparisons';
import { Day, Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';

const usd = { places: 6, nullable: true } as const;
const percent = { places: 2, nullable: true } as const;

export class ReadUtilisation {
  @Text('Territory of the exporters, or a group of territories', { max: 60, example: 'nghe-an' })
  territory: string;
  @Text('Period of at most 60 months', { max: 20, example: '2022' }) period: string;
  @Text('Source of the exports. Default: customs', { max: 80, optional: true }) source?: string;
}

export const utilisationRefusals = [
  'incomplete-months',
  'non-positive-base',
  'overlapping-groups',
  'few-enterprises',
] as const;

/** Why there is no honest number: an answer, never a zero. */
export class UtilisationRefusal {
  @OneOf('Why', utilisationRefusals) code: (typeof utilisationRefusals)[number];
  @Part('In words', () => BothLanguagesText) message: BothLanguagesText;
  @Text('What is missing: months', { many: 60 }) missing: string[];
}

/** How much of what was exported went under certificates of preference: value of certificates ÷ exports × 100. */
export class UtilisationRate {
  @Decimal('%, halves rounded away from zero; null: refused', percent) pct: string | null;
  @Flag(
    'More than 100 %: certificates and exports of one period may be of other goods, since their days differ',
  )
  isAbove100: boolean;
  @Decimal('The same a year before, %; null: refused then', percent) previousPct: string | null;
  @Decimal('Change of the unrounded rates, percentage points', percent) changePp: string | null;
  @Part('Why there is no rate', () => UtilisationRefusal, { nullable: true })
  refusal: UtilisationRefusal | null;
}

/** What was issued under one agreement for one market. A certificate is of one agreement, so these add up. */
export class AgreementShare {
  @Text('Agreement') agreement: string;
  @Text('Form of its certificates') form: string;
  @Decimal('Value of its certificates, USD; null: not shown', usd) preferentialUsd: string | null;
  @Whole('Its certificates; null: not shown', { nullable: true }) certificates: number | null;
}

/** A market with an agreement in force in the period: its exports count in the months in which one was. */
export class MarketUtilisation {
  @Text('Market, ISO 3166-1') market: string;
  @Flag('Whether nearly all goods enter it without duty, so that a certificate changes nothing')
  isMfnZero: boolean;
  @Decimal('Exports to it, FOB, USD; null: months are missing, or not shown', usd) exportsUsd: string | null;
  @Decimal('Value of its certificates of preference, USD; null: not shown', usd)
  preferentialUsd: string | null;
  @Whole('Its certificates; null: not shown', { nullable: true }) certificates: number | null;
  @Part('Rate', () => UtilisationRate) rate: UtilisationRate;
  @Part('By agreement', () => AgreementShare, { many: 30 }) agreements: AgreementShare[];
}

export class AgreementOverlap {
  @Text('Another agreement') agreement: string;
  @Text('Markets that both have', { many: 100 }) markets: string[];
}

/** How far one agreement is used at its markets. Rates of several are not added: they share markets. */
export class AgreementUtilisation {
  @Text('Agreement') agreement: string;
  @Text('Form of its certificates') form: string;
  @Text('Its markets in the period', { many: 100 }) markets: string[];
  @Decimal('Exports to these markets, each once, FOB, USD; null: months are missing, or not shown', usd)
  exportsUsd: string | null;
  @Decimal('Value of its certificates for these markets, USD; null: not shown', usd)
  preferentialUsd: string | null;
  @Decimal(
    'Value of its certificates for other parties, that does not stand in its rate, USD; null: not shown',
    {
      ...usd,
    },
  )
  elsewhereUsd: string | null;
  @Whole('Its certificates, elsewhere too; null: not shown', { nullable: true }) certificates: number | null;
  @Part('Rate', () => UtilisationRate) rate: UtilisationRate;
  @Part('Other agreements that share its markets', () => AgreementOverlap, { many: 30 })
  overlaps: AgreementOverlap[];
}

/** Over all markets, each of them once. */
export class UtilisationTotal {
  @Decimal('Exports, FOB, USD; null: months are missing', usd) exportsUsd: string | null;
  @Decimal('Value of all certificates of preference, USD; null: not shown', usd)
  preferentialUsd: string | null;
  @Whole('Markets') markets: number;
  @Part('Rate', () => UtilisationRate) rate: UtilisationRate;
}

export class RefusedSum {
  @Decimal('Never a number', usd) value: string | null;
  @Part('Why', () => UtilisationRefusal) refusal: UtilisationRefusal;
}

/** How far a territory uses the trade agreements. */
export class Utilisation {
  @Text('Territory') territory: string;
  @Text('Period') period: string;
  @Day('Its first day') from: string;
  @Day('Its last day') to: string;
  @Text('Source of the exports') source: string;
  @Part('How the rates come about', () => BothLanguagesText) formula: BothLanguagesText;
  @Text('Months of which the exports of a territory are not known', { many: 60 }) missingMonths: string[];
  @Text('Months of which no whole extract of the exports is known: rates are then too high', { many: 60 })
  partialMonths: string[];
  @Day(
    'Day on which the register of certificates was declared to hold all there were, by each of its territories the last;' +
      ' null: not by all, so that certificates may be missing and rates too low',
    { nullable: true },
  )
  registerCompleteOn: string | null;
  @Whole('Markets of which a value is not shown, since one or two enterprises stand behind it')
  hiddenMarkets: number;
  @Part('Markets with an agreement in force', () => MarketUtilisation, { many: 250 })
  markets: MarketUtilisation[];
  @Part('Agreements in force', () => AgreementUtilisation, { many: 30 }) agreements: AgreementUtilisation[];
  @Part('The sum over agreements', () => RefusedSum) sum: RefusedSum;
  @Part('All certificates over exports to all these markets', () => UtilisationTotal) total: UtilisationTotal;
  @Part('The same without markets that take nearly all goods without duty', () => UtilisationTotal)
  withoutMfnZero: UtilisationTotal;
}

/** Rates of utilisation. */
export const readUtilisation = operation({
  route: 'GET /utilisation',
  summary: 'How far trade agreements are used, by market, by agreement and in all',
  access: 'public',
  input: ReadUtilisation,
  output: Utilisation,
  errors: ['territory.unknown', 'period.unreadable', 'utilisation.period-too-long'],
});
