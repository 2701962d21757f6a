import { Controller, type Type } from '@nestjs/common';
import {
  Problem,
  type Caller,
  type Changed,
  type Narrowing,
  type CreatedMany,
  type Entered,
  type EnteredMany,
  type EntryCounts,
  type Entry,
  type EntryHistory,
  type EntryPage,
  type Listed,
  type NextSteps,
  type Operation,
  type ReadHistory,
  type Register,
  type RegisterFields,
  type StepAnswer,
  type Stepped,
} from '@doit/contracts';
import { json, Serves, type Json, type TextPage } from '@doit/rpc';
import { PointReads, poolOf, query } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { csvPage } from './csv';
import { bodyWith, publicly, withDerived } from './derived.sql';
import { Keeper } from './keep';
import { tableOf } from './columns';
import { nextSteps, type RegisterRules } from './lives';
import { territoriesAsked } from './holders';
import { countEntries, cursorOf, fitting, listEntries, type FoundEntry } from './list.sql';

/** The operations of a register, as a service's contract names them. */
interface RegisterOperations<F extends RegisterFields, S extends string, T extends string> {
  create: Operation<Entered<F, S>, Entry<F, S>>;
  createMany: Operation<EnteredMany<F, S>, CreatedMany>;
  change: Operation<Changed<F, S>, Entry<F, S>>;
  step: Operation<Stepped<T, F>, StepAnswer<Entry<F, S>, T>>;
  steps: Operation<{ id: string }, NextSteps<S, T>>;
  list: Operation<Listed, EntryPage<Entry<F, S>>>;
  counts: Operation<Narrowing, EntryCounts>;
  get: Operation<{ id: string }, Entry<F, S>>;
  history: Operation<ReadHistory, EntryHistory>;
  export: Operation<Listed, { body: string }>;
}

interface Found {
  at: string;
  version: number;
  body: string;
  publicBody: string | null;
  territory: string;
}

