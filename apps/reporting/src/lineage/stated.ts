import {
  statedFields,
  type BothLanguages,
  type Cell,
  type Implied,
  type RecordedObservation,
  type StatedComparison,
  type StatedField,
} from '@doit/contracts';
import {
  add,
  div,
  exactly,
  indicator,
  parsePeriod,
  sub,
  type Indicator,
  type Period,
  type UnitCode,
} from '@doit/reference';
import { isAmount, type Case } from '../comparisons/case';
import { implied } from '../comparisons/cells';
import { isLevel } from '../comparisons/change';
import { planOf } from '../comparisons/plan';
import { quoteOf, quoteOfStated } from '../comparisons/quotes';
import { yearBeforeOf } from '../comparisons/year-before';

/** The comparisons that a source prints beside its figure, each with the number that follows from it alone. */
export function statedOf(figure: RecordedObservation): StatedComparison[] {
  return statedFields.flatMap((field) => {
    const printed = figure.stated[field];
    if (!printed) return [];
    const { name } = comparisons[field];
    const unit = field === 'excess' ? figure.unit : units[field];
    return [{ field, name: { ...name }, ...printed, unit, implied: impliedBy(field, figure) }];
  });
}

function impliedBy(field: StatedField, figure: RecordedObservation): Implied | null {
  const { implies } = comparisons[field];
  const known = indicator(figure.indicator);
  const period = parsePeriod(figure.period);
  if (!implies || !known || !period) return null;
  const cell = implies.of({ indicator: known, period, figure, field });
  if (!cell || cell.refusal) return null;
  const unit = field === 'overGrowthTargetPp' ? 'PCT' : figure.unit;
  return { name: { ...implies.name }, formula: { ...implies.formula }, unit, cell };
}

interface Asked {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly figure: RecordedObservation;
  readonly field: StatedField;
}

/** The figure as if its source had printed this comparison alone, and nothing else were known. */
function alone({ indicator, period, figure, field }: Asked): Case {
  const printed = figure.stated[field];
  const actual = Object.assign({}, figure, { stated: { [field]: printed } });
  return { indicator, period, actual, plan: null, previous: null };
}

/** A plan is not measured against itself. */
const plan = (asked: Asked): Cell | null =>
  asked.figure.measure === 'plan' ? null : planOf(alone(asked)).cell;

const previousYear = (asked: Asked): Cell => yearBeforeOf(alone(asked)).previous;

/** Beside several months, a change on the month before is that of the last one alone. */
function previousMonth({ indicator, period, figure }: Asked): Cell | null {
  const change = quoteOfStated(figure, 'momPct');
  const factor = change && div(add(hundred, change.interval), hundred);
  const base = factor && div(quoteOf(figure).interval, factor);
  if (!base || !isLevel(indicator) || period.months !== 1) return null;
  return implied(base, figure.decimals, 'figure ÷ (100 % + change)', [quoteOf(figure), change]);
}

function growthTarget({ figure }: Asked): Cell | null {
  const growth = quoteOfStated(figure, 'yoyPct');
  const above = quoteOfStated(figure, 'overGrowthTargetPp');
  if (!growth || !above) return null;
  const decimals = Math.max(growth.decimals, above.decimals);
  return implied(sub(growth.interval, above.interval), decimals, 'growth − points above its target', [
    growth,
    above,
  ]);
}

function whole(asked: Asked): Cell | null {
  const share = quoteOfStated(asked.figure, 'sharePct');
  const part = quoteOf(asked.figure);
  const ratio = share && div(share.interval, hundred);
  const all = ratio && div(part.interval, ratio);
  return all && isAmount(asked)
    ? implied(all, part.decimals, 'figure ÷ share in the whole', [part, share])
    : null;
}

interface Comparison {
  readonly name: BothLanguages;
  /** The number that follows, and how. */
  readonly implies?: {
    readonly name: BothLanguages;
    readonly formula: BothLanguages;
    readonly of: (asked: Asked) => Cell | null;
  };
}

const comparisons: Record<StatedField, Comparison> = {
  yoyPct: {
    name: { vi: 'So với cùng kỳ năm trước', en: 'On the same period of the previous year' },
    implies: {
      name: { vi: 'số cùng kỳ năm trước', en: 'figure of the same period of the previous year' },
      formula: { vi: 'số này ÷ (100% + mức tăng, giảm)', en: 'this figure ÷ (100% + change)' },
      of: previousYear,
    },
  },
  momPct: {
    name: { vi: 'So với kỳ trước', en: 'On the previous period' },
    implies: {
      name: { vi: 'số tháng trước', en: 'figure of the previous month' },
      formula: { vi: 'số này ÷ (100% + mức tăng, giảm)', en: 'this figure ÷ (100% + change)' },
      of: previousMonth,
    },
  },
  planPct: {
    name: { vi: 'So với kế hoạch năm', en: 'Share of the year’s plan' },
    implies: {
      name: { vi: 'kế hoạch', en: 'plan' },
      formula: { vi: 'số này ÷ tỷ lệ đạt kế hoạch', en: 'this figure ÷ share of the plan reached' },
      of: plan,
    },
  },
  overPlanPct: {
    name: { vi: 'Vượt kế hoạch (%)', en: 'Above the plan, %' },
    implies: {
      name: { vi: 'kế hoạch', en: 'plan' },
      formula: {
        vi: 'số này ÷ (100% + phần vượt kế hoạch)',
        en: 'this figure ÷ (100% + part above the plan)',
      },
      of: plan,
    },
  },
  excess: {
    name: { vi: 'Phần vượt kế hoạch', en: 'Amount above the plan' },
    implies: {
      name: { vi: 'kế hoạch', en: 'plan' },
      formula: { vi: 'số này − phần vượt kế hoạch', en: 'this figure − amount above the plan' },
      of: plan,
    },
  },
  overGrowthTargetPp: {
    name: { vi: 'Vượt mục tiêu tăng trưởng', en: 'Above the growth target' },
    implies: {
      name: { vi: 'mục tiêu tăng trưởng', en: 'growth target' },
      formula: { vi: 'mức tăng − phần vượt mục tiêu', en: 'growth − points above the target' },
      of: growthTarget,
    },
  },
  sharePct: {
    name: { vi: 'Tỷ trọng', en: 'Share in the whole' },
    implies: {
      name: { vi: 'tổng số', en: 'the whole' },
      formula: { vi: 'số này ÷ tỷ trọng', en: 'this figure ÷ share' },
      of: whole,
    },
  },
  contributionPp: { name: { vi: 'Đóng góp vào tăng trưởng', en: 'Contribution to growth' } },
  rank: { name: { vi: 'Xếp hạng', en: 'Rank' } },
  rankOf: { name: { vi: 'Số địa phương được xếp hạng', en: 'How many were ranked' } },
};

const units: Record<Exclude<StatedField, 'excess'>, UnitCode> = {
  yoyPct: 'PCT',
  momPct: 'PCT',
  planPct: 'PCT',
  overPlanPct: 'PCT',
  overGrowthTargetPp: 'PP',
  sharePct: 'PCT',
  contributionPp: 'PP',
  rank: 'RANK',
  rankOf: 'COUNT',
};

const hundred = exactly('100');
