import { usePageWords } from '../app/settings';
import { fill } from '../words/fill';
import type { ValueClass } from './classes';
import css from './map.module.css';
import { words as both } from './words';

interface Props {
  classes: readonly ValueClass[];
  write: (value: string) => string;
  unit: string;
  /** How many units have no number, and what is said of them. */
  missing: number;
  missingWords: string;
  /** What Enter on a tile does. */
  help: string;
}

/** What the classes are: number, colour, borders, and how many are in each. */
export function MapKey({ classes, write, unit, missing, missingWords, help }: Props) {
  const words = usePageWords(both);
  const counted = (count: number) =>
    count === 1 ? words.classCountOne : fill(words.classCount, { count: String(count) });
  return (
    <div className={css.key}>
      <p className={css.small}>
        {words.tileMap}. {words.classes}
      </p>
      <ol className={css.classes}>
        {classes.map(({ nth, least, most, count }) => (
          <li key={nth}>
            <span className={`${css.swatch ?? ''} ${css[`class${nth}`] ?? ''}`} aria-hidden="true">
              {nth}
            </span>
            <span>
              {least === most ? write(least) : `${write(least)} – ${write(most)}`} {unit}
              <span className={css.small}> · {counted(count)}</span>
            </span>
          </li>
        ))}
        {missing > 0 && (
          <li>
            <span className={`${css.swatch ?? ''} ${css.hatched ?? ''}`} aria-hidden="true" />
            <span>
              {missingWords}
              <span className={css.small}> · {counted(missing)}</span>
            </span>
          </li>
        )}
      </ol>
      <p className={css.small}>
        {words.tileHelp} {help}
      </p>
      <p className={css.small}>{words.islands}</p>
    </div>
  );
}
