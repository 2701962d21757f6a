import { auditOperations } from './audit';
import { flowReportOperations } from './flow-reports';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { documentOperations } from './documents';
import { flowEvents } from './flow-cells';
import { flowImportOperations } from './flow-imports';
import { flowOperations } from './flows';
import { contract } from './operation';

/** What the export and import department's service promises. */
export const exportImport = contract('export-import', {
  observations: { ...observationOperations('export-import'), ...approvalOperations('export-import') },
  flows: flowOperations,
  imports: flowImportOperations,
  documents: documentOperations('export-import'),
  flowReports: flowReportOperations,
  periods: periodOperations('export-import'),
  approvalSettings: approvalSettingOperations('export-import'),
  submissions: submissionOperations('export-import'),
  audit: auditOperations('export-import'),
  health: healthOperations,
});

/** What it tells. */
export const exportImportEvents = {
  observationsRecorded: observationsRecorded('export-import'),
  ...approvalEvents('export-import'),
  ...periodEvents('export-import'),
  ...flowEvents,
};
