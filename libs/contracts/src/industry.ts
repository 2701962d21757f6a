import { clusters } from './clusters';
import { energyUsers, gridProjects, hamlets, powerPlants, rooftopSystems } from './energy';
import { componentNeeds, consultancies, investorLeads, schemes, suppliers } from './promotion';
import { completenessEvents, completenessOperations } from './register-completeness';
import { overrideEvents, overrideOperations } from './rule-overrides';
import { auditOperations } from './audit';
import { healthOperations } from './health';
import { observationOperations, observationsRecorded } from './observations';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { auditsDue } from './energy-audits';
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
  rooftopSystems: rooftopSystems.operations,
  gridProjects: gridProjects.operations,
  hamlets: hamlets.operations,
  energyUsers: { ...energyUsers.operations, auditsDue },
  schemes: schemes.operations,
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
