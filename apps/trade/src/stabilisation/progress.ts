import type { GoodsProgress, StabilisationProgress, TripsTo } from '@doit/contracts';
import { decimal, decimalText, essentialGoods, roundHalfAway } from '@doit/reference';

type GoodsHeld = Omit<GoodsProgress, 'unit' | 'percent' | 'isWithheld'>;

/** What the registers hold of a programme: sums of what is known, null where nothing is; and of how many enterprises they tell. */
export interface ProgressHeld extends Omit<StabilisationProgress, 'goods' | 'loanLeftMn'> {
  readonly goods: GoodsHeld[];
  readonly commitments: number;
  /** Enterprises that were given a loan, of known amount and not nothing, and those that went on trips whose revenue is known. */
  readonly lent: number;
  readonly travelling: number;
}

/** Sums of fewer enterprises than this would tell one of them, or two what the other did. */
const fewest = 3;

/** How a programme comes on. No commitments come to nothing; of commitments of which nothing is known nobody knows what. */
export function progressOf({
  commitments,
  lent: _,
  travelling: __,
  ...held
}: ProgressHeld): StabilisationProgress {
  const { loanSupportMn } = held;
  const loansMn = commitments === 0 ? '0' : held.loansMn;
  const left = loanSupportMn === null || loansMn === null ? null : decimal(loanSupportMn).minus(loansMn);
  const goods = held.goods.map((each) => goodsOf(each));
  return { ...held, goods, loansMn, loanLeftMn: left && decimalText(left) };
}

/**
 * The same as everybody is shown it: no sum of fewer than three enterprises, and of goods what was sold only where it is known of
 * all, since the others would follow.
 */
export function progressForEverybody(held: ProgressHeld): StabilisationProgress {
  const isLent = held.commitments === 0 || held.lent >= fewest;
  const whole: Omit<StabilisationProgress, never> = progressOf({
    ...held,
    ...(!isLent && { loansMn: null }),
    // Who went where is public, so that of one destination it would often be told what one enterprise sold.
    trips: withoutRevenue(held.trips),
    revenueMn: held.travelling >= fewest ? held.revenueMn : null,
  });
  return { ...whole, goods: held.goods.map(goodsForEverybody) };
}

function goodsForEverybody(held: GoodsHeld): GoodsProgress {
  const isFew = held.enterprises < fewest;
  if (held.commitments === 0 || !(isFew || held.withoutSold > 0)) return goodsOf(held);
  const shown = { ...held, sold: null, committedWithSold: null };
  return goodsOf(isFew ? { ...shown, committed: null } : shown, true);
}

function goodsOf(held: GoodsHeld, isWithheld = false): GoodsProgress {
  const { goods, commitments, sold, committedWithSold } = held;
  return {
    ...held,
    unit: essentialGoods.find(({ code }) => code === goods)?.unit ?? '',
    ...(commitments === 0 && { committed: '0', sold: '0' }),
    percent: percentOf(sold, committedWithSold),
    isWithheld,
  };
}

/** A sum over a sum, of the same commitments. */
function percentOf(sold: string | null, committed: string | null): string | null {
  if (sold === null || committed === null || decimal(committed).isZero()) return null;
  return decimalText(roundHalfAway(decimal(sold).times(100).dividedBy(committed), 2));
}

/** The same trips without what they sold. */
export const withoutRevenue = (trips: readonly Omit<TripsTo, never>[]): TripsTo[] =>
  trips.map((each) => ({ ...each, revenueMn: null }));
