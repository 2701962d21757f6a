import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { reporting } from '@doit/contracts';
import { Config, healthController } from '@doit/runtime';
import { CatalogueController } from './catalogue/catalogue.controller';
import { ChecksController } from './checks/checks.controller';
import { ComparisonsController } from './comparisons/comparisons.controller';
import { database } from './database';
import { FiguresListener } from './figures/figures.listener';
import { ObservationsController } from './observations/observations.controller';
import { ParkedEventsController } from './parked-events/parked-events.controller';
import { ReportsController } from './reports/reports.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  providers: [FiguresListener],
  controllers: [
    CatalogueController,
    ObservationsController,
    ComparisonsController,
    ChecksController,
    ReportsController,
    ParkedEventsController,
    healthController(reporting.health.read),
  ],
})
export class ReportingModule {}
