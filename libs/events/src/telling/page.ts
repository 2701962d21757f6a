import type { QueryConfig, QueryResult } from 'pg';
import type { Head, ToldEvent } from '../told';

/** A pg client or pool. */
export interface Reader {
  query(config: QueryConfig): Promise<QueryResult<Row>>;
}

export interface Page extends Head {
  readonly events: readonly ToldEvent[];
}

type Row = { epoch: string; head: string } & (Omit<ToldEvent, 'position'> & { position: string | null });

// A written limit, not a parameter: PostgreSQL then plans for 500 rows and not for a tenth of the table.
// `bytes` is summed over positions first, so that payloads beyond the page are never read from disk.
const text = `
  select relay.epoch, relay.head, page.*
  from relay left join lateral (
    select event.position, id, type, aggregate, actor, payload::text as payload,
      to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt"
    from (
      select position, row_number() over (order by position) as nth, sum(bytes) over (order by position) as weight
      from event where position > $1 order by position limit 500
    ) reach join event using (position)
    where nth <= $2 and (weight <= $3 or nth = 1)
  ) page on true
  order by page.position`;

/**
 * The numbered events after a position, in order, with the head of the same moment: at most `events` (≤ 500) of them
 * and `bytes` of payload (but always one event, however long).
 */
export async function pageAfter(
  reader: Reader,
  after: number,
  most: { events: number; bytes: number },
): Promise<Page> {
  const { rows } = await reader.query({
    name: 'events-page',
    text,
    values: [after, most.events, most.bytes],
  });
  const [first] = rows;
  if (!first) throw new Error('the table relay has lost its row');
  const events = rows
    .filter((row) => row.position !== null)
    .map(({ id, position, type, aggregate, actor, occurredAt, payload }) => {
      return { id, position: Number(position), type, aggregate, actor, occurredAt, payload };
    });
  return { epoch: first.epoch, head: Number(first.head), events };
}
