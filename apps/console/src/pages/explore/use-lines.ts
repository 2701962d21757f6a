import { useQueries, useQuery } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { breaksOf } from '../../api/indicator';
import { useTerritories, type Territory } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import { firstKnownYear } from '../../words/periods';
import { country, type Asked } from './asked';
import { nameOfValue, valuesOf } from './dimensions';
import { aYearEarlier, growthOf, pointsOf, spanned, type Line, type Point, type SeriesAnswer } from './lines';
import { periodsOf, runTo } from './time';
import { words as both } from './words';

/** Side by side stand at most so many values of a dimension. */
export const mostParts = 12;
/** One answer of the API has at most so many points. */
const mostPoints = 5000;
const today = new Date().toISOString().slice(0, 10);

/** Provinces and cities of a group (or of the country) on a day. */
export function useMembers(group: string | undefined, day: string) {
  return useQuery({
    ...queries.queryOptions('get', '/v1/territories', {
      params: { query: { on: day, limit: 500, ...(group && group !== country && { group }) } },
    }),
    enabled: group !== undefined,
    select: ({ items }: { items: Territory[] }) =>
      items.filter(({ type }) => type === 'province' || type === 'city'),
  });
}

/** On which day the members of a group are meant: that of the map, else the end of what is shown. */
export function dayOf({ on, to }: Asked, group: Territory | undefined): string {
  const end = `${to}-12-31` < today ? `${to}-12-31` : today;
  return on ?? (group?.validTo && group.validTo < end ? group.validTo : end);
}

interface Lines {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly lines: readonly Line[];
  readonly periods: readonly string[];
}

/** The series asked for, named, as values or growth, with what stands beside them. */
export function useLines(asked: Asked): Lines {
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const { indicator, breakdown, split, number, frequency, from, to, on, asOf, among, beside } = asked;
  const members = useMembers(among, dayOf(asked, territories?.get(among ?? '')));
  const own = among === undefined ? asked.territories : members.data?.map(({ id }) => id);
  const withNation = beside.has('nation') && !own?.includes(country);
  const shown = own && [...own, ...(withNation ? [country] : [])];
  const parts: Record<string, string>[] = split
    ? valuesOf(split)
        .slice(0, mostParts)
        .map((value) => ({ [split.name]: value }))
    : [{}];
  const singly = periodsOf(from, to, frequency);
  const slices = slicesOf(shown ?? [], periodsOf(from - 1, to, frequency).length);
  const asking = parts.flatMap((part) => slices.map((territory) => ({ part, territory })));
  const answers = useQueries({
    queries: asking.map(({ part, territory }) => ({
      ...queries.queryOptions('get', '/v1/reporting/series', {
        params: {
          query: {
            ...breakdown,
            ...part,
            indicator: [indicator.code],
            territory,
            // A year more, on which growth is reckoned.
            from: String(Math.max(from - 1, firstKnownYear)),
            to: String(to),
            frequency,
            on,
            asOf,
            cumulative: asked.cumulative || undefined,
            computed: undefined,
          },
        },
      }),
      enabled: shown !== undefined && shown.length > 0,
    })),
  });
  const periods = asked.cumulative ? singly.map(runTo) : singly;
  const nameOf = ({ territory, dimensions }: SeriesAnswer): string => {
    const unit = territories?.get(territory)?.name;
    const part = split && dimensions[split.name];
    const names = [
      ...(part ? [nameOfValue(split, part, language)] : []),
      ...(unit && (!part || (shown?.length ?? 0) > 1) ? [naming(unit)] : []),
    ];
    return names.join(', ');
  };
  const lines = answers
    .flatMap(({ data }) => data?.series ?? [])
    .map((series): Line => {
      const points = pointsOf(series);
      const isBeside = series.territory === country && withNation;
      return {
        ...{ name: nameOf(series), territory: series.territory, dimensions: series.dimensions },
        unit: number === 'value' ? (series.unit ?? indicator.unit) : 'PCT',
        style: isBeside ? 'comparison' : 'actual',
        points: number === 'yoyPct' ? growthOf(points, series.territory, breaksOf(indicator)) : points,
      };
    })
    .map((line) => ({ ...line, points: within(line.points, periods, beside.has('lastYear')) }));
  const drawn = lines.filter(({ points }) => points.size > 0);
  const shownPeriods = spanned(periods, drawn);
  const [only] = drawn;
  const earlier =
    only && drawn.length === 1 && beside.has('lastYear') && frequency !== 'year'
      ? [aYearEarlier(only, words.lastYear, shownPeriods)]
      : [];
  const failed = [members, ...answers].find(
    ({ data, error, failureReason }) => data === undefined && (error ?? failureReason),
  );
  return {
    isPending: shown === undefined || (shown.length > 0 && answers.some(({ data }) => data === undefined)),
    error: failed && (failed.error ?? failed.failureReason),
    retry: () => void failed?.refetch(),
    lines: [...drawn, ...earlier],
    periods: shownPeriods,
  };
}

/** Territories in as few questions as the API's limit lets, of about as many each. */
function slicesOf(territories: readonly string[], periods: number): string[][] {
  const fitting = Math.max(1, Math.floor(mostPoints / Math.max(1, periods)));
  const questions = Math.ceil(territories.length / fitting);
  const each = Math.ceil(territories.length / Math.max(1, questions));
  return Array.from({ length: questions }, (_, n) => territories.slice(n * each, (n + 1) * each)).filter(
    (slice) => slice.length > 0,
  );
}

/** What lies in the years asked for; the year before them only where it is shown beside. */
function within(
  points: ReadonlyMap<string, Point>,
  periods: readonly string[],
  andBefore: boolean,
): ReadonlyMap<string, Point> {
  if (andBefore) return points;
  const asked = new Set(periods);
  return new Map([...points].filter(([period]) => asked.has(period)));
}
