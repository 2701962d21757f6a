import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const ha = { precision: 10, scale: 2, nullable: true } as const;

/** A copy of a row of industry's register of clusters, as it was last told; written and read by SQL. */
@Entity('cluster')
@Index('cluster_territory_code_idx', ['territory', 'code'])
export class ClusterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cluster_pkey' }) id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') territory: string;
  @Column('text', { nullable: true }) commune: string | null;
  @Column('text') state: string;
  @Column('date', { name: 'established_on', nullable: true }) establishedOn: string | null;
  @Column('numeric', { name: 'area_planned_ha', ...ha }) areaPlannedHa: string | null;
  @Column('numeric', { name: 'area_established_ha', ...ha }) areaEstablishedHa: string | null;
  @Column('numeric', { name: 'area_detailed_plan_ha', ...ha }) areaDetailedPlanHa: string | null;
  @Column('numeric', { name: 'industrial_ha', ...ha }) industrialHa: string | null;
  @Column('numeric', { name: 'leased_ha', ...ha }) leasedHa: string | null;
  @Column('text', { nullable: true }) investor: string | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
