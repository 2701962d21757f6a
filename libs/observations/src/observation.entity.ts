import { Column, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

/** The row of `observation` (table.ts); written and read by SQL, described here so that the two are kept equal by a test. */
@Entity('observation')
@Unique('observation_vintage_revision_key', ['vintage', 'revision'])
@Index('observation_territory_indicator_period_idx', ['territory', 'indicator', 'period'])
@Index('observation_as_of_seq_idx', { synchronize: false })
export class ObservationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'observation_pkey' }) id: string;
  @Column('bigint') @Generated('increment') seq: string;
  @Column('uuid') vintage: string;
  @Column('integer') revision: number;
  @Column('uuid') content: string;
  @Column('text') indicator: string;
  @Column('text') territory: string;
  @Column('text') period: string;
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
}
