import {
  DayOrMonth,
  Decimal,
  Id,
  IfMatch,
  Instant,
  OneOf,
  Once,
  Part,
  Text,
  Whole,
  type IdempotencyKey,
} from './fields';
import { flows, regimes } from './flow-cells';
import { statuses } from './observations';
import { operation } from './operation';

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const sourcePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is entered of a line of trade. Lines are disjoint: none is part of another. */
export class EnterFlow {
  @OneOf('Exports (FOB) or imports (CIF)', flows) flow: (typeof flows)[number];
  @Text('Province or city', { max: 60 }) territory: string;
  @Text('Month', { max: 7, pattern: monthPattern, example: '2024-03' }) month: string;
  @Text('Code of the HS, by the AHTN of that month: 2, 4, 6 or 8 digits', { max: 12, example: '03061721' })
  hs: string;
  @Text('Partner country (ISO 3166-1)', { max: 2, pattern: /^[A-Z]{2}$/, example: 'JP' }) partner: string;
  @OneOf('Domestic or foreign-invested enterprises', regimes, { optional: true, nullable: true })
  regime?: (typeof regimes)[number] | null;
  @Text('Tax code of the enterprise', {
    max: 14,
    pattern: /^\d{10}(-\d{3})?$/,
    optional: true,
    nullable: true,
  })
  enterprise?: string | null;
  @Decimal('Value, USD', { places: 6, min: 0 }) valueUsd: string;
  @Decimal('Quantity', { places: 6, min: 0, optional: true, nullable: true }) quantity?: string | null;
  @Text('Unit of the quantity', { max: 20, optional: true, nullable: true }) unit?: string | null;
  @OneOf('How sure it is', statuses) status: (typeof statuses)[number];
  @Text('Who says so', { max: 80, pattern: sourcePattern, example: 'customs' }) source: string;
  @DayOrMonth('Day (or month: its last day) on which the source stated it. Default: today', {
    optional: true,
  })
  asOf?: string;
}

export class CreateFlow extends EnterFlow {
  @Once() idempotencyKey?: IdempotencyKey;
}

export class CreateFlows {
  @Part('The lines', () => EnterFlow, { many: 500, atLeast: 1, rows: true }) items: EnterFlow[];
  @Once() idempotencyKey?: IdempotencyKey;
}

export const lineStates = ['draft', 'returned', 'approved', 'superseded', 'withdrawn'] as const;

/** A line of trade: a vintage of what crossed the border under one heading in a month. */
export class FlowLine {
  @Text('Line: a number', { max: 19 }) id: string;
  @OneOf('Exports (FOB) or imports (CIF)', flows) flow: (typeof flows)[number];
  @Text('Province or city') territory: string;
  @Text('Month', { max: 7 }) month: string;
  @Text('Code of the HS') hs: string;
  @Whole('Year of the edition of the AHTN that the code is of') hsEdition: number;
  @Text('Commodity group of the customs list; null: the code is too coarse to tell', { nullable: true })
  commodity: string | null;
  @Text('Partner country (ISO 3166-1)') partner: string;
  @OneOf('Domestic or foreign-invested enterprises; null: not told', regimes, { nullable: true })
  regime: (typeof regimes)[number] | null;
  @Text('Tax code of the enterprise; null: not told', { nullable: true }) enterprise: string | null;
  @Decimal('Value, USD', { places: 6 }) valueUsd: string;
  @OneOf('What the value includes', ['FOB', 'CIF']) basis: 'FOB' | 'CIF';
  @Decimal('Quantity', { places: 6, nullable: true }) quantity: string | null;
  @Text('Unit of the quantity', { nullable: true }) unit: string | null;
  @OneOf('How sure it is', statuses) status: (typeof statuses)[number];
  @Text('Who says so') source: string;
  @Text('Day on which the source stated it') asOf: string;
  @OneOf('Whether it counts (`approved`), and why not', lineStates) state: (typeof lineStates)[number];
  @Id('Import that it came with') import: string;
  @Text('Name of its file; null: entered by hand', { nullable: true, max: 255 }) document: string | null;
  @Whole('Row of the file, or place in the batch') row: number;
  @Text('Who recorded it') recordedBy: string;
  @Instant('When') recordedAt: string;
  @Text('Who changed its state', { nullable: true }) changedBy: string | null;
  @Instant('When', { nullable: true }) changedAt: string | null;
  @Text('Why', { nullable: true, max: 2000 }) reason: string | null;
  @Id('Import that put a later vintage in its place, or left it out', { nullable: true }) endedBy:
    string | null;
  @Whole('Version') version: number;
}

