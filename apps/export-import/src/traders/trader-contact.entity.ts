import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom to ask at a trader: personal data, in no other table, event or answer. */
@Entity('trader_contact')
export class TraderContactRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trader_contact_pkey' }) trader: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'trader_contact_pkey' }) role: string;
  @Column('text') territory: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('date', { name: 'consent_on' }) consentOn: string;
  @Column('jsonb') purposes: string[];
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
}
