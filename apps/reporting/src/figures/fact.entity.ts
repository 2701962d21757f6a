import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What is counted: an indicator of a territory, broken down, done or planned. Written and read by SQL. */
@Entity('cell')
@Index('cell_territory_indicator_measure_idx', ['territory', 'indicator', 'measure'])
@Index('cell_indicator_measure_idx', ['indicator', 'measure'])
export class CellRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cell_pkey' }) id: string;
  @Column('text') indicator: string;
  @Column('text') territory: string;
  @Column('jsonb') dimensions: Record<string, string>;
  @Column('text') measure: string;
}

// A new object for each column: TypeORM writes the column's type into it.
const key = () => ({ primaryKeyConstraintName: 'fact_pkey' });

/** The figure of record of a cell and period, as far as is known now. Written and read by SQL. */
@Entity('fact')
export class FactRow {
  @PrimaryColumn('uuid', key()) cell: string;
  @PrimaryColumn('smallint', key()) months: number;
  @PrimaryColumn('date', { ...key(), name: 'from_month' }) fromMonth: string;
  @Column('uuid') figure: string;
  @Column('numeric') value: string;
  @Column('smallint') decimals: number;
  @Column('text') unit: string;
  @Column('text') comparator: string;
  @Column('text') status: string;
  @Column('text') source: string;
  @Column('date', { name: 'as_of', nullable: true }) asOf: string | null;
  /** By status, then by source: the lower is believed (facts.sql.ts). */
  @Column('smallint') precedence: number;
  @Column('bigint') position: string;
  @Column('integer') ordinal: number;
}
