import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cellOfFigure, learnFacts, precedenceOfFigure } from '../figures/facts.sql';

/** The figure of record of each cell and period, chosen when figures arrive and not when they are read. */
export class Facts2 implements MigrationInterface {
  readonly name = 'Facts1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    const learn = learnFacts('figure');
    const statements = [
      `create table cell (
        id uuid not null,
        indicator text not null,
        territory text not null,
        dimensions jsonb not null,
        measure text not null,
        constraint cell_pkey primary key (id)
      )`,
      `create index cell_territory_indicator_idx on cell (territory, indicator)`,
      `create index cell_indicator_measure_idx on cell (indicator, measure)`,
      `create table fact (
        cell uuid not null,
        months smallint not null,
        from_month date not null,
        figure uuid not null,
        value numeric not null,
        decimals smallint not null,
        unit text not null,
        comparator text not null,
        status text not null,
        source text not null,
        as_of date,
        precedence smallint not null,
        position bigint not null,
        ordinal integer not null,
        constraint fact_pkey primary key (cell, months, from_month)
      )`,
      `grant select, insert on cell to reporting`,
      `grant select, insert, update on fact to reporting`,
      `alter table figure add column cell uuid, add column months smallint, add column precedence smallint`,
      `update figure f set cell = ${cellOfFigure}, precedence = ${precedenceOfFigure},
        months = (extract(year from age(to_month, from_month)) * 12 + extract(month from age(to_month, from_month)) + 1)`,
      `alter table figure alter column cell set not null, alter column months set not null,
        alter column precedence set not null`,
      `create index figure_cell_months_from_month_idx on figure (cell, months, from_month)`,
      learn.cells,
      learn.facts,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
