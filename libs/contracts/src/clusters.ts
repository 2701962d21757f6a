import { RegisterFields, type Changed, type Entered, type Entry } from './entry';
import { Day, Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import { register } from './register';

export const clusterStates = [
  'planned',
  'proposed',
  'established',
  'investor-selected',
  'detailed-plan-approved',
  'environmental-decision',
  'land-partly-cleared',
  'land-cleared',
  'under-construction',
  'partly-operating',
  'operating',
  'withdrawn',
  'revoked',
] as const;
export type ClusterState = (typeof clusterStates)[number];

export const clusterSteps = [
  'propose',
  'select-investor',
  'establish',
  'approve-detailed-plan',
  'decide-environment',
  'clear-land-partly',
  'clear-land',
  'begin-construction',
  'operate-partly',
  'operate',
  'expand',
  'adjust',
  'withdraw',
  'revoke',
] as const;
export type ClusterStep = (typeof clusterSteps)[number];

export const wastewaterStates = ['none', 'planned', 'under-construction', 'operating'] as const;

const ha = { places: 2, min: 0, nullable: true } as const;
const money = { places: 3, min: 0, nullable: true } as const;
const count = { nullable: true } as const;
const day = { nullable: true } as const;

/** A step of a cluster's life as it was planned and as it came. */
export class ClusterMilestone {
  @OneOf('The step', clusterSteps) step: ClusterStep;
  @Day('Planned for', day) plannedOn: string | null;
  @Day('Taken', day) actualOn: string | null;
  @Text('Number of the decision', { max: 100, nullable: true }) document: string | null;
}

/** What is kept of an industrial cluster (cụm công nghiệp), Decree 32/2024/NĐ-CP. */
export class ClusterFields extends RegisterFields {
  @Text('District until 30 June 2025, by which neighbours are known', { max: 100, nullable: true })
  oldDistrict: string | null;
  @Flag('In a mountain district, or of a craft village: the smaller minimum area applies', { nullable: true })
  isMountainOrCraft: boolean | null;
  @Text('Number of the decision that establishes it', { max: 100, nullable: true }) decisionNumber:
    string | null;
  @Text('Authority that decided', { max: 200, nullable: true }) decisionAuthority: string | null;
  @Day('Date of the decision that establishes it', day) establishedOn: string | null;
  @Decimal('Area in the plan, ha', ha) areaPlannedHa: string | null;
  @Decimal('Area in the decision that establishes it, ha', ha) areaEstablishedHa: string | null;
  @Decimal('Area of the approved detailed plan (1/500), ha', ha) areaDetailedPlanHa: string | null;
  @Decimal('Land cleared, ha', ha) areaClearedHa: string | null;
  @Decimal('Industrial land, ha', ha) industrialHa: string | null;
  @Decimal('Land with finished infrastructure, ha', ha) infrastructureBuiltHa: string | null;
  @Decimal('Industrial land leased, ha', ha) leasedHa: string | null;
  @Decimal('Industrial land that applicants ask for, ha', ha) requestedHa: string | null;
  @Text('Infrastructure investor', { max: 200, nullable: true }) investor: string | null;
  @Day('When the investor was selected', day) investorSelectedOn: string | null;
  @Decimal('Investment in infrastructure, VND billions', money) investmentBn: string | null;
  @Decimal('Of it disbursed, VND billions', money) disbursedBn: string | null;
  @Whole('Tenants with a registered project', count) tenantsRegistered: number | null;
  @Whole('Tenants in operation', count) tenantsOperating: number | null;
  @Whole('Of those in operation, tenants that discharge wastewater', count) tenantsDischarging: number | null;
  @OneOf('Central wastewater plant', wastewaterStates, { nullable: true })
  wastewaterPlant: (typeof wastewaterStates)[number] | null;
  @Decimal('Its design capacity, m³ a day', ha) wastewaterDesignM3: string | null;
  @Decimal('Wastewater treated, m³ a day', ha) wastewaterActualM3: string | null;
  @Text('Number of the environmental licence', { max: 100, nullable: true }) environmentalLicence:
    string | null;
  @Day('Date of the environmental licence', day) environmentalLicenceOn: string | null;
  @Whole('Jobs', count) jobs: number | null;
  @Decimal('Capital of the tenants, VND billions', money) tenantCapitalBn: string | null;
  @Decimal('Revenue of the tenants in a year, VND billions', money) revenueBn: string | null;
  @Decimal('Paid to the budget in a year, VND billions', money) budgetPaidBn: string | null;
  @Text('Sectors of the tenants', { max: 500, nullable: true }) sectors: string | null;
  @Text('What stands in the way', { max: 2000, nullable: true }) obstacles: string | null;
  @Part('Steps as planned and as taken', () => ClusterMilestone, { many: 100, nullable: true })
  milestones: ClusterMilestone[] | null;
}

/** The register of clusters. Occupancy is Σ leased / Σ industrial land over a stated population, never a mean of rates. */
export const clusters = register({
  service: 'industry',
  noun: 'cluster',
  path: 'clusters',
  words: 'cluster',
  fields: ClusterFields,
  states: clusterStates,
  steps: clusterSteps,
  filters: ['oldDistrict', 'wastewaterPlant'],
  sorts: ['establishedOn', 'areaEstablishedHa', 'industrialHa', 'leasedHa', 'jobs'],
  // Money of the tenants, what is asked for, and what stands in the way is the department's.
  publicFields: [
    ...([
      'oldDistrict',
      'isMountainOrCraft',
      'decisionNumber',
      'decisionAuthority',
      'establishedOn',
    ] as const),
    ...([
      'areaPlannedHa',
      'areaEstablishedHa',
      'areaDetailedPlanHa',
      'areaClearedHa',
      'industrialHa',
    ] as const),
    ...(['infrastructureBuiltHa', 'leasedHa', 'investor', 'investorSelectedOn', 'investmentBn'] as const),
    ...(['tenantsRegistered', 'tenantsOperating', 'tenantsDischarging', 'wastewaterPlant'] as const),
    ...([
      'wastewaterDesignM3',
      'wastewaterActualM3',
      'environmentalLicence',
      'environmentalLicenceOn',
    ] as const),
    ...(['jobs', 'sectors', 'milestones'] as const),
  ],
  errors: ['cluster.areas-out-of-order', 'cluster.over-75-ha'],
  rules: {
    'cluster.below-min-area': 'standing',
    'cluster.no-wastewater-plant': 'standing',
    'cluster.district-not-full': ['establish'],
    'cluster.not-full-enough': ['expand'],
  },
  problems: {
    notFound: 'cluster.not-found',
    codeTaken: 'cluster.code-taken',
    changedMeanwhile: 'cluster.changed-meanwhile',
  },
});
export const clusterOperations = clusters.operations;
export const clusterCreated = clusters.created;
export const clusterChanged = clusters.changed;

export type Cluster = Entry<ClusterFields, ClusterState>;
export type CreateCluster = Entered<ClusterFields, ClusterState>;
export type ChangeCluster = Changed<ClusterFields, ClusterState>;
