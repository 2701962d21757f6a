import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cluster's JSON, by the contract's names, is made when the cluster changes and not when it is read. */
export class ClusterBody2 implements MigrationInterface {
  readonly name = 'ClusterBody1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table cluster add column body text`,
      `create function cluster_body() returns trigger language plpgsql set timezone = 'UTC' as $$
        begin
          select row_to_json(cluster)::text into new.body from (
            select new.id, new.code, new.name, new.territory, new.commune, new.state,
                   new.established_on as "establishedOn", new.area_planned_ha::text as "areaPlannedHa",
                   new.area_established_ha::text as "areaEstablishedHa",
                   new.area_detailed_plan_ha::text as "areaDetailedPlanHa", new.industrial_ha::text as "industrialHa",
                   new.leased_ha::text as "leasedHa", new.investor, new.version,
                   new.recorded_at as "recordedAt", new.changed_at as "changedAt") as cluster;
          return new;
        end $$`,
      `create trigger cluster_body before insert or update on cluster for each row execute function cluster_body()`,
      `update cluster set body = null`,
      `alter table cluster alter column body set not null`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
