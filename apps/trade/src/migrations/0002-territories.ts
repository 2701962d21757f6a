import { territoryWall } from '@doit/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures are written in the territories of the transaction alone. */
export class Territories2 implements MigrationInterface {
  readonly name = 'Territories1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of territoryWall('observation')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
