import type { Cell } from '@doit/contracts';
import { percent, sub } from '@doit/reference';
import type { Case } from './case';
import { computed, refused, shownPlaces } from './cells';
import { differenceIn } from './change';
import { quoteOf, type Known } from './quotes';
import { figureIn, type Standing } from './standing';
import { areOfOneMeasure, wholeOf } from './wholes';

/** What a part is of its total, how that changed in a year, and what it added to the total's growth. */
export interface WithinWhole {
  readonly sharePct: Cell;
  readonly shareChangePp: Cell;
  readonly contributionPp: Cell;
}

/** Null where the figure is a part of nothing that the catalogue knows. */
export function withinWholeOf(asked: Case, { actual, previous }: Standing): WithinWhole | null {
  const { actual: part, previous: partBefore } = asked;
  const code = part && wholeOf({ ...asked, figure: part });
  if (!part || code === null) return null;
  const [now, then] = [
    shareOf(part, figureIn(actual, code), code),
    shareOf(partBefore, figureIn(previous, code), code),
  ];
  const sharePct =
    now.refusal ?? computed(now.value, now.interval, shownPlaces, 'part ÷ total × 100', now.from);
  return {
    sharePct,
    shareChangePp: changeOfShare(asked, now, then),
    contributionPp: contributionOf(asked, figureIn(previous, code), code),
  };
}

type Share = ReturnType<typeof shareOf>;

function shareOf(part: Known | null, total: Known | null, code: string) {
  const none = (refusal: Cell) => ({ value: null, interval: null, from: null, refusal }) as const;
  if (!part || !total) return none(refused('no-figure', [code]));
  if (!areOfOneMeasure(part, total)) return none(refused('different-definition'));
  const [piece, whole] = [quoteOf(part), quoteOf(total)];
  if (whole.value.lte(0)) return none(refused('non-positive-base'));
  const value = piece.value.div(whole.value).mul(100);
  const interval = percent(piece.interval, whole.interval);
  return { value, interval, from: [piece, whole], refusal: null } as const;
}

function changeOfShare({ indicator, actual, previous }: Case, now: Share, then: Share): Cell {
  if (now.refusal) return now.refusal;
  if (then.refusal) return refused('base-unknown', [indicator.code]);
  const refusal = actual && previous && differenceIn(indicator, previous, actual);
  if (refusal) return refusal;
  const interval = now.interval && then.interval && sub(now.interval, then.interval);
  const formula = 'share − share of the previous year';
  return computed(now.value.minus(then.value), interval, shownPlaces, formula, [...now.from, ...then.from]);
}

/** The part's own change, over the total of the previous year. */
function contributionOf(
  { indicator, actual, previous }: Case,
  totalBefore: Known | null,
  code: string,
): Cell {
  if (!actual) return refused('no-figure', [indicator.code]);
  if (!previous || !totalBefore) return refused('base-unknown', [previous ? code : indicator.code]);
  const refusal = differenceIn(indicator, previous, actual);
  if (refusal) return refusal;
  if (!areOfOneMeasure(previous, totalBefore)) return refused('different-definition');
  const [part, before, total] = [quoteOf(actual), quoteOf(previous), quoteOf(totalBefore)];
  if (total.value.lte(0)) return refused('non-positive-base');
  const value = part.value.minus(before.value).div(total.value).mul(100);
  const interval = percent(sub(part.interval, before.interval), total.interval);
  const formula = '(part − part of the previous year) ÷ total of the previous year × 100';
  return computed(value, interval, shownPlaces, formula, [part, before, total]);
}
