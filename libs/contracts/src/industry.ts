import { clusters } from './clusters';
import { energyUsers, gridProjects, hamlets, powerPlants, rooftopSystems } from './energy';
import {
  componentNeeds,
  consultancies,
  investorLeads,
  promotionProgrammes,
  schemes,
  suppliers,
} from './promotion';
import { programmeUse } from './programme-use';
import { completenessEvents, completenessOperations } from './register-completeness';
import { overrideEvents, overrideOperations } from './rule-overrides';
import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { auditsDue } from './energy-audits';
import { gridDelays, hamletCoverage } from './energy-progress';
import { matches } from './matches';
import { enterpriseReports, production } from './production';
import { contract } from './operation';
import { plain, registerEvents, type Register } from './register';

/** What the industry department keeps of what there is in its territory. */
export const industryRegisters: readonly Register[] = [
  plain(clusters),
  plain(powerPlants),
  plain(rooftopSystems),
  plain(gridProjects),
  plain(hamlets),
  plain(energyUsers),
  plain(promotionProgrammes),
  plain(schemes),
  plain(consultancies),
  plain(suppliers),
  plain(componentNeeds),
  plain(investorLeads),
  plain(enterpriseReports),
];

/** What the industry department's service promises. */
export const industry = contract('industry', {
  clusters: clusters.operations,
  powerPlants: powerPlants.operations,
  rooftopSolar: rooftopSystems.operations,
  gridProjects: { ...gridProjects.operations, delays: gridDelays },
  hamlets: { ...hamlets.operations, coverage: hamletCoverage },
  energyUsers: { ...energyUsers.operations, auditsDue },
  promotionProgrammes: { ...promotionProgrammes.operations, use: programmeUse },
  promotionSchemes: schemes.operations,
  consultancies: consultancies.operations,
  suppliers: suppliers.operations,
  componentNeeds: { ...componentNeeds.operations, matches },
  investorLeads: investorLeads.operations,
  enterpriseReports: { ...enterpriseReports.operations, production },
  ruleOverrides: overrideOperations('industry'),
  registers: completenessOperations('industry'),
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
  ...registerEvents(industryRegisters),
  ...overrideEvents('industry'),
  ...completenessEvents('industry'),
};
