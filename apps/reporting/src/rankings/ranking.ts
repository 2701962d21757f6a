import type { RankedTerritory } from '@doit/contracts';
import { Exact, decimal, type Decimal } from '@doit/reference';

/** A level of a territory in a span, as PostgreSQL gives it: the first span is what is ranked, a second its base. */
export interface Level {
  readonly target: string;
  readonly span: number;
  readonly value: string;
  readonly unit: string;
}

const hundred = new Exact(100);

/** Per territory: level ÷ base, in per cent, less `off`; territories without a positive base of the same unit are left out. */
export function percentOf(levels: readonly Level[], off: 0 | 100): Map<string, Decimal> {
  const baseOf = new Map(
    levels.flatMap((level) => (level.span === 2 ? [[level.target, level] as const] : [])),
  );
  return new Map(
    levels.flatMap(({ target, span, value, unit }) => {
      const base = baseOf.get(target);
      if (span !== 1 || !base || base.unit !== unit || decimal(base.value).lte(0)) return [];
      return [[target, decimal(value).div(base.value).mul(hundred).minus(off)] as const];
    }),
  );
}

/** Best first; equal values share a place, and the next one counts them (1, 2, 2, 4). */
export function ranked(values: ReadonlyMap<string, Decimal>, lessIsBetter: boolean): RankedTerritory[] {
  const better = (a: Decimal, b: Decimal): number => (lessIsBetter ? a.cmp(b) : b.cmp(a));
  const sorted = [...values].sort(([idA, a], [idB, b]) => better(a, b) || (idA < idB ? -1 : 1));
  let rank = 0;
  return sorted.map(([territory, value], at) => {
    const before = sorted[at - 1];
    if (!before || !before[1].eq(value)) rank = at + 1;
    return { rank, territory, value: value.toDecimalPlaces(12).toFixed() };
  });
}
