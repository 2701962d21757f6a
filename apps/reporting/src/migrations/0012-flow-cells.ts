import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lines of trade come to, as export-import tells it. What was told before today comes with a rebuild. */
export class FlowCells12 implements MigrationInterface {
  readonly name = 'FlowCells1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Codes compare byte by byte, as where they come from.
      `create table flow_cell (
        territory text collate "C" not null,
        source text collate "C" not null,
        flow text collate "C" not null,
        by text collate "C" not null,
        month date not null,
        key text collate "C" not null,
        value_usd numeric not null,
        lines integer not null,
        enterprises integer,
        status text not null,
        is_whole boolean not null,
        position bigint not null,
        constraint flow_cell_pkey primary key (territory, source, flow, by, month, key)
      )`,
      `grant select, insert, update on flow_cell to reporting`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
