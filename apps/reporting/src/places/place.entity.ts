import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = () => ({ primaryKeyConstraintName: 'place_pkey' });

/**
 * A territory and period that figures speak of, and what is answered about it (answers.ts). What arrives marks the places
 * that it can change; the checker (places.checker.ts) then answers anew, so that no reader waits. Written and read by SQL.
 */
@Entity('place')
@Index('place_marked_checked_idx', ['marked', 'checked'], { where: 'marked > checked' })
export class PlaceRow {
  @PrimaryColumn('text', key()) territory: string;
  @PrimaryColumn('text', key()) period: string;
  @Column('date', { name: 'from_month' }) fromMonth: string;
  /** How often something arrived that may change its checks, and how many of these the checks have seen. */
  @Column('integer') marked: number;
  @Column('integer') checked: number;
  /** The contract's CheckResults as JSON; null: not checked yet. */
  @Column('text', { nullable: true }) results: string | null;
  /** Comparisons as JSON without brackets: a line for each part of the answer. */
  @Column('text', { nullable: true }) items: string | null;
  @Column('text', { name: 'known_at', nullable: true }) knownAt: string | null;
  /** By which rules it was answered (rules.ts). */
  @Column('text', { nullable: true }) rules: string | null;
}
