import { registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = ['code text not null', 'name text not null', 'territory text not null', 'commune text'];

/** The registers and their columns. */
const tables: Readonly<Record<string, readonly string[]>> = {
  regional_conference: [
    ...common,
    'unit_group text not null',
    'edition integer not null',
    'held_on date',
    'place text',
    'programme jsonb',
    'handed_to text',
  ],
  supply_offer: [
    ...common,
    'producer text not null',
    'product text not null',
    'sector text not null',
    'standards jsonb',
    'unit text',
    'monthly_quantity numeric',
    'available_from date',
    'available_to date',
  ],
  demand_request: [
    ...common,
    'distributor text not null',
    'product text not null',
    'sector text not null',
    'standards jsonb',
    'unit text',
    'monthly_quantity numeric',
    'needed_from date',
    'needed_to date',
    'event_code text',
    'offer_code text',
    'agreed_mn numeric',
    'delivered_mn numeric',
  ],
};

/** Conferences of groups of territories; what producers offer and distributors look for. */
export class ConferencesAndSupply8 implements MigrationInterface {
  readonly name = 'ConferencesAndSupply1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...Object.entries(tables).flatMap(([table, columns]) => registerTableV1(table, columns, 'trade')),
      `create unique index regional_conference_once_idx on regional_conference (territory, edition, unit_group)
        where state <> 'withdrawn'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
