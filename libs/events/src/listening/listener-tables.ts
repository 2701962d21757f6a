import { Column, Entity, PrimaryColumn } from 'typeorm';

// A fresh object for each column: TypeORM writes the column's type into it.
const cursorKey = () => ({ primaryKeyConstraintName: 'cursor_teller_projection_pkey' });
const parkedKey = () => ({ primaryKeyConstraintName: 'parked_event_teller_projection_position_pkey' });

/** How far a projection has applied a teller's events: the listener's only memory. */
@Entity('cursor')
export class CursorRow {
  @PrimaryColumn('text', cursorKey()) teller: string;
  @PrimaryColumn('text', cursorKey()) projection: string;

  /** The life of the teller's log that the position belongs to. */
  @Column('uuid') epoch: string;

  /** All events up to here are applied or parked. */
  @Column('bigint') position: string;

  @Column('timestamptz', { name: 'updated_at', default: () => 'clock_timestamp()' }) updatedAt: Date;
}

/** An event that could not be applied, or that waits behind one of the same aggregate. */
@Entity('parked_event')
export class ParkedEventRow {
  @PrimaryColumn('text', parkedKey()) teller: string;
  @PrimaryColumn('text', parkedKey()) projection: string;
  @PrimaryColumn('bigint', parkedKey()) position: string;

  @Column('uuid') id: string;
  @Column('text') type: string;
  @Column('text') aggregate: string;
  @Column('text') actor: string;

  /** As it travelled, ISO with microseconds. */
  @Column('text', { name: 'occurred_at' }) occurredAt: string;

  @Column('json') payload: object;

  /** Why it is here: PostgreSQL's or the projection's message. */
  @Column('text') error: string;

  @Column('timestamptz', { name: 'parked_at', default: () => 'clock_timestamp()' }) parkedAt: Date;
}

/** The statements that make a listener's tables in the owner's schema, for its first migration. */
export function listenerTablesV1(runtimeRole: string): string[] {
  return [
    `create table cursor (
      teller text not null,
      projection text not null,
      epoch uuid not null,
      position bigint not null,
      updated_at timestamptz not null default clock_timestamp(),
      constraint cursor_teller_projection_pkey primary key (teller, projection)
    )`,
    `create table parked_event (
      teller text not null,
      projection text not null,
      position bigint not null,
      id uuid not null,
      type text not null,
      aggregate text not null,
      actor text not null,
      occurred_at text not null,
      payload json not null,
      error text not null,
      parked_at timestamptz not null default clock_timestamp(),
      constraint parked_event_teller_projection_position_pkey primary key (teller, projection, position)
    )`,
    `grant select, insert, update, delete on cursor, parked_event to ${runtimeRole}`,
  ];
}
