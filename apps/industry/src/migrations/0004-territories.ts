import { territoryWall } from '@doit/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures and clusters are written in the territories of the transaction alone. */
export class Territories4 implements MigrationInterface {
  readonly name = 'Territories1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    const tables = ['observation', 'observation_step', 'period_lock', 'approval_setting', 'cluster'];
    for (const statement of tables.flatMap(territoryWall)) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
