import { Controller, type Type } from '@nestjs/common';
import {
  completenessEvents,
  Problem,
  type Caller,
  type CompleteRegister,
  type ListDeclarations,
  type Operation,
  type Register,
  type RegisterDeclaration,
  type RegisterDeclarations,
  type RegisterReopened,
  type ReopenRegister,
} from '@doit/contracts';
import { once, tell } from '@doit/events';
import { inForce } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { writeFor } from '@doit/runtime';
import { DataSource } from 'typeorm';
import { declare, declaredOf, listDeclared, takeBack, type Declared } from './declarations.sql';
import { refuseFuture, requireProvince } from './demands';

interface CompletenessOperations {
  complete: Operation<CompleteRegister, RegisterDeclaration>;
  reopen: Operation<ReopenRegister, RegisterReopened>;
  list: Operation<ListDeclarations, RegisterDeclarations>;
}
type Named = Pick<Register, 'noun' | 'path'>;

/** The handlers by which territories declare registers of a service complete, or take that back. */
export function completenessController(
  { complete, reopen, list }: CompletenessOperations,
  registers: readonly Named[],
): Type {
  const { registerCompleted, registerReopened } = completenessEvents(complete.service);
  const byPath = new Map(registers.map((each) => [each.path, each]));
  const pathOf = new Map(registers.map(({ noun, path }) => [noun, path]));

  @Controller()
  class CompletenessController {
    constructor(private readonly source: DataSource) {}

    @Serves(complete)
    async complete(
      { idempotencyKey: key, register, territory, on, note }: CompleteRegister,
      caller: Caller,
    ): Promise<RegisterDeclaration> {
      const { noun } = named(register);
      requireMine(territory, caller);
      refuseFuture(on, '/on');
      requireInForce(territory, on);
      return writeFor(this.source, caller, (tx) =>
        once(tx, { actor: caller.subject, operation: complete.name, key }, async () => {
          const of = { territory, register: noun };
          const asked = { ...of, completeOn: on, note: note ?? null, declaredBy: caller.subject };
          const isOther = await declare(tx, asked);
          const declared = await declaredOf(tx, of);
          if (!declared) throw new Error(`what was declared of ${noun} is not there`);
          const payload = wireOf(declared);
          if (isOther)
            await tell(tx, registerCompleted, {
              aggregate: aggregateOf(noun, territory),
              actor: caller.subject,
              payload,
            });
          return payload;
        }),
      );
    }

    @Serves(reopen)
    async reopen({ register, territory, reason }: ReopenRegister, caller: Caller): Promise<RegisterReopened> {
      const { noun } = named(register);
      requireMine(territory, caller);
      return writeFor(this.source, caller, async (tx) => {
        const taken = await takeBack(tx, { territory, register: noun });
        if (!taken) throw new Problem('register.not-complete', { register, territory });
        const { completeOn } = taken;
        const [reopenedAt, reopenedBy] = [new Date().toISOString(), caller.subject];
        const payload = { register, territory, completeOn, reason, reopenedAt, reopenedBy };
        await tell(tx, registerReopened, {
          aggregate: aggregateOf(noun, territory),
          actor: caller.subject,
          payload,
        });
        return payload;
      });
    }

    @Serves(list)
    async list(
      { territory, register, limit = 100, after }: ListDeclarations,
      caller: Caller,
    ): Promise<RegisterDeclarations> {
      const nouns = register?.map((path) => named(path).noun);
      const found = await listDeclared(this.source, territory, nouns, readCursor(after), limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((each) => shownTo(caller, each)),
        next: last && found.length > limit ? `${last.territory}/${last.register}` : null,
      };
    }
  }

  /** @throws Problem register.unknown */
  function named(path: string): Named {
    const found = byPath.get(path);
    if (found) return found;
    const params = { register: path };
    throw new Problem('register.unknown', params, [
      { pointer: '/register', code: 'register.unknown', params },
    ]);
  }

  const wireOf = ({ register, ...declared }: Declared): RegisterDeclaration => ({
    register: pathOf.get(register) ?? register,
    ...declared,
  });

  /** Who declared it, and on what ground, is for those who may read the territory. */
  function shownTo(caller: Caller, declared: Declared): RegisterDeclaration {
    const isReader = caller.mayIn(`${complete.service}:read`, declared.territory);
    const { note, declaredBy, ...known } = wireOf(declared);
    return { ...known, note: isReader ? note : null, declaredBy: isReader ? declaredBy : null };
  }

  return CompletenessController;
}

const aggregateOf = (noun: string, territory: string): string => `register:${noun}:${territory}`;

function requireMine(territory: string, caller: Caller): void {
  requireProvince(territory);
  caller.requireTerritory(territory);
}

/** A unit declares for days on which it is there. @throws Problem territory.not-in-force */
function requireInForce(territory: string, day: string): void {
  if (inForce(territory, day)) return;
  const params = { territory, day };
  throw new Problem('territory.not-in-force', params, [
    { pointer: '/on', code: 'territory.not-in-force', params },
  ]);
}

/** @throws Problem list.unreadable-cursor */
function readCursor(after: string | undefined): [territory: string, register: string] | null {
  if (after === undefined) return null;
  const [, territory, register] = /^([^/]+)\/([^/]+)$/.exec(after) ?? [];
  if (territory === undefined || register === undefined) throw new Problem('list.unreadable-cursor');
  return [territory, register];
}