/** The handlers of a register: entered, changed, taken through its life, listed, searched, downloaded. */
export function registerController<F extends RegisterFields, S extends string, T extends string>(
  contract: Register<F, S, T>,
  operations: RegisterOperations<F, S, T>,
  lawful: RegisterRules<F, S, T>,
): Type {
  // What the rows are made of follows from the contract, so the handlers need not know whose they are.
  const register = contract as unknown as Register;
  const rules = lawful as unknown as RegisterRules;
  const {
    create,
    createMany,
    change,
    step,
    steps,
    list,
    counts,
    get,
    history,
    export: asCsv,
  } = operations as unknown as RegisterOperations<RegisterFields, string, string>;
  const table = tableOf(register);
  const { derived = {} } = rules;
  const read = {
    name: `${register.noun}-get`,
    text: `select asked.at, e.version, ${bodyWith(derived, 'body', 'e')} as body, ${register.hidden.length > 0 ? bodyWith(publicly(derived, register.hidden), 'public_body', 'e') : 'null'} as "publicBody", e.territory from unnest($1::uuid[]) with ordinality as asked(id, at) join ${table} e using (id)`,
  };
  const readHistory = {
    name: `${register.noun}-history`,
    text: `select seq::text as key, $1 as id, json_build_object(
      'type', type, 'occurredAt', occurred_at, 'actor', actor, 'payload', payload)::text as body
      from event where aggregate = $1 and seq > $2 order by seq limit $3::int + 1`,
  };

  const readableBy = (caller: Caller, territory: string): boolean =>
    caller.mayIn(`${register.service}:read`, territory);

  @Controller()
  class RegisterController {
    private readonly keeper: Keeper;
    private readonly entries: PointReads<Found>;

    constructor(private readonly source: DataSource) {
      this.keeper = new Keeper(source, register, rules);
      this.entries = new PointReads(source, read);
    }

    @Serves(create)
    create(input: Entered, caller: Caller): Promise<Json<Entry>> {
      return this.keeper.create(input, caller);
    }

    @Serves(createMany)
    createMany(input: EnteredMany, caller: Caller): Promise<CreatedMany> {
      return this.keeper.createMany(input, caller);
    }

    @Serves(change)
    change(input: Changed, caller: Caller): Promise<Json<Entry>> {
      return this.keeper.change(input, caller);
    }

    @Serves(step)
    step(input: Stepped, caller: Caller): Promise<Json<StepAnswer<Entry>>> {
      return this.keeper.step(input, caller);
    }

    @Serves(list)
    async list(asked: Listed, caller: Caller): Promise<Json<EntryPage<Entry>>> {
      const { entries, more } = fitting(await this.found(asked, caller), asked.limit ?? defaultLimit);
      const last = entries.at(-1);
      const next = more && last ? JSON.stringify(cursorOf(last)) : 'null';
      return json(`{"items":[${entries.map(({ body }) => body).join(',')}],"next":${next}}`);
    }

    @Serves(counts)
    async counts(asked: Narrowing, caller: Caller): Promise<EntryCounts> {
      const territory = territoriesAsked(register, asked.territory, caller);
      const mine = caller.readsUnpublished(register.service);
      const statement = countEntries(register, { ...asked, territory }, mine, derived);
      return { items: (await poolOf(this.source).query<EntryCounts['items'][number]>(statement)).rows };
    }

    @Serves(asCsv)
    async export(asked: Listed, caller: Caller): Promise<TextPage> {
      const limit = asked.limit ?? csvLimit;
      return csvPage(register, await this.found({ ...asked, limit }, caller), limit);
    }

    @Serves(get)
    async get({ id }: { id: string }, caller: Caller): Promise<Json<Entry>> {
      const { body, publicBody, territory, version } = await this.readable(
        id,
        caller,
        register.reads === 'own',
      );
      if (publicBody === null || readableBy(caller, territory)) return json(body, version);
      // The same version, and another answer.
      return json(publicBody, `${version}-public`);
    }

    @Serves(steps)
    async steps({ id }: { id: string }, caller: Caller): Promise<NextSteps> {
      const { body } = await this.readable(id, caller, register.reads === 'own');
      return nextSteps(rules.steps, (JSON.parse(body) as Entry).state);
    }

    @Serves(history)
    async history(
      { id, limit = defaultLimit, after = '0' }: ReadHistory,
      caller: Caller,
    ): Promise<Json<EntryHistory>> {
      await this.readable(id, caller, true);
      const aggregate = `${register.noun}:${id}`;
      const found = await query<FoundEntry>(this.source, readHistory, [aggregate, after, limit]);
      const { entries, more } = fitting(found, limit);
      const next = more ? JSON.stringify(entries.at(-1)?.key ?? null) : 'null';
      return json(`{"items":[${entries.map(({ body }) => body).join(',')}],"next":${next}}`);
    }

    private async readable(id: string, caller: Caller, isScoped: boolean) {
      const found = await this.entries.read(id);
      if (!found) throw new Problem(register.problems.notFound);
      if (isScoped) caller.requireTerritory(found.territory);
      return found;
    }

    private async found(asked: Listed, caller: Caller): Promise<FoundEntry[]> {
      const territory = territoriesAsked(register, asked.territory, caller);
      const limit = asked.limit ?? defaultLimit;
      const mine = caller.readsUnpublished(register.service);
      const statement = listEntries(register, { ...asked, territory, limit }, mine, derived);
      try {
        return (await poolOf(this.source).query<FoundEntry>(statement)).rows.map(withDerived);
      } catch (error) {
        // A cursor that is not of this order: PostgreSQL could not read its value.
        if (asked.after !== undefined && /^22/.test((error as { code?: string }).code ?? ''))
          throw new Problem('list.unreadable-cursor');
        throw error;
      }
    }
  }
  return RegisterController;
}

const defaultLimit = 100;
/** A page of a download: few questions, and far from what one message holds. */
const csvLimit = 500;
