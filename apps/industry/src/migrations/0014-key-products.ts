import { registerBodyV2 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All columns of the reports, as the contract has them now. */
const columns = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'month text not null',
  'tax_code text not null',
  'product text not null',
  'product_code text',
  'vsic text not null',
  'unit text not null',
  'quantity numeric',
  'sold numeric',
  'stock numeric',
  'revenue_bn numeric',
  'jobs integer',
];

/** Which key product an enterprise reports. */
export class KeyProducts14 implements MigrationInterface {
  readonly name = 'KeyProducts1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table enterprise_report add column product_code text`,
      ...registerBodyV2('enterprise_report', columns),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
