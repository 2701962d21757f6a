import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { contract } from './operation';

/** What the export and import department's service promises. */
export const exportImport = contract('export-import', {
  observations: observationOperations('export-import'),
  audit: auditOperations('export-import'),
  health: healthOperations,
});

/** What it tells. */
export const exportImportEvents = { observationsRecorded: observationsRecorded('export-import') };
