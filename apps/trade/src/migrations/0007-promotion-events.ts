import { registerBodyV2, registerTableV1 } from '@doit/registers';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  'code text not null',
  'name text not null',
  'territory text not null',
  'commune text',
  'kind text not null',
  'level text not null',
  'starts_on date not null',
  'ends_on date not null',
  'place text not null',
  'country text',
  'place_territory text',
  'sectors jsonb not null',
  'target_markets jsonb',
  'host text not null',
  'co_hosts jsonb',
  'unit_group text',
  'booths integer',
  'central_mn numeric',
  'province_mn numeric',
  'enterprises_mn numeric',
  'others_mn numeric',
  'contracts integer',
  'memoranda integer',
  'result_value_mn numeric',
  'visitors integer',
];
/** What shows only to who may read the territory's entries. */
const hidden = ['central_mn', 'province_mn', 'enterprises_mn', 'others_mn', 'result_value_mn'];

/** Events of trade promotion, and the index by which those of the same days are found. */
export class PromotionEvents7 implements MigrationInterface {
  readonly name = 'PromotionEvents1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...registerTableV1('promotion_event', columns, 'trade'),
      ...registerBodyV2('promotion_event', columns, hidden),
      `create index promotion_event_starts_on_idx on promotion_event using gist (daterange(starts_on, ends_on, '[]'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
