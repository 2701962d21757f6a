import type { MigrationInterface, QueryRunner } from 'typeorm';

const sameWords = (column: string): string =>
  `(trim(lower(regexp_replace(normalize(${column} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;
const once = `territory, month, tax_code, ${sameWords('product')}, ${sameWords('unit')}`;

/**
 * An enterprise reports a product in a unit once a month. Which of several reports that stand already is wrong, people must
 * say: all but the first are left as they are, out of the index, until somebody withdraws them.
 */
export class ReportedOnce12 implements MigrationInterface {
  readonly name = 'ReportedOnce1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    // What comes meanwhile would stand twice in the index.
    await runner.query(`lock table enterprise_report in share row exclusive mode`);
    const again = (await runner.query(`select id from (
        select id, row_number() over (partition by ${once} order by recorded_at, id) as nth
          from enterprise_report where state <> 'withdrawn') as report
       where nth > 1 order by id`)) as { id: string }[];
    const apart =
      again.length > 0 ? ` and id <> all('{${again.map(({ id }) => id).join(',')}}'::uuid[])` : '';
    await runner.query(`create unique index enterprise_report_once_idx on enterprise_report (${once})
      where state <> 'withdrawn'${apart}`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
