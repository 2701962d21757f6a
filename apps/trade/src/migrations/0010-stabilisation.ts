import { registerBodyV2, registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const common = ['code text not null', 'name text not null', 'territory text not null', 'commune text'];

/** The registers and their columns. */
const tables: Readonly<Record<string, readonly string[]>> = {
  stabilisation_programme: [
    ...common,
    'season text not null',
    'starts_on date not null',
    'ends_on date not null',
    'goods jsonb not null',
    'decision_number text',
    'decision_authority text',
    'decided_on date',
    'loan_support_mn numeric',
    'reserve_value_mn numeric',
  ],
  stabilisation_commitment: [
    ...common,
    'programme_code text not null',
    'enterprise text not null',
    'tax_code text not null',
    'goods text not null',
    'committed_quantity numeric not null',
    'sold_quantity numeric',
    'below_market_pct numeric',
    'loan_mn numeric',
  ],
  stabilisation_point: [
    ...common,
    'programme_code text not null',
    'kind text not null',
    'outlet_code text',
    'enterprise text',
    'starts_on date not null',
    'ends_on date not null',
  ],
};
const trips = [
  ...common,
  'held_on date not null',
  'destination text not null',
  'place text not null',
  'vehicles integer',
  'enterprises jsonb',
  'programme_code text',
  'revenue_mn numeric',
];
const sameWords = (column: string): string =>
  `(trim(lower(regexp_replace(normalize(${column} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;

/** Programmes of price stabilisation with their commitments and points of sale; trips of mobile sales. */
export class Stabilisation10 implements MigrationInterface {
  readonly name = 'Stabilisation1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...Object.entries(tables).flatMap(([table, columns]) => registerTableV1(table, columns, 'trade')),
      ...registerTableV1('mobile_sale', trips, 'trade'),
      ...registerBodyV2('mobile_sale', trips, ['revenue_mn']),
      `create unique index stabilisation_commitment_once_idx
        on stabilisation_commitment (territory, goods, ${sameWords('programme_code')}, tax_code)
        where state <> 'withdrawn'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
