import { event } from './event';
import {
  Day,
  Decimal,
  Free,
  Id,
  IfMatch,
  Instant,
  Once,
  type IdempotencyKey,
  OneOf,
  Part,
  Text,
  Whole,
} from './fields';
import { operation } from './operation';

export const clusterStates = [
  'planned',
  'proposed',
  'established',
  'investor-selected',
  'detailed-plan-approved',
  'under-construction',
  'operating',
  'withdrawn',
] as const;
export type ClusterState = (typeof clusterStates)[number];

const ha = { places: 2, min: 0, nullable: true } as const;

/** An industrial cluster (cụm công nghiệp), Decree 32/2024/NĐ-CP. */
export class Cluster {
  @Id('Cluster') id: string;
  @Text('Code given by the department', { max: 40 }) code: string;
  @Text('Name', { max: 200 }) name: string;
  @Text('Territory', { max: 60 }) territory: string;
  @Text('Commune', { max: 100, nullable: true }) commune: string | null;
  @OneOf('Where it stands in its life', clusterStates) state: ClusterState;
  @Day('Date of the decision that establishes it', { nullable: true }) establishedOn: string | null;
  @Decimal('Area in the plan, ha', ha) areaPlannedHa: string | null;
  @Decimal('Area in the decision that establishes it, ha', ha) areaEstablishedHa: string | null;
  @Decimal('Area of the approved detailed plan (1/500), ha', ha) areaDetailedPlanHa: string | null;
  @Decimal('Industrial land, ha', ha) industrialHa: string | null;
  @Decimal('Industrial land leased, ha', ha) leasedHa: string | null;
  @Text('Infrastructure investor', { max: 200, nullable: true }) investor: string | null;
  @Whole('Grows with each change; also the ETag', { min: 1 }) version: number;
  @Instant('Recorded') recordedAt: string;
  @Instant('Last changed') changedAt: string;
}

const option = { ...ha, optional: true } as const;

export class CreateCluster {
  @Once() idempotencyKey?: IdempotencyKey;
  @Text('Code given by the department, unique in its territory', { max: 40, example: 'CCN-NA-01' })
  code: string;
  @Text('Name', { max: 200, example: 'Cụm công nghiệp Nghĩa Mỹ' }) name: string;
  @Text('Territory', { max: 60, example: 'nghe-an' }) territory: string;
  @Text('Commune', { max: 100, optional: true, nullable: true }) commune?: string | null;
  @OneOf('Where it stands in its life. Default: planned', clusterStates, { optional: true })
  state?: ClusterState;
  @Day('Date of the decision that establishes it', { optional: true, nullable: true }) establishedOn?:
    string | null;
  @Decimal('Area in the plan, ha', option) areaPlannedHa?: string | null;
  @Decimal('Area in the decision that establishes it, ha', option) areaEstablishedHa?: string | null;
  @Decimal('Area of the approved detailed plan (1/500), ha', option) areaDetailedPlanHa?: string | null;
  @Decimal('Industrial land, ha', option) industrialHa?: string | null;
  @Decimal('Industrial land leased, ha', option) leasedHa?: string | null;
  @Text('Infrastructure investor', { max: 200, optional: true, nullable: true }) investor?: string | null;
}

export class ChangeCluster {
  @Id('Cluster') id: string;
  @IfMatch() version: number;
  @Text('Name', { max: 200, optional: true }) name?: string;
  @Text('Commune', { max: 100, optional: true, nullable: true }) commune?: string | null;
  @OneOf('Where it stands in its life', clusterStates, { optional: true }) state?: ClusterState;
  @Day('Date of the decision that establishes it', { optional: true, nullable: true }) establishedOn?:
    string | null;
  @Decimal('Area in the plan, ha', option) areaPlannedHa?: string | null;
  @Decimal('Area in the decision that establishes it, ha', option) areaEstablishedHa?: string | null;
  @Decimal('Area of the approved detailed plan (1/500), ha', option) areaDetailedPlanHa?: string | null;
  @Decimal('Industrial land, ha', option) industrialHa?: string | null;
  @Decimal('Industrial land leased, ha', option) leasedHa?: string | null;
  @Text('Infrastructure investor', { max: 200, optional: true, nullable: true }) investor?: string | null;
}

export class ClusterById {
  @Id('Cluster') id: string;
}

export class ListClusters {
  @Text('Territories', { many: 100, optional: true }) territory?: string[];
  @Text('Words in code, name or commune; accents do not matter', { max: 100, optional: true }) q?: string;
  @OneOf('States', clusterStates, { many: 8, optional: true }) state?: ClusterState[];
  @OneOf('Order', ['code', '-changedAt'], { optional: true }) sort?: 'code' | '-changedAt';
  @Whole('How many', { min: 1, max: 500, optional: true }) limit?: number;
  @Text('`next` of the page before', { max: 400, optional: true }) after?: string;
}

export class ClusterPage {
  @Part('Clusters', () => Cluster, { many: 500 }) items: Cluster[];
  @Text('Cursor of the next page', { max: 400, nullable: true }) next: string | null;
}

export class ClusterEvent {
  @Text('What happened') type: string;
  @Instant('When') occurredAt: string;
  @Text('Who') actor: string;
  @Free('What it told', { type: 'object' }) payload: unknown;
}

export class ClusterHistory {
  @Part('Oldest first', () => ClusterEvent, { many: 1000 }) items: ClusterEvent[];
}

export class ClusterChange {
  @Part('The cluster as it is now', () => Cluster) cluster: Cluster;
  @Text('Names of the fields that changed', { many: 50 }) changed: string[];
}

export const clusterCreated = event('industry.cluster.created', 1, 'A cluster entered the register', Cluster);
export const clusterChanged = event(
  'industry.cluster.changed',
  1,
  'Fields of a cluster changed',
  ClusterChange,
);

/** The register of clusters: the example that the other registers follow. */
export const clusterOperations = {
  create: operation({
    route: 'POST /clusters',
    summary: 'Enter a cluster in the register',
    access: 'industry:write',
    input: CreateCluster,
    output: Cluster,
    errors: [
      'territory.unknown',
      'territory.not-yours',
      'cluster.code-taken',
      'cluster.areas-out-of-order',
      'cluster.over-75-ha',
    ],
  }),
  change: operation({
    route: 'PATCH /clusters/:id',
    summary: 'Change fields of a cluster',
    access: 'industry:write',
    input: ChangeCluster,
    output: Cluster,
    errors: [
      'cluster.not-found',
      'territory.not-yours',
      'cluster.changed-meanwhile',
      'cluster.areas-out-of-order',
      'cluster.over-75-ha',
      'request.if-match-required',
    ],
  }),
  list: operation({
    route: 'GET /clusters',
    summary: 'List clusters',
    access: 'public',
    input: ListClusters,
    output: ClusterPage,
    errors: ['list.unreadable-cursor'],
  }),
  get: operation({
    route: 'GET /clusters/:id',
    summary: 'Read a cluster',
    access: 'public',
    input: ClusterById,
    output: Cluster,
    errors: ['cluster.not-found'],
  }),
  history: operation({
    route: 'GET /clusters/:id/history',
    summary: 'What happened to a cluster: who, when, what',
    access: 'industry:read',
    input: ClusterById,
    output: ClusterHistory,
    errors: ['cluster.not-found', 'territory.not-yours'],
  }),
};
