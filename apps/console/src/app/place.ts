import { useQueries } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../api/client';
import { useTerritories } from '../api/reference';
import { periodKey, readPeriod } from '../words/periods';
import { useSignIn } from './account';
import { useNaming } from './settings';

const kept = 'doit.territory';
const country = 'viet-nam';

/** Territory and period are chosen once, stand in the address, and hold on every page. */
export interface Place {
  readonly territory: string;
  readonly territoryName: string;
  /** Undefined while it is not known what the territory's latest figures speak of. */
  readonly period: string | undefined;
  choose: (place: { territory?: string; period?: string }) => void;
}

export function usePlace(): Place {
  const search = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const naming = useNaming();
  const { account, pending } = useSignIn();
  const { data: territories } = useTerritories();
  const own = account?.territories.find((one) => one !== '*');
  const territory = search.territory ?? own ?? localStorage.getItem(kept) ?? country;
  const latest = useLatestPeriod(territory, search.period === undefined && !pending);
  const name = territories?.get(territory)?.name;
  return {
    territory,
    territoryName: name ? naming(name) : '',
    period: search.period ?? latest,
    choose: (place) => {
      if (place.territory) localStorage.setItem(kept, place.territory);
      void navigate({ to: '.', search: (before) => ({ ...before, ...place }) });
    },
  };
}

/** What the newest published figures of the departments speak of. */
function useLatestPeriod(territory: string, enabled: boolean): string | undefined {
  const params = { params: { query: { territory: [territory], measure: ['actual' as const], limit: 100 } } };
  const found = useQueries({
    queries: [
      { ...queries.queryOptions('get', '/v1/trade/observations', params), enabled },
      { ...queries.queryOptions('get', '/v1/export-import/observations', params), enabled },
      { ...queries.queryOptions('get', '/v1/industry/observations', params), enabled },
    ],
  });
  if (!enabled || found.some(({ isPending }) => isPending)) return undefined;
  const periods = found.flatMap(({ data }) => data?.items.map(({ period }) => period) ?? []);
  return latestOf(periods) ?? lastYear();
}

/** The period that ends last; of those the longest within its year, for that is what a plan is held against. */
export function latestOf(periods: readonly string[]): string | undefined {
  const spans = periods.flatMap((text) => readPeriod(text) ?? []);
  const end = ({ year, month, months }: { year: number; month: number; months: number }) =>
    year * 12 + month + months;
  const [last] = spans.sort((a, b) => end(b) - end(a));
  if (!last) return undefined;
  const through = last.month + last.months - 1;
  return periodKey({ year: last.year, month: 1, months: Math.min(through, 12) });
}

const lastYear = (): string => String(new Date().getFullYear() - 1);
