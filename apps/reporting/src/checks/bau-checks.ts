import type { BothLanguages, CheckResult } from '@doit/contracts';
import { exactly, meets, percent, sub, unit, type Interval, type UnitCode } from '@doit/reference';
import { quoteOf, type Known, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import { areOfOneMeasure } from '../comparisons/wholes';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';

/** What a reduction against business as usual follows from. */
const levels: Readonly<Record<string, { code: string; actual: string; bau: string }>> = {
  GHG_REDUCTION: { code: 'ghg.against-bau', actual: 'GHG_EMISSIONS', bau: 'GHG_BAU' },
  ENERGY_SAVING: { code: 'energy-saving.against-bau', actual: 'ENERGY_USE', bau: 'ENERGY_BAU' },
};

/**
 * A reduction against business as usual, by one version of its path at a time. Where the source does not say which, it is
 * held against the one that it agrees with; where several allow it and others do not, which is meant stays open; and it is
 * contradicted only by all that are known.
 */
export function checkAgainstBau(subject: Subject, { actual, paths }: Standing): CheckResult[] {
  const { indicator, figure, value } = subject;
  const rule = levels[indicator.code];
  if (!rule || figure.dimensions['baseline'] !== 'bau') return [];
  const { path } = figure.dimensions;
  const level = figureIn(actual, rule.actual);
  const known = [...paths.values()].filter(
    (each) => each.indicator === rule.bau && (path === undefined || each.dimensions['path'] === path),
  );
  const missing = [
    ...(level ? [] : [`${rule.actual} ${figure.period}`]),
    ...(known.length > 0 ? [] : [`${cellOf(rule.bau, path === undefined ? {} : { path })} ${figure.period}`]),
  ];
  if (!level || missing.length > 0) return [untold(subject, rule, missing, [value])];
  const readings = known.flatMap((each) => readingOf(level, each) ?? []);
  if (readings.length === 0) return [untold(subject, rule, ['different-definition'], [value])];
  const fitting = readings.filter(({ recomputed }) => meets(value.interval, recomputed));
  if (fitting.length > 1 && fitting.length < readings.length)
    return [untold(subject, rule, ['path'], [value, ...readings.flatMap(({ from }) => from)])];
  const held = fitting.length > 0 ? fitting : readings;
  return held.map((reading) => judgedBy(subject, rule, reading, path === undefined));
}

/** What follows from one version of the path. */
interface Reading {
  readonly path: string;
  readonly unit: UnitCode;
  readonly recomputed: Interval;
  readonly from: readonly [level: Quote, bau: Quote];
}

/** Null where the two are not of one measure, or the path may be zero or less. */
function readingOf(level: Known, bau: Known): Reading | null {
  const [own, whole] = [quoteOf(level), quoteOf(bau)];
  const unitCode = unit(bau.unit)?.code;
  const share = whole.value.greaterThan(0) ? percent(own.interval, whole.interval) : null;
  if (!areOfOneMeasure(level, bau) || !unitCode || !share) return null;
  const recomputed = sub(hundred, share);
  return { path: bau.dimensions['path'] ?? '', unit: unitCode, recomputed, from: [own, whole] };
}

type Rule = (typeof levels)[string];

function judgedBy(
  subject: Subject,
  rule: Rule,
  { path, unit: unitCode, recomputed, from }: Reading,
  isPathOpen: boolean,
): CheckResult {
  const { value } = subject;
  const [level, bau] = from;
  const claim = {
    ...knownOf(subject, rule),
    ...{ printed: value, unit: 'PCT' as const, recomputed, from },
    how: both((language) => {
      const [now, then] = [said(level, unitCode, language), said(bau, unitCode, language)];
      const result = saidAbout(recomputed, value.decimals, 'PCT', language);
      return language === 'vi'
        ? `${now} so với ${then} theo kịch bản ${path} là giảm ${result}`
        : `${now} against ${then} by the path ${path} is a reduction of ${result}`;
    }),
  };
  return judged(isPathOpen ? { ...claim, hint: otherPath } : claim);
}

function untold(
  subject: Subject,
  rule: Rule,
  missing: readonly string[],
  from: readonly Quote[],
): CheckResult {
  const message = reasons[missing[0] ?? ''] ?? missingWords(missing);
  return cannotTell({ ...knownOf(subject, rule), message, missing, from });
}

function knownOf({ indicator, name, value }: Subject, { code, actual, bau }: Rule) {
  return {
    code,
    indicators: [indicator.code, actual, bau],
    statement: both((language) => `${name[language]}: ${said(value, 'PCT', language)}`),
    formula: '(1 − actual ÷ business as usual) × 100',
  };
}

function missingWords(missing: readonly string[]): BothLanguages {
  const named = missing.join(', ');
  return {
    vi: `Chưa tính lại được mức giảm so với kịch bản phát triển bình thường: còn thiếu ${named}.`,
    en: `The reduction against business as usual cannot be recomputed: missing are ${named}.`,
  };
}

const hundred = exactly('100');
const reasons: Readonly<Record<string, BothLanguages>> = {
  path: {
    vi: 'Nguồn không nêu phiên bản kịch bản; các phiên bản đã ghi nhận cho kết luận khác nhau.',
    en: 'The source does not say which version of the path it means, and those recorded lead to different verdicts.',
  },
  'different-definition': {
    vi: 'Kịch bản và số thực hiện không cùng đơn vị, cùng kỳ, hoặc kịch bản không dương.',
    en: 'The path and the actual figure differ in unit or period, or the path is not positive.',
  },
};
const otherPath = {
  vi: 'Nguồn không nêu phiên bản kịch bản, có thể là một phiên bản chưa ghi nhận.',
  en: 'The source does not say which version of the path it means; it may be one that is not recorded.',
};
