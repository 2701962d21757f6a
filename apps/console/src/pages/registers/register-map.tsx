import { useRef } from 'react';
import { useTerritories } from '../../api/reference';
import { usePlace } from '../../app/place';
import { usePageWords } from '../../app/settings';
import { Downloads } from '../../charts/downloads';
import { Answer } from '../../kit/answer';
import { Notice, Skeleton } from '../../kit/notice';
import { classesOf, classOf } from '../../map/classes';
import { MapKey } from '../../map/map-key';
import map from '../../map/map.module.css';
import { TileMap, type TileOf } from '../../map/tile-map';
import { tileMaps } from '../../map/tiles';
import { words as ofMap } from '../../map/words';
import { fill } from '../../words/fill';
import type { ListQuery } from './entries';
import { useCounts } from './listing';
import { placesOf, unitOfToday, type Place } from './places';
import { PlacesTable } from './places-table';
import kit from '../../kit/kit.module.css';
import css from './registers.module.css';
import { country } from './scope';
import type { Shape } from './shape';
import { usePlaces, type Places } from './use-places';
import { words as both } from './words';

interface Props {
  shape: Shape;
  /** What is asked of the list; the map is of the whole country, whatever territory is chosen. */
  query: ListQuery;
}

/** Where the entries are: one tile a province or city of today, to which those of its former units count. */
export function RegisterMap({ shape, query: { territory: _, ...query } }: Props) {
  const words = usePageWords(both);
  const counts = useCounts(shape, query, true);
  const { territory } = usePlace();
  const isNarrowed = Object.keys(query).some((name) => name !== 'sort');
  const { data: territories } = useTerritories();
  return (
    <Answer of={counts} lines={12}>
      {(counted) =>
        counted.length === 0 ? (
          <Notice title={isNarrowed ? words.none : words.noneYet}>
            {isNarrowed && <p>{words.noneToDoOnMap}</p>}
          </Notice>
        ) : territories ? (
          <Mapped
            shape={shape}
            places={placesOf(counted, territories)}
            chosen={unitOfToday(territory, territories)}
            none={isNarrowed ? words.noneSuch : words.noneThere}
            isBefore={counts.isPlaceholderData}
          />
        ) : (
          <Skeleton lines={12} />
        )
      }
    </Answer>
  );
}

interface MappedProps {
  shape: Shape;
  places: Place[];
  /** The unit that one looks at, as it is called today. */
  chosen: string;
  /** What is said of a unit without any. */
  none: string;
  /** Still what was asked before. */
  isBefore: boolean;
}

function Mapped({ shape, places, chosen, none, isBefore }: MappedProps) {
  const words = usePageWords(both);
  const mapWords = usePageWords(ofMap);
  const as = usePlaces(shape);
  const { register, write, entries, nameOf, statesOf, linkOf } = as;
  const picture = useRef<HTMLDivElement>(null);
  const { tiles, islands } = tileMaps.after;
  const units = places.filter(({ territory }) => territory !== country);
  const of = new Map(units.map((place) => [place.territory, place]));
  const sentence = useSentence(places, units, of.get(chosen), as);
  const classes = classesOf(units.map(({ count }) => String(count)));
  const tileOf = (id: string): TileOf => {
    const place = of.get(id);
    const found = place && classOf(String(place.count), classes);
    const name = nameOf(id);
    if (!place || !found) return { name, nth: null, value: null, said: `${name}: ${none}` };
    const { nth, least, most } = found;
    const states = statesOf(place).map((state) => `${state.name} ${write(state.count)}`);
    const within = fill(mapWords.classOf, { nth: String(nth), least: write(least), most: write(most) });
    return {
      name,
      nth,
      value: write(place.count),
      said: `${name}: ${entries(place.count)} (${states.join(', ')}), ${within}`,
    };
  };
  return (
    <figure className={css.figure} aria-busy={isBefore}>
      <figcaption className={kit.sentence}>{isBefore ? words.reading : sentence}</figcaption>
      <div className={map.map}>
        <div ref={picture} className={map.mapRoom}>
          <TileMap {...{ tiles, islands, tileOf, linkOf, title: register, place: picture }} />
        </div>
        <MapKey
          {...{ classes, write, unit: words.entries }}
          missing={tiles.filter(({ id }) => !of.has(id)).length}
          missingWords={none}
          help={words.tileOpens}
        />
      </div>
      <PlacesTable {...{ places, as }} />
      <Downloads
        title={register}
        table={() => ({
          header: [words.territory, words.state, words.entriesColumn],
          rows: places.flatMap((place) =>
            statesOf(place).map(({ name, count }) => [
              nameOf(place.territory),
              name,
              { decimal: String(count) },
            ]),
          ),
        })}
        picture={() => picture.current?.querySelector('svg') ?? null}
      />
    </figure>
  );
}

/** How many there are, in how many units, where the most, and how many where one looks. */
function useSentence(
  places: readonly Place[],
  units: readonly Place[],
  here: Place | undefined,
  { register, write, entries, nameOf }: Places,
): string {
  const words = usePageWords(both);
  const [first, second] = units;
  const ofCountry = places.find(({ territory }) => territory === country);
  const isMost = first && second && first.count > second.count;
  const pattern = second ? (isMost ? words.mapSentence : words.mapSentenceTied) : words.mapSentenceOne;
  const inUnits =
    first &&
    fill(pattern, {
      ...{ register, units: write(units.length), first: nameOf(first.territory), most: write(first.count) },
      all: entries(units.reduce((sum, { count }) => sum + count, 0)),
    });
  const own =
    here &&
    !(here === first && (isMost || !second)) &&
    fill(words.mapHere, { territory: nameOf(here.territory), all: entries(here.count) });
  const besides = ofCountry && fill(words.mapCountry, { all: entries(ofCountry.count) });
  return [inUnits, own, besides].filter((one) => one !== undefined && one !== false).join(' ');
}
