import { event } from './event';
import { Decimal, Flag, Id, OneOf, Part, Text, Whole } from './fields';
import { statuses } from './observations';

export const flows = ['export', 'import'] as const;
export const regimes = ['domestic', 'fdi'] as const;
export const cellsBy = ['total', 'commodity', 'partner', 'regime'] as const;

/** What the approved lines of a territory, month and flow come to. */
export class FlowCell {
  @OneOf('By what: every line is in each of these once', cellsBy) by: (typeof cellsBy)[number];
  @OneOf('Exports (FOB) or imports (CIF)', flows) flow: (typeof flows)[number];
  @Text('Month', { max: 7, pattern: /^\d{4}-\d{2}$/ }) month: string;
  @Text('Commodity group, country (ISO 3166-1) or regime; empty: of the total, or not told', {
    min: 0,
    max: 60,
  })
  key: string;
  @Decimal('Value, USD', { places: 6 }) valueUsd: string;
  @Whole('Lines; 0: the cell is gone') lines: number;
  @Whole('Named enterprises behind it; null: also lines that name none', { nullable: true }) enterprises:
    number | null;
  @OneOf('The least sure of its lines', statuses) status: (typeof statuses)[number];
  @Flag('Whether a whole extract covers this territory, month and flow') isWhole: boolean;
}

/** The cells that changed, as they are now; what did not change is not told. */
export class FlowsRolledUp {
  @Text('Territory') territory: string;
  @Text('Who says so', { max: 80 }) source: string;
  @Id('The import that changed the lines') import: string;
  @Part('At most a thousand; more are told by further events', () => FlowCell, { many: 1000, rows: true })
  cells: FlowCell[];
}

/** What was done to a line by hand; its figures stay in the service. */
export class FlowLineChanged {
  @Text('Line', { max: 19 }) line: string;
  @Text('Territory') territory: string;
  @Text('Month', { max: 7 }) month: string;
  @Text('What it is now') state: string;
  @Id('The import that it came with') import: string;
  @Text('Why', { nullable: true, max: 2000 }) reason: string | null;
}

/** How far an import is. */
export class FlowImportChanged {
  @Id('Import') import: string;
  @Text('How far it is') status: string;
  @Text('Whether it was approved') state: string;
  @Text('Name of its file; null: entered by hand', { nullable: true, max: 255 }) file: string | null;
  @Text('SHA-256 of its bytes', { nullable: true }) sha256: string | null;
  @Text('Who says so', { max: 80 }) source: string;
  @Text('Territories that its lines are of', { many: 200 }) territories: string[];
  @Whole('Rows without a fault') accepted: number;
  @Text('Why it was returned', { nullable: true, max: 2000 }) reason: string | null;
}

export const flowEvents = {
  flowLineChanged: event(
    'export-import.flow-line.changed',
    1,
    'A line of trade was entered, approved, returned or withdrawn by hand',
    FlowLineChanged,
  ),
  flowImportChanged: event(
    'export-import.flow-import.changed',
    1,
    'An import was sent, approved, returned or carried out',
    FlowImportChanged,
  ),
  flowsRolledUp: event(
    'export-import.flows.rolled-up',
    1,
    'What the lines of a territory’s trade come to changed; the lines themselves stay in the service',
    FlowsRolledUp,
  ),
};
