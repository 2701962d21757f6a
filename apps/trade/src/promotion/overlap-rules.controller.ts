import { Controller } from '@nestjs/common';
import {
  trade,
  type Caller,
  type OverlapRule,
  type OverlapRules,
  type SetOverlapRule,
} from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { agreedRules, setRule } from './overlap-rules.sql';

/** Which promotion events overlap, as the territories agreed. */
@Controller()
export class OverlapRulesController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.overlapRules.set)
  set(rule: SetOverlapRule, caller: Caller): Promise<OverlapRule> {
    // One calendar of all: who administers some territories does not rule over the others.
    caller.requireTerritory('viet-nam');
    return writeFor(this.source, caller, (tx) => setRule(tx, rule, caller.subject));
  }

  @Serves(trade.overlapRules.list)
  async list(): Promise<OverlapRules> {
    return { items: await agreedRules(this.source) };
  }
}
