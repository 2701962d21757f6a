import { flowEvents, type Service } from '@doit/contracts';
import type { Apply } from '@doit/events';
import { successorsOf } from '@doit/reference';
import { markFlowPlaces } from '../places/places.sql';

/** Keeps what lines of trade come to, as it is told. */
export function applyFlowsOf(teller: Service): Apply {
  const { type, service } = flowEvents.flowsRolledUp;
  return async (tx, events) => {
    const told = service === teller ? events.filter((event) => event.type === type) : [];
    if (told.length === 0) return;
    const { rows } = await tx.query<Changed>(upsertCells, [
      told.map(({ position }) => position),
      told.map(({ payload }) => payload),
    ]);
    for (const { territory, first, last } of rows)
      await tx.query(markFlowPlaces, [holders(territory), first, last]);
  };
}

/** The months of a territory of which something was told. */
interface Changed {
  territory: string;
  first: string;
  last: string;
}

/** A unit, and those that its land went to: there its lines count too. */
function holders(unit: string): string[] {
  const found = new Set([unit]);
  for (const each of found) for (const { id } of successorsOf(each)) found.add(id);
  return [...found];
}

// Cells are told as they are, so of several in one batch the last counts; one that comes again after what followed it
// changes nothing. `offset 0`: a payload of a thousand cells is taken apart once, and not for each of them.
const upsertCells = {
  name: 'flow-cells-upsert',
  text: `
  with told as (
  insert into flow_cell (territory, source, flow, by, month, key, value_usd, lines, enterprises, status, is_whole, position)
  select distinct on (e.territory, e.source, c.flow, c.by, c.month, c.key)
         e.territory, e.source, c.flow, c.by, (c.month || '-01')::date, c.key, c."valueUsd",
         c.lines, c.enterprises, c.status, c."isWhole", e.position
    from (select position, payload ->> 'territory' as territory, payload ->> 'source' as source, payload -> 'cells' as cells
            from unnest($1::bigint[], $2::json[]) as told(position, payload) offset 0) e
   cross join lateral json_to_recordset(e.cells) as c(by text, flow text, month text, key text,
      "valueUsd" numeric, lines integer, enterprises integer, status text, "isWhole" boolean)
   order by e.territory, e.source, c.flow, c.by, c.month, c.key, e.position desc
  on conflict (territory, source, flow, by, month, key) do update set value_usd = excluded.value_usd,
      lines = excluded.lines, enterprises = excluded.enterprises, status = excluded.status,
      is_whole = excluded.is_whole, position = excluded.position
   where flow_cell.position <= excluded.position
  returning territory, month)
  select territory, min(month)::text as first, max(month)::text as last from told group by territory`,
};
