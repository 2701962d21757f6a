import type { CheckResult } from '@doit/contracts';
import { div, exactly, mul, sub } from '@doit/reference';
import { yearBeforeOf } from '../comparisons/year-before';
import { quoteOf, quoteOfStated } from '../comparisons/quotes';
import type { Subject } from './subject';
import { both, judged, said, saidAbout } from './verdict';

/** The printed change on the previous year, where that year's figure is recorded by itself and may be compared. */
export function checkYearBefore(subject: Subject): CheckResult[] {
  const { figure, value, unit, previous, name, indicator, period } = subject;
  const printed = quoteOfStated(figure, 'yoyPct');
  if (!printed || !previous) return [];
  const { yoyPct } = yearBeforeOf({ indicator, period, actual: figure, plan: null, previous });
  const base = quoteOf(previous);
  const ratio = div(value.interval, base.interval);
  if (yoyPct.basis !== 'computed' || yoyPct.refusal || !ratio) return [];
  const recomputed = mul(sub(ratio, exactly('1')), exactly('100'));
  return [
    judged({
      code: 'year-on-year.base',
      indicators: [figure.indicator],
      statement: both((language) => {
        const change = said(printed, 'PCT', language);
        return language === 'vi'
          ? `${name.vi}: thay đổi ${change} so với cùng kỳ`
          : `${name.en}: change of ${change} on the previous year`;
      }),
      printed,
      unit: 'PCT',
      formula: '(figure ÷ figure of the previous year − 1) × 100',
      recomputed,
      how: both((language) => {
        const [now, then] = [said(value, unit, language), said(base, unit, language)];
        const result = saidAbout(recomputed, printed.decimals, 'PCT', language);
        return language === 'vi'
          ? `${now} so với ${then} cùng kỳ năm trước cho ${result}`
          : `${now} against ${then} in the previous year gives ${result}`;
      }),
      from: [value, base],
    }),
  ];
}
