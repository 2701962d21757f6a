import { overrideEndsV2, registerBodyV2 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All columns of the registers whose contract JSON is made anew, as the contract has them now. */
const columns = {
  cluster: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'old_district text',
    'is_mountain_or_craft boolean',
    'decision_number text',
    'decision_authority text',
    'established_on date',
    'area_planned_ha numeric',
    'area_established_ha numeric',
    'area_detailed_plan_ha numeric',
    'area_cleared_ha numeric',
    'industrial_ha numeric',
    'infrastructure_built_ha numeric',
    'leased_ha numeric',
    'requested_ha numeric',
    'investor text',
    'investor_selected_on date',
    'investment_bn numeric',
    'disbursed_bn numeric',
    'tenants_registered integer',
    'tenants_operating integer',
    'tenants_discharging integer',
    'wastewater_plant text',
    'wastewater_design_m3 numeric',
    'wastewater_actual_m3 numeric',
    'environmental_licence text',
    'environmental_licence_on date',
    'jobs integer',
    'tenant_capital_bn numeric',
    'revenue_bn numeric',
    'budget_paid_bn numeric',
    'sectors text',
    'obstacles text',
    'milestones jsonb',
  ],
  power_plant: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'capacity_ac_mw numeric',
    'capacity_dc_mwp numeric',
    'units integer',
    'operating_on date',
    'grid_kv text',
    'owner text',
    'yearly_output_gwh numeric',
  ],
  grid_project: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'length_km numeric',
    'capacity_mva numeric',
    'households integer',
    'cost_bn numeric',
    'fund_source text',
    'clearance_needed_ha numeric',
    'cleared_ha numeric',
    'households_to_move integer',
    'blocked_by text',
    'planned_on date',
    'expected_on date',
    'energised_on date',
  ],
  scheme: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'budget text not null',
    'year integer not null',
    'beneficiary text',
    'tax_code text',
    'support_mn numeric',
    'counterpart_mn numeric',
    'paid_mn numeric',
    'nationally_appraised_on date',
    'machine text',
    'technology_origin text',
    'capacity_unit text',
    'capacity_before numeric',
    'capacity_after numeric',
    'jobs integer',
    'post_check text',
  ],
};

/** What shows only to who may read the territory's entries. */
const hidden = {
  cluster: ['requested_ha', 'disbursed_bn', 'tenant_capital_bn', 'revenue_bn', 'budget_paid_bn', 'obstacles'],
  power_plant: ['yearly_output_gwh'],
  grid_project: ['blocked_by'],
};

/** What of a register everybody may read; the national appraisal of a scheme; exceptions that are refused or withdrawn. */
export class PublicFields11 implements MigrationInterface {
  readonly name = 'PublicFields1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...registerBodyV2('cluster', columns.cluster, hidden.cluster),
      ...registerBodyV2('power_plant', columns.power_plant, hidden.power_plant),
      ...registerBodyV2('grid_project', columns.grid_project, hidden.grid_project),
      `alter table scheme add column nationally_appraised_on date`,
      ...registerBodyV2('scheme', columns.scheme),
      ...overrideEndsV2('industry'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
