import { Controller } from '@nestjs/common';
import { reporting, type Checks, type ReadChecks } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { resultsFound } from '../places/found.sql';

/** What does not add up, what cannot be told, and what was found to agree. */
@Controller()
export class ChecksController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.checks.list)
  async list(asked: ReadChecks): Promise<Json<Checks>> {
    const place = placeAsked(asked);
    const results = await resultsFound(this.source, place);
    const { territory, period, on, asOf } = place;
    const head = JSON.stringify({ territory, period: period.key, on, asOf });
    return json(`${head.slice(0, -1)},"items":${results}}`);
  }
}
