import type { BothLanguages, RecordedObservation } from '@doit/contracts';
import { indicator, unit, type Indicator, type Period, type UnitCode } from '@doit/reference';
import { figureIn, type Standing } from '../comparisons/standing';
import { planOf, type PlanKnown } from '../comparisons/plan';
import { quoteOf, type Quote } from '../comparisons/quotes';
import { dimensionWords } from '../reports/names';
import { both } from './verdict';

/** A figure of record whose printed comparisons are checked, with its plan and last year's figure. */
export interface Subject {
  readonly indicator: Indicator;
  readonly name: BothLanguages;
  readonly unit: UnitCode;
  readonly period: Period;
  readonly figure: RecordedObservation;
  readonly value: Quote;
  readonly plan: PlanKnown;
  readonly previous: RecordedObservation | null;
}

/** Every figure of record of a standing, in the catalogue's order as far as the cells are. */
export function subjectsOf({ period, actual, plan, previous }: Standing): Subject[] {
  return [...actual.values()].flatMap((figure) => {
    const known = indicator(figure.indicator);
    const unitCode = unit(figure.unit)?.code;
    if (!known || !unitCode) return [];
    const base = figureIn(previous, figure.indicator, figure.dimensions);
    const planned = figureIn(plan, figure.indicator, figure.dimensions);
    const asked = { indicator: known, period, actual: figure, plan: planned, previous: base };
    return [
      {
        indicator: known,
        name: nameOf(figure),
        unit: unitCode,
        period,
        figure,
        value: quoteOf(figure),
        plan: planOf(asked),
        previous: base,
      },
    ];
  });
}

/** What a figure measures, as a sentence calls it: indicator and breakdown. */
export function nameOf({ indicator: code, dimensions }: RecordedObservation): BothLanguages {
  const name = indicator(code)?.name ?? { vi: code, en: code };
  return both((language) => {
    const breakdown = dimensionWords(dimensions, language);
    return breakdown === '' ? name[language] : `${name[language]} (${breakdown})`;
  });
}
