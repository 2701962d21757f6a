import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

const codes = { type: 'text', collation: 'C' } as const;

/**
 * What crossed the border: goods of one heading, in one month, of one territory, with one partner. Never changed but for
 * its state: a correction is a later vintage with the same key.
 */
@Entity('flow_line')
@Index(
  'flow_line_once_idx',
  ['territory', 'month', 'flow', 'source', 'partner', 'regime', 'enterprise', 'hs'],
  {
    unique: true,
    where: `state = 'approved'`,
  },
)
@Index('flow_line_territory_month_id_idx', ['territory', 'month', 'id'])
@Check('flow_line_flow_check', `flow in ('export', 'import')`)
@Check('flow_line_regime_check', `regime in ('domestic', 'fdi', '')`)
@Check('flow_line_status_check', `status in ('estimate', 'preliminary', 'official')`)
@Check('flow_line_state_check', `state in ('draft', 'returned', 'approved', 'superseded', 'withdrawn')`)
export class FlowLineRow {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'flow_line_pkey',
  })
  id: string;

  @Column(codes) territory: string;
  /** Its first day. */
  @Column('date') month: string;
  @Column(codes) flow: string;
  @Column(codes) source: string;
  /** ISO 3166-1. */
  @Column(codes) partner: string;
  /** `''`: not told. */
  @Column(codes) regime: string;
  /** Tax code; `''`: not told. */
  @Column(codes) enterprise: string;
  /** 2, 4, 6 or 8 digits, and the edition of the AHTN that they are of. */
  @Column(codes) hs: string;
  @Column('smallint', { name: 'hs_edition' }) hsEdition: number;
  /** Group of the customs list in that month; `''`: the heading is too coarse to tell. */
  @Column(codes) commodity: string;
  /** Exports FOB, imports CIF. */
  @Column('numeric', { name: 'value_usd' }) valueUsd: string;
  @Column('numeric', { nullable: true }) quantity: string | null;
  @Column({ ...codes, nullable: true }) unit: string | null;
  @Column(codes) status: string;
  @Column('date', { name: 'as_of' }) asOf: string;
  /** Of which import (flow_import) it is, and the row of its file. */
  @Column('uuid') import: string;
  @Column('integer') row: number;
  @Column(codes) state: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt: Date | null;
  @Column('text', { name: 'changed_by', nullable: true }) changedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** The import that put another vintage in its place, or left it out. */
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
}
