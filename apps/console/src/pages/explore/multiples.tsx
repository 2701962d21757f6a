import type { RefObject } from 'react';
import { Link } from '@tanstack/react-router';
import { breaksOf } from '../../api/indicator';
import { usePageWords, useSettings } from '../../app/settings';
import { writeFigureKey } from '../../figures/figure-key';
import { isLonely } from '../../charts/lonely';
import { useWidth } from '../../kit/width';
import { fill } from '../../words/fill';
import { writeNumber } from '../../words/numbers';
import type { Asked } from './asked';
import css from './explore.module.css';
import { rounded } from '../../figures/decimals';
import { cutsIn, type Line } from './lines';
import { words as both } from './words';

interface Props {
  asked: Asked;
  lines: readonly Line[];
  periods: readonly string[];
  title: string;
  place: RefObject<HTMLDivElement | null>;
}

const least = 150;
const cell = { height: 96, gap: 16, top: 22, bottom: 20 };

/** One small chart a territory, all on one axis; in one drawing, so that it can be taken away as one. */
export function Multiples({ asked, lines, periods, title, place }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const width = useWidth(place);
  const columns = Math.max(1, Math.floor((width + cell.gap) / (least + cell.gap)));
  const each = (width - (columns - 1) * cell.gap) / columns;
  const values = lines.flatMap(({ points }) => [...points.values()].flatMap(({ value }) => value ?? []));
  const sorted = values.map(Number).sort((a, b) => a - b);
  const [low, high] = [Math.min(0, sorted[0] ?? 0), Math.max(0, sorted.at(-1) ?? 1)];
  const rows = Math.ceil(lines.length / columns);
  const write = (value: number | string) =>
    writeNumber(rounded(String(value)), language, { signed: asked.number === 'yoyPct' });
  return (
    <div ref={place}>
      <p className={css.small}>{fill(words.smallScale, { least: write(low), most: write(high) })}</p>
      {width > 0 && (
        <svg
          className={css.multiples}
          width={width}
          height={rows * (cell.height + cell.gap)}
          role="group"
          aria-label={title}
        >
          {lines.map((line, n) => (
            <g
              key={line.name}
              transform={`translate(${(n % columns) * (each + cell.gap)} ${Math.floor(n / columns) * (cell.height + cell.gap)})`}
            >
              <Small {...{ asked, line, periods, low, high, width: each, write }} />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

interface SmallProps extends Pick<Props, 'asked' | 'periods'> {
  line: Line;
  low: number;
  high: number;
  width: number;
  write: (value: string) => string;
}

function Small({ asked, line, periods, low, high, width, write }: SmallProps) {
  const { name, points, territory, dimensions } = line;
  const x = (n: number): number => (periods.length === 1 ? width / 2 : (n / (periods.length - 1)) * width);
  const room = cell.height - cell.top - cell.bottom;
  const y = (value: number): number => cell.top + room - ((value - low) / (high - low || 1)) * room;
  const values = periods.map((period) => points.get(period)?.value ?? null);
  const last = periods.findLast((period) => points.get(period)?.value);
  const value = last && points.get(last)?.value;
  const indicator = asked.indicator.code;
  const cuts = cutsIn(periods, line, breaksOf(asked.indicator));
  return (
    <>
      <text y={12} className={css.smallName}>
        {name}
      </text>
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className={css.zero} />
      <path d={pathOf(values, cuts, x, y)} className={css.smallLine} />
      {values.map((one, n) =>
        one !== null && isLonely(values, cuts, n) ? (
          <circle key={periods[n]} cx={x(n)} cy={y(Number(one))} r={3} className={css.lonely} />
        ) : null,
      )}
      {last && value && (
        <Link
          to="/figures/$id"
          params={{ id: writeFigureKey({ indicator, territory, dimensions, period: last }) }}
          search={{ of: asked.number === 'yoyPct' ? 'yoyPct' : undefined, on: asked.on, asOf: asked.asOf }}
          aria-label={`${name}: ${write(value)}`}
        >
          <text x={width} y={cell.height - 4} textAnchor="end" className={css.smallValue}>
            {write(value)}
          </text>
        </Link>
      )}
    </>
  );
}

/** A line that stops where nothing is known, and before a cut. */
function pathOf(
  values: readonly (string | null)[],
  cuts: readonly number[],
  x: (n: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, n) => {
      if (value === null) return '';
      const begins = (values[n - 1] ?? null) === null || cuts.includes(n);
      return `${begins ? 'M' : 'L'}${x(n).toFixed(1)} ${y(Number(value)).toFixed(1)}`;
    })
    .join('');
}
