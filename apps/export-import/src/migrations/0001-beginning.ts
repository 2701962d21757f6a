import { eventTablesV1 } from '@doit/events';
import { observationTableV1 } from '@doit/observations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Beginning1 implements MigrationInterface {
  readonly name = 'Beginning1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...eventTablesV1('export_import'), ...observationTableV1('export_import')])
      await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
