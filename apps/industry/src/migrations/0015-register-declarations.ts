import { declarationTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which registers their territories have declared complete. */
export class RegisterDeclarations15 implements MigrationInterface {
  readonly name = 'RegisterDeclarations1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of declarationTableV1('industry')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
