import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DocumentRow } from './document.entity';

/** What wrote lines, or would: an extract of the customs, or (without a document) what somebody entered by hand. */
@Entity('flow_import')
@Index('flow_import_sent_at_id_idx', ['sentAt', 'id'])
@Index('flow_import_sent_at_idx', ['sentAt'], { where: `status not in ('done', 'failed')` })
@Check('flow_import_line_status_check', `line_status in ('estimate', 'preliminary', 'official')`)
@Check('flow_import_status_check', `status in ('queued', 'reading', 'checking', 'writing', 'done', 'failed')`)
@Check('flow_import_state_check', `state in ('submitted', 'approved', 'returned')`)
export class FlowImportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'flow_import_pkey' }) id: string;
  @Column('uuid', { nullable: true }) document: string | null;
  @Column('text') locale: string;
  @Column('text') source: string;
  @Column('date', { name: 'as_of' }) asOf: string;
  /** Of lines that say none. */
  @Column('text', { name: 'line_status' }) lineStatus: string;
  /** Whether its lines are all that there are of each territory, month and flow that it speaks of. */
  @Column('boolean', { name: 'is_whole' }) isWhole: boolean;
  @Column('boolean', { name: 'is_dry_run' }) isDryRun: boolean;
  @Column('text') status: string;
  @Column('text') state: string;
  /** Whether whoever sent it holds the right to approve; in which territories is asked when its lines are read. */
  @Column('boolean', { name: 'may_approve' }) mayApprove: boolean;
  /** How often it was begun: a process that was killed leaves it to be begun again. */
  @Column('integer', { default: 0 }) attempts: number;
  @Column('integer', { name: 'rows_read', default: 0 }) rowsRead: number;
  @Column('integer', { name: 'rows_total', nullable: true }) rowsTotal: number | null;
  @Column('integer', { default: 0 }) accepted: number;
  @Column('integer', { default: 0 }) rejected: number;
  /** How many lines were added, changed, … */
  @Column('json', { nullable: true }) outcome: object | null;
  @Column('json', { default: [] }) errors: object[];
  /** Those that its lines are of. */
  @Column('text', { array: true, default: [] }) territories: string[];
  /** Those that whoever sent or approved it may write in. */
  @Column('text', { array: true }) allowed: string[];
  @Column('text', { name: 'sent_by' }) sentBy: string;
  @Column('timestamptz', { name: 'sent_at', default: () => 'clock_timestamp()' }) sentAt: Date;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;

  @ManyToOne(() => DocumentRow, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'document', foreignKeyConstraintName: 'flow_import_document_fkey' })
  file?: DocumentRow | null;
}
