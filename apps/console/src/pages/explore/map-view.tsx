import { useRef } from 'react';
import type { components } from '../../api/schema';
import { Downloads } from '../../charts/downloads';
import { Answer } from '../../kit/answer';
import { Notice } from '../../kit/notice';
import { country, type Asked } from './asked';
import { classesOf, classOf } from '../../map/classes';
import kit from '../../kit/kit.module.css';
import css from './explore.module.css';
import { MapKey } from '../../map/map-key';
import { fileOfRanking } from './ranking-file';
import { RankingTable } from './ranking-table';
import { useRankingWords } from './ranking-view';
import { writeReason } from './rows';
import { fill } from '../../words/fill';
import { TileMap, type TileOf } from '../../map/tile-map';
import { tileMaps } from '../../map/tiles';
import { mapOf, useGroup, useRanking, useReasons } from './use-ranking';
import map from '../../map/map.module.css';
import { words as ofMap } from '../../map/words';
import { words as both } from './words';
import { useNaming, usePageWords } from '../../app/settings';

/** The country as tiles; of a group, its members alone are coloured. */
export function MapView({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { group, isThere } = useGroup(asked);
  const ranking = useRanking(asked);
  if (!isThere)
    return (
      <Notice title={fill(words.groupEnded, { group: group ? naming(group.name) : '' })}>
        <p>{words.groupEndedToDo}</p>
      </Notice>
    );
  return (
    <Answer of={ranking} lines={12}>
      {(answer) => <Mapped asked={asked} ranking={answer} />}
    </Answer>
  );
}

function Mapped({ asked, ranking }: { asked: Asked; ranking: components['schemas']['Ranking'] }) {
  const said = useRankingWords(asked, ranking);
  const { words, language, unit, nameOf, write, sentence, title, written, name } = said;
  const mapWords = usePageWords(ofMap);
  const picture = useRef<HTMLDivElement>(null);
  const reasonOf = useReasons(asked, ranking.missing);
  const { tiles, islands } = tileMaps[mapOf(asked)];
  const classes = classesOf(ranking.items.map(({ value }) => value));
  const ranked = new Map(ranking.items.map((one) => [one.territory, one]));
  const missing = new Set(ranking.missing);
  const tileOf = (id: string): TileOf => {
    const item = ranked.get(id);
    const found = item && classOf(item.value, classes);
    const called = nameOf(id);
    if (item && found)
      return {
        name: called,
        nth: found.nth,
        value: write(item.value),
        said: `${called}: ${write(item.value)} ${unit}, ${words.rank.toLocaleLowerCase('vi')} ${item.rank}, ${fill(mapWords.classOf, { nth: String(found.nth), least: write(found.least), most: write(found.most) })}`,
      };
    const reason = missing.has(id)
      ? writeReason(reasonOf(id), language, words)
      : asked.among === country
        ? words.noneStated
        : words.notOfGroup;
    return { name: called, nth: null, value: null, said: `${called}: ${reason}` };
  };
  return (
    <figure className={css.figure}>
      <figcaption className={kit.sentence}>{sentence}</figcaption>
      <div className={map.map}>
        <div ref={picture} className={map.mapRoom}>
          <TileMap
            {...{ tiles, islands, tileOf, title, place: picture }}
            linkOf={(territory) => ({ to: '/', search: (before) => ({ territory, period: before.period }) })}
          />
        </div>
        <MapKey
          {...{ classes, write, unit, missing: ranking.missing.length }}
          missingWords={words.missing}
          help={words.tileOpens}
        />
      </div>
      <RankingTable {...{ asked, ranking, title, reasonOf, nameOf }} />
      <Downloads
        title={title}
        table={() => fileOfRanking(ranking, { words, language, unit, nameOf, reasonOf, name, written })}
        picture={() => picture.current?.querySelector('svg') ?? null}
      />
    </figure>
  );
}
