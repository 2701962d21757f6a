import { Controller, type Type } from '@nestjs/common';
import {
  overrideEvents,
  Problem,
  type AskOverride,
  type Caller,
  type EndOverride,
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
import { isUsed } from './overrides.sql';

interface OverrideOperations {
  ask: Operation<AskOverride, RuleOverride>;
  approve: Operation<OverrideById, RuleOverride>;
  refuse: Operation<EndOverride, RuleOverride>;
  withdraw: Operation<EndOverride, RuleOverride>;
  list: Operation<ListOverrides, RuleOverrides>;
}

/** The handlers of a service's exceptions: two people, a reason, and an event each. */
export function overrideController(
  { ask, approve, refuse, withdraw, list }: OverrideOperations,
  registers: readonly Pick<Register, 'noun' | 'steps' | 'rules'>[],
): Type {
  const { overrideAsked, overrideApproved, overrideEnded } = overrideEvents(ask.service);
  const known = new Map(registers.map((each) => [each.noun, each]));

  @Controller()
  class OverrideController {
    constructor(private readonly source: DataSource) {}

    @Serves(ask)
    async ask({ idempotencyKey: key, ...asked }: AskOverride, caller: Caller): Promise<RuleOverride> {
      const register = known.get(asked.register);
      if (!register) throw new Problem('register.not-found');
      if (!isWeighed(register, asked))
        throw new Problem('override.no-such-rule', { rule: asked.rule, step: asked.step });
      return writeFor(this.source, caller, (tx) =>
        once(tx, { actor: caller.subject, operation: ask.name, key }, async () => {
          const territory = await territoryOf(tx, register, asked.entry);
          caller.requireTerritory(territory);
          const row = Object.assign(new OverrideRow(), asked, { id: uuid(), territory, askedAt: new Date() });
          Object.assign(row, { askedBy: caller.subject, approvedAt: null, approvedBy: null });
          Object.assign(row, { endedAt: null, endedBy: null, endedFor: null });
          await tx.insert(OverrideRow, row);
          return this.told(tx, row, caller, overrideAsked);
        }),
      );
    }

    @Serves(approve)
    async approve({ id }: OverrideById, caller: Caller): Promise<RuleOverride> {
      return writeFor(this.source, caller, async (tx) => {
        const row = await this.held(tx, id, caller);
        if (row.askedBy === caller.subject) throw new Problem('override.own');
        // Who approved first remains who approved.
        if (row.approvedAt !== null) return wireOf(row);
        // By PostgreSQL's clock, as events are: an exception is for the step that follows it.
        const given = { approvedAt: () => 'clock_timestamp()', approvedBy: caller.subject };
        return this.told(tx, await this.changed(tx, id, given), caller, overrideApproved);
      });
    }

    @Serves(refuse)
    async refuse({ id, reason }: EndOverride, caller: Caller): Promise<RuleOverride> {
      return writeFor(this.source, caller, async (tx) => {
        const { askedBy } = await this.held(tx, id, caller);
        if (askedBy === caller.subject) throw new Problem('override.own');
        return this.ended(tx, id, reason, caller);
      });
    }

    @Serves(withdraw)
    async withdraw({ id, reason }: EndOverride, caller: Caller): Promise<RuleOverride> {
      return writeFor(this.source, caller, async (tx) => {
        const { askedBy } = await this.held(tx, id, caller);
        if (askedBy !== caller.subject) throw new Problem('override.not-own');
        return this.ended(tx, id, reason, caller);
      });
    }

    @Serves(list)
    async list(
      { territory, entry, after, limit = 100 }: ListOverrides,
      caller: Caller,
    ): Promise<RuleOverrides> {
      for (const each of territory ?? []) caller.requireTerritory(each);
      const found = this.source
        .createQueryBuilder(OverrideRow, 'o')
        .orderBy('o.id', 'DESC')
        .limit(limit + 1);
      if (!caller.territories.includes('*'))
        found.andWhere('o.territory = any(:mine)', { mine: caller.territories });
      if (territory) found.andWhere('o.territory = any(:territory)', { territory });
      if (entry) found.andWhere('o.entry = :entry', { entry });
      if (after) found.andWhere('o.id < :after', { after });
      const rows = await found.getMany();
      const items = rows.slice(0, limit).map(wireOf);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    }

    /** Holds one that still counts. */
    private async held(tx: EntityManager, id: string, caller: Caller): Promise<OverrideRow> {
      const found = await tx.findOneBy(OverrideRow, { id });
      if (!found) throw new Problem('override.not-found');
      caller.requireTerritory(found.territory);
      const row = await tx.findOneOrFail(OverrideRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row.endedAt !== null) throw new Problem('override.ended', { on: row.endedAt.toISOString() });
      return row;
    }

    private async ended(
      tx: EntityManager,
      id: string,
      endedFor: string,
      caller: Caller,
    ): Promise<RuleOverride> {
      const [found] = await tx.query<{ used: boolean }[]>(
        `select ${isUsed} as used from rule_override o where o.id = $1`,
        [id],
      );
      if (found?.used) throw new Problem('override.used');
      const ends = { endedAt: () => 'clock_timestamp()', endedBy: caller.subject, endedFor };
      return this.told(tx, await this.changed(tx, id, ends), caller, overrideEnded);
    }

    private async changed(tx: EntityManager, id: string, change: object): Promise<OverrideRow> {
      await tx.createQueryBuilder().update(OverrideRow).set(change).where('id = :id', { id }).execute();
      return tx.findOneByOrFail(OverrideRow, { id });
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

/** Whether the rule can refuse in this step, or in a change of fields. */
function isWeighed(
  { rules, steps }: Pick<Register, 'rules' | 'steps'>,
  { rule, step }: { rule: string; step: string },
): boolean {
  const weighed = new Map(Object.entries(rules)).get(rule);
  return weighed === 'standing' ? step === 'change' || steps.includes(step) : !!weighed?.includes(step);
}

async function territoryOf(tx: EntityManager, register: Pick<Register, 'noun'>, id: string): Promise<string> {
  const sql = `select territory from ${tableOf(register)} where id = $1`;
  const [row] = await tx.query<{ territory: string }[]>(sql, [id]);
  if (!row) throw new Problem('register.not-found');
  return row.territory;
}

const wireOf = ({ askedAt, approvedAt, endedAt, ...rest }: OverrideRow): RuleOverride => ({
  ...rest,
  askedAt: askedAt.toISOString(),
  approvedAt: approvedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
