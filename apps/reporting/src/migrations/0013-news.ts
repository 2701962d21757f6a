import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has changed, by its keys, for whoever watches: kept for a while and then forgotten. */
export class News13 implements MigrationInterface {
  readonly name = 'News1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table news (
        position bigint generated always as identity constraint news_position_pkey primary key,
        type text not null,
        territory text,
        indicator text,
        period text,
        readers text not null,
        noted_at timestamptz not null default clock_timestamp()
      )`,
      `grant select, insert, delete on news to reporting`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
