import type { Language } from '../words/languages';
import { writeNumber } from '../words/numbers';
import { heightOf, type ChartOf, type ChartSeries } from './chart-of';
import { spread } from './end-labels';
import { isLonely } from './lonely';

// Beside a line that stands upright its label would lie on its side. Bars of a ranking run downwards, so that their line
// across begins at the top.
const atTop = { position: 'start' as const, rotate: 0 };
const above = { position: 'end' as const, rotate: 0 };
const lines = { actual: 'solid', comparison: 'solid', plan: 'dashed', scenario: 'dotted' } as const;

export interface Room {
  readonly width: number;
  /** Where a value stands, once the axes are laid out. */
  readonly pixelOf: (value: number) => number;
}

/** What ECharts is told: direct labels, gaps where nothing is known, bars from zero, the page's own colours. */
export function optionsOf(chart: ChartOf, language: Language, { width, pixelOf }: Room) {
  const look = looks();
  const { kind, categories, unit, series, mark, breaks = [] } = chart;
  const number = (value: number) => writeNumber(plain(value), language);
  const called = series.map(({ name }) => name);
  const beside = kind === 'line' ? Math.min(widest(called, look), width * 0.34) : 0;
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.inkSoft, fontSize: look.size, hideOverlap: kind !== 'ranking' },
    ...(kind === 'ranking' && { inverse: true }),
  };
  const values = {
    type: 'value' as const,
    name: unit,
    scale: kind === 'line',
    // Numbers beside bars below zero must not lie on the names.
    ...(kind === 'ranking' && { min: ({ min, max }: Reach) => (min < 0 ? min - (max - min) * 0.35 : 0) }),
    nameTextStyle: { color: look.inkSoft, fontSize: look.size, align: 'left' as const },
    axisLabel: { color: look.inkSoft, fontSize: look.size, formatter: number, hideOverlap: true },
    splitLine: { lineStyle: { color: look.line } },
  };
  return {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.ink, fontSize: look.size },
    grid: {
      ...{ left: 8, top: 44, bottom: 8, containLabel: true },
      right: kind === 'line' ? beside + 20 : kind === 'ranking' ? 64 : 24,
    },
    tooltip: {
      trigger: 'axis' as const,
      confine: true,
      order: series.length > 6 ? ('valueDesc' as const) : ('seriesAsc' as const),
      backgroundColor: look.ground,
      borderColor: look.lineStrong,
      textStyle: { color: look.ink, fontSize: look.size },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} ${unit}` : '–'),
    },
    xAxis: kind === 'ranking' ? values : names,
    yAxis: kind === 'ranking' ? names : values,
    series: series.map((one, n) => ({
      ...(kind === 'line'
        ? lineOf(one, {
            color: colourOf(one, n, look),
            look,
            beside,
            yOf: () => endsOf(chart, look, pixelOf)[n],
            isOneOfMany: series.length > 6 && n > 0,
          })
        : barOf(one, { color: colourOf(one, n, look), look, language, isLabelled: kind === 'ranking' })),
      ...(n === 0 && {
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: {
            color: look.ink,
            fontSize: look.size,
            formatter: '{b}',
            position: 'insideEndTop' as const,
          },
          lineStyle: { color: look.lineStrong, type: 'dashed' as const },
          data: [
            ...(mark && kind === 'ranking'
              ? [{ name: mark.name, xAxis: Number(mark.value), label: atTop }]
              : []),
            ...(mark && kind !== 'ranking' ? [{ name: mark.name, yAxis: Number(mark.value) }] : []),
            ...breaks.map(({ at, name }) => ({ name, xAxis: at, label: above })),
          ],
        },
      }),
    })),
  };
}

interface Line {
  color: string;
  look: Look;
  /** Pixels for names at the ends of lines. */
  beside: number;
  isOneOfMany: boolean;
  /** Where its name stands. */
  yOf: () => number | undefined;
}

function lineOf(
  { name, values, style = 'actual', cuts = [] }: ChartSeries,
  { color, look, beside, isOneOfMany, yOf }: Line,
) {
  return {
    type: 'line' as const,
    name,
    data: points(values, cuts),
    connectNulls: false,
    // A single month between two gaps is no line: without its mark it would not be seen.
    showSymbol: values.length <= 24 || values.some((_, n) => isLonely(values, cuts, n)),
    symbol: 'circle',
    symbolSize: values.length <= 24 ? 6 : 3,
    color,
    lineStyle: { color, width: isOneOfMany ? 1.5 : 2.5, type: lines[style] },
    endLabel: {
      show: true,
      formatter: '{a}',
      color: look.ink,
      fontSize: look.size,
      padding: [0, 0, 0, 4],
      width: beside,
      overflow: 'truncate' as const,
    },
    labelLayout: () => {
      const y = yOf();
      return y === undefined ? {} : { y, verticalAlign: 'middle' as const };
    },
    emphasis: { focus: 'series' as const },
  };
}

/** Where the names of all lines stand: beside their last values, moved apart. */
function endsOf(chart: ChartOf, { size }: Look, pixelOf: Room['pixelOf']): number[] {
  const height = heightOf(chart);
  const ends = chart.series.map(({ values }) => pixelOf(Number(values.findLast((one) => one !== null) ?? 0)));
  return spread(ends, size * 1.35, { top: size, bottom: height - size });
}

/** Place and value of each; a line ends at a null, so that there is one more before a cut. */
function points(values: ChartSeries['values'], cuts: readonly number[]): [number, number | null][] {
  return values.flatMap((value, n) => [
    ...(cuts.includes(n) ? [[n - 1, null] satisfies [number, null]] : []),
    [n, value === null ? null : Number(value)] satisfies [number, number | null],
  ]);
}

interface Bars {
  color: string;
  look: Look;
  language: Language;
  isLabelled: boolean;
}

function barOf({ name, values }: ChartSeries, { color, look, language, isLabelled }: Bars) {
  return {
    type: 'bar' as const,
    name,
    data: values.map((value) =>
      value === null
        ? null
        : {
            value: Number(value),
            label: { position: isBelow(value) ? ('left' as const) : ('right' as const) },
          },
    ),
    color,
    barMaxWidth: 28,
    ...(isLabelled && {
      label: {
        show: true,
        color: look.ink,
        fontSize: look.size,
        formatter: ({ dataIndex }: { dataIndex: number }) => writeNumber(values[dataIndex] ?? '', language),
      },
    }),
  };
}

const isBelow = (value: string): boolean => value.startsWith('-');

/** How wide the widest of the names is, as it will be written. */
function widest(names: readonly string[], { font, size }: Look): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return 112;
  pen.font = `${size}px ${font}`;
  return Math.ceil(Math.max(0, ...names.map((name) => pen.measureText(name).width))) + 8;
}

/** Floats only where they are drawn; what is read stands in the table as it was printed. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

const colourOf = ({ style }: ChartSeries, n: number, { colours, lineStrong }: Look): string =>
  style === 'comparison' ? lineStrong : (colours[n % colours.length] ?? lineStrong);

interface Reach {
  min: number;
  max: number;
}

type Look = ReturnType<typeof looks>;

/** The page's colours and sizes as they are now. */
function looks() {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    ground: token('--ground'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    font: token('--font'),
    size: parseFloat(style.fontSize) * 0.8125,
    colours: [1, 2, 3, 4, 5, 6].map((n) => token(`--chart-${n}`)),
  };
}
