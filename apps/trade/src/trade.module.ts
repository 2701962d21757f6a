import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import { trade } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [
    ObservationsController,
    approvalController(trade),
    auditController(trade.audit),
    healthController(trade.health.read),
  ],
})
export class TradeModule {}
