import type { Service } from '@doit/contracts';
import type { ClientBase } from 'pg';
import type { ToldEvent } from '../told';

/**
 * Applies events to the projection's tables, set-based, in the order given, with unqualified table names (a rebuild runs
 * it on shadow tables). It ignores types it does not know and calls nobody else. What it throws parks the event.
 */
export type Apply = (tx: ClientBase, events: readonly ToldEvent[]) => Promise<void>;

/** One teller's part of a projection: what has a cursor of its own. */
export interface Source {
  readonly teller: Service;
  readonly projection: string;
  readonly apply: Apply;
}

const waits = 'waits behind a parked event of the same aggregate';

export interface Cursor {
  readonly epoch: string;
  readonly position: number;
}

/** Whatever went wrong, no event is to blame, so none is parked for it. */
export class BlamelessError extends Error {}

/** Somebody else moved the cursor: another replica is at work, or the projection was rebuilt. */
export class CursorMoved extends BlamelessError {
  constructor({ teller, projection }: Source) {
    super(`another one moved the cursor of ${projection} on ${teller}`);
  }
}

/**
 * SQLSTATEs that tell of the house and not of an event. Classes of what will pass: connection, rollback, resources,
 * operator. A right, column, table or function that is missing: a migration has not run, and would park every event.
 */
function isBlameless(error: unknown): boolean {
  if (error instanceof BlamelessError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^((08|40|53|57)...|42501|42703|42P01|42883)$/.test(code);
}

export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    // A statement that failed and was swallowed has spoilt the transaction: PostgreSQL then rolls back and calls it done.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a statement failed and the error was swallowed');
    return result;
  } catch (error) {
    // On a broken connection the rollback fails too; the first error says more.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Moves the cursor to the end of a batch, only if it still is where we think; returns the aggregates that are parked. */
async function moveCursor(
  client: ClientBase,
  source: Source,
  from: Cursor,
  events: readonly ToldEvent[],
): Promise<Set<string>> {
  const to = events.at(-1)?.position ?? from.position;
  const { rows } = await client.query<{ parked: string[] | null }>({
    name: 'events-move-cursor',
    text: `update cursor set position = $3, updated_at = clock_timestamp()
           where teller = $1 and projection = $2 and position = $4 and epoch = $5
           returning (select array_agg(distinct aggregate) from parked_event
                      where teller = $1 and projection = $2) as parked`,
    values: [source.teller, source.projection, to, from.position, from.epoch],
  });
  if (!rows[0]) throw new CursorMoved(source);
  return new Set(rows[0].parked);
}

/**
 * Applies consecutive events and moves the cursor to their end, in one transaction: in one stroke, or, where that fails, one
 * by one. Returns how many were parked. Rejects, with nothing done, for what no event is to blame for.
 */
export async function take(client: ClientBase, source: Source, from: Cursor, events: readonly ToldEvent[]) {
  try {
    return await inTransaction(client, () => takeTogether(client, source, from, events));
  } catch (error) {
    if (isBlameless(error)) throw error;
    return await inTransaction(client, () => takeOneByOne(client, source, from, events));
  }
}

async function takeTogether(
  client: ClientBase,
  source: Source,
  from: Cursor,
  events: readonly ToldEvent[],
): Promise<number> {
  const parked = await moveCursor(client, source, from, events);
  const behind = events.filter((event) => parked.has(event.aggregate));
  const free = behind.length === 0 ? events : events.filter((event) => !parked.has(event.aggregate));
  if (free.length > 0) await source.apply(client, free);
  for (const event of behind) await park(client, source, event, waits);
  return behind.length;
}

/** The same within the caller's transaction. */
export async function takeWithin(
  client: ClientBase,
  source: Source,
  from: Cursor,
  events: readonly ToldEvent[],
) {
  let parked = 0;
  const failure = await attempt(client, async () => {
    parked = await takeTogether(client, source, from, events);
  });
  return failure === undefined ? parked : takeOneByOne(client, source, from, events);
}

/** Each event under a savepoint: what fails is parked, and everything later of its aggregate. */
async function takeOneByOne(
  client: ClientBase,
  source: Source,
  from: Cursor,
  events: readonly ToldEvent[],
): Promise<number> {
  const parked = await moveCursor(client, source, from, events);
  let count = 0;
  for (const event of events) {
    const failure = parked.has(event.aggregate)
      ? waits
      : await attempt(client, () => source.apply(client, [event]));
    if (failure === undefined) continue;
    parked.add(event.aggregate);
    await park(client, source, event, failure);
    count += 1;
  }
  return count;
}

/** Runs work under a savepoint; undone, and the reason returned, when it fails. Rejects for what no event is to blame for. */
export async function attempt(client: ClientBase, work: () => Promise<void>): Promise<string | undefined> {
  await client.query('savepoint one');
  try {
    await work();
    // Deferred constraints must speak here, not at the commit.
    await client.query('set constraints all immediate; set constraints all deferred; release savepoint one');
    return undefined;
  } catch (error) {
    if (isBlameless(error)) throw error;
    await client.query('rollback to savepoint one');
    return error instanceof Error ? error.message : String(error);
  }
}

async function park(client: ClientBase, source: Source, event: ToldEvent, reason: string): Promise<void> {
  await client.query(
    `insert into parked_event (teller, projection, position, id, type, aggregate, actor, occurred_at, payload, error)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      source.teller,
      source.projection,
      event.position,
      event.id,
      event.type,
      event.aggregate,
      event.actor,
      event.occurredAt,
      event.payload,
      reason,
    ],
  );
}
