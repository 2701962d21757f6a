import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditController } from '@doit/audit';
import { reporting } from '@doit/contracts';
import { approvalController } from '@doit/observations';
import { Config, healthController } from '@doit/runtime';
import { BreakdownsController } from './breakdowns/breakdowns.controller';
import { CatalogueController } from './catalogue/catalogue.controller';
import { Checker } from './places/places.checker';
import { ChecksController } from './checks/checks.controller';
import { ComparisonsController } from './comparisons/comparisons.controller';
import { database } from './database';
import { FiguresListener } from './figures/figures.listener';
import { LineageController } from './lineage/lineage.controller';
import { NewsController } from './news/news.controller';
import { ObservationsController } from './observations/observations.controller';
import { ParkedEventsController } from './parked-events/parked-events.controller';
import { EcommerceIndexController } from './rankings/ecommerce-index.controller';
import { RankingsController } from './rankings/rankings.controller';
import { CoverageController } from './registers/coverage.controller';
import { RegistersController } from './registers/registers.controller';
import { ReportsController } from './reports/reports.controller';
import { SeriesController } from './series/series.controller';

@Module({
  imports: [TypeOrmModule.forRootAsync({ inject: [Config], useFactory: database })],
  providers: [FiguresListener, Checker],
  controllers: [
    CatalogueController,
    ObservationsController,
    approvalController(reporting),
    SeriesController,
    ComparisonsController,
    BreakdownsController,
    RankingsController,
    EcommerceIndexController,
    ChecksController,
    ReportsController,
    RegistersController,
    CoverageController,
    LineageController,
    NewsController,
    ParkedEventsController,
    auditController(reporting.audit),
    healthController(reporting.health.read),
  ],
})
export class ReportingModule {}
