import { Controller } from '@nestjs/common';
import { reporting, type Checks, type ReadChecks } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { answeredOf } from '../places/answers';
import { resultsFound } from '../places/found.sql';

/** What does not add up, what cannot be told, and what was found to agree. */
@Controller()
export class ChecksController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.checks.list)
  async list(asked: ReadChecks): Promise<Json<Checks>> {
    const place = placeAsked(asked);
    return json(answeredOf(place, await resultsFound(this.source, place)));
  }
}
