import type { Cell, RecordedObservation } from '@doit/contracts';
import { type Decimal, Exact, exactly, type Interval, isCumulative, percent, sub } from '@doit/reference';
import { isAmount, isPlansEnd, monthsBefore, type Case } from './case';
import { computed, implied, middleOf, refused, shownPlaces } from './cells';
import { coverOf, sumOf } from './cover';
import type { PlanKnown } from './plan';
import type { Progress } from './progress';
import type { Quote } from './quotes';

/** The share of the plan that is expected by now, and how far ahead (+) or behind (−) the figure is, in points. */
export interface Pace {
  readonly expectedPct: Cell;
  readonly gapPp: Cell;
}

/**
 * What the recorded scenario expects by now, as a share of the plan; without one that covers the months passed, the
 * plan is expected evenly, month by month, and the pace says that it is linear.
 * @param scenario its latest vintages
 */
export function paceOf(
  asked: Case,
  plan: PlanKnown,
  { reached, planPct }: Progress,
  scenario: readonly RecordedObservation[],
): Pace {
  const { indicator, period } = asked;
  const neither = (cell: Cell): Pace => ({ expectedPct: cell, gapPp: cell });
  // A stock was there before the year began; nothing says how it should grow within it.
  if (!isAmount(asked) || (indicator.kind === 'stock' && !isPlansEnd(asked)))
    return neither(refused('not-comparable'));
  if (!isPlansEnd(asked) && !isCumulative(period))
    return neither(refused('incomplete-months', monthsBefore(asked)));
  const { share, cell } = expectedOf(asked, plan, scenario);
  if (!share) return neither(cell);
  if (!reached) return { expectedPct: cell, gapPp: planPct };
  const formula = 'share of the plan reached − share expected by now';
  const distance = reached.interval && share.interval && sub(reached.interval, share.interval);
  const from = [...reached.from, ...share.from];
  if (cell.basis === 'implied' && distance)
    return { expectedPct: cell, gapPp: implied(distance, shownPlaces, formula, from) };
  return {
    expectedPct: cell,
    gapPp: computed(reached.value.minus(share.value), distance, shownPlaces, formula, from),
  };
}

interface Share {
  readonly value: Decimal;
  readonly interval: Interval | null;
  readonly from: readonly Quote[];
}

/** The share expected, unrounded, and its cell; no share where that is refused. */
interface Expected {
  readonly share: Share | null;
  readonly cell: Cell;
}

function expectedOf(asked: Case, plan: PlanKnown, scenario: readonly RecordedObservation[]): Expected {
  if (isPlansEnd(asked)) return evenly(new Exact(100), 'the plan’s whole period is over');
  const cover = coverOf(asked.period, scenario);
  if (cover) return byScenario(asked, plan, cover);
  const even = evenly(new Exact(asked.period.months).mul(100).div(12), 'months passed ÷ 12 × 100');
  even.cell.label = 'linear';
  return even;
}

function evenly(value: Decimal, formula: string): Expected {
  const share = { value, interval: exactly(value.toFixed()), from: [] };
  return { share, cell: computed(value, null, shownPlaces, formula, []) };
}

function byScenario(asked: Case, plan: PlanKnown, cover: readonly RecordedObservation[]): Expected {
  const cell = scenarioRefusal(asked, plan, cover);
  if (cell) return { share: null, cell };
  const expected = sumOf(cover);
  const formula = 'scenario up to now ÷ plan × 100';
  if (plan.from === 'recorded') {
    const { quote } = plan;
    const value = expected.value.div(quote.value).mul(100);
    const share = {
      value,
      interval: percent(expected.interval, quote.interval),
      from: [...expected.from, quote],
    };
    return labelled(share, computed(share.value, share.interval, shownPlaces, formula, share.from));
  }
  const interval = plan.from && percent(expected.interval, plan.interval);
  const value = interval && middleOf(interval);
  // Nothing bounds the plan that a source implies by a figure of "at least": no share of it is known.
  if (!plan.from || !interval || !value)
    return { share: null, cell: refused('no-plan', [asked.indicator.code]) };
  const share = { value, interval, from: [...expected.from, ...plan.quotes] };
  return labelled(share, implied(interval, shownPlaces, formula, share.from));
}

function scenarioRefusal(asked: Case, plan: PlanKnown, cover: readonly RecordedObservation[]): Cell | null {
  if (plan.from === null) return refused('no-plan', [asked.indicator.code]);
  const unit = plan.from === 'recorded' ? asked.plan?.unit : asked.actual?.unit;
  if (cover.some((part) => part.unit !== unit)) return refused('different-definition');
  if (plan.from === 'recorded' && plan.quote.value.lte(0)) return refused('non-positive-base');
  return null;
}

function labelled(share: Share, cell: Cell): Expected {
  cell.label = 'scenario';
  return { share, cell };
}
