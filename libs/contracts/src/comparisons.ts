import { event } from './event';
import { Day, DayOrMonth, Decimal, Id, Labels, OneOf, Part, Text, Whole } from './fields';
import { comparators, statuses, type Comparator, type Status } from './observations';
import { operation } from './operation';

const exact = { places: 12 } as const;

/** Bounds of a value known by printed numbers only; null: unbounded. */
export class IntervalOnTheWire {
  @Decimal('Lowest', { ...exact, nullable: true }) low: string | null;
  @Decimal('Highest', { ...exact, nullable: true }) high: string | null;
}

export class BothLanguagesText {
  @Text('Vietnamese', { max: 1000 }) vi: string;
  @Text('English', { max: 1000 }) en: string;
}

export const refusals = [
  'no-plan',
  'no-figure',
  'base-unknown',
  'non-positive-base',
  'incomplete-months',
  'incomplete-members',
  'needs-weights',
  'period-over',
  'series-break',
  'different-definition',
  'not-comparable',
  'overlapping-groups',
] as const;
export type RefusalCode = (typeof refusals)[number];

/** Why there is no honest number: an answer, never a zero. */
export class Refusal {
  @OneOf('Why', refusals) code: RefusalCode;
  @Part('In words', () => BothLanguagesText) message: BothLanguagesText;
  @Text('What is missing', { many: 50 }) missing: string[];
}

/** An input of a derived number, down to what a person typed or a file held. */
export class LineageInput {
  @Id('Observation') observationId: string;
  @Text('Indicator') indicator: string;
  @Text('Territory') territory: string;
  @Text('Period') period: string;
  @Text('Which of its numbers: `value`, or a stated comparison such as `planPct`') field: string;
  @Decimal('As printed', { places: 6 }) value: string;
  @Day('Vintage', { nullable: true }) asOf: string | null;
  @Text('Who says so') source: string;
  @Text('Document', { nullable: true }) document: string | null;
  @Whole('Line or row of the document', { nullable: true }) row: number | null;
}

export const bases = ['computed', 'stated', 'implied'] as const;

/** A number derived from others: its value where it is determined, its interval, how it came about. */
export class Cell {
  @Decimal('The value; null where only the interval is known, or refused', { ...exact, nullable: true })
  value: string | null;
  @Part('Every number it can be, the inputs being printed roundings', () => IntervalOnTheWire, {
    optional: true,
  })
  interval?: IntervalOnTheWire;
  @OneOf('Recomputed, printed by the source, or implied by what it prints', bases)
  basis: (typeof bases)[number];
  @Part('Why there is no number', () => Refusal, { optional: true }) refusal?: Refusal;
  @Text('Formula, in words', { max: 300, optional: true }) formula?: string;
  @Text('Of the pace expected: `linear` (months passed / 12) or `scenario`', { optional: true })
  label?: string;
  @Part('Inputs', () => LineageInput, { many: 1000 }) lineage: LineageInput[];
}

/** The figure of record of a cell, with what its source prints beside it. */
export class Figure {
  @Id('Observation') observationId: string;
  @Decimal('The value as stated', { places: 6 }) value: string;
  @Whole('Decimals as printed', { min: -9, max: 6 }) decimals: number;
  @Text('Unit') unit: string;
  @Text('Period it speaks of') period: string;
  @OneOf('How final it is', statuses) status: Status;
  @OneOf('Exactly, at least, or about', comparators) comparator: Comparator;
  @OneOf('Whether the period is stated or inferred', ['stated', 'inferred']) periodBasis:
    'stated' | 'inferred';
  @Text('Who says so') source: string;
  @Day('Vintage', { nullable: true }) asOf: string | null;
  @Part('Down to file and row', () => LineageInput, { many: 1 }) lineage: LineageInput[];
}

/** A figure that nobody states: what the months of the period, or the units that held the land, come to. */
export class MadeFigure {
  @Decimal('The value', exact) value: string;
  @Whole('Decimals of the most exact of its parts', { min: -9, max: 6 }) decimals: number;
  @Part('Every number it can be, its parts being printed roundings', () => IntervalOnTheWire)
  interval: IntervalOnTheWire;
  @Text('Unit') unit: string;
  @Text('Period it speaks of') period: string;
  @OneOf('How final the least final of its parts is', statuses) status: Status;
  @Day('The latest vintage of its parts', { nullable: true }) asOf: string | null;
  @Text('How it was made, in words', { max: 300 }) formula: string;
  @Part('Its parts', () => LineageInput, { many: 1000 }) lineage: LineageInput[];
}

