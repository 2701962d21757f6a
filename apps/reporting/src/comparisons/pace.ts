import type { Cell } from '@doit/contracts';
import { Exact, exactly, isCumulative, sub, type Decimal } from '@doit/reference';
import { isAmount, isPlansEnd, monthsBefore, type Case } from './case';
import { computed, refused, shownPlaces } from './cells';
import type { Progress } from './progress';

/** The share of the plan that is expected by now, and how far ahead (+) or behind (−) the figure is, in points. */
export interface Pace {
  readonly expectedPct: Cell;
  readonly gapPp: Cell;
}

/** Without a recorded scenario the year's plan is expected evenly, month by month, and the pace says that it is linear. */
export function paceOf(asked: Case, { reached, planPct }: Progress): Pace {
  const { indicator, period } = asked;
  // A stock was there before the year began; nothing says how it should grow within it.
  if (!isAmount(asked) || (indicator.kind === 'stock' && !isPlansEnd(asked))) {
    const cell = refused('not-comparable');
    return { expectedPct: cell, gapPp: cell };
  }
  if (!isPlansEnd(asked) && !isCumulative(period)) {
    const cell = refused('incomplete-months', monthsBefore(asked));
    return { expectedPct: cell, gapPp: cell };
  }
  const share = isPlansEnd(asked) ? new Exact(100) : new Exact(period.months).mul(100).div(12);
  const expectedPct = expected(share, isPlansEnd(asked));
  if (!reached) return { expectedPct, gapPp: planPct };
  const { value, interval, from } = reached;
  const point = exactly(share.toFixed());
  const formula = 'share of the plan reached − share expected by now';
  return {
    expectedPct,
    gapPp: computed(value.minus(share), interval && sub(interval, point), shownPlaces, formula, from),
  };
}

function expected(share: Decimal, isEnd: boolean): Cell {
  const formula = isEnd ? 'the plan’s whole period is over' : 'months passed ÷ 12 × 100';
  const cell = computed(share, null, shownPlaces, formula, []);
  if (!isEnd) cell.label = 'linear';
  return cell;
}
