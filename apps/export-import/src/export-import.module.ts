import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
    healthController(exportImport.health.read),
  ],
})
export class ExportImportModule {}
