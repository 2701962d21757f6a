import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { queries } from '../../api/client';
import { useIndicators } from '../../api/reference';
import { patiently } from '../../app/lazy-page';
import { usePageWords, useSettings } from '../../app/settings';
import { useUnitName } from '../../figures/figure-value';
import { Skeleton } from '../../kit/notice';
import {
  firstKnownYear,
  lastKnownYear,
  periodKey,
  readPeriod,
  writePeriod,
  type Span,
} from '../../words/periods';
import type { Asked } from './cell';
import css from './figure.module.css';
import { words as both } from './words';

const Chart = lazy(() =>
  patiently(() => import('../../charts/chart')).then(({ Chart: component }) => ({ default: component })),
);

interface Props {
  asked: Asked;
  name: string;
  place: string;
}

/** The months, quarters or years around it, with gaps where nothing is known. */
export function Neighbours({ asked: { key, on, asOf }, name, place }: Props) {
  const words = usePageWords(both);
  const { language } = useSettings();
  const { data: indicators } = useIndicators();
  const indicator = indicators?.get(key.indicator);
  const span = readPeriod(key.period);
  const range = span && rangeOf(span, indicator?.kind === 'flow');
  const { data } = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/series', {
      params: {
        query: {
          ...key.dimensions,
          indicator: [key.indicator],
          territory: [key.territory],
          from: range?.periods[0] ?? '',
          to: range?.periods.at(-1) ?? '',
          frequency: range?.frequency ?? 'month',
          ...(range?.isCumulative && { cumulative: true }),
          ...(on && { on }),
          ...(asOf && { asOf }),
        },
      },
    }),
    enabled: indicator !== undefined && range !== null,
  });
  const unit = useUnitName(data?.series[0]?.unit ?? undefined);
  if (!data || !range) return null;
  const points = new Map(data.series[0]?.points.map(({ period, value }) => [period, value]));
  const { periods, values } = knownPart(range.shown, (period) => points.get(period) ?? null);
  return (
    <section aria-labelledby="neighbours">
      <h2 id="neighbours">{words.neighbours}</h2>
      {values.filter((value) => value !== null).length < 2 ? (
        <p>{words.tooFew}</p>
      ) : (
        <div className={css.chart}>
          <Suspense fallback={<Skeleton lines={5} />}>
            <Chart
              kind="line"
              title={words.neighboursTitle.replace('{name}', name).replace('{place}', place)}
              unit={unit}
              categories={periods.map((period) => writePeriod(period, language))}
              series={[{ name: place, values }]}
              height={240}
            />
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** From the first known to the last, with the gaps between. */
function knownPart(shown: readonly string[], valueOf: (period: string) => string | null) {
  const isKnown = (period: string) => valueOf(period) !== null;
  const first = shown.findIndex(isKnown);
  const periods = first < 0 ? [] : shown.slice(first, shown.findLastIndex(isKnown) + 1);
  return { periods, values: periods.map(valueOf) };
}

interface Range {
  readonly frequency: 'month' | 'quarter' | 'year';
  readonly isCumulative: boolean;
  /** First and last period asked for. */
  readonly periods: readonly string[];
  /** What stands along the line, as the API names it. */
  readonly shown: readonly string[];
}

/** Years beside a year, quarters beside a quarter, else the months of its year and the one before. */
function rangeOf({ year, month, months }: Span, isFlow: boolean): Range {
  if (months === 12 && month === 1) {
    const years = Array.from({ length: 10 }, (_, n) => year - 8 + n)
      .filter((one) => one >= firstKnownYear && one <= lastKnownYear)
      .map(String);
    return { frequency: 'year', isCumulative: false, periods: years, shown: years };
  }
  const last = year > firstKnownYear ? [year - 1, year] : [year];
  if (months === 3) {
    const quarters = last.flatMap((one) =>
      [1, 4, 7, 10].map((from) => periodKey({ year: one, month: from, months: 3 })),
    );
    return { frequency: 'quarter', isCumulative: false, periods: quarters, shown: quarters };
  }
  const each = last.flatMap((one) =>
    Array.from({ length: 12 }, (_, n) => ({ year: one, month: n + 1, months: 1 })),
  );
  const periods = each.map(periodKey);
  // Of a run of months since January those runs stand beside it, not single months.
  const isCumulative = isFlow && months > 1 && month === 1;
  const shown = isCumulative
    ? each.map((one) => periodKey({ year: one.year, month: 1, months: one.month }))
    : periods;
  return { frequency: 'month', isCumulative, periods, shown };
}
