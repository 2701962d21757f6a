import type { BothLanguages, CheckResult, Verdict } from '@doit/contracts';
import {
  decimalText,
  formatQuantity,
  gap,
  roundHalfAway,
  toWire,
  unitOfDecimals,
  type Decimal,
  type Interval,
  type Locale,
  type UnitCode,
} from '@doit/reference';
import { middleOf } from '../comparisons/cells';
import { inputsOf, type Quote } from '../comparisons/quotes';

/** A text in both languages, said once with the language as a parameter. */
export function both(say: (language: Locale) => string): BothLanguages {
  return { vi: say('vi'), en: say('en') };
}

/** A printed number as a reader writes it. */
export function said({ value, decimals }: Quote, unit: UnitCode, language: Locale): string {
  return formatQuantity(decimalText(value, decimals), unit, language);
}

/** An interval by its middle, with so many decimals: what a director wants to hear of it. */
export function saidAbout(interval: Interval, decimals: number, unit: UnitCode, language: Locale): string {
  const middle = middleOf(interval) ?? interval.low ?? interval.high;
  return middle
    ? formatQuantity(decimalText(roundHalfAway(middle, decimals), decimals), unit, language)
    : '?';
}

/** A printed comparison and what follows from other figures instead, both in the same unit. */
export interface Claim {
  readonly code: string;
  readonly indicators: readonly string[];
  /** What the source states: name of the indicator and the claim. */
  readonly statement: BothLanguages;
  readonly printed: Quote;
  readonly unit: UnitCode;
  readonly formula: string;
  readonly recomputed: Interval;
  /** How it was recomputed, as a clause that ends with its result. */
  readonly how: BothLanguages;
  /** What a contradiction may come from. */
  readonly hint?: BothLanguages;
  readonly from: readonly Quote[];
}

/** Agrees where the two intervals meet; else contradicts, by the distance of their nearest bounds. */
export function judged(claim: Claim): CheckResult {
  const { printed, recomputed, unit, how, hint } = claim;
  const places = printed.decimals + 1;
  const distance = gap(printed.interval, recomputed);
  const agrees = distance.isZero();
  const difference = atLeast(distance, places);
  // Two percentages differ by points.
  const apart = unit === 'PCT' ? 'PP' : unit;
  const message = both((language) => {
    const words = wordsOf(agrees, said(printed, unit, language), formatQuantity(difference, apart, language));
    const because = !agrees && hint ? ` ${hint[language]}` : '';
    return `${how[language]}${words[language]}${because}`;
  });
  return {
    code: claim.code,
    verdict: agrees ? 'agrees' : 'contradicts',
    statement: claim.statement,
    formula: claim.formula,
    recomputed: toWire(recomputed, places),
    difference,
    message,
    indicators: [...claim.indicators],
    missing: [],
    lineage: inputsOf([printed, ...claim.from]),
  };
}

function wordsOf(agrees: boolean, printed: string, difference: string): BothLanguages {
  if (agrees) {
    return { vi: `, khớp với số nguồn nêu (${printed}).`, en: `, which agrees with the stated ${printed}.` };
  }
  return {
    vi: `; nguồn nêu ${printed}: lệch ít nhất ${difference}.`,
    en: `; the source states ${printed}: at least ${difference} apart.`,
  };
}

/** A distance cut, not rounded: what is said to differ does differ by that much. Never shown as zero. */
export function atLeast(distance: Decimal, places: number): string {
  if (distance.isZero()) return '0';
  const unit = unitOfDecimals(places);
  const cut = distance.div(unit).floor().mul(unit);
  return cut.isZero() ? decimalText(distance.toSignificantDigits(1, 1)) : decimalText(cut, places);
}

interface Untold {
  readonly code: string;
  readonly indicators: readonly string[];
  readonly statement: BothLanguages;
  readonly formula: string;
  readonly message: BothLanguages;
  readonly missing: readonly string[];
  readonly from: readonly Quote[];
}

/** A statement that nothing recorded can be held against. */
export function cannotTell({ from, indicators, missing, ...untold }: Untold): CheckResult {
  return {
    ...untold,
    verdict: 'cannot-tell',
    recomputed: null,
    difference: null,
    indicators: [...indicators],
    missing: [...missing],
    lineage: inputsOf(from),
  };
}

const weight: Record<Verdict, number> = { contradicts: 0, 'cannot-tell': 1, agrees: 2 };

/** Contradictions first, then what cannot be told, then what agrees. */
export function byVerdict(results: readonly CheckResult[]): CheckResult[] {
  return [...results].sort((a, b) => weight[a.verdict] - weight[b.verdict]);
}
