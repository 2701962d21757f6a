import { event } from './event';
import { declareField, type FieldOf, type FieldOptions, type Kind } from './field';
import {
  Day,
  DayOrMonth,
  Decimal,
  decimalKind,
  Flag,
  Id,
  Instant,
  type IdempotencyKey,
  Labels,
  Once,
  OneOf,
  Part,
  Text,
  Whole,
} from './fields';
import { operation } from './operation';
import type { Service } from './services';

export const measures = ['actual', 'plan', 'scenario', 'forecast'] as const;
export const statuses = ['estimate', 'preliminary', 'official'] as const;
export const comparators = ['eq', 'ge', 'about'] as const;
export const states = ['draft', 'submitted', 'approved', 'returned'] as const;
/** The states in which a figure can enter; `returned` comes about by returning it. */
const recordable = ['draft', 'submitted', 'approved'] as const;
export type Measure = (typeof measures)[number];
export type Status = (typeof statuses)[number];
export type Comparator = (typeof comparators)[number];
export type State = (typeof states)[number];

/** A printed number: its exact value and the decimals it was printed with (the 2 of `9.60`, −3 of “2 billion” in millions). */
export interface Printed {
  value: string;
  decimals: number;
}

const decimal = decimalKind(6);
const printed: Kind = {
  schema: {
    type: 'object',
    properties: {
      value: { ...decimal.schema, description: 'The number as printed' },
      decimals: {
        type: 'integer',
        minimum: -9,
        maximum: 6,
        description: 'Decimals as printed; negative where rounded above the unit',
      },
    },
    required: ['value', 'decimals'],
    additionalProperties: false,
    description: 'Sent as decimal text too: its decimals are then the ones written',
  },
  check(value) {
    const { value: number, decimals, ...rest } = (value ?? {}) as Partial<Printed>;
    const whole = Number.isInteger(decimals) && Number(decimals) >= -9 && Number(decimals) <= 6;
    return whole && Object.keys(rest).length === 0
      ? decimal.check(number)
      : { code: 'field.not-decimal', params: { places: 6 } };
  },
  fromText: (text) => text,
  canonical(value) {
    const text = decimal.canonical?.(value) ?? value;
    if (typeof text === 'string') return { value: text, decimals: text.split('.')[1]?.length ?? 0 };
    const { value: inner, ...rest } = (value ?? {}) as Partial<Printed>;
    return { ...rest, value: decimal.canonical?.(inner) };
  },
};

function PrintedNumber(words: string, options: FieldOptions = {}): FieldOf<Printed> {
  return declareField(words, printed, options);
}

/** Comparisons that the source prints beside its figure, as printed. */
export class Stated {
  @PrintedNumber('Change on the same period of the previous year, %', { optional: true }) yoyPct?: Printed;
  @PrintedNumber('Change on the previous period, %', { optional: true }) momPct?: Printed;
  @PrintedNumber('Share of the year plan reached, %', { optional: true }) planPct?: Printed;
  @PrintedNumber('Above the plan, %', { optional: true }) overPlanPct?: Printed;
  @PrintedNumber('Above the plan, in the unit of the figure', { optional: true }) excess?: Printed;
  @PrintedNumber('Growth above its target, percentage points', { optional: true })
  overGrowthTargetPp?: Printed;
  @PrintedNumber('Share in the whole, %', { optional: true }) sharePct?: Printed;
  @PrintedNumber('Contribution to growth, percentage points', { optional: true }) contributionPp?: Printed;
  @PrintedNumber('Rank', { optional: true }) rank?: Printed;
  @PrintedNumber('How many were ranked', { optional: true }) rankOf?: Printed;
}

/** The days whose data went in, where they are not the calendar period (monthly reports: 15th to 14th). */
export class DataWindow {
  @Day('First day') from: string;
  @Day('Last day') to: string;
}

