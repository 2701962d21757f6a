import { Controller } from '@nestjs/common';
import {
  trade,
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

/** Figures whose indicators the domestic trade department owns. */
@Controller()
export class ObservationsController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.observations.record)
  record({ items, reason, idempotencyKey }: RecordObservations, caller: Caller): Promise<RecordedIds> {
    return recordObservations(this.source, { service: 'trade', caller, items, reason, idempotencyKey });
  }

  @Serves(trade.observations.list)
  async list(asked: ListObservations, caller: Caller): Promise<Json<ObservationPage>> {
    const { values, ...statement } = listObservations('trade', caller, asked);
    return pageOfObservations(await query(this.source, statement, values));
  }
}
