import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks run when figures arrive; what they found is kept by territory and period. */
export class Places3 implements MigrationInterface {
  readonly name = 'Places1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table place (
        territory text not null,
        period text not null,
        from_month date not null,
        marked integer not null,
        checked integer not null,
        results text,
        constraint place_pkey primary key (territory, period)
      )`,
      `create index place_marked_checked_idx on place (marked, checked) where marked > checked`,
      `grant select, insert, update on place to reporting`,
      `insert into place (territory, period, from_month, marked, checked)
        select distinct territory, period, from_month, 1, 0 from figure where measure = 'actual' and state = 'approved'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
