import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * What travels in NATS headers: printable ASCII, no spaces at the ends. The length apart from the pattern: PostgreSQL needs
 * 200 µs for `{0,253}` and 2 for `*`.
 */
function headerText(column: string): string {
  return `length(${column}) <= 255 and ${column} ~ '^[!-~]([ -~]*[!-~])?$'`;
}

/**
 * The teller's log, kept for ever: the audit trail and the source of truth. One table, not one per year: PostgreSQL then
 * guarantees by itself that no position is given twice (a partitioned table could only promise it within a year). It can
 * become the first partition of a partitioned one, by rename and attach, when its size asks for it.
 */
@Entity('event')
@Unique('event_id_key', ['id'])
@Unique('event_position_key', ['position'])
@Index('event_aggregate_seq_idx', ['aggregate', 'seq'])
@Index('event_seq_idx', ['seq'], { where: 'position IS NULL' })
@Check('event_aggregate_check', headerText('aggregate'))
@Check('event_actor_check', headerText('actor'))
@Check('event_bytes_check', 'bytes <= 262144')
export class EventRow {
  /** Order of telling; the order of committing may differ. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'event_seq_pkey',
  })
  seq: string;

  @Column('uuid') id: string;

  /** Given by the relay after the commit, without gaps; null until then. */
  @Column('bigint', { nullable: true }) position: string | null;

  @Column('text') type: string;
  @Column('text') aggregate: string;
  @Column('text') actor: string;
  @Column('timestamptz', { name: 'occurred_at', default: () => 'clock_timestamp()' }) occurredAt: Date;

  /** `json`, not `jsonb`: the text stays as it was told. */
  @Column('json') payload: object;

  /** Length of the payload's text, so that pages are cut by size without reading the payloads. */
  @Column('integer') bytes: number;

  /** Seals the row and all before it (chain.ts); given with the position. */
  @Column('bytea', { nullable: true }) hash: Buffer | null;
}

/** The relay's memory, one row. After restoring a backup give it a new epoch: positions told since are lost. */
@Entity('relay')
@Check('relay_one_check', 'one')
export class RelayRow {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'relay_one_pkey' }) one: boolean;

  /** This life of the event table. */
  @Column('uuid') epoch: string;

  /** The last position given. */
  @Column('bigint', { default: '0' }) head: string;

  /** All positions up to here are acknowledged by the broker. */
  @Column('bigint', { default: '0' }) sent: string;

  /** The chain reaches up to here: behind `head` only until what was numbered before there was a chain is in it. */
  @Column('bigint', { default: '0' }) chained: string;

  /** The hash of the event at `chained`. */
  @Column('bytea') hash: Buffer;
}

/**
 * The statements that make a teller's tables in the owner's schema, for its first migration.
 * @param runtimeRole may then insert and read events and set the relay's columns, nothing else
 */
export function eventTablesV1(runtimeRole: string): string[] {
  return [
    `create table event (
      seq bigint generated always as identity constraint event_seq_pkey primary key,
      id uuid not null constraint event_id_key unique,
      position bigint constraint event_position_key unique,
      type text not null,
      aggregate text not null constraint event_aggregate_check check (${headerText('aggregate')}),
      actor text not null constraint event_actor_check check (${headerText('actor')}),
      occurred_at timestamptz not null default clock_timestamp(),
      payload json not null,
      bytes integer not null constraint event_bytes_check check (bytes <= 262144)
    )`,
    `create index event_aggregate_seq_idx on event (aggregate, seq)`,
    `create index event_seq_idx on event (seq) where position is null`,
    // Numbering leaves one dead row per event: vacuum by number, not by a share of a table that only grows.
    `alter table event set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
      autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000)`,
    `create table relay (
      one boolean not null default true constraint relay_one_pkey primary key constraint relay_one_check check (one),
      epoch uuid not null,
      head bigint not null default 0,
      sent bigint not null default 0
    )`,
    `insert into relay (epoch) values (gen_random_uuid())`,
    // One NOTIFY per transaction however many events it tells: PostgreSQL drops equal ones.
    `create function event_told() returns trigger language plpgsql as
      $$ begin perform pg_notify(tg_table_schema || '_event', ''); return null; end $$`,
    `create trigger event_told after insert on event for each statement execute function event_told()`,
    `grant select, insert, update (position) on event to ${runtimeRole}`,
    `grant select, update on relay to ${runtimeRole}`,
  ];
}

/** The name under which an event of `cluster:<id>` carries its thing, `powerPlant` of `power-plant:<id>`; SQL. */
export const carriedName = (aggregate: string): string =>
  `(select lower(left(noun, 1)) || substr(replace(initcap(noun), '-', ''), 2) from split_part(${aggregate}, ':', 1) as noun)`;

/** The statements by which events tell the territory of a thing whose noun has several words, for a later migration. */
export function eventTablesV3(): string[] {
  return [
    `create or replace function event_territory(aggregate text, payload json) returns text language sql immutable as $$
      select case split_part(aggregate, ':', 1) when 'observations' then split_part(aggregate, ':', 2)
             else coalesce(payload ->> 'territory', payload -> ${carriedName('aggregate')} ->> 'territory') end $$`,
  ];
}

/**
 * The statements that chain a teller's events and tell their territory (docs/decisions/0014), for a later migration. What
 * is there already is chained by the relay when it takes its seat.
 * @param runtimeRole may then set an event's hash, as it may its position
 */
export function eventTablesV2(runtimeRole: string): string[] {
  return [
    `alter table event add column hash bytea`,
    `alter table relay add column chained bigint not null default 0, add column hash bytea`,
    `update relay set hash = decode(repeat('00', 32), 'hex')`,
    `alter table relay alter column hash set not null`,
    // In plpgsql: in SQL it would be planned anew for each row, half as much again.
    `create function event_link(hash bytea, before bytea, content text) returns bytea language plpgsql immutable as
      $$ begin return sha256(coalesce(hash, before) || convert_to(content, 'UTF8')); end $$`,
    // As a window over events in order it gives each its hash, hashing each once; `before` counts for the first alone.
    `create aggregate event_chain(before bytea, content text) (sfunc = event_link, stype = bytea)`,
    // An event about a territory says so in its aggregate, in its payload, or in the thing that its payload carries.
    `create function event_territory(aggregate text, payload json) returns text language sql immutable as $$
      select case split_part(aggregate, ':', 1) when 'observations' then split_part(aggregate, ':', 2)
             else coalesce(payload ->> 'territory', payload -> split_part(aggregate, ':', 1) ->> 'territory') end $$`,
    `grant update (hash) on event to ${runtimeRole}`,
  ];
}
