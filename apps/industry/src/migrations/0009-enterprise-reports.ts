import { registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'month text not null',
  'tax_code text not null',
  'product text not null',
  'vsic text not null',
  'unit text not null',
  'quantity numeric',
  'sold numeric',
  'stock numeric',
  'revenue_bn numeric',
  'jobs integer',
];

/** What key enterprises report of their products, month by month. */
export class EnterpriseReports9 implements MigrationInterface {
  readonly name = 'EnterpriseReports1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTableV1('enterprise_report', columns, 'industry'))
      await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
