import { BothLanguagesText, Cell, CheckResult, Figure, MadeFigure, Refusal } from './comparisons';
import { Day, DayOrMonth, Labels, Part, Text } from './fields';
import { operation } from './operation';

export class ReadBreakdown {
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Period', { max: 20, example: '2023' }) period: string;
  @Text('Indicator that is broken down', { max: 60, example: 'RETAIL' }) indicator: string;
  @Text(
    'Dimension that its parts differ by, such as `component`, `goodsGroup`, `sector`, or of whatever parts are stated: `partner`, `commodity`, `partnerGroup`; default: the first one whose parts are listed, else the first that has all `parts`',
    { max: 40, optional: true },
  )
  by?: string;
  @Text(
    'Only these parts, and their sum; partners and groups of partners (`CN`, `ASEAN`) may be asked for together. Refused as a sum where they share a partner',
    { max: 60, many: 50, optional: true },
  )
  parts?: string[];
  @DayOrMonth('What was known on that day', { optional: true }) asOf?: string;
  @Day('The territory as on that day, in all periods; default: each in its own time', { optional: true })
  on?: string;
}

/** A total, or one of its parts: the figure of record and its change, or why there is none. */
export class BrokenDownFigure {
  @Text('Indicator') indicator: string;
  @Labels('Breakdown') dimensions: Record<string, string>;
  @Part('What it is called: a part by what it has and the total has not', () => BothLanguagesText)
  name: BothLanguagesText;
  @Part('The figure of record, with its source and vintage; null where nobody states one', () => Figure, {
    nullable: true,
  })
  actual: Figure | null;
  @Part('Where nobody states one, what its months or units come to', () => MadeFigure, { optional: true })
  made?: MadeFigure;
  @Part('Why there is no figure', () => Refusal, { optional: true }) refusal?: Refusal;
  @Part('Change on the same period of the previous year, %', () => Cell) yoyPct: Cell;
}

export class PartOfTotal extends BrokenDownFigure {
  @Part('Its share in the total as stated, %', () => Cell) sharePct: Cell;
}

/** An indicator by its parts: those that are listed, that are stated, or that were asked for; what they come to, and what is beyond. */
export class IndicatorBreakdown {
  @Text('Territory') territory: string;
  @Text('Period in its canonical form') period: string;
  @Day('The day whose map it is on, where one was asked for', { optional: true }) on?: string;
  @Day('The day as of which it is known, where one was asked for', { optional: true }) asOf?: string;
  @Text('Dimension that the parts differ by') by: string;
  @Text('Unit of the total, else that of the indicator') unit: string;
  @Part('The total as stated', () => BrokenDownFigure) total: BrokenDownFigure;
  @Part(
    'Every part that is listed, also those of which nothing is known; of partners, commodities and groups those that somebody states, the largest first; else those asked for',
    () => PartOfTotal,
    { many: 300 },
  )
  parts: PartOfTotal[];
  @Part(
    'What all parts come to; refused where one is missing or cannot be added (`overlapping-groups`: `missing` has the partners that they share); of parts that nobody lists, what those with a figure come to',
    () => Cell,
  )
  sum: Cell;
  @Part(
    'Of parts that nobody lists, or that were asked for: the total less those that have a figure; negative where they exceed it',
    () => Cell,
    { optional: true },
  )
  rest?: Cell;
  @Part('What the parts come to, less the total; nothing is corrected by it', () => Cell) difference: Cell;
  @Part('Whether the parts make up the total within their roundings', () => CheckResult) check: CheckResult;
}

/** An indicator by its parts. */
export const breakdownOperations = {
  read: operation({
    route: 'GET /breakdowns',
    summary:
      'An indicator by its parts: each with its share and change, their sum, and whether it is the total',
    access: 'public',
    input: ReadBreakdown,
    output: IndicatorBreakdown,
    errors: [
      'territory.unknown',
      'period.unreadable',
      'territory.not-in-force',
      'indicator.unknown',
      'breakdown.none',
      'breakdown.unknown',
      'breakdown.part-unknown',
    ],
  }),
};
