import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { CalendarEvent } from './calendar';

/** What of the calendar is asked for. */
export interface CalendarAsked {
  /** Events that ended before are left out. */
  from: string;
  territories: readonly string[] | null;
  group: string | null;
  members: readonly string[] | null;
  sector: string | null;
}

/** Most events of one calendar: twice what 34 territories hold in a year and a half would not fit into one answer. */
const most = 1000;
/** An answer must fit into one message of the broker, with its words around each event, and folded lines. */
const longest = 600_000;
const around = 500;

/** The events as everybody may read them, the earliest first, and whether there are more than one calendar holds. */
export async function eventsAsked(
  source: DataSource,
  { from, territories, group, members, sector }: CalendarAsked,
): Promise<{ events: CalendarEvent[]; isCut: boolean }> {
  const rows = await query<{ body: string }>(source, list, [
    from,
    territories,
    group,
    members,
    sector,
    most + 1,
  ]);
  let bytes = 0;
  const fitting = rows.slice(0, most).filter(({ body }) => {
    bytes += Buffer.byteLength(body) + around;
    return bytes <= longest;
  });
  return {
    events: fitting.map(({ body }) => JSON.parse(body) as CalendarEvent),
    isCut: fitting.length < rows.length,
  };
}

const list = {
  name: 'promotion-calendar',
  text: `select public_body as body from promotion_event
    where daterange(starts_on, ends_on, '[]') && daterange($1::date, null, '[]')
      and ($2::text[] is null or territory = any($2) or place_territory = any($2) or co_hosts ?| $2)
      and ($3::text is null or unit_group = $3 or territory = any($4::text[]))
      and ($5::text is null or sectors ? $5)
    order by starts_on, id limit $6`,
};
