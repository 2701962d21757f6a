import { registerBodyV2, registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = ['code text not null', 'name text not null', 'territory text not null', 'commune text'];
const obstacle = [
  ...common,
  'category text not null',
  'severity text not null',
  'reported_on date not null',
  'market text',
  'products jsonb',
  'product_words text',
  'reported_by text',
  'asked text',
  'owner text',
  'deadline date',
  'escalated_to text',
  'outcome text',
];
const remedy = [
  ...common,
  'country text not null',
  'instrument text not null',
  'product text not null',
  'hs_codes jsonb not null',
  'initiated_on date not null',
  'preliminary_on date',
  'preliminary_rate_low_pct numeric',
  'preliminary_rate_high_pct numeric',
  'final_on date',
  'final_rate_low_pct numeric',
  'final_rate_high_pct numeric',
  'measure_from date',
  'extended_on date',
  'ends_on date',
  'enterprises jsonb',
  'file_reference text',
];

/** Obstacles to exports, and cases of trade remedies against goods of Viet Nam. */
export class MarketAccess8 implements MigrationInterface {
  readonly name = 'MarketAccess1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...registerTableV1('obstacle', obstacle, 'export_import'),
      ...registerBodyV2('obstacle', obstacle, ['reported_by', 'asked']),
      ...registerTableV1('trade_remedy', remedy, 'export_import'),
      ...registerBodyV2('trade_remedy', remedy, ['enterprises']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
