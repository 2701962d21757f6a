import type { Cluster } from '@doit/contracts';
import { foldAccents } from '@doit/reference';
import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

const ha = { precision: 10, scale: 2, nullable: true } as const;

/** A cluster as it stands now; how it came here is in the events. */
@Entity('cluster')
@Unique('cluster_territory_code_key', ['territory', 'code'])
@Index('cluster_code_id_idx', ['code', 'id'])
@Index('cluster_changed_at_id_idx', ['changedAt', 'id'])
export class ClusterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') territory: string;
  @Column('text', { nullable: true }) commune: string | null;
  @Column('text') state: Cluster['state'];
  @Column('date', { name: 'established_on', nullable: true }) establishedOn: string | null;
  @Column('numeric', { name: 'area_planned_ha', ...ha }) areaPlannedHa: string | null;
  @Column('numeric', { name: 'area_established_ha', ...ha }) areaEstablishedHa: string | null;
  @Column('numeric', { name: 'area_detailed_plan_ha', ...ha }) areaDetailedPlanHa: string | null;
  @Column('numeric', { name: 'industrial_ha', ...ha }) industrialHa: string | null;
  @Column('numeric', { name: 'leased_ha', ...ha }) leasedHa: string | null;
  @Column('text', { nullable: true }) investor: string | null;
  /** Code, name and commune without accents, for the search. */
  @Column('text') words: string;
  @VersionColumn() version: number;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  /** The contract's Cluster as JSON; a trigger writes it with each change. */
  @Column({ type: 'text', insert: false, update: false }) body: string;
}

export function wordsOf({ code, name, commune }: Pick<ClusterRow, 'code' | 'name' | 'commune'>): string {
  return foldAccents([code, name, commune ?? ''].join(' '));
}
