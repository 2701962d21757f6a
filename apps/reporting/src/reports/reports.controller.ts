import { Controller } from '@nestjs/common';
import { reporting, type Page, type ReadReport, type ReadReportPage, type Report } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { answersKept } from '../places/answers';
import { answerNow, isKept } from '../places/found.sql';
import { readRegisterAndKept } from './cluster-summary.sql';
import { pageOf } from './page';
import { reportText } from './report';

/** The report that a director signs: figures, clusters, and what does not add up. */
@Controller()
export class ReportsController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.reports.read)
  async read(asked: ReadReport): Promise<Json<Report>> {
    return json(await this.text(asked));
  }

  @Serves(reporting.reports.page)
  async page({ lang = 'vi', ...asked }: ReadReportPage): Promise<Page> {
    return { body: pageOf(JSON.parse(await this.text(asked)) as Report, lang) };
  }

  private async text({ territory, period, on, asOf }: ReadReport): Promise<string> {
    // In a path `--` stands for the period's slash.
    const place = placeAsked({ territory, period: period.replace('--', '/'), on, asOf });
    const kept = isKept(place) ? await readRegisterAndKept(this.source, place) : null;
    const answers = kept && answersKept(kept);
    if (answers) return reportText(place, answers, kept);
    const now = await answerNow(this.source, place);
    return reportText(place, now.answers, now.register);
  }
}
