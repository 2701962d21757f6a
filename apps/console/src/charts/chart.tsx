import { lazy, Suspense, useRef } from 'react';
import { useSettings, useWords } from '../app/settings';
import { Menu } from '../kit/menu';
import { Skeleton } from '../kit/notice';
import { Tabs } from '../kit/tabs';
import css from './chart.module.css';
import type { ChartOf } from './chart-of';
import { ChartTable, csvOf } from './chart-table';
import { pngOf, save, svgOf } from './download';

// ECharts is heavy: it comes with the first chart, never before.
const Drawing = lazy(() => import('./drawing'));

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
