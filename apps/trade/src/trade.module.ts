import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import {
  licences,
  markets,
  mobileSales,
  ocopProducts,
  outlets,
  promotionEvents,
  trade,
  tradeRegisters,
  demandRequests,
  ecommercePlatforms,
  ecommerceSellers,
  ecommerceTrainings,
  onboardingCampaigns,
  platformReports,
  regionalConferences,
  stabilisationCommitments,
  stabilisationPoints,
  stabilisationProgrammes,
  supplyOffers,
} from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { completenessController, registerController } from '@doit/registers';
import { Config, healthController } from '@doit/runtime';
import { CoverageController } from './coverage/coverage.controller';
import { database } from './database';
import { CampaignResultsController } from './ecommerce/campaign-results.controller';
import {
  ecommercePlatformRules,
  ecommerceSellerRules,
  ecommerceTrainingRules,
  onboardingCampaignRules,
  platformReportRules,
} from './ecommerce/ecommerce-rules';
import { MarketClassesController } from './markets/classes.controller';
import { marketRules } from './markets/market-rules';
import { ObservationsController } from './observations/observations.controller';
import { OcopExpiringController } from './ocop/expiring.controller';
import { ocopProductRules } from './ocop/ocop-rules';
import { LicencesDueController } from './outlets/licences-due.controller';
import { licenceRules, outletRules } from './outlets/outlet-rules';
import { CalendarController } from './promotion/calendar.controller';
import { noticesOf } from './promotion/found-overlaps';
import { OverlapRulesController } from './promotion/overlap-rules.controller';
import { OverlapsController } from './promotion/overlaps.controller';
import { NextHostController } from './promotion/next-host.controller';
import { OfferMatchesController } from './promotion/offer-matches.controller';
import { regionalConferenceRules } from './promotion/regional-conference-rules';
import { demandRequestRules, supplyOfferRules } from './promotion/supply-demand-rules';
import { promotionEventRules } from './promotion/promotion-event-rules';
import { besideProgramme } from './stabilisation/in-programme.sql';
import { MobileSalesController } from './stabilisation/mobile-sales.controller';
import { commitmentNaming, pointNaming, tripNaming } from './stabilisation/naming';
import { StabilisationProgressController } from './stabilisation/progress.controller';
import {
  mobileSaleRules,
  stabilisationCommitmentRules,
  stabilisationPointRules,
  stabilisationProgrammeRules,
} from './stabilisation/stabilisation-rules';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    registerController(markets, trade.markets, marketRules),
    registerController(outlets, trade.outlets, outletRules),
    registerController(licences, trade.licences, licenceRules),
    registerController(ocopProducts, trade.ocopProducts, ocopProductRules),
    registerController(promotionEvents, trade.promotionEvents, {
      ...promotionEventRules,
      notices: noticesOf,
    }),
    registerController(regionalConferences, trade.regionalConferences, regionalConferenceRules),
    registerController(supplyOffers, trade.supplyOffers, supplyOfferRules),
    registerController(demandRequests, trade.demandRequests, demandRequestRules),
    registerController(ecommercePlatforms, trade.ecommercePlatforms, ecommercePlatformRules),
    registerController(ecommerceSellers, trade.ecommerceSellers, ecommerceSellerRules),
    registerController(onboardingCampaigns, trade.onboardingCampaigns, onboardingCampaignRules),
    registerController(ecommerceTrainings, trade.ecommerceTrainings, ecommerceTrainingRules),
    registerController(platformReports, trade.platformReports, platformReportRules),
    registerController(stabilisationProgrammes, trade.stabilisationProgrammes, stabilisationProgrammeRules),
    registerController(stabilisationCommitments, trade.stabilisationCommitments, {
      ...stabilisationCommitmentRules,
      refusals: besideProgramme(commitmentNaming),
    }),
    registerController(stabilisationPoints, trade.stabilisationPoints, {
      ...stabilisationPointRules,
      refusals: besideProgramme(pointNaming),
    }),
    registerController(mobileSales, trade.mobileSales, {
      ...mobileSaleRules,
      refusals: besideProgramme(tripNaming),
    }),
    StabilisationProgressController,
    MobileSalesController,
    MarketClassesController,
    LicencesDueController,
    OcopExpiringController,
    OverlapsController,
    OverlapRulesController,
    CalendarController,
    NextHostController,
    OfferMatchesController,
    CampaignResultsController,
    CoverageController,
    completenessController(trade.registers, tradeRegisters),
    ObservationsController,
    approvalController(trade),
    auditController(trade.audit),
    healthController(trade.health.read),
  ],
})
export class TradeModule {}
