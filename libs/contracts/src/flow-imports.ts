import { DayOrMonth, Flag, Id, IfMatch, Instant, OneOf, Part, Text, Upload, Whole } from './fields';
import { BothLanguagesText } from './comparisons';
import { statuses } from './observations';
import { operation } from './operation';

export class SendFlowImport {
  @Upload(
    'The extract: CSV in UTF-8, fields apart by comma, semicolon or tab, of at most 512 MiB. Columns, in any order: flow (export, import), territory (id or name), month (2024-03 or 03/2024), hs (2, 4, 6 or 8 digits), partner (ISO 3166-1), value_usd; and where told regime (domestic, fdi), enterprise (tax code), quantity, unit, status, basis (FOB, CIF)',
  )
  file: string;
  @OneOf('How numbers are written: 1.234,5 (vi) or 1,234.5 (en)', ['vi', 'en']) locale: 'vi' | 'en';
  @Flag('Only check; nothing is written', { optional: true }) dryRun?: boolean;
  @Text('Who says so. Default: customs', { max: 80, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, optional: true })
  source?: string;
  @DayOrMonth('Day (or month: its last day) on which the source stated it. Default: today', {
    optional: true,
  })
  asOf?: string;
  @OneOf('Status of lines that say none. Default: preliminary', statuses, { optional: true })
  status?: (typeof statuses)[number];
  @Flag(
    'Whether the file is all there is of each territory, month and flow in it: earlier lines that it has not are then withdrawn',
    { optional: true },
  )
  whole?: boolean;
}

export const importStatuses = ['queued', 'reading', 'checking', 'writing', 'done', 'failed'] as const;
export const importStates = ['submitted', 'approved', 'returned'] as const;

export class ImportFault {
  @Whole('Row of the file, as a sheet counts: the first one has the names; 0: the file as a whole')
  row: number;
  @Text('Column', { min: 0, max: 100 }) column: string;
  @Text('What is wrong: our code') code: string;
  @Part('The same as a sentence', () => BothLanguagesText) message: BothLanguagesText;
}

export class ImportOutcome {
  @Whole('Lines that were not known') added: number;
  @Whole('Lines of which there is a new vintage') changed: number;
  @Whole('Lines that stand as they are told') unchanged: number;
  @Whole('Lines of which something later is known already; left out') older: number;
  @Whole('Lines that a whole extract no longer has; withdrawn') withdrawn: number;
  @Whole('Roll-up cells that changed, and were told') cells: number;
}

export class ImportedFile {
  @Text('Name of the file', { max: 255 }) name: string;
  @Whole('Bytes') bytes: number;
  @Text('SHA-256 of its bytes') sha256: string;
}

/** A file that was sent, and what became of it. Its lines are written all together, or none. */
export class FlowImport {
  @Id('Import') id: string;
  @OneOf(
    'How far it is. An extract of somebody who may not approve it ends `done` when it was checked, and is written once approved',
    importStatuses,
  )
  status: (typeof importStatuses)[number];
  @OneOf('Whether it was approved: only then are its lines written', importStates)
  state: (typeof importStates)[number];
  @Whole('Rows read so far') rowsRead: number;
  @Whole('Rows of the file; null: not known yet', { nullable: true }) rowsTotal: number | null;
  @Whole('Rows without a fault') accepted: number;
  @Whole('Rows with a fault') rejected: number;
  @Part('The faults, by row: the first thousand; none of them in lists of imports', () => ImportFault, {
    many: 1000,
  })
  errors: ImportFault[];
  @Part('What was written; null: nothing', () => ImportOutcome, { nullable: true })
  outcome: ImportOutcome | null;
  @Part('The file; null: entered by hand', () => ImportedFile, { nullable: true }) file: ImportedFile | null;
  @Text('How numbers are written') locale: string;
  @Text('Who says so') source: string;
  @Text('Day on which the source stated it') asOf: string;
  @Flag('Whether only checked') dryRun: boolean;
  @Flag('Whether all there is of each territory, month and flow in it') whole: boolean;
  @Text('Territories that its lines are of, once they are read', { many: 200 }) territories: string[];
  @Text('Who sent it') sentBy: string;
  @Instant('When') sentAt: string;
  @Text('Who approved or returned it', { nullable: true }) decidedBy: string | null;
  @Instant('When', { nullable: true }) decidedAt: string | null;
  @Text('Why it was returned', { nullable: true, max: 2000 }) reason: string | null;
  @Instant('When it was done or failed', { nullable: true }) endedAt: string | null;
  @Whole('Version') version: number;
}

export class ImportById {
  @Id('Import') id: string;
}

export class ListFlowImports {
  @OneOf('How far they are', importStatuses, { many: 6, optional: true })
  status?: (typeof importStatuses)[number][];
  @OneOf('Whether approved', importStates, { many: 3, optional: true })
  state?: (typeof importStates)[number][];
  @Whole('At most', { min: 1, max: 100, optional: true }) limit?: number;
  @Text('Where the page begins: `next` of the one before', { optional: true }) after?: string;
}

export class FlowImportPage {
  @Part('The newest first', () => FlowImport, { many: 100 }) items: FlowImport[];
  @Text('Where the next page begins; null: this is the last', { nullable: true }) next: string | null;
}

export class DecideImport {
  @Id('Import') id: string;
  @IfMatch() ifMatch: number;
}

export class ReturnImport extends DecideImport {
  @Text('Why', { max: 2000 }) reason: string;
}

const read = 'export-import:read';

/** Extracts of the customs, and what became of them. */
export const flowImportOperations = {
  send: operation({
    route: 'POST /imports',
    summary: 'Send an extract of the customs; it is read in the background, and written wholly or not at all',
    access: 'export-import:write',
    input: SendFlowImport,
    output: FlowImport,
    status: 202,
    errors: ['document.not-open', 'document.too-large', 'register.step-in-future'],
  }),
  list: operation({
    route: 'GET /imports',
    summary: 'The extracts that you sent, or that are of your territories',
    access: read,
    input: ListFlowImports,
    output: FlowImportPage,
    errors: ['list.unreadable-cursor'],
  }),
  get: operation({
    route: 'GET /imports/:id',
    summary: 'How far an extract is, and what is wrong in it',
    access: read,
    input: ImportById,
    output: FlowImport,
    errors: ['import.not-found'],
    // Further pushed as events until it is done or failed.
    watched: { field: 'status', until: ['done', 'failed'] },
  }),
  approve: operation({
    route: 'POST /imports/:id/approve',
    summary: 'Approve an extract that was checked; it is then written',
    access: 'export-import:approve',
    input: DecideImport,
    output: FlowImport,
    status: 200,
    errors: [
      ...(['import.not-found', 'import.changed-meanwhile', 'request.if-match-required'] as const),
      ...(['import.not-submitted', 'import.own-approval', 'territory.not-yours'] as const),
    ],
  }),
  return: operation({
    route: 'POST /imports/:id/return',
    summary: 'Send an extract back to whoever sent it, with the reason',
    access: 'export-import:approve',
    input: ReturnImport,
    output: FlowImport,
    status: 200,
    errors: [
      ...(['import.not-found', 'import.changed-meanwhile', 'request.if-match-required'] as const),
      ...(['import.not-submitted', 'territory.not-yours'] as const),
    ],
  }),
};
