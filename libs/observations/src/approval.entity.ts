import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

// A new object for each column: TypeORM writes the column's type into it.
const stepKey = () => ({ primaryKeyConstraintName: 'observation_step_pkey' });
const lockKey = () => ({ primaryKeyConstraintName: 'period_lock_pkey' });

/** A state that an observation entered, by whom, when and why; written and read by SQL, never changed. */
@Entity('observation_step')
@Index('observation_step_seq_idx', ['seq'])
@Check('observation_step_state_seal_check', `(state = 'approved') = (seal is not null)`)
export class ObservationStepRow {
  @PrimaryColumn('uuid', stepKey()) observation: string;
  /** 1, 2, 3 … of this observation: two who act at once cannot both take the next. */
  @PrimaryColumn('integer', stepKey()) nth: number;
  @Column('bigint', { generated: 'increment' }) seq: string;
  @Column('text') territory: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) reason: string | null;
  /** What was approved (seal.ts). */
  @Column('text', { nullable: true }) seal: string | null;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
  @Column('text', { name: 'taken_by' }) takenBy: string;
}

/** Whether a territory's period is closed, as it was last said. */
@Entity('period_lock')
export class PeriodLockRow {
  @PrimaryColumn('text', lockKey()) territory: string;
  @PrimaryColumn('text', lockKey()) period: string;
  @Column('boolean', { name: 'is_closed' }) isClosed: boolean;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('text', { name: 'changed_by' }) changedBy: string;
}

/** What a territory ruled about approving; who has no row lets nobody approve what he recorded. */
@Entity('approval_setting')
export class ApprovalSettingRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'approval_setting_pkey' }) territory: string;
  @Column('boolean', { name: 'own_approval' }) ownApproval: boolean;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @Column('text', { name: 'changed_by' }) changedBy: string;
}

/** All of them, for a service's list of entities. */
export const approvalRows = [ObservationStepRow, PeriodLockRow, ApprovalSettingRow];
