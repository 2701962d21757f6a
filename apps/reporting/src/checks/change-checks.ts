import type { BothLanguages, CheckResult, RecordedObservation, Stated } from '@doit/contracts';
import { growthBetween } from '../comparisons/change';
import { quoteOf, quoteOfStated } from '../comparisons/quotes';
import type { Subject } from './subject';
import { both, judged, said, saidAbout } from './verdict';

/** A printed change and the earlier figure that it was measured on. */
export interface Change {
  readonly code: string;
  readonly printedAs: keyof Stated;
  readonly base: RecordedObservation | null;
  readonly formula: string;
  /** When the base was: `in the previous year`. */
  readonly then: BothLanguages;
  /** What the change is said to be on: `on the previous year`. */
  readonly on: BothLanguages;
}

/** The printed change, where the earlier figure is recorded by itself and may be compared; else nothing is said. */
export function checkChange(subject: Subject, change: Change): CheckResult[] {
  const { figure, value, unit, name, indicator } = subject;
  const { code, printedAs, base: earlier, formula, then, on } = change;
  const printed = quoteOfStated(figure, printedAs);
  const recomputed = printed && earlier && growthBetween(indicator, earlier, figure).growth?.interval;
  if (!recomputed) return [];
  const base = quoteOf(earlier);
  return [
    judged({
      code,
      indicators: [figure.indicator],
      statement: both((language) => {
        const by = said(printed, 'PCT', language);
        return language === 'vi'
          ? `${name.vi}: thay đổi ${by} ${on.vi}`
          : `${name.en}: change of ${by} ${on.en}`;
      }),
      printed,
      unit: 'PCT',
      formula,
      recomputed,
      how: both((language) => {
        const [now, before] = [said(value, unit, language), said(base, unit, language)];
        const result = saidAbout(recomputed, printed.decimals, 'PCT', language);
        return language === 'vi'
          ? `${now} so với ${before} ${then.vi} cho ${result}`
          : `${now} against ${before} ${then.en} gives ${result}`;
      }),
      from: [value, base],
    }),
  ];
}
