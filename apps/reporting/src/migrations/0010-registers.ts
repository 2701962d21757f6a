import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One table for the entries of all registers, in place of a copy of clusters alone. What was copied is taken over; fields
 * that the copy had no column for, and entries of other registers told before today, come with a rebuild. The old table
 * goes at once: a replica of the version before would go on filling it and move its cursor past what the new one lacks,
 * while for a missing table it stands still.
 */
export class Registers10 implements MigrationInterface {
  readonly name = 'Registers1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table registered (
        register text not null,
        id uuid not null,
        territory text not null,
        state text not null,
        version integer not null,
        body jsonb not null,
        changed_at timestamptz not null,
        constraint registered_pkey primary key (register, id)
      )`,
      `create index registered_register_territory_idx on registered (register, territory)`,
      `grant select, insert, update on registered to reporting`,
      `insert into registered (register, id, territory, state, version, body, changed_at)
        select 'cluster', id, territory, state, version, jsonb_build_object(
            'id', id, 'code', code, 'name', name, 'territory', territory, 'commune', commune, 'state', state,
            'establishedOn', established_on, 'areaPlannedHa', area_planned_ha::text,
            'areaEstablishedHa', area_established_ha::text, 'areaDetailedPlanHa', area_detailed_plan_ha::text,
            'industrialHa', industrial_ha::text, 'leasedHa', leased_ha::text, 'investor', investor,
            'version', version, 'recordedAt', recorded_at, 'changedAt', changed_at), changed_at
          from cluster`,
      `drop table cluster`,
      // Statements are held against more registers, and say more, than before.
      `update place set marked = marked + 1`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('history is not undone; write a new migration'));
  }
}
