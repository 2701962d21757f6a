import { Controller } from '@nestjs/common';
import { Problem, reporting, services, type Caller, type Checks, type ReadChecks } from '@doit/contracts';
import { json, Serves, type Json } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { placeAsked, type Place } from '../comparisons/asked';
import { answeredOf } from '../places/answers';
import { isKept, resultsFound, resultsIfApproved } from '../places/found.sql';

/** What does not add up, what cannot be told, and what was found to agree. */
@Controller()
export class ChecksController {
  constructor(private readonly source: DataSource) {}

  @Serves(reporting.checks.list)
  async list({ state, ...asked }: ReadChecks, caller: Caller): Promise<Json<Checks>> {
    const place = placeAsked(asked);
    if (state === 'submitted') requireConcerned(caller, place);
    const read = state === 'submitted' ? resultsIfApproved : resultsFound;
    return json(answeredOf(place, await read(this.source, place)));
  }
}

/** Submitted figures concern the officers and approvers of their territory, of whichever department. */
function requireConcerned(caller: Caller, place: Place): void {
  if (!services.some((service) => caller.may(`${service}:write`) || caller.may(`${service}:approve`)))
    throw new Problem(caller.isKnown ? 'permission.missing' : 'token.missing', {
      permission: 'reporting:approve',
    });
  caller.requireTerritory(place.territory);
  if (!isKept(place)) throw new Problem('checks.submitted-as-now');
}
