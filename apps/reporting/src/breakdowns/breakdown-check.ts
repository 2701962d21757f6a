import type { BothLanguages, CheckResult } from '@doit/contracts';
import { unit, type Indicator, type Locale } from '@doit/reference';
import { canBeSummed, checkSplit, labelOf, sumOfParts } from '../checks/parts-checks';
import type { CellName, ListedBreakdown } from '../checks/declared-parts';
import { both, cannotTell, said } from '../checks/verdict';
import { quoteOf, type Known } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';

/**
 * The parts of a breakdown against their total, by the check that looks at every place (`parts.sum`, `parts.exceed-total`);
 * where that has nothing to say, what is missing.
 * @param figures of the parts, in their order
 */
export function checkBreakdown(
  indicator: Indicator,
  { parts: all }: ListedBreakdown,
  total: Known | null,
  figures: readonly (Known | null)[],
): CheckResult {
  const parts = figures.filter((each): each is Known => !!each && (!total || canBeSummed(total, each)));
  const isComplete = parts.length === all.length;
  if (total && parts.length > 0) {
    const [found] = checkSplit({ ...sumOfParts, whole: total, parts, isComplete, isSigned: false });
    if (found) return found;
  }
  const missing = all.filter((_, at) => !parts.some((each) => each === figures[at]));
  const isKnown = total !== null && total.comparator !== 'about';
  return cannotTell({
    ...sumOfParts,
    indicators: [...new Set([indicator.code, ...all.map(([code]) => code)])],
    statement: both((language) =>
      total ? `${indicator.name[language]}: ${saidTotal(total, language)}` : indicator.name[language],
    ),
    message: total ? (isKnown ? lacking(total, all, missing) : aboutSoMuch) : withoutTotal(all, parts.length),
    missing: (isKnown ? missing.map((part) => cellOf(...part)) : [indicator.code]).slice(0, mostMissing),
    from: [...(total ? [total] : []), ...parts].map(quoteOf),
  });
}

/** As many as a result may list; how many there are beyond is said. */
const mostMissing = 20;

function saidTotal(total: Known, language: Locale): string {
  const code = unit(total.unit)?.code;
  return code ? said(quoteOf(total), code, language) : total.value;
}

function lacking(total: Known, all: readonly CellName[], missing: readonly CellName[]): BothLanguages {
  const whole = { indicator: total.indicator, dimensions: {} };
  const count = `${all.length - missing.length}/${all.length}`;
  return both((language) => {
    const number = saidTotal(total, language);
    const names = missing
      .slice(0, mostMissing)
      .map(([indicator, dimensions]) => labelOf({ indicator, dimensions }, whole)[language])
      .join('; ');
    const others = missing.length - mostMissing;
    const rest = others > 0 ? (language === 'vi' ? ` và ${others} phần khác` : ` and ${others} others`) : '';
    return language === 'vi'
      ? `Chưa đối chiếu được ${number} với tổng các phần: mới có số liệu cộng được của ${count} phần, còn thiếu ${names}${rest}.`
      : `${number} cannot be held against the sum of its parts: ${count} have a figure that can be added; missing are ${names}${rest}.`;
  });
}

function withoutTotal(all: readonly CellName[], known: number): BothLanguages {
  const count = `${known}/${all.length}`;
  return {
    vi: `Chưa có số tổng của kỳ này để đối chiếu với các phần (đã có ${count}).`,
    en: `The total of this period is not known, so there is nothing to hold its parts against (${count} are known).`,
  };
}

const aboutSoMuch = {
  vi: 'Nguồn chỉ nêu số tổng là khoảng bao nhiêu nên tổng các phần không chứng tỏ được gì.',
  en: 'The source states the total as “about” so much only, so the sum of its parts proves nothing.',
};
