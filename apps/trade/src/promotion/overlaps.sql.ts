import type { EventDraft } from '@doit/contracts';
import type { Transaction } from '@doit/events';
import { withInherited } from '@doit/reference';
import { folded, todayInVietNam } from '@doit/registers';
import { joinableStates, type FoundOverlap } from './overlap';
import { overlapRuleOn, rulesThroughTime, type AgreedRule } from './overlap-rule';

/** What of an event decides which others it overlaps with; without an id it is not entered yet. */
export interface Placed {
  id: string | null;
  territory: string;
  startsOn: string;
  endsOn: string;
  place: string | null;
  country: string | null;
  placeTerritory: string | null;
  sectors: readonly string[];
  targetMarkets: readonly string[] | null;
  /** Days apart, in place of those of the rule. */
  withinDays?: EventDraft['withinDays'];
}

/** An event that was found: for which of those asked, the how manyth and of how many; `joinRank` 1: whom to join first. */
export interface FoundRow extends FoundOverlap {
  n: number;
  nth: number;
  found: number;
  joinRank: number;
}

/**
 * The events on the calendar of all territories that some events overlap with: for each the first `limit`, and whom to join
 * even where it is not among them. Those that merged are one territory with what they became. Of two events the rule of the
 * one that begins later holds, so that each finds the other.
 */
export function findOverlaps(
  tx: Transaction,
  events: readonly Placed[],
  agreed: readonly AgreedRule[],
  limit: number,
): Promise<FoundRow[]> {
  const today = todayInVietNam();
  const land = (id: string): string[] => withInherited([id], today);
  const asked = events.map((event) => ({
    id: event.id,
    starts_on: event.startsOn,
    ends_on: event.endsOn,
    place: event.place,
    country: event.country,
    host_land: land(event.territory),
    place_land: land(event.placeTerritory ?? event.territory),
    sectors: event.sectors,
    markets: marketsOf(event),
    within: event.withinDays ?? null,
    reach: reachOf(event, agreed),
  }));
  const rules = JSON.stringify(rulesThroughTime(agreed));
  return tx.query(overlapsOf, [JSON.stringify(asked), limit, joinableStates, rules]) as Promise<FoundRow[]>;
}

/** Foreign markets: those that it aims at, and the country in which it is held. */
const marketsOf = ({ targetMarkets, country }: Placed): string[] =>
  [...new Set([...(targetMarkets ?? []), country])].filter(
    (each) => each !== null && each !== 'VN',
  ) as string[];

/** The most days apart by any rule under which another event could lie. */
function reachOf(event: Placed, agreed: readonly AgreedRule[]): number {
  if (event.withinDays !== undefined) return event.withinDays;
  const later = agreed.filter(({ validFrom }) => validFrom > event.startsOn);
  return Math.max(...[overlapRuleOn(event, agreed), ...later].map(({ withinDays }) => withinDays));
}

/** Whoever registers or moves an event meanwhile waits, so that of two at the same moment one sees the other. */
export async function holdCalendar(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended(current_schema() || '.promotion_event', 0))`);
}

const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;
const monthEnd = (day: string): string =>
  `(${monthOf(day)}::timestamp + interval '1 month' - interval '1 day')::date`;
const common = (list: string, wanted: string): string =>
  `array(select distinct each from jsonb_array_elements_text(${list}) as each where each = any(${wanted}) order by each)`;

const markets = `coalesce(e.target_markets, '[]') || coalesce(to_jsonb(e.country), '[]')`;

// The index on their days finds the candidates: those near enough, and those of the same months. `offset 0`: what a candidate
// has in common is worked out once, and not again for the filter and each order.
const overlapsOf = `
  with rule as materialized (
    select * from jsonb_to_recordset($4::jsonb) as r(since date, "withinDays" integer, "oneMarketAMonth" boolean)),
  asked as materialized (
    select s.nth, a.*, ${folded('a.place')} as place_words, ${monthOf('a.starts_on')} as first_month,
           ${monthEnd('a.ends_on')} as last_month
      from jsonb_array_elements($1::jsonb) with ordinality as s(row, nth)
     cross join lateral jsonb_to_record(s.row) as a(id uuid, starts_on date, ends_on date, place text, country text,
           host_land text[], place_land text[], sectors text[], markets text[], within integer, reach integer))
  select a.nth::int - 1 as n, o.*
    from asked a
   cross join lateral (
      select c.*, count(*) over ()::int as found,
             row_number() over (order by c.state = any($3::text[]) desc,
                array_position(array['national', 'regional', 'province'], c.level), c."recordedAt", c.id)::int as "joinRank",
             row_number() over (order by (c."isSamePlace")::int + (cardinality(c.markets) > 0)::int
                + (cardinality(c.sectors) > 0)::int desc, c."daysBetween", c."startsOn", c.id)::int as nth
        from (
          select e.id, e.code, e.name, e.territory, e.kind, e.level, e.state, e.starts_on::text as "startsOn",
                 e.ends_on::text as "endsOn", e.place, gap.days as "daysBetween",
                 to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
                 case when gap.days <= holds.days then ${common('e.sectors', 'a.sectors')} else '{}' end as sectors,
                 case when gap.days <= holds.days and nullif(e.country, 'VN') is not distinct from nullif(a.country, 'VN')
                       and (nullif(a.country, 'VN') is not null or coalesce(e.place_territory, e.territory) = any(a.place_land))
                   then coalesce(${folded('e.place')} = a.place_words, false) else false end as "isSamePlace",
                 case when holds.by_market and e.territory <> all(a.host_land)
                       and ${monthOf('e.starts_on')} <= a.last_month and a.first_month <= ${monthEnd('e.ends_on')}
                   then ${common(markets, 'a.markets')} else '{}' end as markets
            from promotion_event e
           cross join lateral (select greatest(0, e.starts_on - a.ends_on, a.starts_on - e.ends_on) as days) as gap
           cross join lateral (
             select coalesce(a.within, r."withinDays") as days, r."oneMarketAMonth" as by_market from rule r
              where r.since <= greatest(a.starts_on, e.starts_on) order by r.since desc limit 1) as holds
           where daterange(e.starts_on, e.ends_on, '[]') && daterange(
                   least(a.starts_on - a.reach, a.first_month),
                   greatest(a.ends_on + a.reach, a.last_month), '[]')
             and e.state not in ('postponed', 'cancelled') and e.id is distinct from a.id offset 0) as c
       where c."isSamePlace" or cardinality(c.sectors) > 0 or cardinality(c.markets) > 0) as o
   where o.nth <= $2 or o."joinRank" = 1
   order by a.nth, o.nth`;
