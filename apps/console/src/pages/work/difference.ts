import type { Observation } from '../../api/observations';
import { breaksOf, type Break, type Indicator } from '../../api/indicator';
import { breakBetween } from '../../figures/breaks';
import { difference, growthPct } from '../../figures/decimals';
import type { Language } from '../../words/languages';
import { writeNumber } from '../../words/numbers';
import { shortUnits } from '../../words/units';

/** A change, and what it is counted in: per cent, or percentage points. */
export interface Change {
  readonly amount: string;
  readonly unit: 'PCT' | 'PP';
}
/** Why there is none: the series was broken between them. */
export interface Broken {
  readonly broken: Break;
}
/** What is held against another: a value of a period. */
export type Figure = Pick<Observation, 'value' | 'unit' | 'period'>;
/** What it is held against. */
export type Base = Figure & Pick<Observation, 'territory'>;

/**
 * What a figure has changed by on another: what is itself counted in per cent by points, all else by per cent, to one decimal. Null where
 * that says nothing: of ranks, of rates that are counted otherwise, where the units differ. Across a declared break, the break.
 */
export function changeOf(
  { kind, seriesVersions }: Pick<Indicator, 'kind' | 'seriesVersions'>,
  figure: Figure,
  base: Base | undefined,
): Change | Broken | null {
  if (!base || base.unit !== figure.unit || kind === 'rank') return null;
  const inPoints = figure.unit === 'PCT' || figure.unit === 'PP';
  if (!inPoints && kind === 'rate') return null;
  const broken = breakBetween(base.period, figure.period, base.territory, breaksOf({ seriesVersions }));
  if (broken) return { broken };
  const amount = inPoints ? difference(figure.value, base.value) : growthPct(figure.value, base.value, 1);
  return amount === null ? null : { amount, unit: inPoints ? 'PP' : 'PCT' };
}

/** As it stands in a column: `+9,6%`, `+2 điểm %`. */
export const writeChange = ({ amount, unit }: Change, language: Language): string =>
  `${writeNumber(amount, language, { signed: true })}${unit === 'PCT' ? '%' : ` ${shortUnits.PP?.[language] ?? ''}`}`;

/** Whether a change is more than so many per cent, up or down. */
export const exceeds = (pct: string, most: number): boolean => Math.abs(Number(pct)) > most;
