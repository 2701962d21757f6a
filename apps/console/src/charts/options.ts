import type { Language } from '../words/languages';
import { writeNumber } from '../words/numbers';
import type { ChartOf, ChartSeries } from './chart-of';

/** Beside a line that stands upright its label would lie on its side. */
const above = { position: 'end' as const, rotate: 0 };
const lines = { actual: 'solid', comparison: 'solid', plan: 'dashed', scenario: 'dotted' } as const;

/** What ECharts is told: direct labels, gaps where nothing is known, bars from zero, the page's own colours. */
export function optionsOf(chart: ChartOf, language: Language) {
  const look = looks();
  const { kind, categories, unit, series, mark, breaks = [] } = chart;
  const number = (value: number) => writeNumber(plain(value), language);
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
    nameTextStyle: { color: look.inkSoft, fontSize: look.size, align: 'left' as const },
    axisLabel: { color: look.inkSoft, fontSize: look.size, formatter: number, hideOverlap: true },
    splitLine: { lineStyle: { color: look.line } },
  };
  return {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.ink, fontSize: look.size },
    grid: { left: 8, right: kind === 'line' ? 120 : 24, top: 36, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis' as const,
      confine: true,
      backgroundColor: look.ground,
      borderColor: look.lineStrong,
      textStyle: { color: look.ink, fontSize: look.size },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} ${unit}` : '–'),
    },
    xAxis: kind === 'ranking' ? values : names,
    yAxis: kind === 'ranking' ? names : values,
    series: series.map((one, n) => ({
      ...(kind === 'line' ? lineOf(one, colourOf(one, n, look), look) : barOf(one, colourOf(one, n, look))),
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
              ? [{ name: mark.name, xAxis: Number(mark.value), label: above }]
              : []),
            ...(mark && kind !== 'ranking' ? [{ name: mark.name, yAxis: Number(mark.value) }] : []),
            ...breaks.map(({ at, name }) => ({ name, xAxis: at, label: above })),
          ],
        },
      }),
    })),
  };
}

function lineOf({ name, values, style = 'actual' }: ChartSeries, color: string, look: Look) {
  return {
    type: 'line' as const,
    name,
    data: values.map((value) => (value === null ? null : Number(value))),
    connectNulls: false,
    showSymbol: values.length <= 24,
    symbol: 'circle',
    symbolSize: 5,
    color,
    lineStyle: { color, width: 2, type: lines[style] },
    endLabel: {
      show: true,
      formatter: '{a}',
      color: look.ink,
      fontSize: look.size,
      width: 112,
      overflow: 'break' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    emphasis: { focus: 'series' as const },
  };
}

function barOf({ name, values }: ChartSeries, color: string) {
  return {
    type: 'bar' as const,
    name,
    data: values.map((value) => (value === null ? null : Number(value))),
    color,
    barMaxWidth: 28,
  };
}

/** Floats only where they are drawn; what is read stands in the table as it was printed. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

const colourOf = ({ style }: ChartSeries, n: number, { colours, lineStrong }: Look): string =>
  style === 'comparison' ? lineStrong : (colours[n % colours.length] ?? lineStrong);

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
