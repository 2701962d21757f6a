import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import {
  exportImport,
  exportImportRegisters,
  obstacles,
  originCertificates,
  tradeRemedies,
  traders,
} from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { completenessController, registerController } from '@doit/registers';
import { Config, healthController } from '@doit/runtime';
import { database } from './database';
import { FlowsController } from './flows/flows.controller';
import { DocumentsController } from './imports/documents.controller';
import { Importer } from './imports/importer.worker';
import { ImportsController } from './imports/imports.controller';
import { ObservationsController } from './observations/observations.controller';
import { FlowReportsController } from './reports/flow-reports.controller';
import { ObstaclesDueController } from './obstacles/due.controller';
import { obstacleRules } from './obstacles/obstacle-rules';
import { tradeRemedyRules } from './trade-remedies/trade-remedy-rules';
import { touchesOf } from './trade-remedies/touches';
import { WarningsController } from './trade-remedies/warnings.controller';
import { TraderContactsController } from './traders/trader-contacts.controller';
import { traderRules } from './traders/trader-rules';
import { originCertificateRules } from './origin/origin-rules';
import { SavingsController } from './tariffs/savings.controller';
import { TariffsController } from './tariffs/tariffs.controller';
import { UtilisationController } from './utilisation/utilisation.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    registerController(traders, exportImport.traders, traderRules),
    registerController(obstacles, exportImport.obstacles, obstacleRules),
    registerController(tradeRemedies, exportImport.tradeRemedies, {
      ...tradeRemedyRules,
      notices: touchesOf,
    }),
    TraderContactsController,
    ObstaclesDueController,
    WarningsController,
    registerController(originCertificates, exportImport.originCertificates, originCertificateRules),
    UtilisationController,
    TariffsController,
    SavingsController,
    completenessController(exportImport.registers, exportImportRegisters),
    ObservationsController,
    FlowsController,
    DocumentsController,
    ImportsController,
    FlowReportsController,
    approvalController(exportImport),
    auditController(exportImport.audit),
    healthController(exportImport.health.read),
  ],
  providers: [Importer],
})
export class ExportImportModule {}
