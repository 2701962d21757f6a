import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when on which promotion events overlap, as the territories agreed. */
@Entity('overlap_rule')
export class OverlapRuleRow {
  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'overlap_rule_pkey' })
  validFrom: string;
  @Column('integer', { name: 'within_days' }) withinDays: number;
  @Column('boolean', { name: 'one_market_a_month' }) oneMarketAMonth: boolean;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('text', { name: 'changed_by' }) changedBy: string;
}
