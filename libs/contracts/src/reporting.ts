import { auditOperations } from './audit';
import { breakdownOperations } from './breakdowns';
import { catalogueOperations } from './catalogue';
import { checkOperations, checksChanged, comparisonOperations } from './comparisons';
import { coverageOperations } from './coverage-rates';
import { ecommerceIndexOperations } from './ecommerce-index';
import { Part, Text, Whole } from './fields';
import { healthOperations, Nothing } from './health';
import { newsOperations } from './news';
import { observationOperations, observationsRecorded } from './observations';
import { lineageOperations } from './lineage';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { contract, operation } from './operation';
import { registerTallyOperations } from './register-tallies';
import { reportOperations } from './reports';
import { rankingOperations, seriesOperations } from './series';

export class Drained {
  @Text('Whose events') teller: string;
  @Whole('Applied now') applied: number;
  @Whole('Still parked') parked: number;
}

export class DrainedAll {
  @Part('By teller', () => Drained, { many: 10 }) items: Drained[];
}

/** What the reporting service promises. Plans and scenarios of every indicator are recorded here. */
export const reporting = contract('reporting', {
  catalogue: catalogueOperations,
  observations: { ...observationOperations('reporting'), ...approvalOperations('reporting') },
  periods: periodOperations('reporting'),
  approvalSettings: approvalSettingOperations('reporting'),
  submissions: submissionOperations('reporting'),
  series: seriesOperations,
  comparisons: comparisonOperations,
  breakdowns: breakdownOperations,
  rankings: rankingOperations,
  ecommerceIndex: ecommerceIndexOperations,
  checks: checkOperations,
  reports: reportOperations,
  registers: registerTallyOperations,
  coverage: coverageOperations,
  lineage: lineageOperations,
  news: newsOperations,
  parkedEvents: {
    drain: operation({
      route: 'POST /parked-events/drain',
      summary: 'Apply parked events again, in order',
      access: 'platform:admin',
      input: Nothing,
      output: DrainedAll,
      status: 200,
    }),
  },
  audit: auditOperations('reporting'),
  health: healthOperations,
});

/** What it tells. */
export const reportingEvents = {
  observationsRecorded: observationsRecorded('reporting'),
  ...approvalEvents('reporting'),
  ...periodEvents('reporting'),
  checksChanged,
};
