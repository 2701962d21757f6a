import { overrideTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole life of a cluster, and exceptions from its rules. Areas are kept as they were written. */
export class ClusterLife7 implements MigrationInterface {
  readonly name = 'ClusterLife1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table cluster
        alter column area_planned_ha type numeric, alter column area_established_ha type numeric,
        alter column area_detailed_plan_ha type numeric, alter column industrial_ha type numeric,
        alter column leased_ha type numeric, add column state_on date,
        add column old_district text,
        add column is_mountain_or_craft boolean,
        add column decision_number text,
        add column decision_authority text,
        add column area_cleared_ha numeric,
        add column infrastructure_built_ha numeric,
        add column requested_ha numeric,
        add column investor_selected_on date,
        add column investment_bn numeric,
        add column disbursed_bn numeric,
        add column tenants_registered integer,
        add column tenants_operating integer,
        add column tenants_discharging integer,
        add column wastewater_plant text,
        add column wastewater_design_m3 numeric,
        add column wastewater_actual_m3 numeric,
        add column environmental_licence text,
        add column environmental_licence_on date,
        add column jobs integer,
        add column tenant_capital_bn numeric,
        add column revenue_bn numeric,
        add column budget_paid_bn numeric,
        add column sectors text,
        add column obstacles text,
        add column milestones jsonb`,
      `create or replace function cluster_body() returns trigger language plpgsql set timezone = 'UTC' as $$
        begin
          select row_to_json(entry)::text into new.body from (
          select new.id, new.code as "code", new.name as "name", new.territory as "territory", new.commune as "commune",
                 new.old_district as "oldDistrict", new.is_mountain_or_craft as "isMountainOrCraft",
                 new.decision_number as "decisionNumber", new.decision_authority as "decisionAuthority",
                 new.established_on as "establishedOn", new.area_planned_ha::text as "areaPlannedHa",
                 new.area_established_ha::text as "areaEstablishedHa",
                 new.area_detailed_plan_ha::text as "areaDetailedPlanHa",
                 new.area_cleared_ha::text as "areaClearedHa", new.industrial_ha::text as "industrialHa",
                 new.infrastructure_built_ha::text as "infrastructureBuiltHa", new.leased_ha::text as "leasedHa",
                 new.requested_ha::text as "requestedHa", new.investor as "investor",
                 new.investor_selected_on as "investorSelectedOn",
                 new.investment_bn::text as "investmentBn", new.disbursed_bn::text as "disbursedBn",
                 new.tenants_registered as "tenantsRegistered", new.tenants_operating as "tenantsOperating",
                 new.tenants_discharging as "tenantsDischarging", new.wastewater_plant as "wastewaterPlant",
                 new.wastewater_design_m3::text as "wastewaterDesignM3",
                 new.wastewater_actual_m3::text as "wastewaterActualM3",
                 new.environmental_licence as "environmentalLicence",
                 new.environmental_licence_on as "environmentalLicenceOn", new.jobs as "jobs",
                 new.tenant_capital_bn::text as "tenantCapitalBn", new.revenue_bn::text as "revenueBn",
                 new.budget_paid_bn::text as "budgetPaidBn", new.sectors as "sectors", new.obstacles as "obstacles",
                 new.milestones as "milestones",
                 new.state, new.state_on as "stateOn", new.version,
                 new.recorded_at as "recordedAt", new.changed_at as "changedAt") as entry;
          return new;
        end $$`,
      `create index cluster_name_id_idx on cluster (name, id)`,
      // What is read of each has more in it: another version, which is the ETag.
      `update cluster set version = version + 1`,
      ...overrideTableV1('industry'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
