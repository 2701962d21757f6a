import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { useTerritories } from '../../api/reference';
import { country, mapDays, type Asked } from './asked';
import { lastDayOf, runEnd } from './time';
import { pointsOf, type Point } from './lines';
import { readPeriod, yearBefore } from '../../words/periods';

/** The day whose map is meant: that asked for, else the period's last. */
export const dayOfMap = ({ on, period }: Asked): string => on ?? lastDayOf(period);
/** Which of the two sets of units was in force then. */
export const mapOf = (asked: Asked): 'before' | 'after' =>
  dayOfMap(asked) < mapDays.after ? 'before' : 'after';

/** Whether the group is there on the map asked for. */
export function useGroup(asked: Asked) {
  const { data } = useTerritories();
  const group = data?.get(asked.among ?? country);
  const day = dayOfMap(asked);
  const isThere = !group || ((group.validTo ?? day) >= day && (group.validFrom ?? day) <= day);
  return { group, isThere };
}

/** Territories in order, as the API ranks them. */
export function useRanking(asked: Asked, group = asked.among) {
  const { indicator, breakdown, number, period, on, asOf } = asked;
  return useQuery(
    queries.queryOptions('get', '/v1/reporting/rankings', {
      params: {
        query: {
          ...breakdown,
          indicator: indicator.code,
          period,
          by: number,
          group: group === country ? undefined : group,
          on,
          asOf,
        },
      },
    }),
  );
}

/** Why territories are not ranked: what a series says of the period, and of the year before where growth is asked for. */
export function useReasons(asked: Asked, missing: readonly string[]) {
  const { indicator, breakdown, number, period, on, asOf } = asked;
  const { month, frequency, cumulative } = seriesOf(period);
  const { data } = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/series', {
      params: {
        query: {
          ...breakdown,
          indicator: [indicator.code],
          territory: [...missing],
          from: yearBefore(month) ?? month,
          to: month,
          frequency,
          on,
          asOf,
          cumulative: (cumulative && indicator.kind === 'flow') || undefined,
          computed: undefined,
        },
      },
    }),
    enabled: missing.length > 0 && missing.length <= 70,
    select: ({ series }) => new Map(series.map((one) => [one.territory, pointsOf(one)])),
  });
  return (territory: string): Point['refusal'] => {
    const points = data?.get(territory);
    const now = points?.get(period);
    if (!now?.value) return now?.refusal ?? 'noneStated';
    if (number === 'planPct') return 'noPlan';
    return points?.get(yearBefore(period) ?? '')?.refusal ?? 'noBase';
  };
}

/** How a series is asked for the period: a run from January on by its last month. */
function seriesOf(period: string): {
  month: string;
  frequency: 'month' | 'quarter' | 'year';
  cumulative: boolean;
} {
  const months = readPeriod(period)?.months ?? 12;
  if (months === 12) return { month: period, frequency: 'year', cumulative: false };
  if (months === 3) return { month: period, frequency: 'quarter', cumulative: false };
  const end = months === 1 ? period : runEnd(period);
  return { month: end ?? period, frequency: 'month', cumulative: months > 1 };
}
