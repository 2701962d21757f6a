import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { contract } from './operation';

/** What the domestic trade department's service promises. */
export const trade = contract('trade', {
  observations: { ...observationOperations('trade'), ...approvalOperations('trade') },
  periods: periodOperations('trade'),
  approvalSettings: approvalSettingOperations('trade'),
  submissions: submissionOperations('trade'),
  audit: auditOperations('trade'),
  health: healthOperations,
});

/** What it tells. */
export const tradeEvents = {
  observationsRecorded: observationsRecorded('trade'),
  ...approvalEvents('trade'),
  ...periodEvents('trade'),
};
