import { sealOf } from './seal';

/**
 * What approval needs beside `observation`, the same in every domain service: the steps, the locks, the settings. Figures
 * that were approved when they were recorded get their step. A later shape is a new function; this one stays.
 */
export function approvalTablesV1(runtimeRole: string): string[] {
  return [
    `create table observation_step (
      observation uuid not null,
      nth integer not null,
      seq bigserial not null,
      territory text not null,
      state text not null,
      reason text,
      seal text,
      taken_at timestamptz not null,
      taken_by text not null,
      constraint observation_step_pkey primary key (observation, nth),
      constraint observation_step_state_seal_check check ((state = 'approved') = (seal is not null))
    )`,
    `create index observation_step_seq_idx on observation_step (seq)`,
    `create table period_lock (
      territory text not null,
      period text not null,
      is_closed boolean not null,
      reason text,
      changed_at timestamptz not null,
      changed_by text not null,
      constraint period_lock_pkey primary key (territory, period)
    )`,
    `create table approval_setting (
      territory text not null,
      own_approval boolean not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null,
      constraint approval_setting_pkey primary key (territory)
    )`,
    `insert into observation_step (observation, nth, territory, state, seal, taken_at, taken_by)
      select o.id, 1, o.territory, o.state, case when o.state = 'approved' then ${sealOf('o')} end, o.recorded_at,
             o.recorded_by
        from observation o where o.state <> 'draft' order by o.seq`,
    `grant update (state) on observation to ${runtimeRole}`,
    `grant select, insert on observation_step to ${runtimeRole}`,
    `grant usage on sequence observation_step_seq_seq to ${runtimeRole}`,
    `grant select, insert, update on period_lock, approval_setting to ${runtimeRole}`,
  ];
}
