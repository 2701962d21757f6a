import type { ClientBase } from 'pg';
import type { ToldEvent } from '../told';
import { attempt, inTransaction, type Source } from './batch';

export interface Drained {
  applied: number;
  /** Still parked, with the latest reason in `parked_event.error`. */
  remaining: number;
}

/**
 * Applies a projection's parked events, in order per aggregate, each aggregate in a transaction of its own; one that fails
 * again stays parked with everything behind it. Safe while listeners run: it holds the cursor row, so that no later event
 * of the aggregate slips past.
 * @param client the runtime role, outside a transaction
 */
export async function drain(client: ClientBase, source: Source): Promise<Drained> {
  const key = [source.teller, source.projection];
  const parked = await client.query<{ aggregate: string }>(
    `select aggregate from parked_event where teller = $1 and projection = $2
     group by aggregate order by min(position)`,
    key,
  );
  let applied = 0;
  for (const { aggregate } of parked.rows) {
    applied += await inTransaction(client, () => drainAggregate(client, source, aggregate));
  }
  const rest = await client.query<{ count: string }>(
    'select count(*) from parked_event where teller = $1 and projection = $2',
    key,
  );
  return { applied, remaining: Number(rest.rows[0]?.count) };
}

async function drainAggregate(client: ClientBase, source: Source, aggregate: string): Promise<number> {
  const { teller, projection } = source;
  await client.query('select from cursor where teller = $1 and projection = $2 for update', [
    teller,
    projection,
  ]);
  const { rows } = await client.query<Omit<ToldEvent, 'position'> & { position: string }>(
    `select position, id, type, aggregate, actor, occurred_at as "occurredAt", payload::text as payload
     from parked_event where teller = $1 and projection = $2 and aggregate = $3 order by position`,
    [teller, projection, aggregate],
  );
  let applied = 0;
  for (const row of rows) {
    const key = [teller, projection, row.position];
    const event = { ...row, position: Number(row.position) };
    const failure = await attempt(client, () => source.apply(client, [event]));
    if (failure !== undefined) {
      await client.query(
        'update parked_event set error = $4 where teller = $1 and projection = $2 and position = $3',
        [...key, failure],
      );
      break;
    }
    await client.query(
      'delete from parked_event where teller = $1 and projection = $2 and position = $3',
      key,
    );
    applied += 1;
  }
  return applied;
}
