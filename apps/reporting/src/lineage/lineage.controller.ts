import { Controller } from '@nestjs/common';
import {
  Problem,
  reporting,
  type Caller,
  type CheckResult,
  type Lineage,
  type Page,
  type ReadLineage,
  type ReadLineagePage,
} from '@doit/contracts';
import { parsePeriod } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { resultsFound } from '../places/found.sql';
import { readCell, type Told } from './cell.sql';
import { lineageOf } from './lineage';
import { pageOf } from './page';

/** What stands behind one figure, down to what a person typed or a file held. */
@Controller()
export class LineageController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.lineage.read)
  async read({ observationId }: ReadLineage, caller: Caller): Promise<Lineage> {
    const cell = await readCell(this.source, observationId);
    const told = cell.find(({ figure }) => figure.id === observationId);
    const period = told && parsePeriod(told.figure.period);
    if (!told || !period) throw new Problem('observation.not-found');
    // A plan may reach beyond its territory's end; what is known of it is shown all the same.
    const place = { territory: told.figure.territory, period };
    const results = await resultsFound(this.source, place);
    return lineageOf(
      shownTo(caller, told),
      cell.map(({ figure }) => figure),
      JSON.parse(results) as CheckResult[],
    );
  }

  @Serves(reporting.lineage.page)
  async page({ lang = 'vi', observationId }: ReadLineagePage, caller: Caller): Promise<Page> {
    return { body: pageOf(await this.read({ observationId }, caller), lang) };
  }
}

/** Who recorded a figure is a person's account: shown to those who may read the territory's unpublished figures. */
function shownTo(caller: Caller, { teller, figure }: Told): Told['figure'] {
  if (caller.mayIn(`${teller}:read`, figure.territory)) return figure;
  return Object.assign({}, figure, { recordedBy: null });
}
