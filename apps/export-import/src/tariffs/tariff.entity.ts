import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = { primaryKeyConstraintName: 'tariff_pkey' };
const code = { collation: 'C', ...key };

/** Duties of a market on goods from a day on, without preference and under an agreement. */
@Entity('tariff')
export class TariffEntity {
  @PrimaryColumn('text', code) market: string;
  @PrimaryColumn('text', code) hs: string;
  @PrimaryColumn('text', code) agreement: string;
  @PrimaryColumn('date', { name: 'valid_from', ...key }) validFrom: string;
  @Column('numeric', { name: 'mfn_pct' }) mfnPct: string;
  @Column('numeric', { name: 'preferential_pct' }) preferentialPct: string;
  @Column('text') source: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('text', { name: 'changed_by' }) changedBy: string;
}
