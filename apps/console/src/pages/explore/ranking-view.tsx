import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTerritories } from '../../api/reference';
import type { components } from '../../api/schema';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { Downloads } from '../../charts/downloads';
import { LazyDrawing } from '../../charts/lazy-drawing';
import { writeFigureKey } from '../../figures/figure-key';
import { useUnitName } from '../../figures/figure-value';
import { Answer } from '../../kit/answer';
import { Notice } from '../../kit/notice';
import { writeNumber } from '../../words/numbers';
import { writePeriod, writePeriodWithin } from '../../words/periods';
import type { Asked } from './asked';
import kit from '../../kit/kit.module.css';
import css from './explore.module.css';
import { rounded } from '../../figures/decimals';
import { withUnit } from './line-view';
import { RankingTable } from './ranking-table';
import { fileOfRanking } from './ranking-file';
import { fill } from '../../words/fill';
import { sentenceOfRanking } from './sentences';
import { useGroup, useRanking, useReasons } from './use-ranking';
import { words as both } from './words';

type Ranking = components['schemas']['Ranking'];

/** Territories in order, with the country's own line across. */
export function RankingView({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { group, isThere } = useGroup(asked);
  return isThere ? (
    <Asking asked={asked} />
  ) : (
    <Notice title={fill(words.groupEnded, { group: group ? naming(group.name) : '' })}>
      <p>{words.groupEndedToDo}</p>
    </Notice>
  );
}

function Asking({ asked }: { asked: Asked }) {
  const ranking = useRanking(asked);
  return (
    <Answer of={ranking} lines={8}>
      {(answer) => <Ranked asked={asked} ranking={answer} />}
    </Answer>
  );
}

/** What all that shows a ranking says of it. */
export function useRankingWords(asked: Asked, ranking: Ranking) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { indicator, number, period, among } = asked;
  const unitCode = number === 'value' ? indicator.unit : 'PCT';
  const unit = useUnitName(unitCode);
  const name = naming(indicator.name);
  const nameOf = (id: string): string => {
    const found = territories?.get(id)?.name;
    return found ? naming(found) : '';
  };
  const counted =
    number === 'value' ? name : `${name}, ${words[number].replace(' (%)', '').toLocaleLowerCase('vi')}`;
  const write = (value: string): string => writeNumber(rounded(value), language);
  const written = writePeriod(period, language);
  const sentence = sentenceOfRanking(ranking, {
    ...{ words, language, indicator: counted, unit: unitCode, period, nameOf },
    writePeriod: () => writePeriodWithin(period, language),
    writeValue: (value) => withUnit(write(value), unit),
  });
  const title = [counted, among ? nameOf(among) : '', written].filter(Boolean).join('; ');
  return { words, language, unit, unitCode, nameOf, write, sentence, title, written, name };
}

function Ranked({ asked, ranking }: { asked: Asked; ranking: Ranking }) {
  const { words, unit, nameOf, write, sentence, title, written, name, language } = useRankingWords(
    asked,
    ranking,
  );
  const navigate = useNavigate();
  const picture = useRef<HTMLDivElement>(null);
  const reasonOf = useReasons(asked, ranking.missing);
  const { items, national } = ranking;
  const toFigure = ({ category }: { category: number }) => {
    const territory = items[category]?.territory;
    if (!territory) return;
    const { indicator, breakdown: dimensions, period, number, on, asOf } = asked;
    void navigate({
      to: '/figures/$id',
      params: { id: writeFigureKey({ indicator: indicator.code, territory, period, dimensions }) },
      search: { of: number === 'value' ? undefined : number, on, asOf },
    });
  };
  return (
    <figure className={css.figure}>
      <figcaption className={kit.sentence}>{sentence}</figcaption>
      {items.length > 0 && (
        <LazyDrawing
          place={picture}
          kind="ranking"
          title={title}
          unit={unit}
          categories={items.map(({ rank, territory }) => `${rank}. ${nameOf(territory)}`)}
          series={[{ name: written, values: items.map(({ value }) => rounded(value)) }]}
          {...(national !== null && {
            mark: { name: `${words.nation} ${write(national)}`, value: national },
          })}
          onPress={toFigure}
        />
      )}
      <RankingTable {...{ asked, ranking, title, reasonOf, nameOf }} />
      <Downloads
        title={title}
        table={() => fileOfRanking(ranking, { words, language, unit, nameOf, reasonOf, name, written })}
        {...(items.length > 0 && { picture: () => picture.current?.querySelector('svg') ?? null })}
      />
    </figure>
  );
}
