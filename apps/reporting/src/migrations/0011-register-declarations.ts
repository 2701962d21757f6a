import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which registers their territories have declared complete. What was declared while a version before this one listened comes
 * with a rebuild.
 */
export class RegisterDeclarations11 implements MigrationInterface {
  readonly name = 'RegisterDeclarations1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table register_declaration (
        register text not null,
        territory text not null,
        complete_on date,
        position bigint not null,
        constraint register_declaration_pkey primary key (register, territory)
      )`,
      `grant select, insert, update on register_declaration to reporting`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
