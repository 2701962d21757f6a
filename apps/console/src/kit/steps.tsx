import type { ReactNode } from 'react';
import css from './kit.module.css';

export interface Station {
  readonly key: string;
  readonly name: string;
  readonly state: 'passed' | 'current' | 'ahead';
  /** When, by whom, or why not. */
  readonly note?: ReactNode;
}

/** A life as a line of stations. */
export function Steps({ label, stations }: { label: string; stations: readonly Station[] }) {
  return (
    <ol className={css.steps} aria-label={label}>
      {stations.map(({ key, name, state, note }) => (
        <li
          key={key}
          className={`${css.step ?? ''} ${css[state] ?? ''}`}
          {...(state === 'current' && { 'aria-current': 'step' as const })}
        >
          {name}
          {note && <div className={css.hint}>{note}</div>}
        </li>
      ))}
    </ol>
  );
}