export class FlowById {
  @Text('Line', { max: 18, pattern: /^\d{1,18}$/ }) id: string;
}

class FlowFilters {
  @Text('Territories; one that others were merged into has their lines too. Default: yours', {
    max: 60,
    many: 100,
    optional: true,
  })
  territory?: string[];
  @OneOf('Exports or imports', flows, { optional: true }) flow?: (typeof flows)[number];
  @Text('First month', { max: 7, pattern: monthPattern, optional: true }) from?: string;
  @Text('Last month', { max: 7, pattern: monthPattern, optional: true }) to?: string;
  @Text('Code that theirs begins with', { max: 8, pattern: /^\d{1,8}$/, optional: true }) hs?: string;
  @Text('Commodity groups', { max: 60, many: 20, optional: true }) commodity?: string[];
  @Text('Partners (ISO 3166-1)', { max: 2, many: 50, optional: true }) partner?: string[];
  @OneOf('Domestic or foreign-invested', regimes, { optional: true }) regime?: (typeof regimes)[number];
  @Text('Tax code', { max: 14, optional: true }) enterprise?: string;
  @Text('Who says so', { max: 80, optional: true }) source?: string;
  @OneOf('States. Default: approved, draft, returned', lineStates, { many: 5, optional: true })
  state?: (typeof lineStates)[number][];
  @Id('Of this import', { optional: true }) import?: string;
}

