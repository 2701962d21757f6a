import { auditOperations } from './audit';
import { flowReportOperations } from './flow-reports';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { obstacles, obstaclesDue } from './obstacles';
import { originCertificates } from './origin-certificates';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { plain, registerEvents, type Register } from './register';
import { completenessEvents, completenessOperations } from './register-completeness';
import { submissionOperations } from './submissions';
import { documentOperations } from './documents';
import { flowEvents } from './flow-cells';
import { flowImportOperations } from './flow-imports';
import { flowOperations } from './flows';
import { contract } from './operation';
import { tradeRemedies } from './trade-remedies';
import { tradeRemedyWarnings } from './trade-remedy-warnings';
import { traderContactEvents, traderContactOperations } from './trader-contacts';
import { traders } from './traders';
import { readSavings, tariffOperations, tariffsSet } from './tariffs';
import { readUtilisation } from './utilisation';

/** What the export and import department keeps of what there is in its territory. */
export const exportImportRegisters: readonly Register[] = [
  plain(traders),
  plain(obstacles),
  plain(tradeRemedies),
  plain(originCertificates),
];

/** What the export and import department's service promises. */
export const exportImport = contract('export-import', {
  traders: { ...traders.operations, ...traderContactOperations },
  obstacles: { ...obstacles.operations, due: obstaclesDue },
  tradeRemedies: { ...tradeRemedies.operations, warnings: tradeRemedyWarnings },
  originCertificates: originCertificates.operations,
  utilisation: { read: readUtilisation },
  tariffs: tariffOperations,
  savings: { read: readSavings },
  registers: completenessOperations('export-import'),
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
  ...registerEvents(exportImportRegisters),
  ...completenessEvents('export-import'),
  ...traderContactEvents,
  tariffsSet,
};
