import { eventTablesV3 } from '@doit/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The territory of an event of a register whose noun has several words. */
export class AuditOfRegisters10 implements MigrationInterface {
  readonly name = 'AuditOfRegisters1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of eventTablesV3()) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
