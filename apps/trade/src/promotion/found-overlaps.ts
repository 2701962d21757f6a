import type {
  Entry,
  EventOverlaps,
  PromotionEventFields,
  PromotionEventNotices,
  eventStates,
} from '@doit/contracts';
import type { Transaction } from '@doit/events';
import { joinableStates, proposalOf, reasonsOf, type Joinable } from './overlap';
import { overlapRuleOn, type RuleInForce } from './overlap-rule';
import { agreedRules } from './overlap-rules.sql';
import { findOverlaps, holdCalendar, type FoundRow, type Placed } from './overlaps.sql';

type Event = Entry<PromotionEventFields, (typeof eventStates)[number]>;
/** An event whose overlaps are asked for. */
export type Asked = Placed & Joinable;

/** How many are told of an event that is registered; all are answered to who asks. */
const mostTold = 20;

/** What of an entry decides about overlaps. */
export const askedOf = (event: Event, withinDays?: number): Asked => ({
  ...{ id: event.id, territory: event.territory, startsOn: event.startsOn, endsOn: event.endsOn },
  ...{ place: event.place, country: event.country, placeTerritory: event.placeTerritory },
  ...{ sectors: event.sectors, targetMarkets: event.targetMarkets, withinDays },
  ...{ level: event.level, state: event.state, recordedAt: event.recordedAt },
});

/** What each of some events overlaps with, in their order. */
export async function overlapsOf(
  tx: Transaction,
  events: readonly Asked[],
  limit: number,
): Promise<EventOverlaps[]> {
  const agreed = await agreedRules(tx);
  const rows = await findOverlaps(tx, events, agreed, limit);
  const by = events.map((): FoundRow[] => []);
  for (const row of rows) by[row.n]?.push(row);
  return events.map((event, n) => answerOf(event, overlapRuleOn(event, agreed), by[n] ?? [], limit));
}

function answerOf(
  event: Asked,
  { withinDays, source }: RuleInForce,
  rows: readonly FoundRow[],
  limit: number,
): EventOverlaps {
  const best = rows.find(({ joinRank, state }) => joinRank === 1 && joinableStates.includes(state));
  return {
    withinDays,
    source,
    found: rows[0]?.found ?? 0,
    items: rows
      .filter(({ nth }) => nth <= limit)
      .map((row) => {
        const { id, code, name, territory, kind, level, state, startsOn, endsOn, place, daysBetween } = row;
        const other = { id, code, name, territory, kind, level, state, startsOn, endsOn, place, daysBetween };
        return { ...other, reasons: reasonsOf(row) };
      }),
    proposal: proposalOf(event, best),
  };
}

const deciding = [
  ...(['startsOn', 'endsOn', 'place', 'country', 'placeTerritory', 'sectors', 'targetMarkets'] as const),
] satisfies (keyof Event)[];
const isOnCalendar = ({ state }: Event): boolean => state !== 'postponed' && state !== 'cancelled';

/** What is told with events that are registered or moved: what they overlap with then, if anything. */
export async function noticesOf(
  tx: Transaction,
  events: readonly Event[],
  before: Event | null,
): Promise<(PromotionEventNotices | null)[]> {
  const isMoved = (event: Event): boolean =>
    before === null ||
    !isOnCalendar(before) ||
    deciding.some((field) => JSON.stringify(event[field]) !== JSON.stringify(before[field]));
  const asking = events.filter((event) => isOnCalendar(event) && isMoved(event));
  if (asking.length === 0) return [];
  await holdCalendar(tx);
  const found = await overlapsOf(
    tx,
    asking.map((event) => askedOf(event)),
    mostTold,
  );
  const of = new Map(asking.map(({ id }, n) => [id, found[n]]));
  return events.map(({ id }) => {
    const overlaps = of.get(id);
    return overlaps && overlaps.found > 0 ? { overlaps } : null;
  });
}
