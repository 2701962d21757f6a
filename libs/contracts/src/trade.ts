import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { contract } from './operation';

/** What the domestic trade department's service promises. */
export const trade = contract('trade', {
  observations: observationOperations('trade'),
  audit: auditOperations('trade'),
  health: healthOperations,
});

/** What it tells. */
export const tradeEvents = { observationsRecorded: observationsRecorded('trade') };
