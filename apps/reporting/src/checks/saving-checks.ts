import type { BothLanguages, CheckResult } from '@doit/contracts';
import { add, div, exactly, mul, percent, sub, yearBefore, type Interval } from '@doit/reference';
import { quoteOf, type Known, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';

/** A stated saving of electricity against what was saved and sold, by the formula of its own baseline. */
export function checkSaving(subject: Subject, standing: Standing): CheckResult[] {
  const { figure, value, name } = subject;
  const baseline = figure.dimensions['baseline'];
  if (figure.indicator !== 'ENERGY_SAVING' || !isOfElectricity(baseline)) return [];
  const { code, formula } = formulas[baseline];
  const found = savingFrom(standing, baseline);
  const known = {
    ...{ code, formula, indicators: ['ENERGY_SAVING', 'ENERGY_SAVED', 'ELECTRICITY_SOLD'] },
    statement: both((language) => `${name[language]}: ${said(value, 'PCT', language)}`),
  };
  if (found.missing) {
    const { missing } = found;
    return [cannotTell({ ...known, message: wordsOfMissing(missing), missing, from: [value] })];
  }
  const { interval, saved, sold } = found;
  const how = wordsOfSaving({ interval, saved, sold }, baseline, value.decimals);
  const claim = { ...known, printed: value, unit: 'PCT' as const, recomputed: interval, how };
  return [judged({ ...claim, from: [saved, sold] })];
}

/** Baselines that a saving of electricity has; business as usual is of all energy. */
export type ElectricityBaseline = 'consumption' | 'previous-year';

function isOfElectricity(baseline: string | undefined): baseline is ElectricityBaseline {
  return baseline === 'consumption' || baseline === 'previous-year';
}

/** What a year's saving of electricity comes to, in per cent. */
export interface Saving {
  readonly interval: Interval;
  readonly saved: Quote;
  readonly sold: Quote;
}

type SavingOrMissing =
  (Saving & { readonly missing: null }) | { readonly interval: null; readonly missing: readonly string[] };

/** The saving that follows from the electricity saved and sold; or what of these is missing. */
export function savingFrom(
  { actual, previous, period }: Standing,
  baseline: ElectricityBaseline,
): SavingOrMissing {
  const isOfYearBefore = baseline === 'previous-year';
  const saved = figureIn(actual, 'ENERGY_SAVED', { baseline });
  const sold = figureIn(isOfYearBefore ? previous : actual, 'ELECTRICITY_SOLD');
  const missing = [
    ...(saved ? [] : [`${cellOf('ENERGY_SAVED', { baseline })} ${period.key}`]),
    ...(sold ? [] : [`ELECTRICITY_SOLD ${isOfYearBefore ? yearBefore(period).key : period.key}`]),
  ];
  if (!saved || !sold) return { interval: null, missing };
  const interval = isOfYearBefore ? ratioOf(saved, sold) : partOf(saved, sold);
  if (!interval) return { interval, missing: ['non-positive-base'] };
  return { interval, saved: quoteOf(saved), sold: quoteOf(sold), missing: null };
}

/** Null where what was sold may be zero or less. */
function ratioOf(saved: Known, sold: Known): Interval | null {
  const base = quoteOf(sold).interval;
  return base.low?.greaterThan(0) ? percent(quoteOf(saved).interval, base) : null;
}

/** saved ÷ (sold + saved), written as 1 − 1 ÷ (1 + saved ÷ sold): so each of them stands in it once. */
function partOf(saved: Known, sold: Known): Interval | null {
  const ratio = ratioOf(saved, sold);
  const rest = ratio && div(hundred, add(hundred, ratio));
  return rest && sub(hundred, mul(rest, hundred));
}

const hundred = exactly('100');

const formulas: Record<ElectricityBaseline, { code: string; formula: string }> = {
  consumption: {
    code: 'energy-saving.consumption',
    formula: 'electricity saved ÷ (electricity sold + electricity saved) × 100',
  },
  'previous-year': {
    code: 'energy-saving.previous-year',
    formula: 'electricity saved ÷ electricity sold in the previous year × 100',
  },
};

/** How a saving was recomputed, as a clause that ends with its result. */
export function wordsOfSaving(
  { interval, saved, sold }: Saving,
  baseline: ElectricityBaseline,
  decimals: number,
): BothLanguages {
  return both((language) => {
    const [less, used] = [said(saved, 'KWH_MN', language), said(sold, 'KWH_MN', language)];
    const result = saidAbout(interval, decimals, 'PCT', language);
    if (baseline === 'previous-year') {
      return language === 'vi'
        ? `Tiết kiệm ${less} trên ${used} điện thương phẩm năm trước là ${result}`
        : `${less} saved over the ${used} sold in the previous year is ${result}`;
    }
    return language === 'vi'
      ? `Tiết kiệm ${less} trên mức lẽ ra tiêu thụ (${used} đã bán cộng phần tiết kiệm) là ${result}`
      : `${less} saved out of what would have been used (${used} sold, and the saving) is ${result}`;
  });
}

function wordsOfMissing(missing: readonly string[]): BothLanguages {
  if (missing.includes('non-positive-base')) {
    return {
      vi: 'Điện thương phẩm bằng không hoặc âm nên tỷ lệ tiết kiệm không có nghĩa.',
      en: 'The electricity sold is zero or negative, so a saving in per cent has no meaning.',
    };
  }
  const named = missing.join(', ');
  return {
    vi: `Chưa tính lại được tỷ lệ tiết kiệm: còn thiếu ${named}.`,
    en: `The saving cannot be recomputed: missing are ${named}.`,
  };
}
