import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comparisons are kept beside what the checks found, as they are answered. */
export class Answers4 implements MigrationInterface {
  readonly name = 'Answers1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table place add column items text, add column known_at text, add column rules text`,
    );
    // Read whole, so quick to open matters more than small; a server may have been built without it.
    await runner.query(`do $$ begin alter table place alter column items set compression lz4;
      exception when feature_not_supported then null; end $$`);
    await runner.query(`update place set marked = marked + 1`);
    // Figures are found by their cell or by their period.
    await runner.query(`drop index figure_territory_indicator_to_month_idx`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
