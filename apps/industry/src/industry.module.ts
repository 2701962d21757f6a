import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { industry } from '@doit/contracts';
import { healthController } from '@doit/runtime';
import { ClustersController } from './clusters/clusters.controller';
import { config } from './config';
import { database } from './database';
import { ObservationsController } from './observations/observations.controller';

@Module({
  imports: [TypeOrmModule.forRoot(database(config))],
  controllers: [ClustersController, ObservationsController, healthController(industry.health.read)],
})
export class IndustryModule {}
