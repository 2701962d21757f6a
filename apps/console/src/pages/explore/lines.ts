import type { components } from '../../api/schema';
import type { ChartSeries } from '../../charts/chart-of';
import type { Break } from '../../api/indicator';
import { growthPct } from '../../figures/decimals';
import { breakBetween } from '../../figures/breaks';
import { monthOf, monthsOf, yearBefore } from '../../words/periods';

type Refusal = components['schemas']['Refusal'];
export type Point = Pick<components['schemas']['SeriesPoint'], 'period' | 'value' | 'status' | 'source'> & {
  /** Why there is no value: the API's own word, or one of ours by its key. */
  readonly refusal: Refusal | Reason | null;
};
export type Reason = 'noneStated' | 'noBase' | 'noPlan' | 'nonPositiveBase' | 'seriesBreak';
export type SeriesAnswer = components['schemas']['Series'];

/** One series of what was asked: a territory, and a part of the indicator. */
export interface Line {
  readonly name: string;
  readonly territory: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly style: NonNullable<ChartSeries['style']>;
  readonly points: ReadonlyMap<string, Point>;
}

const none = (period: string, refusal: Point['refusal']): Point => ({
  ...{ period, value: null, status: null, source: null, refusal },
});

export const pointsOf = ({ points }: SeriesAnswer): Map<string, Point> =>
  new Map(points.map((point) => [point.period, point]));

/** The growth of each period on the same one a year before; across a declared break there is none. */
export function growthOf(
  points: ReadonlyMap<string, Point>,
  territory: string,
  breaks: readonly Break[],
): Map<string, Point> {
  return new Map(
    [...points].map(([period, { value, refusal }]) => {
      const base = points.get(yearBefore(period) ?? '');
      if (value === null) return [period, none(period, refusal)];
      if (breakBetween(yearBefore(period), period, territory, breaks))
        return [period, none(period, 'seriesBreak')];
      if (!base?.value) return [period, none(period, base?.refusal ?? 'noBase')];
      const growth = growthPct(value, base.value);
      return [
        period,
        growth === null ? none(period, 'nonPositiveBase') : { ...none(period, null), value: growth },
      ];
    }),
  );
}

/** The same line a year earlier, under the periods of now. */
export const aYearEarlier = (line: Line, name: string, periods: readonly string[]): Line => ({
  ...line,
  name,
  style: 'comparison',
  points: new Map(
    periods.flatMap((period) => {
      const point = line.points.get(yearBefore(period) ?? '');
      return point ? [[period, point]] : [];
    }),
  ),
});

/** The periods from the first to the last of which any line says something; those between stay, as gaps. */
export function spanned(periods: readonly string[], lines: readonly Line[]): string[] {
  const says = (period: string): boolean => lines.some(({ points }) => points.has(period));
  const first = periods.findIndex(says);
  return first < 0 ? [] : periods.slice(first, periods.findLastIndex(says) + 1);
}

/** The breaks that are declared for what is shown: within its periods, or for growth within the year before one of them. */
export function declaredWithin(
  periods: readonly string[],
  lines: readonly Line[],
  breaks: readonly Break[],
  isGrowth: boolean,
): Break[] {
  return breaks.filter((one) =>
    lines.some(
      (line) =>
        cutsIn(periods, line, [one]).length > 0 ||
        (isGrowth &&
          periods.some((period) => breakBetween(yearBefore(period), period, line.territory, [one]))),
    ),
  );
}

/** Before which of the periods a line is cut by a declared break. */
export function cutsIn(periods: readonly string[], { territory }: Line, breaks: readonly Break[]): number[] {
  return breaks
    .filter((one) => one.territory === null || one.territory === territory)
    .map(({ from }) => placeOf(periods, monthOf(from)))
    .filter((n) => n > 0);
}

/** The first of the periods that reaches a month; -1: none. */
const placeOf = (periods: readonly string[], month: number): number =>
  periods.findIndex((period) => (monthsOf(period)?.last ?? 0) >= month);

/** At which of the periods a mark stands: breaks declared for what is shown, and those that the API answers with. */
export function marksOf(
  periods: readonly string[],
  lines: readonly Line[],
  breaks: readonly Break[],
  names: { readonly break: string; readonly merger: string | null },
): { at: number; name: string }[] {
  const answered = periods.flatMap((period, n) =>
    lines.some(({ points }) => {
      const refusal = points.get(period)?.refusal;
      return typeof refusal === 'object' && refusal?.code === 'series-break';
    })
      ? [n]
      : [],
  );
  const broken = new Set([
    ...lines.flatMap((line) => cutsIn(periods, line, breaks)),
    ...answered.slice(0, 1),
  ]);
  const merged = names.merger === null ? -1 : placeOf(periods, monthOf('2025-07'));
  return [
    ...[...broken].filter((n) => n > 0).map((n) => ({ at: n, name: names.break })),
    ...(merged > 0 && names.merger !== null ? [{ at: merged, name: names.merger }] : []),
  ];
}
