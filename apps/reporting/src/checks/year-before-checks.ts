import type { CheckResult } from '@doit/contracts';
import { checkChange } from './change-checks';
import type { Subject } from './subject';

/** The printed change on the previous year, where that year's figure is recorded by itself and may be compared. */
export function checkYearBefore(subject: Subject): CheckResult[] {
  return checkChange(subject, {
    code: 'year-on-year.base',
    printedAs: 'yoyPct',
    base: subject.previous,
    formula: '(figure ÷ figure of the previous year − 1) × 100',
    then: { vi: 'cùng kỳ năm trước', en: 'in the previous year' },
    on: { vi: 'so với cùng kỳ', en: 'on the previous year' },
  });
}
