import { territoryWall } from '@doit/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'by, flow, source, territory, year, key';

/** What cells of months come to in calendar years, for the months that are there. */
export class FlowYears10 implements MigrationInterface {
  readonly name = 'FlowYears1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table flow_year (
        by text collate "C" not null constraint flow_year_by_check check (by in ('commodity', 'partner', 'regime')),
        flow text collate "C" not null constraint flow_year_flow_check check (flow in ('export', 'import')),
        source text collate "C" not null,
        territory text collate "C" not null,
        year integer not null,
        key text collate "C" not null,
        value_usd numeric not null,
        enterprises integer,
        constraint flow_year_pkey primary key (${key})
      )`,
      `grant select, insert, update, delete on flow_year to export_import`,
      ...territoryWall('flow_year'),
      `insert into flow_year (${key}, value_usd, enterprises)
       select by, flow, source, territory, extract(year from month)::int, key, sum(value_usd),
              case when bool_and(enterprises is not null) then max(enterprises) end
         from flow_cell where by <> 'total'
        group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
