import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { dimensionsOf, type Dimension, type Indicator } from '../../api/indicator';
import { useIndicators, useTerritories, type Territory } from '../../api/reference';
import { usePlace } from '../../app/place';
import { firstKnownYear, readPeriod } from '../../words/periods';
import { readBreakdown, valuesOf } from './dimensions';
import type { ExploreSearch, Frequency, MapOf, ShownNumber, View } from './search';
import { lastDayOf } from './time';

export const country = 'viet-nam';
/** The day on which the 63 became 34, and the last one before it. */
export const mapDays = { before: '2025-06-30', after: '2025-07-01' } as const;

/** What the address asks for, with what it leaves out filled in. */
export interface Asked {
  readonly view: View;
  readonly indicator: Indicator;
  readonly dimensions: readonly Dimension[];
  readonly breakdown: Readonly<Record<string, string>>;
  readonly split: Dimension | undefined;
  readonly number: ShownNumber;
  readonly frequency: Frequency;
  readonly cumulative: boolean;
  readonly from: number;
  readonly to: number;
  readonly period: string;
  readonly map: MapOf | undefined;
  readonly on: string | undefined;
  readonly asOf: string | undefined;
  readonly among: string | undefined;
  /** The units chosen one by one, as they are on the map asked for. */
  readonly territories: readonly string[];
  readonly beside: ReadonlySet<string>;
}

const spans = { month: 2, quarter: 5, year: 14 } as const;
const levels = ['flow', 'stock', 'index', 'peak'];
/** Whether growth can be computed of it. */
export const isLevel = ({ kind }: Indicator): boolean => levels.includes(kind);
export const isCumulated = ({ kind }: Indicator): boolean => kind === 'flow';
export const isPlanned = ({ kind }: Indicator): boolean => kind === 'flow' || kind === 'stock';
/** Views that show the members of a group. */
export const isOfMembers = (view: View): boolean => ['ranking', 'map', 'multiples'].includes(view);

export const useExploreSearch = (): ExploreSearch => useSearch({ from: '/explore' });

/** Changes what the address says; `undefined` takes it out. */
export function useChange() {
  const navigate = useNavigate({ from: '/explore' });
  return (change: ExploreSearch) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), resetScroll: false });
}

/** Undefined while the catalogue or the place is not known yet. */
export function useAsked(): Asked | undefined {
  const search = useExploreSearch();
  const { territory, period } = usePlace();
  const { data: indicators } = useIndicators();
  const { data: territories } = useTerritories();
  const usual = useUsualIndicator(territory, search.indicator === undefined ? period : undefined);
  const code = search.indicator ?? usual;
  const indicator = indicators?.get(code ?? '') ?? (code && indicators?.get('RETAIL'));
  if (!indicator || !territories || period === undefined) return undefined;
  const { view = 'line', map, asOf, among } = search;
  const dimensions = dimensionsOf(indicator);
  const split = dimensions.find((one) => one.name === search.split && valuesOf(one).length > 0);
  const given = readBreakdown(search.breakdown);
  const known = dimensions.filter(({ name }) => given[name] !== undefined && name !== split?.name);
  const frequency = search.frequency ?? usualFrequency(period, indicator);
  const to = Number(search.to ?? lastDayOf(period).slice(0, 4));
  const chosen = [territory, ...(search.with?.split(',') ?? [])];
  const number = search.number ?? 'value';
  return {
    ...{ view, indicator, dimensions, split, frequency, period, map, asOf, to },
    breakdown: Object.fromEntries(known.map(({ name }) => [name, given[name] ?? ''])),
    number: isPossible(number, indicator, view) ? number : 'value',
    cumulative:
      frequency === 'month' && isCumulated(indicator) && (search.cumulative ?? isRun(period)) === 'yes',
    from: Math.max(firstKnownYear, Math.min(to, Number(search.from ?? to - spans[frequency]))),
    on: map && mapDays[map],
    among: among ?? (isOfMembers(view) ? country : undefined),
    territories: [...new Set(chosen.flatMap((id) => onMap(territories, id, map)))],
    beside: new Set(search.beside?.split(',')),
  };
}

/** Shares of a plan are ranked, not drawn over time. */
export const isPossible = (number: ShownNumber, indicator: Indicator, view: View): boolean =>
  number === 'value' ||
  (number === 'yoyPct' ? isLevel(indicator) : isPlanned(indicator) && ['ranking', 'map'].includes(view));

const isRun = (period: string): 'yes' | 'no' => {
  const span = readPeriod(period);
  return span?.month === 1 && span.months > 1 && span.months < 12 ? 'yes' : 'no';
};

function usualFrequency(period: string, { frequency }: Indicator): Frequency {
  const months = readPeriod(period)?.months ?? 12;
  if (frequency === 'year' || months === 12) return 'year';
  return months === 3 || frequency === 'quarter' ? 'quarter' : 'month';
}

/** A unit as it is on the map: what it became part of, or what it was made of. */
export function onMap(all: ReadonlyMap<string, Territory>, id: string, map: MapOf | undefined): string[] {
  const unit = all.get(id);
  if (!unit || map === undefined) return [id];
  if (map === 'after')
    return unit.validTo === mapDays.before && unit.successors.length > 0 ? unit.successors : [id];
  return unit.validFrom === mapDays.after && unit.predecessors.length > 0 ? unit.predecessors : [id];
}

/** What the place is best known by: its first planned indicator, else the first there is. */
function useUsualIndicator(territory: string, period: string | undefined): string | undefined {
  const { data, isError } = useQuery({
    ...queries.queryOptions('get', '/v1/reporting/comparisons', {
      params: { query: { territory, period: period ?? '' } },
    }),
    enabled: period !== undefined,
  });
  if (isError) return 'RETAIL';
  const whole = data?.items.filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  const best = whole?.find(({ planPct }) => planPct.value !== null) ?? whole?.[0];
  return data && (best?.indicator ?? 'RETAIL');
}
