import type { BothLanguages, Cell, CheckResult } from '@doit/contracts';
import { decimal, meets, unit, type Indicator, type Locale } from '@doit/reference';
import { canBeSummed, checkSplit, mayShare, sumOfParts } from '../checks/parts-checks';
import { both, cannotTell, said, saidAbout } from '../checks/verdict';
import { quoteOf, type Known } from '../comparisons/quotes';
import type { SumOrNot } from './sums';

interface Stated {
  readonly indicator: Indicator;
  readonly by: string;
  readonly total: Known | null;
  /** The figures of the parts that have one. */
  readonly parts: readonly Known[];
  readonly sum: SumOrNot;
  readonly rest: Cell;
}

/**
 * Parts that nobody lists against their total: they contradict it where they come to more, agree where they come to all of
 * it, and leave a rest else, of which nothing follows.
 */
export function checkStated(stated: Stated): CheckResult {
  const { indicator, by, total, parts, sum } = stated;
  const added = parts.filter((each) => total && canBeSummed(total, each));
  if (total && !isOfOwnGroups(stated) && !('refusal' in sum) && added.length === parts.length) {
    const leavesNothing = meets(quoteOf(total).interval, sum.sum.interval);
    const isComplete = leavesNothing && added.length <= mostTold;
    const split = { ...sumOfParts, whole: total, parts: added, isComplete };
    const [found] = checkSplit({ ...split, isSigned: indicator.code === 'TRADE_BALANCE' });
    if (found) return Object.assign(found, { lineage: found.lineage.slice(0, mostInputs) });
  }
  const missing = 'refusal' in sum ? (sum.refusal.refusal?.missing ?? []) : [`${indicator.code} ${by}=…`];
  const told = cannotTell({
    ...sumOfParts,
    indicators: [indicator.code],
    statement: both((language) =>
      total ? `${indicator.name[language]}: ${saidTotal(total, language)}` : indicator.name[language],
    ),
    message: messageOf(stated),
    missing: (total ? missing : [indicator.code]).slice(0, mostMissing),
    from: [...(total ? [total] : []), ...parts.slice(0, mostTold)].map(quoteOf),
  });
  return Object.assign(told, { lineage: told.lineage.slice(0, mostInputs) });
}

/** What a result has room for. */
const [mostTold, mostInputs, mostMissing] = [90, 100, 20];

/** Groups of goods of a source's own may contain each other. */
function isOfOwnGroups({ indicator, by, parts }: Stated): boolean {
  const dimension = indicator.dimensions.find(({ name, overlaps }) => name === by && !overlaps);
  return dimension !== undefined && parts.some((each) => mayShare(dimension, each));
}

const ownGroups = {
  vi: 'Có nhóm hàng không thuộc danh mục của hải quan, có thể chứa nhau nên tổng các nhóm không chứng tỏ được gì.',
  en: 'Some commodity groups are not of the customs list and may contain each other, so that their sum proves nothing.',
};

function messageOf(stated: Stated): BothLanguages {
  const { total, parts, sum, rest } = stated;
  if ('refusal' in sum) return sum.refusal.refusal?.message ?? noSum;
  if (!total) return withoutTotal(parts.length);
  if (isOfOwnGroups(stated)) return ownGroups;
  const code = unit(total.unit)?.code;
  if (!code || rest.value === null) return noSum;
  return both((language) => {
    const printed = saidTotal(total, language);
    const left = decimal(rest.value ?? '0');
    const value = saidAbout({ low: left, high: left }, places(total, parts), code, language);
    return language === 'vi'
      ? `${parts.length} phần đã có số liệu còn để lại ${value} trong tổng ${printed}; phần còn lại không nguồn nào tách ra nên không chứng tỏ được gì.`
      : `The ${parts.length} parts that have a figure leave ${value} of ${printed}; nobody states that rest by part, so nothing follows from it.`;
  });
}

const places = (total: Known, parts: readonly Known[]): number =>
  Math.max(0, total.decimals, ...parts.map(({ decimals }) => decimals));

function saidTotal(total: Known, language: Locale): string {
  const code = unit(total.unit)?.code;
  return code ? said(quoteOf(total), code, language) : total.value;
}

function withoutTotal(known: number): BothLanguages {
  return {
    vi: `Chưa có số tổng của kỳ này để đối chiếu với các phần (đã có ${known}).`,
    en: `The total of this period is not known, so there is nothing to hold its parts against (${known} are known).`,
  };
}

const noSum = {
  vi: 'Các số này không cộng được với nhau nên không đối chiếu được với tổng.',
  en: 'These figures cannot be added, so they cannot be held against the total.',
};
