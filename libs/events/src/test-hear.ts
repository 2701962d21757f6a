import type { Apply } from './listening/batch';

/** Writes what it hears into the table `heard`, which has no key: hearing twice would show. */
export const hear: Apply = async (tx, events) => {
  await tx.query(
    `insert into heard (position, id, aggregate, n)
     select position, id, aggregate, (payload->>'n')::int
     from unnest($1::bigint[], $2::uuid[], $3::text[], $4::json[]) as told (position, id, aggregate, payload)`,
    [
      events.map((event) => event.position),
      events.map((event) => event.id),
      events.map((event) => event.aggregate),
      events.map((event) => event.payload),
    ],
  );
};
