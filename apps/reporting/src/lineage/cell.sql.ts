import type { RecordedObservation, Service } from '@doit/contracts';
import { observationJson } from '@doit/observations';
import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';

/** An observation, and the service that told it. */
export interface Told {
  readonly teller: Service;
  readonly figure: RecordedObservation;
}

/**
 * All approved statements of the cell and period of an observation, itself included, in the order in which their
 * teller told them (a cell has one); none where it is unknown or not approved.
 */
export function readCell(source: DataSource, observationId: string): Promise<Told[]> {
  return query<Told>(source, cell, [observationId]);
}

const cell = {
  name: 'lineage-cell',
  text: `
  select o.teller, ${observationJson()} as figure
    from figure asked
    join figure o on o.cell = asked.cell and o.months = asked.months and o.from_month = asked.from_month
   where asked.id = $1 and asked.state = 'approved' and o.state = 'approved'
   order by o.position, o.ordinal`,
};