/** One stated value. Append-only: a correction is a new vintage. */
export class Observation {
  @Text('Code in the catalogue of indicators', { max: 60, example: 'RETAIL_GOODS' }) indicator: string;
  @Text('Id in the register of territories', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Period: 2023, 2023-Q2, 2023-S1, 2023-05 or 2023-01/P5M', { max: 20, example: '2023-01/P5M' })
  period: string;
  @Labels('Breakdown declared by the indicator', { optional: true, example: { sector: 'C' } })
  dimensions?: Record<string, string>;
  @OneOf('What kind of value it is', measures) measure: Measure;
  @OneOf('How final it is', statuses) status: Status;
  @Decimal('The value as stated', { places: 6, example: '36539' }) value: string;
  @Whole('Decimals as printed; negative where rounded above the unit. Default: those of the value', {
    min: -9,
    max: 6,
    optional: true,
  })
  decimals?: number;
  @Text('Unit of the indicator', { max: 20, example: 'VND_BN' }) unit: string;
  @Text('Unit as the source wrote it, where it slips', { max: 50, optional: true, nullable: true })
  unitPrinted?: string | null;
  @OneOf('Exactly, at least, or about. Default: eq', comparators, { optional: true }) comparator?: Comparator;
  @Text('Who says so', { max: 80, example: 'doit-nghe-an' }) source: string;
  @DayOrMonth('Day (or month: its last day) on which the source stated it; null: unknown', {
    optional: true,
    nullable: true,
  })
  asOf?: string | null;
  @OneOf('Whether the source states the period or it was inferred. Default: stated', ['stated', 'inferred'], {
    optional: true,
  })
  periodBasis?: 'stated' | 'inferred';
  @OneOf('Where a source recast history itself', ['recast-by-source'], { optional: true, nullable: true })
  basis?: 'recast-by-source' | null;
  @Text('Document it was read in', { max: 200, optional: true, nullable: true }) document?: string | null;
  @Whole('Line or row of the document', { min: 1, optional: true, nullable: true }) row?: number | null;
  @Part('Comparisons printed beside it', () => Stated, { optional: true }) stated?: Stated;
  @Part('Data window', () => DataWindow, { optional: true, nullable: true }) window?: DataWindow | null;
  @OneOf('State; without it `approved` for who may approve what he records, else `draft`', recordable, {
    optional: true,
  })
  state?: (typeof recordable)[number];
}

export class RecordObservations {
  @Once() idempotencyKey?: IdempotencyKey;
  @Part('Observations: all are stored, or none', () => Observation, { many: 1000, atLeast: 1, rows: true })
  items: Observation[];
  @Text('Why they are corrected: needed where an approved figure is', { max: 1000, optional: true })
  reason?: string;
}

export class RecordedId {
  @Id('Observation') id: string;
  @Flag('False where the same figure with the same content was here already') isNew: boolean;
}

export class RecordedIds {
  @Part('In the order sent', () => RecordedId, { many: 1000 }) items: RecordedId[];
}

/** An observation as it stands in the register: complete, with when and by whom it entered. */
export class RecordedObservation {
  @Id('Observation') id: string;
  @Text('Code in the catalogue of indicators') indicator: string;
  @Text('Id in the register of territories') territory: string;
  @Text('Period in its canonical form') period: string;
  @Labels('Breakdown') dimensions: Record<string, string>;
  @OneOf('What kind of value it is', measures) measure: Measure;
  @OneOf('How final it is', statuses) status: Status;
  @Decimal('The value as stated', { places: 6 }) value: string;
  @Whole('Decimals as printed', { min: -9, max: 6 }) decimals: number;
  @Text('Unit') unit: string;
  @Text('Unit as the source wrote it', { nullable: true }) unitPrinted: string | null;
  @OneOf('Exactly, at least, or about', comparators) comparator: Comparator;
  @Text('Who says so') source: string;
  @Day('Vintage', { nullable: true }) asOf: string | null;
  @OneOf('Whether the period is stated or inferred', ['stated', 'inferred']) periodBasis:
    'stated' | 'inferred';
  @OneOf('Where a source recast history itself', ['recast-by-source'], { nullable: true }) basis:
    'recast-by-source' | null;
  @Text('Document', { nullable: true }) document: string | null;
  @Whole('Line or row of the document', { nullable: true }) row: number | null;
  @Part('Comparisons printed beside it', () => Stated) stated: Stated;
  @Part('Data window', () => DataWindow, { nullable: true }) window: DataWindow | null;
  @OneOf('State', states) state: State;
  @Instant('When it entered here') recordedAt: string;
  @Text('By whom; null for who may not read unpublished figures of the territory', { nullable: true })
  recordedBy: string | null;
}

export class ListObservations {
  @Text('Indicators', { many: 50, optional: true }) indicator?: string[];
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @Text('Periods', { many: 100, optional: true }) period?: string[];
  @OneOf('Measures', measures, { many: 4, optional: true }) measure?: Measure[];
  @OneOf('States', states, { many: 4, optional: true }) state?: State[];
  @Whole('How many', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 200, optional: true }) after?: string;
}

export class ObservationPage {
  @Part('Newest vintage first', () => RecordedObservation, { many: 500 }) items: RecordedObservation[];
  @Text('Cursor of the next page', { nullable: true }) next: string | null;
}

export class ObservationsRecorded {
  @Text('Territory of all of them') territory: string;
  @Part('New vintages, in the order recorded', () => RecordedObservation, { many: 1000 })
  items: RecordedObservation[];
  @Text('Why they correct what was there', { max: 1000, optional: true }) reason?: string;
}

/** The operations on observations, the same for every domain service. */
export function observationOperations(service: Service) {
  return {
    record: operation({
      route: 'POST /observations',
      summary: 'Record observations: all of the batch or nothing',
      access: `${service}:write`,
      input: RecordObservations,
      output: RecordedIds,
      errors: [
        'request.invalid',
        'territory.not-yours',
        'observation.wrong-service',
        'observation.state-not-allowed',
        'observation.twice-in-batch',
        'observation.needs-reason',
        'period.closed',
      ],
    }),
    list: operation({
      route: 'GET /observations',
      summary: 'List observations, newest vintage first; drafts only for whom they concern',
      access: 'public',
      input: ListObservations,
      output: ObservationPage,
      errors: ['list.unreadable-cursor'],
    }),
  };
}

/** The event of a batch, split by territory and size (≤ 256 KiB). */
export function observationsRecorded(service: Service) {
  return event(
    `${service}.observations.recorded`,
    1,
    'Observations of one territory were recorded',
    ObservationsRecorded,
  );
}
