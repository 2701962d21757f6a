import { clusterChanged, clusterCreated, clusterOperations } from './clusters';
import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { contract } from './operation';

/** What the industry department's service promises. */
export const industry = contract('industry', {
  clusters: clusterOperations,
  observations: { ...observationOperations('industry'), ...approvalOperations('industry') },
  periods: periodOperations('industry'),
  approvalSettings: approvalSettingOperations('industry'),
  submissions: submissionOperations('industry'),
  audit: auditOperations('industry'),
  health: healthOperations,
});

/** What it tells. */
export const industryEvents = {
  observationsRecorded: observationsRecorded('industry'),
  ...approvalEvents('industry'),
  ...periodEvents('industry'),
  clusterCreated,
  clusterChanged,
};
