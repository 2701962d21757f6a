import { auditOperations } from './audit';
import { ecommercePlatforms, ecommerceSellers } from './ecommerce';
import { healthOperations } from './health';
import { licencesDue } from './licences-due';
import { marketClasses, markets } from './markets';
import { mobileSales, mobileSalesSummary } from './mobile-sales';
import { observationOperations, observationsRecorded } from './observations';
import { ocopExpiring, ocopProducts } from './ocop';
import { campaignResults, ecommerceTrainings, onboardingCampaigns } from './onboarding';
import { licences, outlets } from './outlets';
import { platformReports } from './platform-reports';
import { completenessEvents, completenessOperations } from './register-completeness';
import { approvalEvents, approvalOperations } from './approval';
import { approvalSettingOperations, periodEvents, periodOperations } from './periods';
import { submissionOperations } from './submissions';
import { tradeCoverage } from './trade-coverage';
import { contract } from './operation';
import { promotionCalendar } from './promotion-calendar';
import { promotionEvents } from './promotion-events';
import { overlapRuleOperations, overlapRuleSet } from './overlap-rules';
import { overlapOperations } from './promotion-overlaps';
import { nextHost, regionalConferences } from './regional-conferences';
import { stabilisationCommitments, stabilisationPoints, stabilisationProgrammes } from './stabilisation';
import { stabilisationProgress } from './stabilisation-progress';
import { demandRequests, offerMatches, requestMatches, supplyOffers } from './supply-demand';
import { plain, registerEvents, type Register } from './register';

/** What the domestic trade department keeps of what there is in its territory. */
export const tradeRegisters: readonly Register[] = [
  plain(markets),
  plain(outlets),
  plain(licences),
  plain(ocopProducts),
  plain(promotionEvents),
  plain(regionalConferences),
  plain(supplyOffers),
  plain(demandRequests),
  plain(ecommercePlatforms),
  plain(ecommerceSellers),
  plain(onboardingCampaigns),
  plain(ecommerceTrainings),
  plain(platformReports),
  plain(stabilisationProgrammes),
  plain(stabilisationCommitments),
  plain(stabilisationPoints),
  plain(mobileSales),
];

/** What the domestic trade department's service promises. */
export const trade = contract('trade', {
  markets: { ...markets.operations, classes: marketClasses },
  outlets: { ...outlets.operations, licencesDue },
  licences: licences.operations,
  ocopProducts: { ...ocopProducts.operations, expiring: ocopExpiring },
  promotionEvents: { ...promotionEvents.operations, ...overlapOperations, calendar: promotionCalendar },
  overlapRules: overlapRuleOperations,
  regionalConferences: { ...regionalConferences.operations, nextHost },
  supplyOffers: { ...supplyOffers.operations, matches: requestMatches },
  demandRequests: { ...demandRequests.operations, matches: offerMatches },
  ecommercePlatforms: ecommercePlatforms.operations,
  ecommerceSellers: ecommerceSellers.operations,
  onboardingCampaigns: { ...onboardingCampaigns.operations, results: campaignResults },
  ecommerceTrainings: ecommerceTrainings.operations,
  platformReports: platformReports.operations,
  stabilisationProgrammes: { ...stabilisationProgrammes.operations, progress: stabilisationProgress },
  stabilisationCommitments: stabilisationCommitments.operations,
  stabilisationPoints: stabilisationPoints.operations,
  mobileSales: { ...mobileSales.operations, summary: mobileSalesSummary },
  coverage: { read: tradeCoverage },
  registers: completenessOperations('trade'),
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
  overlapRuleSet,
  ...approvalEvents('trade'),
  ...periodEvents('trade'),
  ...registerEvents(tradeRegisters),
  ...completenessEvents('trade'),
};
