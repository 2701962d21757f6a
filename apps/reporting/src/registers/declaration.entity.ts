import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = () => ({ primaryKeyConstraintName: 'register_declaration_pkey' });

/** Since when a register of a territory is declared complete, as it was last told; written and read by SQL. */
@Entity('register_declaration')
export class DeclarationRow {
  /** The noun of the register. */
  @PrimaryColumn('text', key()) register: string;
  @PrimaryColumn('text', key()) territory: string;
  /** Null: taken back. */
  @Column('date', { name: 'complete_on', nullable: true }) completeOn: string | null;
  /** Of the event that said so, in what its teller told. */
  @Column('bigint') position: string;
}
