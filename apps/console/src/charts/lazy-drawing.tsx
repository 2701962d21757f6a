import { lazy, Suspense, type RefObject } from 'react';
import { patiently } from '../app/lazy-page';
import { Skeleton } from '../kit/notice';
import css from './chart.module.css';
import type { ChartOf } from './chart-of';
import { heightOf } from './chart-of';

const load = () => patiently(() => import('./drawing'));
// ECharts is heavy: it comes with the first chart, never before.
const Drawing = lazy(load);

/** Fetches what draws while what is to be drawn is still being asked for. */
export const prepareDrawing = (): void => {
  // What fails here is said by the drawing, which tries again.
  load().catch(() => undefined);
};

/** The drawing in its room, which is there before it. */
export function LazyDrawing({ place, ...chart }: ChartOf & { place: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={place} className={css.drawing} style={{ minHeight: heightOf(chart) }}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Drawing {...chart} />
      </Suspense>
    </div>
  );
}
