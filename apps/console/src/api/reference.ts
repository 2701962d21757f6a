import { useQuery } from '@tanstack/react-query';
import { queries } from './client';
import type { InBoth } from '../words/languages';
import type { components } from './schema';

export type Territory = components['schemas']['TerritoryEntry'];
export type Indicator = components['schemas']['IndicatorEntry'];

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

/** What an indicator can be broken down by. The description of the API leaves its form open, so it is read with care. */
export interface Dimension {
  readonly name: string;
  readonly label: InBoth;
  readonly required: boolean;
  /** What may stand in it, where that is a list; null: anything of a form. */
  readonly values: readonly string[] | null;
  /** What its values are called. */
  readonly names: Readonly<Record<string, InBoth>>;
  /** Whether these keep their capitals within a sentence. */
  readonly hasProperNames: boolean;
  /** The only unit that a value is counted in. */
  readonly units: Readonly<Record<string, string>>;
}

/** From which month on the levels of a territory (null: of all) are computed in another way. */
export interface Break {
  readonly territory: string | null;
  readonly from: string;
  readonly note: InBoth;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (given: unknown): given is Fields => typeof given === 'object' && given !== null;
const isText = (given: unknown): given is string => typeof given === 'string';

function inBoth(given: unknown): InBoth {
  const { vi, en } = isFields(given) ? given : {};
  return { vi: isText(vi) ? vi : '', en: isText(en) ? en : '' };
}

function each<T>(given: unknown, read: (one: unknown) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(isFields(given) ? given : {}).map(([key, one]) => [key, read(one)]),
  );
}

export function dimensionsOf({ dimensions }: Indicator): Dimension[] {
  return dimensions
    .filter(isFields)
    .map(({ name, label, required, values, names, hasProperNames, units }) => ({
      name: isText(name) ? name : '',
      label: inBoth(label),
      required: required === true,
      values: Array.isArray(values) ? values.filter(isText) : null,
      names: each(names, inBoth),
      hasProperNames: hasProperNames === true,
      units: each(units, String),
    }));
}

export function breaksOf({ seriesVersions }: Indicator): Break[] {
  return seriesVersions
    .filter(isFields)
    .flatMap(({ territory, from, note }) =>
      isText(from) ? [{ territory: isText(territory) ? territory : null, from, note: inBoth(note) }] : [],
    );
}
