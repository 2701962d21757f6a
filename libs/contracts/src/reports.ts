import { clusters, type Cluster } from './clusters';
import { classOf, fieldsFrom } from './entry';
import { BothLanguagesText, CheckResult, ComparisonItem } from './comparisons';
import { Day, DayOrMonth, Decimal, Instant, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';

export const sectionKeys = ['industry', 'energy', 'trade', 'export-import', 'clusters', 'checks'] as const;
export type SectionKey = (typeof sectionKeys)[number];

const reported = [
  ...[
    'id',
    'code',
    'name',
    'territory',
    'commune',
    'state',
    'establishedOn',
    'areaPlannedHa',
    'areaEstablishedHa',
  ],
  ...['areaDetailedPlanHa', 'industrialHa', 'leasedHa', 'investor', 'version', 'recordedAt', 'changedAt'],
] as const;

/** What a report shows of a cluster. */
export type ReportedCluster = Pick<Cluster, (typeof reported)[number]>;
const reportedCluster = classOf<ReportedCluster>(
  'ReportedCluster',
  fieldsFrom(clusters.entry, ({ name }) => ((reported as readonly string[]).includes(name) ? {} : null)),
);

/** The register of clusters as of the last day of the period. */
export class ClusterSummary {
  @Whole('Clusters in the register') count: number;
  @Whole('Of these, established') established: number;
  @Decimal('Their established area, ha; null: not known of any', { places: 2, nullable: true })
  areaEstablishedHa: string | null;
  @Part('The clusters', () => reportedCluster, { many: 500 }) items: ReportedCluster[];
}

export class ReportSection {
  @OneOf('Section', sectionKeys) key: SectionKey;
  @Part('Title', () => BothLanguagesText) title: BothLanguagesText;
  @Part('Figures', () => ComparisonItem, { many: 500 }) items: ComparisonItem[];
  @Part('From the register', () => ClusterSummary, { optional: true }) clusters?: ClusterSummary;
  @Part('What does not add up, and what was found to agree', () => CheckResult, { many: 500, optional: true })
  checks?: CheckResult[];
}

export class Report {
  @Text('Territory') territory: string;
  @Part('Its name in the period', () => BothLanguagesText) territoryName: BothLanguagesText;
  @Text('Period') period: string;
  @Day('The day whose map it is on, where one was asked for', { optional: true }) on?: string;
  @Day('The day as of which it is known, where one was asked for', { optional: true }) asOf?: string;
  @Part('Sections', () => ReportSection, { many: 10 }) sections: ReportSection[];
  @Instant('Newest figure, plan or register entry in it', { nullable: true }) knownAt: string | null;
}

export class ReadReport {
  @Text('Territory', { max: 60 }) territory: string;
  @Text('Period, `--` for its `/`', { max: 20 }) period: string;
  @DayOrMonth('What was known on that day; without the register of clusters', { optional: true })
  asOf?: string;
  @Day('The territory as on that day, in all periods; default: each in its own time', { optional: true })
  on?: string;
}

export class ReadReportPage extends ReadReport {
  @OneOf('Language of the page. Default: vi', ['vi', 'en'], { optional: true }) lang?: 'vi' | 'en';
}

export class Page {
  @Text('The page', { max: 5_000_000 }) body: string;
}

export const reportOperations = {
  page: operation({
    route: 'GET /reports/:territory/:period.html',
    summary: 'The report as a page to read and print',
    access: 'public',
    input: ReadReportPage,
    output: Page,
    produces: 'text/html',
    errors: ['territory.unknown', 'period.unreadable', 'territory.not-in-force'],
  }),
  read: operation({
    route: 'GET /reports/:territory/:period',
    summary: 'The report of a territory and period',
    access: 'public',
    input: ReadReport,
    output: Report,
    errors: ['territory.unknown', 'period.unreadable', 'territory.not-in-force'],
  }),
};
