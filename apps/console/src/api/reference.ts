import { useQuery } from '@tanstack/react-query';
import { queries } from './client';
import type { Indicator } from './indicator';
import type { components } from './schema';

export type Territory = components['schemas']['TerritoryEntry'];

const forGood = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

/** All units, regions and groups, of all times, by id. */
export function useTerritories() {
  return useQuery({
    ...queries.queryOptions('get', '/v1/territories', { params: { query: { limit: 500 } } }),
    ...forGood,
    select: byId,
  });
}
const byId = ({ items }: { items: Territory[] }) => new Map(items.map((one) => [one.id, one]));

/** The catalogue of indicators, by code. It is large: not for what is drawn first. */
export function useIndicators(enabled = true) {
  return useQuery({ ...queries.queryOptions('get', '/v1/indicators'), ...forGood, select: byCode, enabled });
}
const byCode = ({ items }: { items: Indicator[] }) => new Map(items.map((one) => [one.code, one]));

/** Names of units in both languages, by code. */
export function useUnits() {
  return useQuery({ ...queries.queryOptions('get', '/v1/units'), ...forGood, select: unitsByCode });
}
const unitsByCode = ({ items }: { items: components['schemas']['UnitEntry'][] }) =>
  new Map(items.map((one) => [one.code, one.name]));
