import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = () => ({ primaryKeyConstraintName: 'registered_pkey' });

/** An entry of a register of whichever service, as it was last told; written and read by SQL. */
@Entity('registered')
@Index('registered_register_territory_idx', ['register', 'territory'])
export class RegisteredRow {
  /** The noun of the register. */
  @PrimaryColumn('text', key()) register: string;
  @PrimaryColumn('uuid', key()) id: string;
  @Column('text') territory: string;
  @Column('text') state: string;
  @Column('integer') version: number;
  /** The contract's entry. One that was told before a field existed lacks it: what is read may be missing. */
  @Column('jsonb') body: object;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
