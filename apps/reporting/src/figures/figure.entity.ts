import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One observation as one of the four services told it; written and read by SQL. Its columns are named like those of
 * `observation`, so that the same SQL makes its wire form.
 */
@Entity('figure')
@Unique('figure_teller_position_ordinal_key', ['teller', 'position', 'ordinal'])
@Index('figure_territory_period_idx', ['territory', 'period'])
@Index('figure_cell_months_from_month_idx', ['cell', 'months', 'fromMonth'])
export class FigureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'figure_pkey' }) id: string;

  /** Who told it, in which of its events, as which item (from 1): shows that each came once and in order. */
  @Column('text') teller: string;
  @Column('bigint') position: string;
  @Column('integer') ordinal: number;

  @Column('text') indicator: string;
  @Column('text') territory: string;
  @Column('text') period: string;
  /** First days of the period's first and last month. */
  @Column('date', { name: 'from_month' }) fromMonth: string;
  @Column('date', { name: 'to_month' }) toMonth: string;
  @Column('jsonb') dimensions: Record<string, string>;
  @Column('text') measure: string;
  @Column('text') status: string;
  @Column('numeric') value: string;
  @Column('smallint') decimals: number;
  @Column('text') unit: string;
  @Column('text', { name: 'unit_printed', nullable: true }) unitPrinted: string | null;
  @Column('text') comparator: string;
  @Column('text') source: string;
  @Column('date', { name: 'as_of', nullable: true }) asOf: string | null;
  @Column('text', { name: 'period_basis' }) periodBasis: string;
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text', { nullable: true }) document: string | null;
  @Column('integer', { name: 'document_row', nullable: true }) documentRow: number | null;
  @Column('jsonb') stated: object;
  @Column('jsonb', { name: 'data_window', nullable: true }) dataWindow: object | null;
  @Column('text') state: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;

  /** Its cell (facts.sql.ts), how many months its period has, and how much it is to be believed. */
  @Column('uuid') cell: string;
  @Column('smallint') months: number;
  @Column('smallint') precedence: number;
}
