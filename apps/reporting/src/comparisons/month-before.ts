import type { Cell } from '@doit/contracts';
import type { Case } from './case';
import { refused } from './cells';
import { changeOn } from './change';
import type { Known } from './quotes';

/** The change on the month before: of a single month only, for longer periods have no month before them. */
export function onMonthBefore(asked: Case, before: Known | null): Cell {
  if (asked.period.months !== 1) return refused('not-comparable');
  return changeOn(asked, before, 'momPct', '(figure ÷ figure of the month before − 1) × 100');
}
