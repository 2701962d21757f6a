import { Link } from '@tanstack/react-router';
import { useTerritories } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { writeDay } from '../../words/periods';
import type { Overlaps as Found } from './entries';
import css from './overlaps.module.css';
import { words as both } from './overlap-words';

const event = { service: 'trade', register: 'promotion-events' };

/** With which events one overlaps, why, and whom to join. */
export function Overlaps({ found }: { found: Found }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { items, proposal } = found;
  if (items.length === 0) return <p>{words.none}</p>;
  const unitOf = (id: string) => {
    const unit = territories?.get(id);
    return unit ? naming(unit.name) : '';
  };
  const joined = proposal && items.find(({ id }) => id === proposal.id);
  return (
    <div className={css.overlaps}>
      <p>
        <strong>{words.found.replace('{n}', String(found.found))}</strong>
      </p>
      <ul className={css.list}>
        {items.map(({ id, name, territory, startsOn, endsOn, place, daysBetween, reasons }) => (
          <li key={id}>
            <Link to="/registers/$service/$register/$id" params={{ ...event, id }}>
              {name}
            </Link>
            <span className={css.small}>
              {unitOf(territory)} · {place} · {writeDay(startsOn, language)} – {writeDay(endsOn, language)} ·{' '}
              {daysBetween === 0 ? words.sameDays : words.daysBetween.replace('{n}', String(daysBetween))}
            </span>
            <ul className={css.reasons}>
              {reasons.map(({ why, reason }) => (
                <li key={why}>{reason[language]}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {proposal && (
        <p className={css.proposal}>
          <strong>{words.join}</strong>{' '}
          {joined ? (
            <Link to="/registers/$service/$register/$id" params={{ ...event, id: joined.id }}>
              {joined.name}
            </Link>
          ) : (
            words.joinThis
          )}
          . {proposal.reason[language]}
        </p>
      )}
      <p className={css.small}>{found.source[language]}</p>
    </div>
  );
}
