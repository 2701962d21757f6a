import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { trade } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  controllers: [ObservationsController, approvalController(trade), healthController(trade.health.read)],
})
export class TradeModule {}
