import { Link } from '@tanstack/react-router';
import { useTerritories } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { writeDay } from '../../words/periods';
import type { Overlaps as Found } from '../registers/entries';
import { useNames } from '../registers/names/naming';
import { Overlaps } from '../registers/overlaps';
import css from './calendar.module.css';
import type { Event } from './events';
import { words as both } from './words';

const register = 'promotion-events';

/** The events of a month one after the other, each with what it overlaps with and whom to join. */
export function Agenda({
  events,
  overlaps,
}: {
  events: readonly Event[];
  overlaps: ReadonlyMap<string, Found>;
}) {
  return (
    <ul className={css.agenda}>
      {events.map((event) => (
        <Item key={event.id} event={event} found={overlaps.get(event.id)} />
      ))}
    </ul>
  );
}

function Item({ event, found }: { event: Event; found: Found | undefined }) {
  const words = usePageWords(both);
  const names = useNames();
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { id, name, startsOn, endsOn, place, territory, sectors, state, kind } = event;
  const unit = territories?.get(territory);
  const days =
    startsOn === endsOn
      ? writeDay(startsOn, language)
      : words.fromTo
          .replace('{from}', writeDay(startsOn, language))
          .replace('{to}', writeDay(endsOn, language));
  return (
    <li>
      <p className={css.days}>{days}</p>
      <h2>
        <Link to="/registers/$service/$register/$id" params={{ service: 'trade', register, id }}>
          {name}
        </Link>
      </h2>
      <p>
        {[names.value('kind', kind), unit && naming(unit.name), place, names.state(register, state)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={css.small}>{sectors.map((sector) => names.value('sectors', sector)).join(', ')}</p>
      {found && found.items.length > 0 && <Overlaps found={found} />}
    </li>
  );
}
