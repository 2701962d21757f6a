import { registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  ...['code text not null', 'name text not null', 'territory text not null', 'commune text'],
  'number text',
  'form text not null',
  'exporter text not null',
  'tax_code text not null',
  'market text not null',
  'hs_codes jsonb not null',
  'value_usd numeric not null',
  'issued_on date',
  'exported_on date',
  'authority text not null',
  'issuing_office text',
  'replaced_by text',
];
const sameWords = (column: string): string =>
  `(trim(lower(regexp_replace(normalize(${column} collate "und-x-icu"), '\\s+', ' ', 'g'))) collate "C")`;

/** Certificates of origin, and duties of markets with and without preference. */
export class Origin9 implements MigrationInterface {
  readonly name = 'Origin1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...registerTableV1('origin_certificate', columns, 'export_import'),
      `create unique index origin_certificate_once_idx on origin_certificate (territory, ${sameWords('number')})
        where state <> 'withdrawn'`,
      `create index origin_certificate_territory_issued_on_idx on origin_certificate (territory, issued_on)`,
      // As lines of trade compare them, which they are looked up for.
      `create table tariff (
        market text collate "C" not null,
        hs text collate "C" not null,
        agreement text collate "C" not null,
        valid_from date not null,
        mfn_pct numeric not null,
        preferential_pct numeric not null,
        source text not null,
        changed_at timestamptz not null,
        changed_by text not null,
        constraint tariff_pkey primary key (market, hs, agreement, valid_from)
      )`,
      'grant select, insert, update on tariff to export_import',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
