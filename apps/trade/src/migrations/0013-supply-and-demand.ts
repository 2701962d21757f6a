import { registerBodyV2 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All columns of the requests, as the contract has them now. */
const columns = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'distributor text not null',
  'product text not null',
  'sector text not null',
  'standards jsonb',
  'unit text',
  'monthly_quantity numeric',
  'needed_from date',
  'needed_to date',
  'event_territory text',
  'event_code text',
  'offer_territory text',
  'offer_code text',
  'agreed_mn numeric',
  'delivered_mn numeric',
];

/** In whose register the offer and the event of a request are. */
export class SupplyAndDemand13 implements MigrationInterface {
  readonly name = 'SupplyAndDemand1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'alter table demand_request add column event_territory text, add column offer_territory text',
      ...registerBodyV2('demand_request', columns),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
