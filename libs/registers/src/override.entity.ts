import { territoryWall } from '@doit/runtime';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Exceptions from rules, asked for and approved. */
@Entity('rule_override')
@Index('rule_override_entry_step_idx', ['entry', 'step'])
export class OverrideRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rule_override_pkey' }) id: string;
  @Column('text') register: string;
  @Column('uuid') entry: string;
  @Column('text') territory: string;
  @Column('text') step: string;
  @Column('text') rule: string;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('text', { name: 'asked_by' }) askedBy: string;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column('text', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('text', { name: 'ended_for', nullable: true }) endedFor: string | null;
}

/** The statements that make its table, for a migration. @param runtimeRole may then ask and approve, nothing else */
export function overrideTableV1(runtimeRole: string): string[] {
  return [
    `create table rule_override (
      id uuid not null constraint rule_override_pkey primary key,
      register text not null,
      entry uuid not null,
      territory text not null,
      step text not null,
      rule text not null,
      reason text not null,
      asked_at timestamptz not null,
      asked_by text not null,
      approved_at timestamptz,
      approved_by text
    )`,
    `create index rule_override_entry_step_idx on rule_override (entry, step)`,
    `grant select, insert, update (approved_at, approved_by) on rule_override to ${runtimeRole}`,
    ...territoryWall('rule_override'),
  ];
}

/** The statements by which an exception can be refused and withdrawn, for a migration after that of the table. */
export function overrideEndsV2(runtimeRole: string): string[] {
  return [
    `alter table rule_override add column ended_at timestamptz, add column ended_by text, add column ended_for text`,
    `grant update (ended_at, ended_by, ended_for) on rule_override to ${runtimeRole}`,
  ];
}
