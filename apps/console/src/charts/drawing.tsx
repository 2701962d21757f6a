import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSettings } from '../app/settings';
import css from './chart.module.css';
import { heightOf, type ChartOf } from './chart-of';
import { optionsOf, type Room } from './options';

register([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const roomOf = (drawn: EChartsType, width: number): Room => ({
  width,
  pixelOf: (value) => drawn.convertToPixel({ yAxisIndex: 0 }, value),
});

/** What ECharts tells of a press; points of a line say their place themselves. */
interface Pressed {
  dataIndex: number;
  seriesIndex?: number | undefined;
  value?: unknown;
}

/** The drawing itself; its table says the same to those who cannot see it. */
export default function Drawing(chart: ChartOf) {
  const { language, contrast, theme, textSize } = useSettings();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<EChartsType | null>(null);
  const shown = useRef('');
  const latest = useRef({ chart, language });
  const { onPress } = chart;

  useEffect(() => {
    latest.current = { chart, language };
  });

  useEffect(() => {
    if (!place.current) return undefined;
    const room = place.current;
    const made = init(room, null, { renderer: 'svg' });
    drawn.current = made;
    let width = room.clientWidth;
    const watch = new ResizeObserver(() => {
      if (room.clientWidth === width && room.clientHeight === made.getHeight()) return;
      width = room.clientWidth;
      made.resize();
      // How much room labels may take goes by the width.
      const { chart: now, language: spoken } = latest.current;
      made.setOption(optionsOf(now, spoken, roomOf(made, width)), { notMerge: true });
    });
    watch.observe(room);
    return () => {
      watch.disconnect();
      made.dispose();
      drawn.current = null;
      shown.current = '';
    };
  }, []);

  useEffect(() => {
    // Drawn anew only where something of it differs; its parent may render as often as it likes.
    const { onPress: _, ...what } = chart;
    const asked = JSON.stringify([what, language, contrast, theme, textSize]);
    if (!drawn.current || !place.current || asked === shown.current) return;
    shown.current = asked;
    const room = roomOf(drawn.current, place.current.clientWidth);
    drawn.current.setOption(optionsOf(chart, language, room), { notMerge: true });
  });

  useEffect(() => {
    const made = drawn.current;
    if (!made || !onPress) return undefined;
    const press = ({ dataIndex, seriesIndex = 0, value }: Pressed) =>
      onPress({ category: Array.isArray(value) ? Number(value[0]) : dataIndex, series: seriesIndex });
    made.on('click', press);
    return () => {
      if (!made.isDisposed()) made.off('click', press);
    };
  }, [onPress]);

  return (
    <div
      ref={place}
      className={css.canvas}
      style={{ height: heightOf(chart) }}
      role="img"
      aria-label={chart.title}
    />
  );
}
