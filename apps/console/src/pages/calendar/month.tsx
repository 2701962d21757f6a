import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { writeDay } from '../../words/periods';
import type { Overlaps } from '../registers/entries';
import css from './calendar.module.css';
import { addDays, daysBetween, weeksOf } from './days';
import type { Event } from './events';
import { words as both } from './words';

interface Props {
  month: string;
  events: readonly Event[];
  overlaps: ReadonlyMap<string, Overlaps>;
}
const last = 6;

/** A month as weeks; an event is one bar over the days on which it is held. */
export function Month({ month, events, overlaps }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const weekdays = weeksOf(month)
    .slice(0, 1)
    .flatMap((monday) => Array.from({ length: 7 }, (_, n) => addDays(monday, n)));
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={css.month}>
      <div className={css.weekdays} aria-hidden="true">
        {weekdays.map((day) => (
          <span key={day}>{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
        ))}
      </div>
      <ol className={css.weeks}>
        {weeksOf(month).map((monday) => (
          <li
            key={monday}
            className={css.week}
            aria-label={words.weekOf.replace('{day}', writeDay(monday, language))}
          >
            {Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((day, n) => (
              <time
                key={day}
                dateTime={day}
                className={`${css.day ?? ''} ${day.startsWith(month) ? '' : (css.other ?? '')}`}
                style={{ gridColumn: n + 1 }}
              >
                {Number(day.slice(8))}
              </time>
            ))}
            {events
              .filter(({ startsOn, endsOn }) => startsOn <= addDays(monday, last) && endsOn >= monday)
              .map((event) => (
                <Bar
                  key={event.id}
                  event={event}
                  monday={monday}
                  overlaps={overlaps.get(event.id)?.found ?? 0}
                />
              ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Bar({ event, monday, overlaps }: { event: Event; monday: string; overlaps: number }) {
  const words = usePageWords(both);
  const { id, name, startsOn, endsOn } = event;
  const from = Math.max(0, daysBetween(monday, startsOn));
  const to = Math.min(last, daysBetween(monday, endsOn));
  return (
    <Link
      to="/registers/$service/$register/$id"
      params={{ service: 'trade', register: 'promotion-events', id }}
      className={`${css.bar ?? ''} ${startsOn < monday ? (css.goesOn ?? '') : ''}`}
      style={{ gridColumn: `${from + 1} / ${to + 2}` }}
    >
      {name}
      {overlaps > 0 && <span className={css.mark}>{words.overlapping.replace('{n}', String(overlaps))}</span>}
    </Link>
  );
}
