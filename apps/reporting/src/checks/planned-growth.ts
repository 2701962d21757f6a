import type { RecordedObservation } from '@doit/contracts';
import { decimalText, formatQuantity, type Locale, type UnitCode } from '@doit/reference';
import { shownPlaces } from '../comparisons/cells';
import { growthBetween, type Growth } from '../comparisons/change';
import { baseOfPlan } from '../comparisons/planned-growth';
import { quoteOf, type Quote } from '../comparisons/quotes';
import { cellOf, recordOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { said } from './verdict';

/** The growth that a plan asks for on one figure of the year before. */
interface OnBase {
  readonly base: RecordedObservation;
  readonly growth: Growth;
}

/** The growth that a recorded plan asks for, per base. */
export interface PlannedGrowth {
  /** On the year before as it was known when the plan was set. */
  readonly own: OnBase;
  /** On the same year as last revised; null where it was not. */
  readonly revised: OnBase | null;
  readonly from: readonly Quote[];
}

/** Null where no plan is recorded in the figure's unit, or the base that it was set on. */
export function plannedGrowth({ indicator, figure }: Subject, standing: Standing): PlannedGrowth | null {
  const plan = figureIn(standing.plan, figure.indicator, figure.dimensions);
  if (plan?.unit !== figure.unit) return null;
  const vintages = standing.planBase.get(cellOf(figure.indicator, figure.dimensions)) ?? [];
  const on = (base: RecordedObservation | null): OnBase | null => {
    const growth = base && growthBetween(indicator, base, plan).growth;
    return growth && { base, growth };
  };
  const own = on(baseOfPlan(plan, vintages));
  const last = on(recordOf(vintages));
  if (!own) return null;
  const revised = last && !quoteOf(last.base).value.eq(quoteOf(own.base).value) ? last : null;
  return { own, revised, from: [...own.growth.from, ...(revised?.growth.from ?? [])] };
}

/** As a clause: on which base the plan asks for which growth. */
export function plannedWords({ own, revised }: PlannedGrowth, unit: UnitCode, language: Locale): string {
  const [base, growth] = [baseWords(own, unit, language), growthWords(own, language)];
  const now = revised && [baseWords(revised, unit, language), growthWords(revised, language)];
  if (language === 'vi') {
    const since = now ? `; trên số đã điều chỉnh, ${now.join(', là ')}` : '';
    return `trên gốc biết được khi lập, ${base}, kế hoạch đòi hỏi tăng ${growth}${since}`;
  }
  const since = now ? `; on that year as last revised, ${now.join(', for ')}` : '';
  return `on the base known when it was set, ${base}, the plan asks for ${growth}${since}`;
}

export function growthWords({ growth }: OnBase, language: Locale): string {
  return formatQuantity(decimalText(growth.value, shownPlaces), 'PCT', language);
}

function baseWords({ base }: OnBase, unit: UnitCode, language: Locale): string {
  const day = base.asOf?.split('-').reverse().join('/') ?? unknownDay[language];
  return `${said(quoteOf(base), unit, language)} (${day})`;
}

const unknownDay = { vi: 'không rõ ngày', en: 'date unknown' };
