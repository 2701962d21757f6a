import { Link } from '@tanstack/react-router';
import { usePageWords, useSettings } from '../../app/settings';
import { writeNumber } from '../../words/numbers';
import type { Asked } from './listing';
import { useNames } from './names/naming';
import { inOrder } from './places';
import css from './registers.module.css';
import type { Shape } from './shape';
import { words as both } from './words';

interface Props {
  shape: Shape;
  search: Asked;
  counts: ReadonlyMap<string, number>;
  /** Still what was asked before. */
  isBefore: boolean;
}

/** How many are in which state; each narrows the list to its own, or widens it again. */
export function Tally({ shape, search, counts, isBefore }: Props) {
  const words = usePageWords(both);
  const names = useNames();
  const { language } = useSettings();
  const chosen = search['state']?.split(',') ?? [];
  return (
    <ul className={css.tally} aria-label={words.state} aria-busy={isBefore}>
      {inOrder(shape, counts).map(({ state, count }) => {
        const isChosen = chosen.length === 1 && chosen[0] === state;
        return (
          <li key={state}>
            <Link
              to="/registers/$service/$register"
              params={{ service: shape.service, register: shape.register }}
              search={(before) => ({ ...before, state: isChosen ? undefined : state })}
              replace
              resetScroll={false}
              activeOptions={{ exact: true }}
              {...(isChosen && { 'aria-current': 'true' as const })}
            >
              {names.state(shape.register, state)} <strong>{writeNumber(String(count), language)}</strong>
              {isChosen && <span className="visually-hidden"> {words.chosenState}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
