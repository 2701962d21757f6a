import { keyedRequestTableV1 } from '@doit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What requests with an `Idempotency-Key` were answered. */
export class KeyedRequests9 implements MigrationInterface {
  readonly name = 'KeyedRequests1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of keyedRequestTableV1('reporting')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
