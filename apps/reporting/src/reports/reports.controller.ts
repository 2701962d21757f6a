import { Controller } from '@nestjs/common';
import { reporting, type Page, type ReadReport, type ReadReportPage, type Report } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { checksFound } from '../places/found.sql';
import { placeAsked } from '../comparisons/asked';
import { readStanding } from '../comparisons/standing.sql';
import { readClusterSummary } from './cluster-summary.sql';
import { pageOf } from './page';
import { reportOf } from './report';

/** The report that a director signs: figures, clusters, and what does not add up. */
@Controller()
export class ReportsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.reports.read)
  async read({ territory, period }: ReadReport): Promise<Report> {
    // In a path `--` stands for the period's slash.
    const place = placeAsked({ territory, period: period.replace('--', '/') });
    const [standing, clusters, checks] = await Promise.all([
      readStanding(this.source, place),
      readClusterSummary(this.source, place),
      checksFound(this.source, place),
    ]);
    return reportOf(standing, clusters, checks);
  }

  @Serves(reporting.reports.page)
  async page({ lang = 'vi', ...asked }: ReadReportPage): Promise<Page> {
    return { body: pageOf(await this.read(asked), lang) };
  }
}
