import { useQueries } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { usePageWords } from '../../app/settings';
import { isPlanned, type Asked } from './asked';
import type { Line, Point } from './lines';
import { words as both } from './words';

const most = 15;

/** The plan of each year beside the one line that is shown; which one counts is the comparisons' to say. */
export function usePlans(
  { indicator, number, frequency, beside, ...asked }: Asked,
  lines: readonly Line[],
  periods: readonly string[],
): Line[] {
  const words = usePageWords(both);
  const [only] = lines;
  const wanted =
    only !== undefined &&
    lines.filter(({ style }) => style === 'actual').length === 1 &&
    beside.has('plan') &&
    frequency === 'year' &&
    number === 'value' &&
    isPlanned(indicator);
  const answers = useQueries({
    queries: (wanted ? periods.slice(-most) : []).map((period) =>
      queries.queryOptions('get', '/v1/reporting/comparisons', {
        params: {
          query: {
            territory: only?.territory ?? '',
            indicator: [indicator.code],
            ...{ period, on: asked.on, asOf: asked.asOf },
          },
        },
      }),
    ),
  });
  if (!only || !wanted) return [];
  const same = JSON.stringify(only.dimensions);
  const points = answers.flatMap(({ data }): [string, Point][] => {
    const item = data?.items.find(({ dimensions }) => JSON.stringify(dimensions) === same);
    if (!data || !item?.plan.value) return [];
    const { value } = item.plan;
    return [[data.period, { period: data.period, value, status: null, source: null, refusal: null }]];
  });
  return points.length === 0 ? [] : [{ ...only, name: words.plan, style: 'plan', points: new Map(points) }];
}
