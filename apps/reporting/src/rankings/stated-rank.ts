import type { BothLanguages, CheckResult } from '@doit/contracts';
import { decimalText, Exact, territory as territoryOf, type Decimal } from '@doit/reference';
import { both, cannotTell, judged } from '../checks/verdict';
import type { Quote } from '../comparisons/quotes';

/** A territory whose index is known. */
export interface Indexed {
  readonly territory: string;
  readonly quote: Quote;
}

interface Claimed {
  readonly territory: string;
  /** As exact as the source says it. */
  readonly stated: Quote;
  /** How many the source ranked; null: it does not say, so as many members as there were at most in the year. */
  readonly ranked: Quote | null;
  readonly index: Quote | null;
  readonly known: readonly Indexed[];
  /** Members whose index is not known. */
  readonly missing: readonly string[];
  readonly most: number;
}

/** The place of an index among those known: 1 is the highest, and equal ones share a place. */
export function rankIn({ value }: Quote, known: readonly Indexed[]): number {
  return 1 + known.filter(({ quote }) => quote.value.greaterThan(value)).length;
}

/**
 * A stated rank against the indices of all that were ranked. Where the source printed two indices alike, either may be
 * before the other; where some are not known, a rank is contradicted by those alone that are. The others' indices stand
 * beside it in the answer, and are not repeated as its inputs.
 */
export function checkStatedRank({
  territory,
  stated,
  ranked,
  index,
  known,
  missing,
  most,
}: Claimed): CheckResult {
  const name = territoryOf(territory)?.name ?? { vi: territory, en: territory };
  const claim = {
    code: 'ecommerce-index.rank',
    indicators: ['ECOMMERCE_RANK', 'ECOMMERCE_INDEX'],
    statement: both((language) => {
      const of = ranked ? `/${decimalText(ranked.value)}` : '';
      return `${name[language]}: ${language === 'vi' ? 'hạng' : 'rank'} ${decimalText(stated.value)}${of}`;
    }),
    formula: '1 + number of indices above its own, of those ranked',
  };
  const others = known.filter((each) => each.territory !== territory);
  const from = [stated, ...(ranked ? [ranked] : []), ...(index ? [index] : [])];
  if (!index) return cannotTell({ ...claim, from, missing: [territory], message: unknownIndex(name) });
  const all = ranked?.value ?? new Exact(Math.max(most, known.length + missing.length));
  // More may be known than were ranked: then nobody knows whom the source left out.
  const open = all.minus(known.length);
  const surely = (number: number): Decimal => Exact.max(0, Exact.min(0, open).plus(number));
  const low = surely(others.filter(({ quote }) => isAbove(quote, index)).length).plus(1);
  const below = surely(others.filter(({ quote }) => isAbove(index, quote)).length);
  const recomputed = { low, high: Exact.max(all.minus(below), low) };
  const result = judged({
    ...claim,
    printed: stated,
    unit: 'RANK',
    recomputed,
    how: both((language) => {
      const [first, last] = [decimalText(recomputed.low), decimalText(recomputed.high)];
      const place = first === last ? first : `${first}–${last}`;
      return language === 'vi'
        ? `Theo chỉ số đã biết của ${known.length} trong ${decimalText(all)} địa phương, ${name.vi} xếp hạng ${place}`
        : `By the known indices of ${known.length} of ${decimalText(all)} localities, ${name.en} has rank ${place}`;
    }),
    from,
  });
  if (open.isZero() || result.verdict === 'contradicts') return result;
  const message = notAllKnown(known.length, decimalText(all));
  return Object.assign({}, cannotTell({ ...claim, from, missing: missing.slice(0, 20), message }), {
    recomputed: result.recomputed,
  });
}

/** Printed higher, and higher whatever was rounded. */
function isAbove(one: Quote, other: Quote): boolean {
  const [low, high] = [one.interval.low, other.interval.high];
  return one.value.greaterThan(other.value) && low !== null && high !== null && low.gte(high);
}

const unknownIndex = (name: BothLanguages): BothLanguages => ({
  vi: `Chưa có chỉ số của ${name.vi} nên chưa kết luận được.`,
  en: `The index of ${name.en} is not known, so nothing follows.`,
});

const notAllKnown = (known: number, all: string): BothLanguages => ({
  vi: `Biết chỉ số của ${known} địa phương, nguồn xếp hạng ${all}: chưa kết luận được.`,
  en: `The indices of ${known} localities are known, and ${all} were ranked, so nothing follows.`,
});
