import { eventTablesV3 } from '@doit/events';
import { declarationTableV1, registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers of markets, outlets, their licences and OCOP products, and their columns. */
const tables: Readonly<Record<string, readonly string[]>> = {
  market: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'area_m2 numeric',
    'ground_m2 numeric',
    'points_total integer',
    'points_used integer',
    'traders integer',
    'manager text',
    'build_state text',
    'year_built integer',
    'year_upgraded integer',
    'opened_on date',
    'counted_on date',
    'fire_safety text',
    'food_safety_model text',
    'land_status text',
    'capital_source text',
    'upgrade_state text',
    'upgrade_cost_bn numeric',
  ],
  outlet: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'operator text',
    'area_m2 numeric',
    'items integer',
    'throughput_kt numeric',
    'opened_on date',
  ],
  licence: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'kind text not null',
    'outlet_code text',
    'holder text',
    'number text',
    'applied_on date',
    'issued_on date',
    'expires_on date',
    'conditions text',
  ],
  ocop_product: [
    'code text not null',
    'name text not null',
    'territory text not null',
    'commune text',
    'producer text not null',
    'producer_kind text not null',
    'product_group text not null',
    'score numeric',
    'council text',
    'certificate_number text',
    'issued_on date',
    'platforms jsonb',
    'selling_points jsonb',
    'supported_in jsonb',
  ],
};

/** The registers, which of them are declared complete, and the territory of what is told of them. */
export class Registers6 implements MigrationInterface {
  readonly name = 'Registers1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...Object.entries(tables).flatMap(([table, columns]) => registerTableV1(table, columns, 'trade')),
      ...declarationTableV1('trade'),
      ...eventTablesV3(),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
