import { registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'year integer not null',
  'budget text not null',
  'amount_mn numeric not null',
  'schemes_planned integer',
  'decision_number text',
  'decision_authority text',
  'decided_on date',
];

/** What each budget gives industrial promotion in a year: one programme of a territory, year and budget. */
export class PromotionProgrammes13 implements MigrationInterface {
  readonly name = 'PromotionProgrammes1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTableV1('promotion_programme', columns, 'industry'))
      await runner.query(statement);
    await runner.query(`create unique index promotion_programme_once_idx on promotion_programme (territory, budget, year)
      where state <> 'withdrawn'`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
