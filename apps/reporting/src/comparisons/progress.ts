import type { Cell } from '@doit/contracts';
import { add, type Decimal, exactly, type Interval, percent, sub } from '@doit/reference';
import {
  countsTowardsPlan,
  isAmount,
  isOfPlansTime,
  isPlansEnd,
  monthsBefore,
  monthsLeft,
  type Case,
} from './case';
import { computed, implied, refused, shownPlaces, stated } from './cells';
import type { PlanKnown } from './plan';
import { quoteOf, quoteOfStated, type Quote } from './quotes';

/** The share of the plan that is reached, in per cent and unrounded. */
export interface Reached {
  readonly basis: Cell['basis'];
  readonly value: Decimal;
  readonly interval: Interval | null;
  readonly from: readonly Quote[];
}

/** How the figure stands to the plan: share reached, per cent above, amount above. */
export interface Progress {
  readonly planPct: Cell;
  readonly overPlanPct: Cell;
  readonly excess: Cell;
  readonly reached: Reached | null;
}

interface Printed {
  readonly share: Quote | null;
  readonly over: Quote | null;
  readonly excess: Quote | null;
}

/**
 * Computed where the plan is recorded or follows from the printed excess; else as printed; else by
 * share = 100 % + part above. A printed comparison is never recomputed from a plan that it implied itself.
 */
export function progressOf(asked: Case, plan: PlanKnown): Progress {
  const { actual } = asked;
  // An older document speaks of the plan of its own year.
  if (!isOfPlansTime(asked)) {
    const none = refused('no-figure', [asked.indicator.code]);
    return { planPct: none, overPlanPct: none, excess: none, reached: null };
  }
  const printed: Printed = {
    share: quoteOfStated(actual, 'planPct'),
    over: quoteOfStated(actual, 'overPlanPct'),
    excess: quoteOfStated(actual, 'excess'),
  };
  const reason = whyNot(asked, plan);
  if (!actual || reason) {
    const reached = countsTowardsPlan(asked) && printed.share ? asPrinted(printed.share) : null;
    return { ...onlyPrinted(printed, reason ?? refused('no-figure')), reached };
  }
  const figure = quoteOf(actual);
  const reached = reachedOf(figure, plan, printed);
  const noPlan = refused('no-plan', [asked.indicator.code]);
  const planPct = reached ? shareCell(reached) : noPlan;
  if (!isPlansEnd(asked)) {
    return { ...onlyPrinted(printed, refused('incomplete-months', monthsLeft(asked))), planPct, reached };
  }
  return {
    planPct,
    overPlanPct: overCell(reached, printed) ?? noPlan,
    excess: excessCell(figure, plan, printed) ?? noPlan,
    reached,
  };
}

function whyNot(asked: Case, plan: PlanKnown): Cell | null {
  const { actual, indicator } = asked;
  if (!actual) return refused('no-figure', [indicator.code]);
  if (!isAmount(asked)) return refused('not-comparable');
  if (asked.plan && asked.plan.unit !== actual.unit) return refused('different-definition');
  if (plan.from === 'recorded' && plan.quote.value.lte(0)) return refused('non-positive-base');
  return countsTowardsPlan(asked) ? null : refused('incomplete-months', monthsBefore(asked));
}

function onlyPrinted({ share, over, excess }: Printed, otherwise: Cell) {
  return {
    planPct: share ? stated(share) : otherwise,
    overPlanPct: over ? stated(over) : otherwise,
    excess: excess ? stated(excess) : otherwise,
  };
}

function reachedOf(figure: Quote, plan: PlanKnown, { share, over, excess }: Printed): Reached | null {
  if (plan.from === 'recorded') {
    const value = figure.value.div(plan.quote.value).mul(100);
    return {
      basis: 'computed',
      value,
      interval: percent(figure.interval, plan.quote.interval),
      from: [figure, plan.quote],
    };
  }
  if (plan.from === 'excess' && excess && figure.value.greaterThan(excess.value)) {
    const value = figure.value.div(figure.value.minus(excess.value)).mul(100);
    // 100 % + excess ÷ plan, since the figure itself stands in the plan too.
    const above = percent(excess.interval, plan.interval);
    return { basis: 'computed', value, interval: above && add(hundred, above), from: [figure, excess] };
  }
  if (share) return asPrinted(share);
  if (!over) return null;
  return {
    basis: 'implied',
    value: over.value.plus(100),
    interval: add(hundred, over.interval),
    from: [over],
  };
}

function asPrinted(share: Quote): Reached {
  return { basis: 'stated', value: share.value, interval: share.interval, from: [share] };
}

function shareCell({ basis, value, interval, from }: Reached): Cell {
  const [printed] = from;
  if (basis === 'stated' && printed) return stated(printed);
  if (basis === 'implied' && printed && interval) {
    return implied(interval, printed.decimals, '100 % + part above the plan', from);
  }
  return computed(value, interval, shownPlaces, 'figure ÷ plan × 100', from);
}

function overCell(reached: Reached | null, { share, over }: Printed): Cell | null {
  if (reached?.basis === 'computed') {
    const { value, interval, from } = reached;
    const above = interval && sub(interval, hundred);
    return computed(value.minus(100), above, shownPlaces, '(figure ÷ plan − 1) × 100', from);
  }
  if (over) return stated(over);
  return share && implied(sub(share.interval, hundred), share.decimals, 'share of the plan − 100 %', [share]);
}

function excessCell(figure: Quote, plan: PlanKnown, { excess }: Printed): Cell | null {
  if (plan.from === 'recorded') {
    const places = Math.max(figure.decimals, plan.quote.decimals);
    const above = sub(figure.interval, plan.quote.interval);
    return computed(figure.value.minus(plan.quote.value), above, places, 'figure − plan', [
      figure,
      plan.quote,
    ]);
  }
  if (excess) return stated(excess);
  return (
    plan.from &&
    implied(sub(figure.interval, plan.interval), figure.decimals, 'figure − implied plan', [figure])
  );
}

const hundred = exactly('100');
