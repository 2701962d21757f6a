import type { Observation } from '../../api/observations';
import { breaksOf, type Break, type Indicator } from '../../api/indicator';
import { breakBetween } from '../../figures/breaks';
import type { Language } from '../../words/languages';
import { writeNumber } from '../../words/numbers';
import { shortUnits } from '../../words/units';

const places = 12;

/** A decimal text as a whole number of its last place: exact, as no float is. */
function scaled(text: string): bigint | null {
  const found = /^(-?)(\d+)(?:\.(\d{1,12}))?$/.exec(text);
  if (!found) return null;
  const [, minus = '', whole = '', part = ''] = found;
  return BigInt(`${minus}${whole}${part.padEnd(places, '0')}`);
}

/**
 * By how many per cent a value differs from another, to one decimal, half away from zero; null where the base is zero or
 * below: no per cent says anything then.
 */
export function changePct(value: string, base: string): string | null {
  const [a, b] = [scaled(value), scaled(base)];
  if (a === null || b === null || b <= 0n) return null;
  const doubled = (a - b) * 2000n;
  const rounded = (doubled + (doubled < 0n ? -b : b)) / (2n * b);
  const sign = rounded < 0n ? '-' : '';
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(2, '0');
  return `${sign}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** By how many percentage points, as exactly as both were written. */
function changePp(value: string, base: string): string | null {
  const [a, b] = [scaled(value), scaled(base)];
  if (a === null || b === null) return null;
  const difference = a - b;
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const decimals = Math.max(...[value, base].map((text) => text.split('.')[1]?.length ?? 0));
  const part = digits.slice(-places).slice(0, decimals);
  return `${difference < 0n ? '-' : ''}${digits.slice(0, -places)}${part && `.${part}`}`;
}

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
 * What a figure has changed by on another: what is itself counted in per cent by points, all else by per cent. Null where
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
  const amount = (inPoints ? changePp : changePct)(figure.value, base.value);
  return amount === null ? null : { amount, unit: inPoints ? 'PP' : 'PCT' };
}

/** As it stands in a column: `+9,6%`, `+2 điểm %`. */
export const writeChange = ({ amount, unit }: Change, language: Language): string =>
  `${writeNumber(amount, language, { signed: true })}${unit === 'PCT' ? '%' : ` ${shortUnits.PP?.[language] ?? ''}`}`;

/** Whether a change is more than so many per cent, up or down. */
export const exceeds = (pct: string, most: number): boolean => Math.abs(Number(pct)) > most;
