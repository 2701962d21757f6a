import { Column, Entity, PrimaryColumn } from 'typeorm';

const codes = { type: 'text', collation: 'C' } as const;
const key = { ...codes, primaryKeyConstraintName: 'flow_cell_pkey' } as const;

/** What lines of trade of a territory and month come to, as it was last told; written and read by SQL. */
@Entity('flow_cell')
export class FlowCellRow {
  @PrimaryColumn(key) territory: string;
  @PrimaryColumn(key) source: string;
  @PrimaryColumn(key) flow: string;
  /** `total`, `commodity`, `partner` or `regime`: every line is in each of them once. */
  @PrimaryColumn(key) by: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'flow_cell_pkey' }) month: string;
  @PrimaryColumn(key) key: string;
  @Column('numeric', { name: 'value_usd' }) valueUsd: string;
  /** 0: the cell is gone. It stays, so that what was told before and comes again does not bring it back. */
  @Column('integer') lines: number;
  @Column('integer', { nullable: true }) enterprises: number | null;
  @Column('text') status: string;
  @Column('boolean', { name: 'is_whole' }) isWhole: boolean;
  /** Of the event that said so, in what its teller told. */
  @Column('bigint') position: string;
}
