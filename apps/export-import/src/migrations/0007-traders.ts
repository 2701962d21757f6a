import { eventTablesV3 } from '@doit/events';
import { declarationTableV1, registerBodyV2, registerTableV1 } from '@doit/registers';
import { territoryWall } from '@doit/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const trader = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'tax_code text',
  'trades_as text not null',
  'size text',
  'ownership text',
  'products jsonb',
  'markets jsonb',
  'website text',
  'portal_registered_on date',
  'portal_ended_on date',
  'portal_products jsonb',
  'portal_reference text',
];

/** Exporters and importers, and which registers are declared complete. Contacts are personal data: theirs alone may be deleted. */
export class Traders7 implements MigrationInterface {
  readonly name = 'Traders1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...registerTableV1('trader', trader, 'export_import'),
      ...registerBodyV2('trader', trader, ['tax_code']),
      `create unique index trader_once_idx on trader (territory, tax_code) where state <> 'withdrawn'`,
      `create table trader_contact (
        trader uuid not null,
        role text not null,
        territory text not null,
        name text not null,
        phone text,
        email text,
        consent_on date not null,
        purposes jsonb not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        constraint trader_contact_pkey primary key (trader, role)
      )`,
      `grant select, insert, update, delete on trader_contact to export_import`,
      ...territoryWall('trader_contact'),
      ...declarationTableV1('export_import'),
      ...eventTablesV3(),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
