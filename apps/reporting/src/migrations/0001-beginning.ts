import { eventTablesV1, listenerTablesV1 } from '@doit/events';
import { observationTableV1 } from '@doit/observations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Beginning1 implements MigrationInterface {
  readonly name = 'Beginning1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...eventTablesV1('reporting'),
      ...listenerTablesV1('reporting'),
      ...observationTableV1('reporting'),
      `create table figure (
        id uuid not null,
        teller text not null,
        position bigint not null,
        ordinal integer not null,
        indicator text not null,
        territory text not null,
        period text not null,
        from_month date not null,
        to_month date not null,
        dimensions jsonb not null,
        measure text not null,
        status text not null,
        value numeric not null,
        decimals smallint not null,
        unit text not null,
        unit_printed text,
        comparator text not null,
        source text not null,
        as_of date,
        period_basis text not null,
        basis text,
        document text,
        document_row integer,
        stated jsonb not null,
        data_window jsonb,
        state text not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint figure_pkey primary key (id),
        constraint figure_teller_position_ordinal_key unique (teller, position, ordinal)
      )`,
      `create index figure_territory_period_idx on figure (territory, period)`,
      `create index figure_territory_indicator_to_month_idx on figure (territory, indicator, to_month)`,
      `create table cluster (
        id uuid not null,
        code text not null,
        name text not null,
        territory text not null,
        commune text,
        state text not null,
        established_on date,
        area_planned_ha numeric(10, 2),
        area_established_ha numeric(10, 2),
        area_detailed_plan_ha numeric(10, 2),
        industrial_ha numeric(10, 2),
        leased_ha numeric(10, 2),
        investor text,
        version integer not null,
        recorded_at timestamptz not null,
        changed_at timestamptz not null,
        constraint cluster_pkey primary key (id)
      )`,
      `create index cluster_territory_code_idx on cluster (territory, code)`,
      `grant select, insert, update on figure, cluster to reporting`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
