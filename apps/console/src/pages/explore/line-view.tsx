import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { breaksOf } from '../../api/indicator';
import { useTerritories, useUnits } from '../../api/reference';
import { valuesOf } from './dimensions';
import { useNaming, usePageWords, useSettings, useWords } from '../../app/settings';
import { Downloads } from '../../charts/downloads';
import { LazyDrawing } from '../../charts/lazy-drawing';
import { writeFigureKey } from '../../figures/figure-key';
import { useUnitName } from '../../figures/figure-value';
import { Notice, Skeleton, TroubleNotice } from '../../kit/notice';
import { writeNumber } from '../../words/numbers';
import { writePeriod, writePeriodWithin } from '../../words/periods';
import { shortUnits } from '../../words/units';
import { isLevel, type Asked } from './asked';
import kit from '../../kit/kit.module.css';
import css from './explore.module.css';
import { rounded } from '../../figures/decimals';
import { cutsIn, declaredWithin, marksOf, type Line } from './lines';
import { Multiples } from './multiples';
import { Refusals } from './refusals';
import { fileOfLines } from './rows';
import { fill } from '../../words/fill';
import { sentenceOfLines } from './sentences';
import { LinesTable } from './lines-table';
import { shortPeriod } from './time';
import { mostParts, useLines } from './use-lines';
import { usePlans } from './use-plans';
import { words as both } from './words';

/** Over time: lines, bars, small multiples or a table, with the sentence before and the files after. */
export function LineView({ asked }: { asked: Asked }) {
  const words = usePageWords(both);
  const naming = useNaming();
  const { data: territories } = useTerritories();
  const { isPending, error, retry, lines, periods } = useLines(asked);
  const plans = usePlans(asked, lines, periods);
  if (error) return <TroubleNotice error={error} retry={retry} />;
  if (isPending) return <Skeleton lines={8} />;
  const group = territories?.get(asked.among ?? asked.territories[0] ?? '');
  if (lines.length === 0)
    return (
      <Notice title={fill(words.nothing, { territory: group ? naming(group.name) : '' })}>
        <p>{words.nothingToDo}</p>
      </Notice>
    );
  return <Drawn asked={asked} lines={[...lines, ...plans]} periods={periods} />;
}

interface Props {
  asked: Asked;
  lines: readonly Line[];
  periods: readonly string[];
}

function Drawn({ asked, lines, periods }: Props) {
  const words = usePageWords(both);
  const frame = useWords();
  const naming = useNaming();
  const navigate = useNavigate();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { data: units } = useUnits();
  const picture = useRef<HTMLDivElement>(null);
  const { indicator, number, view, cumulative, map } = asked;
  const unitName = (code: string): string => (shortUnits[code] ?? units?.get(code))?.[language] ?? '';
  const unit = useUnitName(lines[0]?.unit ?? indicator.unit);
  const inWords = (period: string): string => writePeriod(period, language);
  const inSentence = (period: string): string => writePeriodWithin(period, language);
  const name = naming(indicator.name);
  const breaks = breaksOf(indicator);
  const sentence = sentenceOfLines(lines, periods, {
    ...{ words, language, indicator: name, writePeriod: inSentence, breaks },
    writeValue: (value, code) => withUnit(writeNumber(rounded(value), language), unitName(code)),
    isLevel: isLevel(indicator),
    isGrowth: number === 'yoyPct',
  });
  const title = [
    number === 'yoyPct' ? `${name}, ${words.yoyPct.replace(' (%)', '').toLocaleLowerCase('vi')}` : name,
    lines.length <= 3 ? lines.map((line) => line.name).join(', ') : groupName(asked, territories, naming),
    `${inWords(periods[0] ?? '')} – ${inWords(periods.at(-1) ?? '')}`,
  ].join('; ');
  const toFigure = ({ category, series }: { category: number; series: number }) => {
    const [line, period] = [lines[series], periods[category]];
    if (!line || !period) return;
    const { territory, dimensions } = line;
    const key = { indicator: indicator.code, territory, dimensions, period };
    void navigate({
      to: '/figures/$id',
      params: { id: writeFigureKey(key) },
      search: { of: number === 'yoyPct' ? 'yoyPct' : undefined, on: asked.on, asOf: asked.asOf },
    });
  };
  const kind = view === 'bar' ? 'bar' : 'line';
  return (
    <figure className={css.figure}>
      <figcaption className={kit.sentence}>{sentence ?? title}</figcaption>
      {asked.split && valuesOf(asked.split).length > mostParts && (
        <p className={css.small}>
          {fill(words.tooMany, {
            most: String(mostParts),
            less: String(valuesOf(asked.split).length - mostParts),
          })}
        </p>
      )}
      {view === 'table' && <LinesTable {...{ asked, lines, periods, title }} />}
      {view === 'multiples' && <Multiples {...{ asked, lines, periods, title, place: picture }} />}
      {(view === 'line' || view === 'bar') && (
        <>
          <LazyDrawing
            place={picture}
            kind={kind}
            title={title}
            unit={unit}
            categories={periods.map((period) => shortPeriod(period, cumulative))}
            series={lines.map((line) => ({
              name: line.name,
              style: line.style,
              values: periods.map((period) => line.points.get(period)?.value ?? null),
              cuts: cutsIn(periods, line, breaks),
            }))}
            breaks={marksOf(periods, lines, breaks, {
              break: words.break,
              merger: map === undefined ? null : words.merger,
            })}
            onPress={toFigure}
          />
          <p className={css.small}>{words.toFigure}</p>
        </>
      )}
      {declaredWithin(periods, lines, breaks, number === 'yoyPct').map(({ from, note }) => (
        <p key={from} className={css.small}>{`${words.break}, ${inSentence(from)}: ${naming(note)}`}</p>
      ))}
      <Refusals lines={lines} periods={periods} writePeriod={inWords} />
      <Downloads
        title={title}
        table={() =>
          fileOfLines(lines, periods, {
            ...{ indicator: name, language, words, unitName, dimensions: asked.dimensions },
            status: frame,
            territories: territories ?? new Map(),
          })
        }
        {...(view !== 'table' && { picture: () => picture.current?.querySelector('svg') ?? null })}
      />
    </figure>
  );
}

export const withUnit = (value: string, unit: string): string =>
  unit === '%' ? `${value}%` : [value, unit].filter(Boolean).join(' ');

function groupName(
  { among, territories: chosen }: Asked,
  all: ReturnType<typeof useTerritories>['data'],
  naming: ReturnType<typeof useNaming>,
): string {
  const name = all?.get(among ?? chosen[0] ?? '')?.name;
  return name ? naming(name) : '';
}
