import { territoryWall } from '@doit/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures are written in the territories of the transaction alone. */
export class Territories3 implements MigrationInterface {
  readonly name = 'Territories1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    const tables = ['observation', 'observation_step', 'period_lock', 'approval_setting'];
    for (const statement of tables.flatMap(territoryWall)) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
