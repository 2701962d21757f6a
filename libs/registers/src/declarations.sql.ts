import { query } from '@doit/runtime';
import type { DataSource, EntityManager } from 'typeorm';

/** A declaration as it is kept: its register by the noun, what is declared as the wire has it. */
export interface Declared {
  territory: string;
  register: string;
  completeOn: string;
  note: string | null;
  declaredAt: string;
  declaredBy: string;
}

const columns = `territory, register, complete_on::text as "completeOn", note, declared_by as "declaredBy",
  to_char(declared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "declaredAt"`;

/**
 * Declares, in place of what was declared before. Who declares meanwhile waits, so what is told comes in the order of what
 * is kept.
 * @returns whether anything is other than it was
 */
export async function declare(tx: EntityManager, declared: Omit<Declared, 'declaredAt'>): Promise<boolean> {
  const { territory, register, completeOn, note, declaredBy } = declared;
  const rows = await tx.query<object[]>(
    `insert into register_declaration as d (territory, register, complete_on, note, declared_at, declared_by)
     values ($1, $2, $3, $4, clock_timestamp(), $5)
     on conflict (territory, register) do update set complete_on = excluded.complete_on, note = excluded.note,
       declared_at = excluded.declared_at, declared_by = excluded.declared_by
      where (d.complete_on, d.note) is distinct from (excluded.complete_on, excluded.note)
     returning register`,
    [territory, register, completeOn, note, declaredBy],
  );
  return rows.length > 0;
}

/** Takes back what is declared; answers what that was, or nothing where nothing is. */
export async function takeBack(
  tx: EntityManager,
  { territory, register }: Pick<Declared, 'territory' | 'register'>,
): Promise<Declared | undefined> {
  const held = await declaredOf(tx, { territory, register }, 'for update');
  if (held)
    await tx.query(
      `update register_declaration set complete_on = null where territory = $1 and register = $2`,
      [territory, register],
    );
  return held;
}

/** What is declared of one register, if anything. */
export async function declaredOf(
  tx: EntityManager,
  { territory, register }: Pick<Declared, 'territory' | 'register'>,
  lock: 'for update' | '' = '',
): Promise<Declared | undefined> {
  const sql = `select ${columns} from register_declaration
    where territory = $1 and register = $2 and complete_on is not null ${lock}`;
  const [held] = await tx.query<Declared[]>(sql, [territory, register]);
  return held;
}

/** What is in force, by territory and register. @param after the territory and register of the last one that is known */
export function listDeclared(
  source: DataSource,
  territories: readonly string[] | undefined,
  registers: readonly string[] | undefined,
  after: readonly [territory: string, register: string] | null,
  limit: number,
): Promise<Declared[]> {
  return query<Declared>(source, list, [
    territories ?? null,
    registers ?? null,
    ...(after ?? [null, null]),
    limit,
  ]);
}

const list = {
  name: 'register-declarations',
  text: `select ${columns} from register_declaration
    where complete_on is not null and ($1::text[] is null or territory = any($1))
      and ($2::text[] is null or register = any($2))
      and ($3::text is null or (territory, register) > ($3, $4::text))
    order by territory, register limit $5`,
};
