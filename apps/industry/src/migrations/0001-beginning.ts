import { eventTablesV1 } from '@doit/events';
import { observationTableV1 } from '@doit/observations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Beginning1 implements MigrationInterface {
  readonly name = 'Beginning1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...eventTablesV1('industry'),
      ...observationTableV1('industry'),
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
        words text not null,
        version integer not null,
        recorded_at timestamptz not null,
        changed_at timestamptz not null,
        constraint cluster_pkey primary key (id),
        constraint cluster_territory_code_key unique (territory, code)
      )`,
      `create index cluster_code_id_idx on cluster (code, id)`,
      `create index cluster_changed_at_id_idx on cluster (changed_at, id)`,
      `grant select, insert, update on cluster to industry`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
