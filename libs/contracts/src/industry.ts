import { clusterChanged, clusterCreated, clusterOperations } from './clusters';
import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { contract } from './operation';

/** What the industry department's service promises. */
export const industry = contract('industry', {
  clusters: clusterOperations,
  observations: observationOperations('industry'),
  audit: auditOperations('industry'),
  health: healthOperations,
});

/** What it tells. */
export const industryEvents = {
  observationsRecorded: observationsRecorded('industry'),
  clusterCreated,
  clusterChanged,
};
