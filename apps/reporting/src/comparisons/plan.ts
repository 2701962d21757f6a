import type { Cell } from '@doit/contracts';
import { add, div, exactly, sub, type Interval } from '@doit/reference';
import { countsTowardsPlan, isAmount, isOfPlansTime, isPlansEnd, type Case } from './case';
import { halfWidth, implied, refused, shown } from './cells';
import { quoteOf, quoteOfStated, type Quote } from './quotes';

/** The plan, as far as the figure can be held against it, and how it is known; from null: it cannot. */
export type PlanKnown =
  | { readonly from: 'recorded'; readonly quote: Quote; readonly cell: Cell }
  | {
      readonly from: 'excess' | 'planPct' | 'overPlanPct';
      readonly interval: Interval;
      readonly quotes: readonly Quote[];
      readonly cell: Cell;
    }
  | { readonly from: null; readonly cell: Cell };
type Implied = Extract<PlanKnown, { interval: Interval }>;

/** The recorded plan; else the narrowest one that the printed comparisons imply, roundings of the figure included. */
export function planOf(asked: Case): PlanKnown {
  const { actual, plan, indicator, refusals } = asked;
  if (plan) {
    const quote = quoteOf(plan);
    return isOfPlansTime(asked)
      ? { from: 'recorded', quote, cell: shown(plan) }
      : { from: null, cell: shown(plan) };
  }
  // What an older document prints beside a stock is about the plan of its own year.
  if (!isAmount(asked) || !isOfPlansTime(asked))
    return { from: null, cell: refusals?.plan ?? refused('no-plan', [indicator.code]) };
  const found = actual ? impliedPlans(asked, quoteOf(actual)) : [];
  const [narrowest] = found.sort((a, b) => widthOf(a.interval) - widthOf(b.interval));
  return narrowest ?? { from: null, cell: refusals?.plan ?? refused('no-plan', [indicator.code]) };
}

function impliedPlans(asked: Case, figure: Quote): Implied[] {
  // Beside a part of a year, "above the plan" may mean the plan of that part; only a share of the year's plan is clear.
  const excess = isPlansEnd(asked) ? quoteOfStated(asked.actual, 'excess') : null;
  const over = isPlansEnd(asked) ? quoteOfStated(asked.actual, 'overPlanPct') : null;
  const share = countsTowardsPlan(asked) ? quoteOfStated(asked.actual, 'planPct') : null;
  const found: Implied[] = [];
  const imply = (from: Implied['from'], printed: Quote, interval: Interval | null, formula: string): void => {
    if (interval === null) return;
    const quotes = [figure, printed];
    found.push({ from, interval, quotes, cell: implied(interval, figure.decimals, formula, quotes) });
  };
  if (excess) imply('excess', excess, sub(figure.interval, excess.interval), 'figure − excess');
  if (share) imply('planPct', share, wholeOf(figure, share.interval), 'figure ÷ share of the plan reached');
  if (over) {
    const whole = wholeOf(figure, add(hundred, over.interval));
    imply('overPlanPct', over, whole, 'figure ÷ (100 % + part above the plan)');
  }
  return found;
}

function wholeOf({ interval }: Quote, percent: Interval): Interval | null {
  const share = div(percent, hundred);
  return share && div(interval, share);
}

const widthOf = (interval: Interval): number => halfWidth(interval)?.toNumber() ?? Number.MAX_VALUE;
const hundred = exactly('100');
