import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cells are asked for by their measure too: half of those of a territory and indicator are plans. */
export class Cells5 implements MigrationInterface {
  readonly name = 'Cells1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index cell_territory_indicator_measure_idx on cell (territory, indicator, measure)`,
    );
    await runner.query(`drop index cell_territory_indicator_idx`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
