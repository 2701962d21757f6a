import { Controller } from '@nestjs/common';
import { budgets, industry, type Caller, type ProgrammeUse, type ReadProgrammeUse } from '@doit/contracts';
import { holdersAsked } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { paidStates, takingStates, useOf, type BudgetHeld } from './programme-use';

/** Promotion budgets and the schemes that use them. */
@Controller()
export class ProgrammeUseController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.promotionProgrammes.use)
  async use({ territory, year }: ReadProgrammeUse, caller: Caller): Promise<ProgrammeUse> {
    caller.requireTerritory(territory);
    const held = await this.source.query<BudgetHeld[]>(budgetsHeld, [
      holdersAsked(territory),
      year,
      budgets,
      takingStates,
      paidStates,
    ]);
    return { items: held.map(useOf) };
  }
}

const budgetsHeld = `
  select b.budget, p.programmes, p."amountMn", s.*
    from unnest($3::text[]) with ordinality as b(budget, nth)
   cross join lateral (
    select coalesce((json_agg(json_build_object('id', id, 'code', code, 'territory', territory, 'state', state,
             'amountMn', amount_mn::text, 'schemesPlanned', schemes_planned) order by code, id)), '[]') as programmes,
           (sum(amount_mn) filter (where state <> 'drafted'))::text as "amountMn",
           array_agg(territory) filter (where state <> 'drafted') as territories
      from promotion_programme
     where territory = any($1) and year = $2 and budget = b.budget and state <> 'withdrawn') as p
   cross join lateral (
    select count(*)::int as schemes,
           count(*) filter (where territory <> all(coalesce(p.territories, '{}')))::int as "withoutProgramme",
           count(*) filter (where support_mn is null)::int as "withoutSupport",
           count(*) filter (where paid_mn is null and state = any($5))::int as "withoutPayment",
           sum(support_mn)::text as "supportMn", sum(paid_mn)::text as "paidMn"
      from scheme
     where territory = any($1) and year = $2 and budget = b.budget and state = any($4)) as s
   order by b.nth`;
