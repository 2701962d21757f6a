import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import {
  clusters,
  industry,
  industryRegisters,
  powerPlants,
  rooftopSystems,
  gridProjects,
  hamlets,
  energyUsers,
  promotionProgrammes,
  schemes,
  consultancies,
  suppliers,
  componentNeeds,
  investorLeads,
  enterpriseReports,
} from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { completenessController, overrideController, registerController } from '@doit/registers';
import { Config, healthController } from '@doit/runtime';
import { clusterRules } from './clusters/cluster-rules';
import { neighboursOf } from './clusters/neighbours.sql';
import { database } from './database';
import { enterpriseReportRules } from './production/production-rules';
import { ProductionController } from './production/production.controller';
import { AuditsController } from './energy/audits.controller';
import { ProgressController } from './energy/progress.controller';
import { MatchesController } from './promotion/matches.controller';
import { ProgrammeUseController } from './promotion/programme-use.controller';
import {
  powerPlantRules,
  rooftopSystemRules,
  gridProjectRules,
  hamletRules,
  energyUserRules,
} from './energy/energy-rules';
import {
  promotionProgrammeRules,
  schemeRules,
  consultancyRules,
  supplierRules,
  componentNeedRules,
  investorLeadRules,
} from './promotion/promotion-rules';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    registerController(clusters, industry.clusters, { ...clusterRules, facts: neighboursOf }),
    registerController(powerPlants, industry.powerPlants, powerPlantRules),
    registerController(rooftopSystems, industry.rooftopSolar, rooftopSystemRules),
    registerController(gridProjects, industry.gridProjects, gridProjectRules),
    registerController(hamlets, industry.hamlets, hamletRules),
    registerController(energyUsers, industry.energyUsers, energyUserRules),
    registerController(promotionProgrammes, industry.promotionProgrammes, promotionProgrammeRules),
    registerController(schemes, industry.promotionSchemes, schemeRules),
    registerController(consultancies, industry.consultancies, consultancyRules),
    registerController(suppliers, industry.suppliers, supplierRules),
    registerController(componentNeeds, industry.componentNeeds, componentNeedRules),
    registerController(investorLeads, industry.investorLeads, investorLeadRules),
    registerController(enterpriseReports, industry.enterpriseReports, enterpriseReportRules),
    AuditsController,
    ProgressController,
    ProductionController,
    MatchesController,
    ProgrammeUseController,
    overrideController(industry.ruleOverrides, industryRegisters),
    completenessController(industry.registers, industryRegisters),
    ObservationsController,
    approvalController(industry),
    auditController(industry.audit),
    healthController(industry.health.read),
  ],
})
export class IndustryModule {}
