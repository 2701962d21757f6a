import type { EventContract } from '@doit/contracts';
import { v7 as uuidv7 } from 'uuid';

/** The caller's transaction: a TypeORM EntityManager or QueryRunner, or a pg client between BEGIN and COMMIT. */
export interface Transaction {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** A contract's class as plain data: payloads are written as object literals, not made by `new`. */
type Fields<P extends object> = { [K in keyof P]: P[K] };

export interface Telling<P extends object> {
  /** What it happened to: a UUID or a natural key, printable ASCII, at most 255 characters. */
  aggregate: string;
  /** The account that did it (the token's `sub`). */
  actor: string;
  /** What happened; a string is taken as JSON text, for payloads that PostgreSQL built. */
  payload: Fields<P> | string;
}

/** The longest payload: 256 KiB of JSON text. Tell what belongs together, but no more. */
export const longestPayload = 262_144;

/**
 * Tells an event in the caller's transaction: it happens if and only if the transaction commits, and then reaches every
 * listener once and in order. Throws a RangeError when the payload is longer than 256 KiB.
 */
export async function tell<P extends object>(
  tx: Transaction,
  event: EventContract<P>,
  told: Telling<P>,
): Promise<void> {
  const { payload, bytes } = written(event, told);
  await tx.query(
    'insert into event (id, type, aggregate, actor, payload, bytes) values ($1, $2, $3, $4, $5, $6)',
    [uuidv7(), event.type, told.aggregate, told.actor, payload, bytes],
  );
}

/** Tells several events of one kind in one statement, in the order given. Throws like `tell`. */
export async function tellMany<P extends object>(
  tx: Transaction,
  event: EventContract<P>,
  told: readonly Telling<P>[],
): Promise<void> {
  if (told.length === 0) return;
  const texts = told.map((one) => written(event, one));
  await tx.query(
    `insert into event (id, type, aggregate, actor, payload, bytes)
     select id, $1, aggregate, actor, payload, bytes
     from unnest($2::uuid[], $3::text[], $4::text[], $5::json[], $6::int[])
       with ordinality as told (id, aggregate, actor, payload, bytes, nth)
     order by nth`,
    [
      event.type,
      told.map(() => uuidv7()),
      told.map((one) => one.aggregate),
      told.map((one) => one.actor),
      texts.map((text) => text.payload),
      texts.map((text) => text.bytes),
    ],
  );
}

function written<P extends object>(
  event: EventContract<P>,
  told: Telling<P>,
): { payload: string; bytes: number } {
  const payload = typeof told.payload === 'string' ? told.payload : JSON.stringify(told.payload);
  const bytes = Buffer.byteLength(payload);
  if (bytes > longestPayload)
    throw new RangeError(`${event.type}: a payload of ${bytes} bytes is over 256 KiB`);
  return { payload, bytes };
}
