import type { ComparisonItem } from '@doit/contracts';
import { comparisonsOf } from '../src/comparisons/comparison';
import type { Found } from '../src/comparisons/standing';
import { standingWith } from './published';

/** How the published figures of an indicator, and others beside them, compare; a test that names none is wrong. */
export function compared(
  territory: string,
  period: string,
  code: string,
  more: readonly Found[] = [],
): ComparisonItem {
  const items = comparisonsOf(standingWith(territory, period, more));
  const found = items.find(({ indicator }) => indicator === code);
  if (!found) throw new Error(code);
  return found;
}
