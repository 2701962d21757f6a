import type { CheckResult, RecordedObservation } from '@doit/contracts';
import {
  addsOver,
  decimal,
  indicator,
  lastDay,
  lastMonth,
  parsePeriod,
  territory,
  unit,
  type Locale,
  type Period,
} from '@doit/reference';
import { quoteOf, type Known } from '../comparisons/quotes';
import type { Standing } from '../comparisons/standing';
import { checkSplit, type PartWords, type Split } from './parts-checks';
import { nameOf } from './subject';
import { both, cannotTell, said } from './verdict';

/** What the members of a group, or of the country, state of its own cells. */
export interface Members {
  /** The units in force on the period's last day that belong to it; none where it is a unit itself. */
  readonly units: readonly string[];
  /**
   * By cell: their figures of record for the same period (of a stock: that end in the same month), one for each unit; and
   * those of units that split off later.
   */
  readonly figures: ReadonlyMap<string, readonly RecordedObservation[]>;
}

const code = 'parts.members';

/**
 * What is stated for a group, or for the country, against the figures of its members. All of them agree with it or
 * contradict it within their roundings; some of them contradict where they alone come to more, and where they are more
 * than half of all it is said who is missing.
 */
export function checkMembers(standing: Standing, { units, figures }: Members): CheckResult[] {
  if (units.length === 0) return [];
  return [...standing.actual].flatMap(([cell, whole]) => {
    const stated = figures.get(cell) ?? [];
    // A unit that is stated before it split off may be left out of the one that it belonged to, or be in it as well.
    const isAhead = stated.some((each) => !units.includes(each.territory));
    return isHeld(standing, whole) && !isAhead ? checkSum(whole, stated, units, standing.period) : [];
  });
}

/** Stated itself, for this period, and of a kind whose parts add up. */
function isHeld({ territory: group, period }: Standing, { made, comparator, ...whole }: Known): boolean {
  const known = indicator(whole.indicator);
  const own = parsePeriod(whole.period);
  if (!known || !addsOver(known, group) || !own || made || comparator === 'about') return false;
  // What is counted in one way by some and in another by others is no part of anything.
  return lastMonth(own) === lastMonth(period) && whole.dimensions['basis'] !== 'unknown';
}

function checkSum(
  whole: RecordedObservation,
  stated: readonly RecordedObservation[],
  units: readonly string[],
  period: Period,
): CheckResult[] {
  const parts = stated
    .filter((each) => each.unit === whole.unit && each.comparator !== 'about')
    .sort((a, b) => decimal(b.value).comparedTo(decimal(a.value)));
  const known = new Set(parts.map((each) => each.territory));
  const missing = units.filter((id) => !known.has(id));
  const derivedFrom = indicator(whole.indicator)?.derivedFrom ?? [];
  const split: Split = {
    code,
    formula: 'sum of all members',
    whole,
    parts,
    isComplete: missing.length === 0,
    isSigned: derivedFrom.some(({ sign }) => sign < 0),
    words: wordsOf(period),
  };
  const found = checkSplit(split);
  return found.length > 0 || parts.length * 2 <= units.length ? found : untold(split, missing, period);
}

const wordsOf = (period: Period): PartWords => ({
  parts: { vi: 'địa phương', en: 'localities' },
  labelOf: (part) => both((language) => nameOn(part.territory, period, language)),
  alone: { code, formula: 'recorded members ≤ total' },
});

function nameOn(id: string, period: Period, language: Locale): string {
  return (territory(id, lastDay(period)) ?? territory(id))?.name[language] ?? id;
}

/** As many as a result may list; how many there are beyond is said. */
const mostMissing = 20;

function untold({ whole, parts }: Split, missing: readonly string[], period: Period): CheckResult[] {
  const unitCode = unit(whole.unit)?.code;
  if (!unitCode) return [];
  const printed = quoteOf(whole);
  const named = missing.slice(0, mostMissing);
  const others = missing.length - named.length;
  const count = `${parts.length}/${parts.length + missing.length}`;
  return [
    cannotTell({
      code,
      indicators: [whole.indicator],
      statement: both((language) => `${nameOf(whole)[language]}: ${said(printed, unitCode, language)}`),
      formula: 'sum of all members',
      message: both((language) => {
        const number = said(printed, unitCode, language);
        const names = named.map((id) => nameOn(id, period, language)).join(', ');
        return language === 'vi'
          ? `Chưa đối chiếu được ${number} với tổng các địa phương: mới có số liệu cộng được của ${count} địa phương, còn thiếu ${names}${others > 0 ? ` và ${others} địa phương khác` : ''}.`
          : `${number} cannot be held against the sum of its localities: ${count} have a figure that can be added; missing are ${names}${others > 0 ? ` and ${others} others` : ''}.`;
      }),
      missing: named,
      from: [printed, ...parts.map(quoteOf)],
    }),
  ];
}
