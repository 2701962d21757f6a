import type { Break } from '../api/indicator';
import { monthOf, monthsOf } from '../words/periods';

/** The declared break between two periods of a territory, none within one: across it nothing is said of how a level changed. */
export function breakBetween(
  earlier: string | null,
  later: string,
  territory: string,
  breaks: readonly Break[],
): Break | undefined {
  const [before, after] = [earlier === null ? null : monthsOf(earlier), monthsOf(later)];
  if (!before || !after || earlier === later) return undefined;
  return breaks.find(
    (one) =>
      (one.territory === null || one.territory === territory) &&
      before.first < monthOf(one.from) &&
      monthOf(one.from) <= after.last,
  );
}
