import { approvalTablesV1 } from '@doit/observations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps from draft to approved, closed periods, and what territories rule about approving. */
export class Approval6 implements MigrationInterface {
  readonly name = 'Approval1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of approvalTablesV1('reporting')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
