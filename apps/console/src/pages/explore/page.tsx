import { PageHeading } from '../../app/heading';
import { usePlace } from '../../app/place';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { prepareDrawing } from '../../charts/lazy-drawing';
import { Notice, Skeleton } from '../../kit/notice';
import { useAsked } from './asked';
import { Controls } from './controls';
import { nameOfDimension } from './dimensions';
import css from './explore.module.css';
import { LineView } from './line-view';
import { MapView } from './map-view';
import { MapSwitch } from './map-switch';
import { RankingView } from './ranking-view';
import { words as both } from './words';

prepareDrawing();

/** How did it come about? */
export default function Explore() {
  const words = usePageWords(both);
  const naming = useNaming();
  const { territoryName } = usePlace();
  const asked = useAsked();
  const name = asked && naming(asked.indicator.name);
  const title = name ? [words.title, name, territoryName].filter(Boolean).join(': ') : words.title;
  return (
    <>
      <PageHeading title={title}>{words.title}</PageHeading>
      {asked ? (
        <div className={css.page}>
          <Controls asked={asked} />
          <MapSwitch asked={asked} />
          <Shown asked={asked} />
        </div>
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  );
}

function Shown({ asked }: { asked: NonNullable<ReturnType<typeof useAsked>> }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { dimensions, breakdown, split, view } = asked;
  const lacking = dimensions.find(
    ({ name, required }) => required && breakdown[name] === undefined && split?.name !== name,
  );
  if (lacking)
    return <Notice title={words.needsBreakdown.replace('{dimension}', nameOfDimension(lacking, language))} />;
  if (view === 'ranking') return <RankingView asked={asked} />;
  return view === 'map' ? <MapView asked={asked} /> : <LineView asked={asked} />;
}
