import { Controller } from '@nestjs/common';
import {
  industry,
  Problem,
  type Caller,
  type ComponentNeedFields,
  type Entry,
  type FindMatches,
  type SupplierFields,
  type SupplierMatches,
} from '@doit/contracts';
import { folded } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { matchSuppliers } from './matching';

/** Which suppliers may meet a need. */
@Controller()
export class MatchesController {
  constructor(private readonly source: DataSource) {}

  @Serves(industry.componentNeeds.matches)
  async matches({ id, limit = 20 }: FindMatches, caller: Caller): Promise<SupplierMatches> {
    const [need] = await this.source.query<{ body: string }[]>(
      'select body from component_need where id = $1',
      [id],
    );
    if (!need) throw new Problem('register.not-found');
    const wanted = JSON.parse(need.body) as Entry<ComponentNeedFields>;
    caller.requireTerritory(wanted.territory);
    const found = await this.source.query<{ body: string }[]>(suppliersOf, [
      caller.territories,
      `${wanted.vsic.slice(0, 2)}%`,
      wanted.product,
    ]);
    const suppliers = found.map(({ body }) => JSON.parse(body) as Entry<SupplierFields>);
    return { items: matchSuppliers(wanted, suppliers, limit) };
  }
}

// Verified suppliers are there to be found from everywhere; others are their department's own until it has looked at them.
const suppliersOf = `
  select body from supplier
   where state <> 'withdrawn' and (state = 'verified' or '*' = any($1::text[]) or territory = any($1))
   order by vsic like $2 desc, ${folded('product')} = ${folded('$3::text')} desc, id limit 1000`;
