import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { trade } from '@doit/contracts';
import { healthController } from '@doit/runtime';
import { config } from './config';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRoot(database(config))],
  controllers: [ObservationsController, healthController(trade.health.read)],
})
export class TradeModule {}
