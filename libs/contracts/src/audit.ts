import { Free, Instant, Part, Text, Whole } from './fields';
import { operation } from './operation';
import type { Service } from './services';

/** One change of one record: an observation recorded, a cluster changed. */
export class Change {
  @Whole('Position of its event in the chain of the service', { max: Number.MAX_SAFE_INTEGER })
  position: number;
  @Instant('When') occurredAt: string;
  @Text('Who: the account') actor: string;
  @Text('What: the type of the event') what: string;
  @Text('Which record: `cluster:<id>`, `observation:<id>`') record: string;
  @Text('Territory; null: of none in particular', { nullable: true }) territory: string | null;
  @Free(
    'The record before: as it was, or for an observation what its source had said of the cell, for a step of it the step before; null: nothing',
  )
  before: unknown;
  @Free('The record after') after: unknown;
  @Text('Hash of the event, hex: seals it and all before it') hash: string;
}

export class ListChanges {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @Text('One record: `cluster:<id>`; `observation:<id>` means all that its source said of the cell', {
    max: 255,
    optional: true,
  })
  record?: string;
  @Text('Accounts', { many: 20, max: 255, optional: true }) actor?: string[];
  @Text('Types of events', { many: 20, optional: true }) what?: string[];
  @Instant('From this instant on', { optional: true }) from?: string;
  @Instant('Before this instant', { optional: true }) to?: string;
  @Whole('How many at most. Default: 100', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before; in CSV the cursor of its last row', { max: 40, optional: true })
  after?: string;
}

export class ChangePage {
  @Part('Newest first', () => Change, { many: 500 }) items: Change[];
  @Text('Cursor of the next page', { nullable: true }) next: string | null;
}

export class ChangesAsCsv {
  @Text('CSV (RFC 4180), the last column a cursor', { max: 1_000_000 }) body: string;
}

/** Who did what, when, and what stood there before: the same in every service, read from its events. */
export function auditOperations(service: Service) {
  const common = {
    access: `${service}:audit`,
    input: ListChanges,
    errors: ['territory.not-yours', 'list.unreadable-cursor'],
  } as const;
  return {
    list: operation({
      ...common,
      route: 'GET /audit',
      summary: 'Who changed what, when, from what to what; newest first',
      output: ChangePage,
    }),
    export: operation({
      ...common,
      route: 'GET /audit.csv',
      summary: 'The same as CSV, page by page',
      output: ChangesAsCsv,
      produces: 'text/csv',
    }),
  };
}
