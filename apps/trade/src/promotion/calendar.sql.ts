import { query } from '@doit/runtime';
import type { DataSource } from 'typeorm';
import type { CalendarEvent } from './calendar';

/** What of the calendar is asked for. */
export interface CalendarAsked {
  /** Events that ended before are left out. */
  from: string;
  today: string;
  territories: readonly string[] | null;
  group: string | null;
  members: readonly string[] | null;
  sector: string | null;
}

/** Most events that are read for one calendar: those of a year and a half, twice. What of them fits is measured on its text. */
const most = 3000;

/**
 * The events as everybody may read them, those that matter most first: what goes on or comes, the nearest first, then what
 * ended, the latest first. And whether there are more than are read.
 */
export async function eventsAsked(
  source: DataSource,
  { from, today, territories, group, members, sector }: CalendarAsked,
): Promise<{ events: CalendarEvent[]; isCut: boolean }> {
  const rows = await query<{ body: string }>(source, list, [
    ...[from, territories, group, members, sector],
    ...[most + 1, today],
  ]);
  const events = rows.slice(0, most).map(({ body }) => JSON.parse(body) as CalendarEvent);
  return { events, isCut: rows.length > most };
}

const list = {
  name: 'promotion-calendar',
  text: `select public_body as body from promotion_event
    where daterange(starts_on, ends_on, '[]') && daterange($1::date, null, '[]')
      and ($2::text[] is null or territory = any($2) or place_territory = any($2) or co_hosts ?| $2)
      and ($3::text is null or unit_group = $3 or territory = any($4::text[]))
      and ($5::text is null or sectors ? $5)
    order by ends_on < $7::date, case when ends_on < $7::date then null else starts_on end, ends_on desc, id limit $6`,
};
