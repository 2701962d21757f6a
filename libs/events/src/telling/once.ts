import { Problem, type IdempotencyKey } from '@doit/contracts';
import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';

/** What requests with an `Idempotency-Key` were answered, for 24 hours. */
@Entity('keyed_request')
@Index('keyed_request_kept_at_idx', ['keptAt'])
export class KeyedRequestRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'keyed_request_pkey' }) actor: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'keyed_request_pkey' }) operation: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'keyed_request_pkey' }) key: string;

  /** SHA-256 of the request's query and body. */
  @Column('text') content: string;

  /** What the handler answered, as JSON; null only within the transaction that answers. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'kept_at', default: () => 'now()' }) keptAt: Date;
}

/**
 * The statements that make its table in the owner's schema.
 * @param runtimeRole may then keep, renew and forget
 */
export function keyedRequestTableV1(runtimeRole: string): string[] {
  return [
    `create table keyed_request (
      actor text not null,
      operation text not null,
      key text not null,
      content text not null,
      answer text,
      kept_at timestamptz not null default now(),
      constraint keyed_request_pkey primary key (actor, operation, key)
    )`,
    `create index keyed_request_kept_at_idx on keyed_request (kept_at)`,
    `grant select, insert, update, delete on keyed_request to ${runtimeRole}`,
  ];
}

interface Keyed {
  /** The account that asks. */
  actor: string;
  /** The operation's name. */
  operation: string;
  key: IdempotencyKey | undefined;
}

/**
 * Carries out a writing request once for its key, in the caller's transaction: the same request again gets the same
 * answer, also while the first is still under way; what failed left nothing and may be tried again. Without a key it
 * is simply carried out.
 * @throws Problem request.key-reused where the key came with another body
 */
export async function once<T extends object>(
  tx: EntityManager,
  { actor, operation, key }: Keyed,
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined) return work();
  await tx.query(forget);
  const name = [actor, operation, key.name];
  // Waits for another transaction that has the same key in hand.
  const [taken] = await tx.query<object[]>(take, [...name, key.content]);
  if (!taken) {
    const [kept] = await tx.query<{ content: string; answer: string }[]>(read, name);
    if (kept?.content !== key.content) throw new Problem('request.key-reused');
    return JSON.parse(kept.answer) as T;
  }
  const answer = await work();
  await tx.query(keep, [...name, JSON.stringify(answer)]);
  return answer;
}

const old = `kept_at < now() - interval '24 hours'`;
const forget = `delete from keyed_request where (actor, operation, key) in
  (select actor, operation, key from keyed_request where ${old} limit 20 for update skip locked)`;
const take = `insert into keyed_request (actor, operation, key, content) values ($1, $2, $3, $4)
  on conflict on constraint keyed_request_pkey do update set content = excluded.content, answer = null, kept_at = now()
    where keyed_request.${old} returning key`;
const read = `select content, answer from keyed_request where actor = $1 and operation = $2 and key = $3`;
const keep = `update keyed_request set answer = $4 where actor = $1 and operation = $2 and key = $3`;
