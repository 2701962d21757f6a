import { Controller } from '@nestjs/common';
import { reporting, type Checks, type ReadChecks } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked } from '../comparisons/asked';
import { checksFound } from '../places/found.sql';

/** What does not add up, what cannot be told, and what was found to agree. */
@Controller()
export class ChecksController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.checks.list)
  async list(asked: ReadChecks): Promise<Checks> {
    const place = placeAsked(asked);
    return {
      territory: place.territory,
      period: place.period.key,
      items: await checksFound(this.source, place),
    };
  }
}
