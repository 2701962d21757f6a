import { eventTablesV2 } from '@doit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each event carries the hash of all before it (docs/decisions/0014). */
export class Chain8 implements MigrationInterface {
  readonly name = 'Chain1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of eventTablesV2('reporting')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
