import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

const codes = { type: 'text', collation: 'C' } as const;
const key = { ...codes, primaryKeyConstraintName: 'flow_year_pkey' } as const;

/**
 * What the cells of a calendar year come to, by commodity group, partner and regime, of the months that there are. Whoever
 * adds whole years reads a twelfth. Written with the cells, in one transaction.
 */
@Entity('flow_year')
@Check('flow_year_by_check', `by in ('commodity', 'partner', 'regime')`)
@Check('flow_year_flow_check', `flow in ('export', 'import')`)
export class FlowYearRow {
  @PrimaryColumn(key) by: string;
  @PrimaryColumn(key) flow: string;
  @PrimaryColumn(key) source: string;
  @PrimaryColumn(key) territory: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'flow_year_pkey' }) year: number;
  /** As of the cells. */
  @PrimaryColumn(key) key: string;
  @Column('numeric', { name: 'value_usd' }) valueUsd: string;
  /** The most that stand behind a month's cell; null: in one of them also lines that name none. */
  @Column('integer', { nullable: true }) enterprises: number | null;
}
