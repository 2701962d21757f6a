import { BothLanguagesText, Cell } from './comparisons';
import { Day, Part, Text, Whole } from './fields';
import { operation } from './operation';

export class ReadCoverageRates {
  @Text('Territory', { max: 60, example: 'kien-giang' }) territory: string;
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

export class CoverageRates {
  @Text('Territory') territory: string;
  @Text('Period in its canonical form') period: string;
  @Part('Markets, supermarkets, shopping centres, convenience stores', () => CoverageRate, { many: 10 })
  items: CoverageRate[];
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
};
