import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSettings } from '../app/settings';
import css from './chart.module.css';
import type { ChartOf } from './chart-of';
import { optionsOf } from './options';

register([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

/** The drawing itself; its table says the same to those who cannot see it. */
export default function Drawing(chart: ChartOf) {
  const { language, contrast, theme, textSize } = useSettings();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<EChartsType | null>(null);
  const { height = 360, onPress } = chart;

  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, null, { renderer: 'svg' });
    drawn.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      made.dispose();
      drawn.current = null;
    };
  }, []);

  useEffect(() => {
    drawn.current?.setOption(optionsOf(chart, language), { notMerge: true });
    // Colours and sizes are the page's, which follow these.
  }, [chart, language, contrast, theme, textSize]);

  useEffect(() => {
    const made = drawn.current;
    if (!made || !onPress) return undefined;
    const press = ({ dataIndex, seriesIndex = 0 }: { dataIndex: number; seriesIndex?: number | undefined }) =>
      onPress({ category: dataIndex, series: seriesIndex });
    made.on('click', press);
    return () => {
      made.off('click', press);
    };
  }, [onPress]);

  return <div ref={place} className={css.canvas} style={{ height }} role="img" aria-label={chart.title} />;
}
