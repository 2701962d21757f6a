import type { Entry, EventOverlap, eventStates, PromotionEventFields } from '@doit/contracts';
import { dayPlus, territory } from '@doit/reference';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { countryName, kindWords, sectorWords } from './promotion-names';

export type CalendarEvent = Entry<PromotionEventFields, (typeof eventStates)[number]>;
type Language = 'vi' | 'en';

/** How often who subscribes asks again, in seconds. */
const askAgain = 6 * 3600;

const statusOf: Readonly<Record<EventOverlap['state'], ICalEventStatus>> = {
  registered: ICalEventStatus.TENTATIVE,
  approved: ICalEventStatus.CONFIRMED,
  'under-way': ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  reported: ICalEventStatus.CONFIRMED,
  // It is not on these days; with new ones it has the same UID and is there again.
  postponed: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};
const words = {
  postponed: { vi: 'Hoãn', en: 'Postponed' },
  cancelled: { vi: 'Hủy', en: 'Cancelled' },
  host: { vi: 'Đơn vị chủ trì', en: 'Host' },
  sectors: { vi: 'Ngành hàng', en: 'Sectors' },
  markets: { vi: 'Thị trường', en: 'Markets' },
  levels: {
    national: { vi: 'cấp quốc gia', en: 'national' },
    regional: { vi: 'cấp vùng', en: 'regional' },
    province: { vi: 'cấp tỉnh', en: 'provincial' },
  },
} as const;

/**
 * The text of a calendar to subscribe to (RFC 5545). An event keeps its UID when it moves; nothing in the text depends on
 * when it is asked for, so that the same calendar has the same tag.
 * @param note what the calendar leaves out, if anything
 */
export function calendarOf(
  events: readonly CalendarEvent[],
  { name, note, lang }: { name: string; note: string | null; lang: Language },
): string {
  const calendar = ical({
    name: storable(name),
    prodId: { company: 'DOIT', product: 'trade promotion', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: askAgain,
    ...(note && { description: note }),
  });
  for (const event of events) {
    const state = event.state === 'postponed' || event.state === 'cancelled' ? words[event.state] : null;
    calendar.createEvent({
      id: `${event.id}@doit`,
      start: midnight(event.startsOn),
      // The day after the last one: an end is not part of the event.
      end: midnight(dayPlus(event.endsOn, 1)),
      allDay: true,
      sequence: event.version,
      stamp: new Date(event.changedAt),
      created: new Date(event.recordedAt),
      lastModified: new Date(event.changedAt),
      status: statusOf[event.state],
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: storable(state ? `[${state[lang]}] ${event.name}` : event.name),
      location: storable(placeOf(event, lang)),
      description: storable(descriptionOf(event, lang)),
      categories: event.sectors.map((each) => ({ name: sectorWords(each)[lang] })),
    });
  }
  return calendar.toString();
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The name of a territory as it was on a day, or at last. */
const nameOf = (id: string, on: string, lang: Language): string =>
  (territory(id, on) ?? territory(id))?.name[lang] ?? id;

function placeOf({ place, commune, country, ...event }: CalendarEvent, lang: Language): string {
  const where =
    country === null
      ? nameOf(event.placeTerritory ?? event.territory, event.startsOn, lang)
      : countryName(country, lang);
  return [place, country === null ? commune : null, where].filter((part) => part !== null).join(', ');
}

function descriptionOf(event: CalendarEvent, lang: Language): string {
  const hosts = [event.territory, ...(event.coHosts ?? [])].map((id) => nameOf(id, event.startsOn, lang));
  const lines = [
    `${kindWords[event.kind][lang]}, ${words.levels[event.level][lang]}`,
    `${words.host[lang]}: ${event.host} (${hosts.join(', ')})`,
  ];
  const sectors = event.sectors.map((each) => sectorWords(each)[lang]);
  if (sectors.length > 0) lines.push(`${words.sectors[lang]}: ${sectors.join(', ')}`);
  const markets = (event.targetMarkets ?? []).map((code) => countryName(code, lang));
  if (markets.length > 0) lines.push(`${words.markets[lang]}: ${markets.join(', ')}`);
  return lines.join('\n');
}

/** Control characters have no place in a calendar's text (RFC 5545 §3.3.11); a line break is written as `\n`. */
const storable = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
