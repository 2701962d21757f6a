import { lazy, Suspense, useRef } from 'react';
import { useSettings, useWords } from '../app/settings';
import { Menu } from '../kit/menu';
import { Skeleton } from '../kit/notice';
import { Tabs } from '../kit/tabs';
import css from './chart.module.css';
import { ChartTable, csvOf } from './chart-table';
import { pngOf, save, svgOf } from './download';

// ECharts is heavy: it comes with the first chart, never before.
const Drawing = lazy(() => import('./drawing'));

/** One line, or one colour of bars. */
export interface ChartSeries {
  readonly name: string;
  /** `actual` is full, `plan` dashed, `scenario` dotted, `comparison` (nation, last year) grey. */
  readonly style?: 'actual' | 'plan' | 'scenario' | 'comparison';
  /** Decimals as the API gives them; null: no figure, which stays a gap. One for each of `categories`. */
  readonly values: readonly (string | null)[];
}

export interface ChartOf {
  readonly kind: 'line' | 'bar' | 'ranking';
  /** The sentence that the chart shows; also what it is called to those who cannot see it, and as a file. */
  readonly title: string;
  readonly unit: string;
  /** Periods or territories, in words. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A line across (plan, nation), labelled. */
  readonly mark?: { readonly name: string; readonly value: string };
  /** Where a series was broken: a labelled cut before that category. */
  readonly breaks?: readonly { readonly at: number; readonly name: string }[];
  readonly height?: number;
  /** Which of `categories` or `series` was pressed. */
  readonly onPress?: (at: { category: number; series: number }) => void;
}

interface Props extends ChartOf {
  /** Where it stands in the address whether the chart or its table is shown. */
  view?: 'chart' | 'table';
  onView?: (view: 'chart' | 'table') => void;
}

/** A chart with the table behind it, and both to take away: CSV, SVG, PNG. */
export function Chart({ view, onView, ...chart }: Props) {
  const words = useWords();
  const { language } = useSettings();
  const drawn = useRef<HTMLDivElement>(null);
  const drawing = (
    <div ref={drawn} className={css.drawing} style={{ minHeight: chart.height ?? 360 }}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Drawing {...chart} />
      </Suspense>
    </div>
  );
  const svg = () => drawn.current?.querySelector('svg') ?? null;
  const download = async (kind: string) => {
    const picture = svg();
    if (kind === 'csv') save(csvOf(chart, language), 'text/csv;charset=utf-8', `${chart.title}.csv`);
    else if (picture && kind === 'svg')
      save(svgOf(picture, chart.title), 'image/svg+xml', `${chart.title}.svg`);
    else if (picture) save(await pngOf(picture, chart.title), 'image/png', `${chart.title}.png`);
  };
  const isDrawn = view !== 'table';
  return (
    <figure className={css.chart}>
      <Tabs
        label={chart.title}
        {...(view && { selected: view })}
        {...(onView && { onSelect: (id) => onView(id === 'table' ? 'table' : 'chart') })}
        tabs={[
          { id: 'chart', name: words.chart, content: drawing },
          { id: 'table', name: words.table, content: <ChartTable {...chart} /> },
        ]}
      />
      <div className={css.download}>
        <Menu
          label={words.download}
          items={[
            { id: 'csv', name: 'CSV' },
            { id: 'svg', name: 'SVG', isDisabled: !isDrawn },
            { id: 'png', name: 'PNG', isDisabled: !isDrawn },
          ]}
          onAction={(kind) => void download(kind)}
        />
      </div>
    </figure>
  );
}
