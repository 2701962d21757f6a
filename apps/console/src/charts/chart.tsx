import { useRef } from 'react';
import { useWords } from '../app/settings';
import { Tabs } from '../kit/tabs';
import css from './chart.module.css';
import type { ChartOf } from './chart-of';
import { ChartTable, fileOf } from './chart-table';
import { Downloads } from './downloads';
import { LazyDrawing } from './lazy-drawing';

interface Props extends ChartOf {
  /** Where it stands in the address whether the chart or its table is shown. */
  view?: 'chart' | 'table';
  onView?: (view: 'chart' | 'table') => void;
}

/** A chart with the table behind it, and both to take away: CSV, SVG, PNG. */
export function Chart({ view, onView, ...chart }: Props) {
  const words = useWords();
  const drawn = useRef<HTMLDivElement>(null);
  return (
    <figure className={css.chart}>
      <Tabs
        label={chart.title}
        {...(view && { selected: view })}
        {...(onView && { onSelect: (id) => onView(id === 'table' ? 'table' : 'chart') })}
        tabs={[
          { id: 'chart', name: words.chart, content: <LazyDrawing place={drawn} {...chart} /> },
          { id: 'table', name: words.table, content: <ChartTable {...chart} /> },
        ]}
      />
      <Downloads
        title={chart.title}
        table={() => fileOf(chart)}
        {...(view !== 'table' && { picture: () => drawn.current?.querySelector('svg') ?? null })}
      />
    </figure>
  );
}
