import { registerBodyV2, registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = ['code text not null', 'name text not null', 'territory text not null', 'commune text'];

/** The registers and their columns. */
const tables: Readonly<Record<string, readonly string[]>> = {
  ecommerce_platform: [
    ...common,
    'kind text not null',
    'web_address text',
    'operator text',
    'launched_on date',
    'filing text',
    'filing_number text',
    'filed_on date',
  ],
  ecommerce_seller: [
    ...common,
    'seller text not null',
    'seller_kind text not null',
    'platform_code text not null',
    'products integer',
    'ocop_products integer',
    'joined_on date',
    'campaign_code text',
  ],
  onboarding_campaign: [
    ...common,
    'starts_on date not null',
    'ends_on date not null',
    'platforms jsonb',
    'target_sellers integer',
    'target_products integer',
    'budget_mn numeric',
    'outcome text',
  ],
  ecommerce_training: [
    ...common,
    'subject text not null',
    'starts_on date not null',
    'ends_on date not null',
    'place text',
    'participants integer',
    'organisations integer',
    'hours numeric',
  ],
  platform_report: [
    ...common,
    'platform_code text not null',
    'month text not null',
    'sellers integer',
    'products integer',
    'orders integer',
    'value_mn numeric',
  ],
};

const sameWords = (column: string): string =>
  `(trim(lower(regexp_replace(normalize(${column} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;

/** Platforms of electronic commerce: their sellers, campaigns, trainings and monthly reports. */
export class Ecommerce9 implements MigrationInterface {
  readonly name = 'Ecommerce1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...Object.entries(tables).flatMap(([table, columns]) => registerTableV1(table, columns, 'trade')),
      // What a campaign costs shows only to who may read the territory's entries.
      ...registerBodyV2('onboarding_campaign', tables['onboarding_campaign'] ?? [], ['budget_mn']),
      `create unique index ecommerce_seller_once_idx on ecommerce_seller
        (territory, ${sameWords('seller')}, ${sameWords('platform_code')}) where state <> 'withdrawn'`,
      `create unique index platform_report_once_idx on platform_report
        (territory, ${sameWords('platform_code')}, month) where state <> 'withdrawn'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
