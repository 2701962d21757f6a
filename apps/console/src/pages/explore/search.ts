import { day, oneIn, textIn, type Search } from '../../app/search';

export const views = ['line', 'bar', 'multiples', 'ranking', 'map', 'table'] as const;
export const numbers = ['value', 'yoyPct', 'planPct'] as const;
export const frequencies = ['month', 'quarter', 'year'] as const;
/** Territories as they were before the mergers of 1 July 2025, or as they are since. */
export const maps = ['before', 'after'] as const;
export type View = (typeof views)[number];
export type ShownNumber = (typeof numbers)[number];
export type Frequency = (typeof frequencies)[number];
export type MapOf = (typeof maps)[number];

/** All that the page shows stands in its address. */
export interface ExploreSearch {
  view?: View | undefined;
  indicator?: string | undefined;
  /** `component=goods~scope=…` */
  breakdown?: string | undefined;
  /** The dimension whose values are shown side by side. */
  split?: string | undefined;
  number?: ShownNumber | undefined;
  frequency?: Frequency | undefined;
  cumulative?: 'yes' | 'no' | undefined;
  /** First and last year. */
  from?: string | undefined;
  to?: string | undefined;
  map?: MapOf | undefined;
  asOf?: string | undefined;
  /** The group whose members are shown. */
  among?: string | undefined;
  /** Further territories, with commas. */
  with?: string | undefined;
  /** What stands beside it for comparison: `nation,plan,lastYear`. */
  beside?: string | undefined;
}

const year = /^(19|20|21)\d\d$/;
const code = /^[A-Z0-9_]{2,40}$/;
const ids = /^[a-z0-9,+-]{2,400}$/;

export function readExploreSearch(search: Search): ExploreSearch {
  return {
    view: oneIn(search, 'view', views),
    indicator: textIn(search, 'indicator', code),
    breakdown: textIn(search, 'breakdown', /^[\w.=~-]{3,200}$/),
    split: textIn(search, 'split', /^[a-zA-Z]{2,40}$/),
    number: oneIn(search, 'number', numbers),
    frequency: oneIn(search, 'frequency', frequencies),
    cumulative: oneIn(search, 'cumulative', ['yes', 'no']),
    from: textIn(search, 'from', year),
    to: textIn(search, 'to', year),
    map: oneIn(search, 'map', maps),
    asOf: textIn(search, 'asOf', day),
    among: textIn(search, 'among', ids),
    with: textIn(search, 'with', ids),
    beside: textIn(search, 'beside', /^[a-zA-Z,]{2,40}$/),
  };
}
