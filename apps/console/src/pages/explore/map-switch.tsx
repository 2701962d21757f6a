import { useTerritories } from '../../api/reference';
import { usePlace } from '../../app/place';
import { useNaming, usePageWords } from '../../app/settings';
import { Choose } from './choose';
import { onMap, useChange, type Asked } from './asked';
import css from './explore.module.css';
import { maps } from './search';
import { fill } from '../../words/fill';
import { words as both } from './words';

/** On which map, what that means, and what becomes of the unit chosen. */
export function MapSwitch({ asked: { map } }: { asked: Asked }) {
  const words = usePageWords(both);
  const change = useChange();
  const what = { before: words.mapBeforeWhat, after: words.mapAfterWhat };
  return (
    <div className={css.switch}>
      <Choose
        label={words.mapSwitch}
        value={map ?? 'own'}
        choices={[
          { id: 'own', name: words.mapOwn },
          { id: 'before', name: words.mapBefore },
          { id: 'after', name: words.mapAfter },
        ]}
        onChange={(id) => change({ map: maps.find((one) => one === id) })}
      />
      <p className={css.small} aria-live="polite">
        {map ? what[map] : words.mapOwnWhat} <Becomes map={map} />
      </p>
    </div>
  );
}

/** “Kiên Giang nay thuộc An Giang …” */
function Becomes({ map }: Pick<Asked, 'map'>) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { territory } = usePlace();
  const { data: territories } = useTerritories();
  const unit = territories?.get(territory);
  if (!territories || !unit || !map) return null;
  const nameOf = (id: string): string => {
    const name = territories.get(id)?.name;
    return name ? naming(name) : '';
  };
  const others = onMap(territories, territory, map).filter((id) => id !== territory);
  const [now] = others;
  if (!now) return null;
  const parts = map === 'after' ? (territories.get(now)?.predecessors ?? []) : others;
  const names = { old: nameOf(territory), new: nameOf(map === 'after' ? now : territory) };
  return (
    <strong>
      {fill(map === 'after' ? words.becomes : words.splitsInto, {
        ...names,
        parts: parts.map(nameOf).join(', '),
      })}
    </strong>
  );
}
