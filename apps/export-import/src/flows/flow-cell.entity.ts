import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

const codes = { type: 'text', collation: 'C' } as const;
const key = { ...codes, primaryKeyConstraintName: 'flow_cell_pkey' } as const;

/**
 * What the approved lines of a territory, month and flow come to: in total, and by commodity group, partner and regime. Every
 * line is in each of the four once. Written with the lines, in one transaction.
 */
@Entity('flow_cell')
@Check('flow_cell_by_check', `by in ('total', 'commodity', 'partner', 'regime')`)
@Check('flow_cell_flow_check', `flow in ('export', 'import')`)
@Check('flow_cell_status_check', `status in ('estimate', 'preliminary', 'official')`)
export class FlowCellRow {
  @PrimaryColumn(key) by: string;
  @PrimaryColumn(key) flow: string;
  @PrimaryColumn(key) source: string;
  @PrimaryColumn(key) territory: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'flow_cell_pkey' }) month: string;
  /** `''` of the total, of goods too coarse to tell their group, of an untold regime. */
  @PrimaryColumn(key) key: string;
  @Column('numeric', { name: 'value_usd' }) valueUsd: string;
  @Column('integer') lines: number;
  /** How many named enterprises stand behind it; null: also lines that name none. */
  @Column('integer', { nullable: true }) enterprises: number | null;
  /** The least sure of its lines. */
  @Column('text') status: string;
  /** Whether an extract that says to be whole covers this territory, month and flow. */
  @Column('boolean', { name: 'is_whole' }) isWhole: boolean;
  /** Of a total: the latest day on which such an extract was stated. */
  @Column('date', { name: 'whole_as_of', nullable: true }) wholeAsOf: string | null;
}
