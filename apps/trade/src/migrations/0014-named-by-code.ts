import type { MigrationInterface, QueryRunner } from 'typeorm';

const sameWords = (column: string): string =>
  `(trim(lower(regexp_replace(normalize(${column} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;

/** What names a programme or a campaign is found by its code, whatever its case. */
export class NamedByCode14 implements MigrationInterface {
  readonly name = 'NamedByCode1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    const naming = ['stabilisation_commitment', 'stabilisation_point', 'mobile_sale'];
    const statements = [
      ...naming.map(
        (table) => `create index ${table}_programme_code_idx on ${table} (${sameWords('programme_code')})`,
      ),
      `create index ecommerce_seller_campaign_code_idx on ecommerce_seller (${sameWords('campaign_code')})`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