export class ComparisonItem {
  @Text('Indicator') indicator: string;
  @Part('Its name', () => BothLanguagesText) name: BothLanguagesText;
  @Text('Unit') unit: string;
  @Labels('Breakdown') dimensions: Record<string, string>;
  @Part('The figure of record; null where nobody states one', () => Figure, { nullable: true })
  actual: Figure | null;
  @Part('Where nobody states one, what its parts come to', () => MadeFigure, { optional: true })
  made?: MadeFigure;
  @Part('Why there is no figure, where some of its parts are known', () => Refusal, { optional: true })
  refusal?: Refusal;
  @Part('Plan of the year', () => Cell) plan: Cell;
  @Part('Same period of the previous year', () => Cell) previous: Cell;
  @Part('Change on the same period of the previous year, %', () => Cell) yoyPct: Cell;
  @Part('Change of a single month on the month before, %', () => Cell) momPct: Cell;
  @Part('Share of the year plan reached, %', () => Cell) planPct: Cell;
  @Part('Above the year plan, %', () => Cell) overPlanPct: Cell;
  @Part('Above the year plan, in the unit', () => Cell) excess: Cell;
  @Part('Share of the plan expected by now, %', () => Cell) expectedPct: Cell;
  @Part('Ahead of (+) or behind (−) what is expected, percentage points', () => Cell) gapPp: Cell;
  @Part('Growth that the plan asks for on the base that was known when it was set, %', () => Cell)
  plannedGrowthPct: Cell;
  @Part(
    'Growth that the rest of the year needs for its plan, on the same months of the previous year, %',
    () => Cell,
  )
  requiredGrowthPct: Cell;
  @Part('Of a year: average growth a year since the last five-year plan ended, %', () => Cell, {
    optional: true,
  })
  annualAverageGrowthPct?: Cell;
  @Part('Of a part: its share in its total, %', () => Cell, { optional: true }) sharePct?: Cell;
  @Part('Of a part: change of its share on the previous year, percentage points', () => Cell, {
    optional: true,
  })
  shareChangePp?: Cell;
  @Part('Of a part: what it added to the growth of its total, percentage points', () => Cell, {
    optional: true,
  })
  contributionPp?: Cell;
}

export class ReadComparisons {
  @Text('Territory', { max: 60 }) territory: string;
  @Text('Period', { max: 20 }) period: string;
  @Text('Indicators; default: all', { many: 100, optional: true }) indicator?: string[];
  @DayOrMonth('What was known on that day', { optional: true }) asOf?: string;
  @Day('The territory as on that day, in all periods; default: each in its own time', { optional: true })
  on?: string;
}

export class Comparisons {
  @Text('Territory') territory: string;
  @Text('Period in its canonical form') period: string;
  @Day('The day whose map it is on, where one was asked for', { optional: true }) on?: string;
  @Day('The day as of which it is known, where one was asked for', { optional: true }) asOf?: string;
  @Part('In the order of the catalogue', () => ComparisonItem, { many: 1000 }) items: ComparisonItem[];
}

export const verdicts = ['agrees', 'contradicts', 'cannot-tell'] as const;
export type Verdict = (typeof verdicts)[number];

/** A statement against what follows from the other figures, by one formula. */
export class CheckResult {
  @Text('Which check: `growth-target.value-plan`') code: string;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Part('What is stated', () => BothLanguagesText) statement: BothLanguagesText;
  @Text('Formula, in words', { max: 300 }) formula: string;
  @Part('What follows instead', () => IntervalOnTheWire, { nullable: true })
  recomputed: IntervalOnTheWire | null;
  @Decimal('Distance between what is stated and what follows', { ...exact, nullable: true }) difference:
    string | null;
  @Part('One sentence for a director', () => BothLanguagesText) message: BothLanguagesText;
  @Text('Indicators it concerns', { many: 10 }) indicators: string[];
  @Text('What is missing, where it cannot be told', { many: 20 }) missing: string[];
  @Part('Inputs', () => LineageInput, { many: 100 }) lineage: LineageInput[];
}

/** How a check came out, without its words and inputs. */
export class CheckVerdict {
  @Text('Which check') code: string;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Text('Indicators it concerns', { many: 10 }) indicators: string[];
  @Decimal('Distance between what is stated and what follows', { ...exact, nullable: true }) difference:
    string | null;
}

export class ChecksChanged {
  @Text('Territory') territory: string;
  @Text('Period') period: string;
  @Part('All checks of the place as they came out now', () => CheckVerdict, { many: 500 })
  results: CheckVerdict[];
}

export const checksChanged = event(
  'reporting.checks.changed',
  1,
  'Checks of a territory and period came out differently',
  ChecksChanged,
);

export class ReadChecks {
  @Text('Territory', { max: 60 }) territory: string;
  @Text('Period', { max: 20 }) period: string;
  @DayOrMonth('By what was known on that day', { optional: true }) asOf?: string;
  @Day('The territory as on that day, in all periods; default: each in its own time', { optional: true })
  on?: string;
  @OneOf(
    '`submitted`: as if what is submitted were approved, for officers and approvers of the territory. Default: approved',
    ['approved', 'submitted'],
    { optional: true },
  )
  state?: 'approved' | 'submitted';
}

export class Checks {
  @Text('Territory') territory: string;
  @Text('Period') period: string;
  @Day('The day whose map it is on, where one was asked for', { optional: true }) on?: string;
  @Day('The day as of which it is known, where one was asked for', { optional: true }) asOf?: string;
  @Part('Contradictions first', () => CheckResult, { many: 500 }) items: CheckResult[];
}

export const comparisonOperations = {
  read: operation({
    route: 'GET /comparisons',
    summary: 'Figures of a territory and period beside plan, pace and previous year',
    access: 'public',
    input: ReadComparisons,
    output: Comparisons,
    errors: ['territory.unknown', 'period.unreadable', 'territory.not-in-force', 'indicator.unknown'],
  }),
};

export const checkOperations = {
  list: operation({
    route: 'GET /checks',
    summary: 'What agrees, what contradicts, and what cannot be told',
    access: 'public',
    input: ReadChecks,
    output: Checks,
    errors: [
      'territory.unknown',
      'period.unreadable',
      'territory.not-in-force',
      'territory.not-yours',
      'permission.missing',
      'checks.submitted-as-now',
    ],
  }),
};
