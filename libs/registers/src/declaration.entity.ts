import { territoryWall } from '@doit/runtime';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = () => ({ primaryKeyConstraintName: 'register_declaration_pkey' });

/** Since when a register of a territory is declared complete; how it came to that is in the events. */
@Entity('register_declaration')
export class DeclarationRow {
  @PrimaryColumn('text', key()) territory: string;
  /** The noun of the register. */
  @PrimaryColumn('text', key()) register: string;
  /** Null: what was declared was taken back. */
  @Column('date', { name: 'complete_on', nullable: true }) completeOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'declared_at' }) declaredAt: Date;
  @Column('text', { name: 'declared_by' }) declaredBy: string;
}

/** The statements that make its table, for a migration. @param runtimeRole may then declare and take back; no row goes */
export function declarationTableV1(runtimeRole: string): string[] {
  return [
    `create table register_declaration (
      territory text not null,
      register text not null,
      complete_on date,
      note text,
      declared_at timestamptz not null,
      declared_by text not null,
      constraint register_declaration_pkey primary key (territory, register)
    )`,
    `grant select, insert, update (complete_on, note, declared_at, declared_by) on register_declaration
      to ${runtimeRole}`,
    ...territoryWall('register_declaration'),
  ];
}
