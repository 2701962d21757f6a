import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import { exportImport } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    ObservationsController,
    approvalController(exportImport),
    auditController(exportImport.audit),
    healthController(exportImport.health.read),
  ],
})
export class ExportImportModule {}