export class ListFlows extends FlowFilters {
  @OneOf('csv: the same as CSV', ['json', 'csv'], { optional: true }) format?: 'json' | 'csv';
  @Whole('At most', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('Where the page begins: `next` of the one before', { optional: true }) after?: string;
}

export class FlowsAsCsv extends FlowFilters {
  @OneOf('csv', ['json', 'csv'], { optional: true }) format?: 'json' | 'csv';
  @Whole('At most. Default: all, page after page', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('Where the page begins', { optional: true }) after?: string;
}

export class FlowPage {
  @Part('The latest months first', () => FlowLine, { many: 500 }) items: FlowLine[];
  @Text('Where the next page begins; null: this is the last', { nullable: true }) next: string | null;
}

export class FlowCsv {
  @Text('The list as CSV', { min: 0, max: 1_000_000 }) body: string;
}

export class FlowHistory {
  @Part(
    'All vintages of the same flow, territory, month, heading, partner, regime, enterprise and source; the newest first',
    () => FlowLine,
    { many: 500 },
  )
  items: FlowLine[];
}

export class CorrectFlow {
  @Text('Line', { max: 18, pattern: /^\d{1,18}$/ }) id: string;
  @IfMatch() ifMatch: number;
  @Decimal('Value, USD', { places: 6, min: 0, optional: true }) valueUsd?: string;
  @Decimal('Quantity', { places: 6, min: 0, optional: true, nullable: true }) quantity?: string | null;
  @Text('Unit of the quantity', { max: 20, optional: true, nullable: true }) unit?: string | null;
  @OneOf('How sure it is', statuses, { optional: true }) status?: (typeof statuses)[number];
  @DayOrMonth('Day (or month: its last day) on which the source stated it. Default: today', {
    optional: true,
  })
  asOf?: string;
  @Text('Why', { max: 2000 }) reason: string;
}

export class DecideFlow {
  @Text('Line', { max: 18, pattern: /^\d{1,18}$/ }) id: string;
  @IfMatch() ifMatch: number;
}

export class EndFlow extends DecideFlow {
  @Text('Why', { max: 2000 }) reason: string;
}

const own = ['flow.not-found', 'territory.not-yours'] as const;
const changing = [
  ...own,
  'flow.changed-meanwhile',
  'request.if-match-required',
  'flows.busy',
  'period.closed',
] as const;
const entering = [
  ...([
    'territory.unknown',
    'territory.not-in-force',
    'territory.not-yours',
    'period.closed',
    'flows.busy',
  ] as const),
  ...([
    'flow.unknown-hs',
    'flow.unknown-partner',
    'flow.unreadable-month',
    'flow.month-not-begun',
    'flow.quantity-without-unit',
  ] as const),
  ...([
    'flow.given-twice',
    'flow.within-another',
    'flow.later-known',
    'register.step-in-future',
    'flow.enterprise-unreadable',
  ] as const),
] as const;

/** Lines of trade, for readers of their territory alone: they name enterprises. */
export const flowOperations = {
  create: operation({
    route: 'POST /flows',
    summary: 'Enter a line; it counts at once where you may approve it, else once somebody does',
    access: 'export-import:write',
    input: CreateFlow,
    output: FlowLine,
    errors: [...entering],
  }),
  createMany: operation({
    route: 'POST /flows/batch',
    summary: 'Enter up to 500 lines, all of them or none',
    access: 'export-import:write',
    input: CreateFlows,
    output: FlowPage,
    errors: [...entering],
  }),
  correct: operation({
    route: 'PATCH /flows/:id',
    summary: 'State a line anew: a later vintage takes its place',
    access: 'export-import:write',
    input: CorrectFlow,
    output: FlowLine,
    errors: [...changing, 'flow.not-current', 'register.correction-needs-approver', ...entering],
  }),
  approve: operation({
    route: 'POST /flows/:id/approve',
    summary: 'Approve a line that was entered: from now on it counts',
    access: 'export-import:approve',
    input: DecideFlow,
    output: FlowLine,
    status: 200,
    errors: [...changing, 'flow.not-draft', 'flow.own-approval', 'flow.later-known', 'flow.within-another'],
  }),
  return: operation({
    route: 'POST /flows/:id/return',
    summary: 'Send a line back to whoever entered it, with the reason',
    access: 'export-import:approve',
    input: EndFlow,
    output: FlowLine,
    status: 200,
    errors: [...changing, 'flow.not-draft'],
  }),
  withdraw: operation({
    route: 'POST /flows/:id/withdraw',
    summary: 'Withdraw a line: it no longer counts; what counts only who may approve',
    access: 'export-import:write',
    input: EndFlow,
    output: FlowLine,
    status: 200,
    errors: [...changing, 'flow.not-current', 'register.correction-needs-approver'],
  }),
  list: operation({
    route: 'GET /flows',
    summary: 'List lines of trade',
    access: 'export-import:read',
    input: ListFlows,
    output: FlowPage,
    errors: ['territory.unknown', 'territory.not-yours', 'list.unreadable-cursor'],
  }),
  get: operation({
    route: 'GET /flows/:id',
    summary: 'Read a line',
    access: 'export-import:read',
    input: FlowById,
    output: FlowLine,
    errors: [...own],
  }),
  history: operation({
    route: 'GET /flows/:id/history',
    summary: 'All vintages of a line: who, when, what',
    access: 'export-import:read',
    input: FlowById,
    output: FlowHistory,
    errors: [...own],
  }),
  export: operation({
    route: 'GET /flows.csv',
    summary: 'The same list as CSV: a page where `limit` is asked, else all of it',
    access: 'export-import:read',
    input: FlowsAsCsv,
    output: FlowCsv,
    produces: 'text/csv',
    isPaged: true,
    errors: ['territory.unknown', 'territory.not-yours', 'list.unreadable-cursor'],
  }),
};
