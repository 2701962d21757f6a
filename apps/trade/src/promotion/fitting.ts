import { calendarOf, type CalendarEvent } from './calendar';

/** Octets of one calendar: its text is one message of the broker. */
const longest = 980_000;
const beginning = '\r\nBEGIN:VEVENT\r\n';

/**
 * The text of a calendar of as many events as fit into one answer, by day, measured on the text itself.
 * @param events those that matter most first: what does not fit is left out from the end
 * @param note what is said where events are left out, of how many that are shown
 */
export function fittingCalendar(
  events: readonly CalendarEvent[],
  as: { name: string; lang: 'vi' | 'en'; isCut: boolean; note: (shown: number) => string },
): string {
  const textOf = (shown: readonly CalendarEvent[], note: string | null): string =>
    calendarOf([...shown].sort(byDay), { ...as, note });
  const written = calendarOf(events, { ...as, note: as.isCut ? as.note(events.length) : null });
  const [, ...parts] = written.split(beginning);
  let octets = 0;
  const fitting = events.filter((_event, n) => {
    octets += Buffer.byteLength(parts[n] ?? '') + beginning.length;
    return octets <= longest;
  });
  const isCut = as.isCut || fitting.length < events.length;
  return textOf(fitting, isCut ? as.note(fitting.length) : null);
}

const byDay = (a: CalendarEvent, b: CalendarEvent): number =>
  a.startsOn === b.startsOn ? (a.id < b.id ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1;
