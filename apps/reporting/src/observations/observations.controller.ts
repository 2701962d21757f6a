import { Controller } from '@nestjs/common';
import {
  reporting,
  type Caller,
  type ListObservations,
  type ObservationPage,
  type RecordedIds,
  type RecordObservations,
} from '@doit/contracts';
import { listObservations, pageOfObservations, recordObservations } from '@doit/observations';
import { Serves, type Json } from '@doit/rpc';
import { query } from '@doit/runtime';
import { DataSource } from 'typeorm';

/** Plans and scenarios of every indicator, and the figures of no single department. */
@Controller()
export class ObservationsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.observations.record)
  record({ items, reason, idempotencyKey }: RecordObservations, caller: Caller): Promise<RecordedIds> {
    return recordObservations(this.source, { service: 'reporting', caller, items, reason, idempotencyKey });
  }

  @Serves(reporting.observations.list)
  async list(asked: ListObservations, caller: Caller): Promise<Json<ObservationPage>> {
    const { values, ...statement } = listObservations('reporting', caller, asked);
    return pageOfObservations(await query(this.source, statement, values));
  }
}
