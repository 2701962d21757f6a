import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import { exportImport } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { database } from './database';
import { FlowsController } from './flows/flows.controller';
import { DocumentsController } from './imports/documents.controller';
import { Importer } from './imports/importer.worker';
import { ImportsController } from './imports/imports.controller';
import { ObservationsController } from './observations/observations.controller';
import { FlowReportsController } from './reports/flow-reports.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
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
