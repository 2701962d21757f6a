import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the territories agreed upon: from when on which promotion events overlap. */
export class OverlapRules11 implements MigrationInterface {
  readonly name = 'OverlapRules1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table overlap_rule (
      valid_from date not null,
      within_days integer not null,
      one_market_a_month boolean not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null,
      constraint overlap_rule_pkey primary key (valid_from)
    )`);
    await runner.query('grant select, insert, update on overlap_rule to trade');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
