import { BothLanguagesText, Cell } from './comparisons';
import { Day, Decimal, Part, Text, Whole } from './fields';
import { operation } from './operation';

export class ReadCoverageRates {
  @Text('Territory', { max: 60, example: 'kien-giang' }) territory: string;
  @Text('Period, at whose end they are counted', { max: 20, example: '2023' }) period: string;
  @Day('The territory as on that day; default: in its own time', { optional: true }) on?: string;
}

export class CompareCoverage {
  @Text('Territories; a region or conference group stands for its members on that day', {
    max: 60,
    many: 100,
    example: 'kien-giang',
  })
  territory: string[];
  @Text('Period, at whose end they are counted', { max: 20, example: '2023' }) period: string;
  @Day('The territory as on that day; default: in its own time', { optional: true }) on?: string;
}

/** How many there are of what a register counts, and per 10,000 people. */
export class CoverageRate {
  @Text('Indicator') indicator: string;
  @Part('Its name', () => BothLanguagesText) name: BothLanguagesText;
  @Whole('Number by the register on the last day of the period; null: empty and not declared complete', {
    nullable: true,
  })
  value: number | null;
  @Whole('Of these and others, entries of which nothing says whether they were there on that day')
  undated: number;
  @Day('Since when the register is declared complete; null: it is not, and there may be more', {
    nullable: true,
  })
  completeOn: string | null;
  @Part('Per 10,000 people; refused where the population is not known', () => Cell) per10000: Cell;
}

/** How a territory is covered. */
export class TerritoryCoverage {
  @Text('Territory') territory: string;
  @Part('Markets, supermarkets, shopping centres, convenience stores', () => CoverageRate, { many: 10 })
  rates: CoverageRate[];
  @Whole(
    'Communes that entries of markets, outlets and OCOP products name, in whatever state but withdrawn; others are not known',
  )
  communes: number;
  @Whole('Of these, communes without a market on that day') communesWithoutMarket: number;
  @Decimal('Their share in per cent; null: no commune is named', { places: 2, nullable: true })
  withoutMarketPct: string | null;
}

export class CoverageRates {
  @Text('Territory') territory: string;
  @Text('Period in its canonical form') period: string;
  @Part('Markets, supermarkets, shopping centres, convenience stores', () => CoverageRate, { many: 10 })
  items: CoverageRate[];
}

export class ComparedCoverage {
  @Text('Period in its canonical form') period: string;
  @Part('Territories in the order asked', () => TerritoryCoverage, { many: 200 })
  items: TerritoryCoverage[];
}

/** Coverage by markets and outlets for the people who live there. */
export const coverageOperations = {
  read: operation({
    route: 'GET /coverage',
    summary: 'Markets and outlets by the registers, per 10,000 people',
    access: 'public',
    input: ReadCoverageRates,
    output: CoverageRates,
    errors: ['territory.unknown', 'territory.not-in-force', 'period.unreadable'],
  }),
  compare: operation({
    route: 'GET /coverage/territories',
    summary: 'The same of several territories or of each member of a group, with communes without a market',
    access: 'public',
    input: CompareCoverage,
    output: ComparedCoverage,
    errors: ['territory.unknown', 'territory.not-in-force', 'period.unreadable'],
  }),
};
