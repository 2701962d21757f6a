import { Controller, type Type } from '@nestjs/common';
import {
  overrideEvents,
  Problem,
  type AskOverride,
  type Caller,
  type ListOverrides,
  type Operation,
  type OverrideById,
  type Register,
  type RuleOverride,
  type RuleOverrides,
} from '@doit/contracts';
import { once, tell } from '@doit/events';
import { Serves } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { tableOf } from './columns';
import { OverrideRow } from './override.entity';

interface OverrideOperations {
  ask: Operation<AskOverride, RuleOverride>;
  approve: Operation<OverrideById, RuleOverride>;
  list: Operation<ListOverrides, RuleOverrides>;
}

/** The handlers of a service's exceptions: two people, a reason, and an event each. */
export function overrideController(
  { ask, approve, list }: OverrideOperations,
  registers: readonly Pick<Register, 'noun' | 'steps' | 'rules'>[],
): Type {
  const { overrideAsked, overrideApproved } = overrideEvents(ask.service);
  const known = new Map(registers.map((each) => [each.noun, each]));

  @Controller()
  class OverrideController {
    constructor(private readonly source: DataSource) {}

    @Serves(ask)
    async ask({ idempotencyKey: key, ...asked }: AskOverride, caller: Caller): Promise<RuleOverride> {
      const register = known.get(asked.register);
      if (!register) throw new Problem('register.not-found');
      if (!register.rules.some((code) => code === asked.rule) || !register.steps.includes(asked.step))
        throw new Problem('override.no-such-rule', { rule: asked.rule, step: asked.step });
      return writeFor(this.source, caller, (tx) =>
        once(tx, { actor: caller.subject, operation: ask.name, key }, async () => {
          const territory = await territoryOf(tx, register, asked.entry);
          caller.requireTerritory(territory);
          const row = Object.assign(new OverrideRow(), asked, { id: uuid(), territory, askedAt: new Date() });
          Object.assign(row, { askedBy: caller.subject, approvedAt: null, approvedBy: null });
          await tx.insert(OverrideRow, row);
          return this.told(tx, row, caller, overrideAsked);
        }),
      );
    }

    @Serves(approve)
    async approve({ id }: OverrideById, caller: Caller): Promise<RuleOverride> {
      return writeFor(this.source, caller, async (tx) => {
        const row = await tx.findOneBy(OverrideRow, { id });
        if (!row) throw new Problem('override.not-found');
        caller.requireTerritory(row.territory);
        if (row.askedBy === caller.subject) throw new Problem('override.own');
        // By PostgreSQL's clock, as events are: an exception is for the step that follows it.
        const given = { approvedAt: () => 'clock_timestamp()', approvedBy: caller.subject };
        // Who approved first remains who approved.
        const { affected } = await tx
          .createQueryBuilder()
          .update(OverrideRow)
          .set(given)
          .where('id = :id and approved_at is null', { id })
          .execute();
        const approved = await tx.findOneByOrFail(OverrideRow, { id });
        return affected === 0 ? wireOf(approved) : this.told(tx, approved, caller, overrideApproved);
      });
    }

    @Serves(list)
    async list({ territory, entry, limit = 100 }: ListOverrides, caller: Caller): Promise<RuleOverrides> {
      for (const each of territory ?? []) caller.requireTerritory(each);
      const found = this.source.createQueryBuilder(OverrideRow, 'o').orderBy('o.id', 'DESC').limit(limit);
      if (!caller.territories.includes('*'))
        found.andWhere('o.territory = any(:mine)', { mine: caller.territories });
      if (territory) found.andWhere('o.territory = any(:territory)', { territory });
      if (entry) found.andWhere('o.entry = :entry', { entry });
      return { items: (await found.getMany()).map(wireOf) };
    }

    private async told(
      tx: EntityManager,
      row: OverrideRow,
      caller: Caller,
      event: typeof overrideAsked,
    ): Promise<RuleOverride> {
      const payload = wireOf(row);
      await tell(tx, event, { aggregate: `rule-override:${row.id}`, actor: caller.subject, payload });
      return payload;
    }
  }
  return OverrideController;
}

async function territoryOf(tx: EntityManager, register: Pick<Register, 'noun'>, id: string): Promise<string> {
  const sql = `select territory from ${tableOf(register)} where id = $1`;
  const [row] = await tx.query<{ territory: string }[]>(sql, [id]);
  if (!row) throw new Problem('register.not-found');
  return row.territory;
}

const wireOf = ({ askedAt, approvedAt, ...rest }: OverrideRow): RuleOverride => ({
  ...rest,
  askedAt: askedAt.toISOString(),
  approvedAt: approvedAt?.toISOString() ?? null,
});
