import type { CheckResult } from '@doit/contracts';
import { monthBefore, parsePeriod } from '@doit/reference';
import { figureIn, type Standing } from '../comparisons/standing';
import { checkChange } from './change-checks';
import type { Subject } from './subject';

/** The printed change of a month on the month before, where that month's figure is recorded and may be compared. */
export function checkMonthBefore(subject: Subject, { before }: Standing): CheckResult[] {
  const { indicator, dimensions, period } = subject.figure;
  const month = parsePeriod(period);
  const base = figureIn(before, indicator, dimensions);
  if (!month || !base || base.period !== monthBefore(month)?.key) return [];
  return checkChange(subject, {
    code: 'month-on-month.base',
    printedAs: 'momPct',
    base,
    formula: '(figure ÷ figure of the month before − 1) × 100',
    then: { vi: 'tháng trước', en: 'in the month before' },
    on: { vi: 'so với tháng trước', en: 'on the month before' },
  });
}
