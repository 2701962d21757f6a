import type { BothLanguages, CheckResult } from '@doit/contracts';
import { type Interval, meets, percent, type UnitCode } from '@doit/reference';
import { quoteOf, quoteOfStated, type Quote } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout, type Claim } from './verdict';
import { areOfOneMeasure, coarserOf, wholeOf } from '../comparisons/wholes';

/** The share of a part in its total: as printed beside the part, or as a figure of its own. */
export function checkShare(subject: Subject, standing: Standing): CheckResult[] {
  return [...checkPrintedShare(subject, standing), ...checkShareOfProduction(subject, standing)];
}

function checkPrintedShare(subject: Subject, { actual }: Standing): CheckResult[] {
  const { figure, value, unit } = subject;
  const printed = quoteOfStated(figure, 'sharePct');
  if (!printed) return [];
  const whole = wholeOf(subject);
  // Of a division a source may mean the share in its section; what agrees with that is a share in all industry no more.
  const coarser = coarserOf(figure);
  const section = coarser && figureIn(actual, figure.indicator, coarser);
  const ofSection = section && areOfOneMeasure(figure, section) && { part: value, total: quoteOf(section) };
  const shareInSection = ofSection && shareOf(ofSection);
  if (shareInSection && meets(printed.interval, shareInSection))
    return [judged(claimOf(subject, printed, { ...ofSection, share: shareInSection, unit }))];
  const total = whole && figureIn(actual, whole);
  if (!total || !areOfOneMeasure(figure, total)) return [untold(subject, printed, whole ?? 'whole')];
  const reading = { part: value, total: quoteOf(total) };
  const share = shareOf(reading);
  if (!share) return [untold(subject, printed, 'non-positive-base')];
  const claim = claimOf(subject, printed, { ...reading, share, unit });
  return [judged(coarser && !section ? { ...claim, hint: inSection } : claim)];
}

/**
 * A section's share in production, which may have been taken at constant or at current prices: it is held against the
 * prices at which it agrees, where it does at one of them.
 */
function checkShareOfProduction(subject: Subject, { actual }: Standing): CheckResult[] {
  const { figure, value } = subject;
  if (figure.indicator !== 'IPV_SHARE') return [];
  const readings = ['IPV', 'IPV_CURRENT'].flatMap((code) => {
    const [part, total] = [figureIn(actual, code, figure.dimensions), figureIn(actual, code)];
    if (!part || !total || !areOfOneMeasure(part, total)) return [];
    const reading = { part: quoteOf(part), total: quoteOf(total), unit: 'VND_BN' as const };
    const share = shareOf(reading);
    return share ? [{ ...reading, share }] : [];
  });
  const reading = readings.find(({ share }) => meets(value.interval, share)) ?? readings[0];
  if (!reading) return [];
  const claim = claimOf(subject, value, reading);
  return [judged(readings.length > 1 ? claim : { ...claim, hint: otherPrices })];
}

interface Reading {
  readonly part: Quote;
  readonly total: Quote;
}

/** Null where the total may be zero or less. */
function shareOf({ part, total }: Reading): Interval | null {
  return total.value.greaterThan(0) ? percent(part.interval, total.interval) : null;
}

function claimOf(
  { name, figure }: Subject,
  printed: Quote,
  { part, total, share, unit }: Reading & { share: Interval; unit: UnitCode },
): Claim {
  return {
    code,
    indicators: [...new Set([figure.indicator, ...total.inputs.map((input) => input.indicator)])],
    statement: statementOf({ name, figure }, printed),
    printed,
    unit: 'PCT',
    formula,
    recomputed: share,
    how: both((language) => {
      const [piece, all] = [said(part, unit, language), said(total, unit, language)];
      const result = saidAbout(share, printed.decimals, 'PCT', language);
      return language === 'vi'
        ? `${piece} trên tổng ${all} là ${result}`
        : `${piece} out of ${all} is ${result}`;
    }),
    from: [part, total],
  };
}

function untold({ name, figure }: Subject, printed: Quote, missing: string): CheckResult {
  const message = reasons[missing] ?? noTotal;
  const statement = statementOf({ name, figure }, printed);
  const indicators = [figure.indicator];
  return cannotTell({ code, indicators, statement, formula, message, missing: [missing], from: [printed] });
}

function statementOf({ name, figure }: Pick<Subject, 'name' | 'figure'>, printed: Quote): BothLanguages {
  return both((language) => {
    const share = said(printed, 'PCT', language);
    if (figure.indicator === 'IPV_SHARE') return `${name[language]}: ${share}`;
    return language === 'vi' ? `${name.vi}: chiếm ${share} tổng số` : `${name.en}: ${share} of the total`;
  });
}

const code = 'share.of-total';
const formula = 'part ÷ total × 100';
const noTotal = {
  vi: 'Chưa ghi nhận tổng số của kỳ này nên chưa đối chiếu được tỷ trọng.',
  en: 'The total of this period is not recorded, so the share cannot be told.',
};
const reasons: Readonly<Record<string, BothLanguages>> = {
  whole: {
    vi: 'Nguồn không nêu tỷ trọng tính trên tổng nào nên chưa đối chiếu được.',
    en: 'The source does not say of which total this is a share, so it cannot be told.',
  },
  'non-positive-base': {
    vi: 'Tổng số bằng không hoặc âm nên tỷ trọng không có nghĩa.',
    en: 'The total is zero or negative, so a share has no meaning.',
  },
};
const otherPrices = {
  vi: 'Tỷ trọng có thể đã tính theo giá khác (so sánh hoặc hiện hành).',
  en: 'The share may have been taken at other prices (constant or current).',
};
const inSection = {
  vi: 'Tỷ trọng có thể đã tính trong ngành cấp 1, chưa ghi nhận.',
  en: 'The share may be one in its section, which is not recorded.',
};
