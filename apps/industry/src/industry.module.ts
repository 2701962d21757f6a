import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import { industry } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { ClustersController } from './clusters/clusters.controller';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    ClustersController,
    ObservationsController,
    approvalController(industry),
    auditController(industry.audit),
    healthController(industry.health.read),
  ],
})
export class IndustryModule {}
