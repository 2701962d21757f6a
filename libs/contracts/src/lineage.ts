import { BothLanguagesText, Cell, CheckResult } from './comparisons';
import { Day, Decimal, Flag, Id, Instant, OneOf, Part, Text, Whole } from './fields';
import { comparators, RecordedObservation, statuses, type Comparator, type Status } from './observations';
import { operation } from './operation';
import { Page } from './reports';

export const recordReasons = ['status', 'source', 'vintage', 'correction', 'entry'] as const;
export type RecordReason = (typeof recordReasons)[number];

/** Which of all that is stated for the same cell and period is used, and why. */
export class FigureOfRecord {
  @Flag('Whether this observation is it') isThis: boolean;
  @Id('The observation that is') observationId: string;
  @OneOf(
    'By what it comes before this one: more final status, source that owns the number, later vintage, correction of the same vintage, later entry; null where it is this one',
    recordReasons,
    { nullable: true },
  )
  because: RecordReason | null;
  @Part('The same as a sentence', () => BothLanguagesText) message: BothLanguagesText;
}

/** Another statement of the same cell and period. */
export class Vintage {
  @Id('Observation') observationId: string;
  @Decimal('The value as stated', { places: 6 }) value: string;
  @Whole('Decimals as printed', { min: -9, max: 6 }) decimals: number;
  @Text('Unit') unit: string;
  @OneOf('How final it is', statuses) status: Status;
  @OneOf('Exactly, at least, or about', comparators) comparator: Comparator;
  @Text('Who says so') source: string;
  @Day('Vintage', { nullable: true }) asOf: string | null;
  @Text('Document', { nullable: true }) document: string | null;
  @Whole('Line or row of the document', { nullable: true }) row: number | null;
  @Instant('When it entered here') recordedAt: string;
}

export const statedFields = [
  'yoyPct',
  'momPct',
  'planPct',
  'overPlanPct',
  'excess',
  'overGrowthTargetPp',
  'sharePct',
  'contributionPp',
  'rank',
  'rankOf',
] as const;
export type StatedField = (typeof statedFields)[number];

/** A number that follows from a printed comparison and the figure beside it. */
export class Implied {
  @Part('Which number', () => BothLanguagesText) name: BothLanguagesText;
  @Part('Formula, in words', () => BothLanguagesText) formula: BothLanguagesText;
  @Text('Unit') unit: string;
  @Part('What it can be', () => Cell) cell: Cell;
}

export class StatedComparison {
  @OneOf('Which comparison', statedFields) field: StatedField;
  @Part('Its name', () => BothLanguagesText) name: BothLanguagesText;
  @Decimal('As printed', { places: 6 }) value: string;
  @Whole('Decimals as printed', { min: -9, max: 6 }) decimals: number;
  @Text('Unit') unit: string;
  @Part('What follows from it; null: no other number', () => Implied, { nullable: true })
  implied: Implied | null;
}

/** What stands behind one figure. */
export class Lineage {
  @Part('As it was told', () => RecordedObservation) observation: RecordedObservation;
  @Part('Name of its indicator', () => BothLanguagesText) name: BothLanguagesText;
  @Part('Name of its territory in the period', () => BothLanguagesText) territoryName: BothLanguagesText;
  @Part('The figure of record of its cell and period', () => FigureOfRecord) record: FigureOfRecord;
  @Part('All other approved statements of the cell and period, newest first', () => Vintage, { many: 500 })
  vintages: Vintage[];
  @Whole('How many these are; the newest 500 are listed') vintageCount: number;
  @Part('Comparisons that its source prints beside it', () => StatedComparison, { many: 10 })
  stated: StatedComparison[];
  @Part('Checks of its territory and period that it went into, contradictions first', () => CheckResult, {
    many: 500,
  })
  checks: CheckResult[];
}

export class ReadLineage {
  @Id('Observation') observationId: string;
}

export class ReadLineagePage extends ReadLineage {
  @OneOf('Language of the page. Default: vi', ['vi', 'en'], { optional: true }) lang?: 'vi' | 'en';
}

export const lineageOperations = {
  page: operation({
    route: 'GET /lineage/:observationId.html',
    summary: 'What stands behind one figure, as a page to read and print',
    access: 'public',
    input: ReadLineagePage,
    output: Page,
    produces: 'text/html',
    errors: ['observation.not-found'],
  }),
  read: operation({
    route: 'GET /lineage/:observationId',
    summary: 'What stands behind one figure: document and row, other vintages, what it implies, its checks',
    access: 'public',
    input: ReadLineage,
    output: Lineage,
    errors: ['observation.not-found'],
  }),
};
