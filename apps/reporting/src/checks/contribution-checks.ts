import type { BothLanguages, CheckResult, RecordedObservation } from '@doit/contracts';
import { type Interval, parsePeriod, percent, seriesBreak, sub, yearBefore } from '@doit/reference';
import { isAmount } from '../comparisons/case';
import { quoteOf, quoteOfStated, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';
import { areOfOneMeasure, wholeOf } from '../comparisons/wholes';

/** The points that a part adds to the growth of its total: its own change, over the total of the previous year. */
export function checkContribution(subject: Subject, { previous }: Standing): CheckResult[] {
  const { figure, name } = subject;
  const printed = quoteOfStated(figure, 'contributionPp');
  if (!printed) return [];
  const whole = contributesTo(subject);
  const known: Known = {
    code: 'contribution.of-total',
    indicators: [...new Set([figure.indicator, whole ?? figure.indicator])],
    statement: both((language) => {
      const points = said(printed, 'PP', language);
      return language === 'vi'
        ? `${name.vi}: đóng góp ${points} vào mức tăng chung`
        : `${name.en}: adds ${points} to the growth of the total`;
    }),
    formula: '(part − part of the previous year) ÷ total of the previous year × 100',
  };
  const untold = (message: BothLanguages, missing: string[]) =>
    cannotTell({ ...known, message, missing, from: [printed] });
  if (!whole) {
    return [isAmount(subject) ? untold(noWhole, ['whole']) : untold(noWeights, ['needs-weights'])];
  }
  const total = figureIn(previous, whole);
  if (!subject.previous || !total) return [untold(noBase, missingOf(subject, whole, total))];
  const points = pointsOf(subject, subject.previous, total);
  if (typeof points === 'string') return [untold(notComparable, [points])];
  const from = [subject.value, quoteOf(subject.previous), quoteOf(total)] as const;
  const how = howOf(subject, printed, points, from);
  return [judged({ ...known, printed, unit: 'PP', recomputed: points, how, from })];
}

type Known = Pick<CheckResult, 'code' | 'indicators' | 'statement' | 'formula'>;

/** What follows from the three figures, or the code of what keeps them apart. */
function pointsOf(
  { figure, value, period }: Subject,
  previous: RecordedObservation,
  total: RecordedObservation,
): Interval | string {
  if (figure.unit !== previous.unit || !areOfOneMeasure(previous, total)) return 'different-definition';
  const [then, now] = [parsePeriod(previous.period), parsePeriod(figure.period) ?? period];
  const broken = then && seriesBreak(figure.indicator, figure.territory, then, now);
  if (broken) return broken.id;
  const base = quoteOf(total);
  const change = sub(value.interval, quoteOf(previous).interval);
  return (base.value.greaterThan(0) && percent(change, base.interval)) || 'non-positive-base';
}

function howOf(
  { unit }: Subject,
  printed: Quote,
  points: Interval,
  [value, before, total]: readonly [Quote, Quote, Quote],
): BothLanguages {
  return both((language) => {
    const [now, then] = [said(value, unit, language), said(before, unit, language)];
    const all = said(total, unit, language);
    const result = saidAbout(points, printed.decimals, 'PP', language);
    return language === 'vi'
      ? `${now} so với ${then} năm trước, trên tổng ${all} của năm trước, là ${result}`
      : `${now} against ${then} in the previous year, over that year’s total of ${all}, is ${result}`;
  });
}

/** Points printed beside value added may be those of industry or those of GRDP, so they are of no whole that is known. */
function contributesTo(subject: Subject): string | null {
  return isAmount(subject) && subject.indicator.code !== 'VA_INDUSTRY' ? wholeOf(subject) : null;
}

function missingOf(
  { figure, previous, period }: Subject,
  whole: string,
  total: RecordedObservation | null,
): string[] {
  const { key } = yearBefore(parsePeriod(figure.period) ?? period);
  const part = cellOf(figure.indicator, figure.dimensions);
  return [...(previous ? [] : [`${part} ${key}`]), ...(total ? [] : [`${whole} ${key}`])];
}

const noWhole = {
  vi: 'Nguồn không nêu đóng góp vào mức tăng của tổng nào nên chưa đối chiếu được.',
  en: 'The source does not say to the growth of which total this is added, so it cannot be told.',
};
const noWeights = {
  vi: 'Chưa có quyền số của các phần nên chưa đối chiếu được mức đóng góp.',
  en: 'The weights of the parts are not known, so the contribution cannot be told.',
};
const noBase = {
  vi: 'Chưa ghi nhận số năm trước của phần hoặc của tổng nên chưa đối chiếu được mức đóng góp.',
  en: 'Last year’s figure of the part or of the total is not recorded, so the contribution cannot be told.',
};
const notComparable = {
  vi: 'Số năm trước không cùng đơn vị, cùng cách tính hoặc không dương nên chưa đối chiếu được mức đóng góp.',
  en: 'Last year’s figures differ in unit or method or are not positive, so the contribution cannot be told.',
};
