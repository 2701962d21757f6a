import type { CheckResult } from '@doit/contracts';
import { inputsOf, quoteOf } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, said } from './verdict';

/** Points of growth are not per cent of anything. Hà Tĩnh 2021: 4.46 "percent" are 4.46 of the 5.02 points. */
export function checkUnit({ figure, value, unit, name }: Subject, { actual }: Standing): CheckResult[] {
  const printed = figure.unitPrinted;
  if (unit !== 'PP' || printed === null || !isPercent(printed)) return [];
  const growth = figure.indicator === 'GRDP_CONTRIBUTION' ? figureIn(actual, 'GRDP_GROWTH') : null;
  const whole = growth && quoteOf(growth);
  return [
    {
      code: 'unit.points-printed-percent',
      verdict: 'contradicts',
      statement: both((language) => `${name[language]}: ${said(value, 'COUNT', language)} “${printed}”`),
      formula: 'a contribution to growth is counted in percentage points',
      recomputed: null,
      difference: null,
      message: both((language) => {
        const [points, part] = [said(value, 'PP', language), said(value, 'COUNT', language)];
        const of = whole && said(whole, 'PP', language);
        if (language === 'vi') {
          return of
            ? `Nguồn in ${part} “${printed}”; phải hiểu là ${part} trong ${of} tăng trưởng.`
            : `Nguồn in ${part} “${printed}”; phải hiểu là ${points}.`;
        }
        return whole
          ? `The source prints ${part} “${printed}”; what is meant is ${part} of the ${said(whole, 'COUNT', 'en')} points of growth.`
          : `The source prints ${part} “${printed}”; what is meant is ${points}.`;
      }),
      indicators: [figure.indicator, ...(growth ? [growth.indicator] : [])],
      missing: [],
      lineage: inputsOf(whole ? [value, whole] : [value]),
    },
  ];
}

function isPercent(printed: string): boolean {
  return /percent|per cent|phần trăm|%/i.test(printed) && !/point|điểm/i.test(printed);
}
