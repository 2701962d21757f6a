import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { reporting } from '@doit/contracts';
import { healthController } from '@doit/runtime';
import { CatalogueController } from './catalogue/catalogue.controller';
import { ChecksController } from './checks/checks.controller';
import { ComparisonsController } from './comparisons/comparisons.controller';
import { config } from './config';
import { database } from './database';
import { FiguresListener } from './figures/figures.listener';
import { ObservationsController } from './observations/observations.controller';
import { ParkedEventsController } from './parked-events/parked-events.controller';
import { ReportsController } from './reports/reports.controller';

@Module({
  imports: [TypeOrmModule.forRoot(database(config))],
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
