import type { BothLanguages, CheckResult } from '@doit/contracts';
import { add, div, exactly, meets, mul, sub, yearBefore, type Interval } from '@doit/reference';
import { isPlansEnd, planPeriodOf } from '../comparisons/case';
import { quoteOf, quoteOfStated, type Quote } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import { growthWords, plannedGrowth, plannedWords, type PlannedGrowth } from './planned-growth';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';

/**
 * "So many points above the growth target" can be meant against the yearly objective, or against the growth that the
 * plan's value asks for: on the base from which the growth itself is measured, or on the one that was known when the plan
 * was set. Each is recomputed by its own formula: one may agree while another contradicts.
 */
export function checkGrowthTarget(subject: Subject, standing: Standing): CheckResult[] {
  const above = quoteOfStated(subject.figure, 'overGrowthTargetPp');
  const growth = quoteOfStated(subject.figure, 'yoyPct');
  if (!above) return [];
  const claim: TargetClaim = {
    above,
    growth,
    statement: both((language) => {
      const points = said(above, 'PP', language);
      return language === 'vi'
        ? `${subject.name.vi}: vượt mục tiêu tăng trưởng ${points}`
        : `${subject.name.en}: ${points} above the growth target`;
    }),
  };
  const planned = plannedGrowth(subject, standing);
  return [
    againstObjective(subject, claim, standing),
    ...againstPlan(subject, claim, { planned, standing }),
    ...againstPlansBase(subject, claim, planned),
  ];
}

interface TargetClaim {
  readonly above: Quote;
  readonly growth: Quote | null;
  readonly statement: BothLanguages;
}

function againstObjective(subject: Subject, claim: TargetClaim, { plan }: Standing): CheckResult {
  const { above, growth, statement } = claim;
  const code = 'growth-target.objective';
  const formula = 'growth on the previous year − growth target';
  const indicators = [subject.figure.indicator, 'GROWTH_TARGET'];
  const target = figureIn(plan, 'GROWTH_TARGET', { subject: subject.figure.indicator });
  if (!growth || !target) {
    const missing = [...(growth ? [] : ['yoyPct']), ...(target ? [] : ['GROWTH_TARGET'])];
    const message = {
      vi: 'Chưa ghi nhận mục tiêu tăng trưởng hoặc mức tăng nên chưa đối chiếu được.',
      en: 'The growth target or the growth is not recorded, so this cannot be told.',
    };
    return cannotTell({ code, statement, formula, indicators, message, missing, from: [above] });
  }
  const objective = quoteOf(target);
  // A target is decided, not measured: it is exact as written, unlike a value that reaches us rounded.
  const recomputed = sub(growth.interval, exactly(target.value));
  const how = both((language) => {
    const [grown, aim] = [said(growth, 'PCT', language), said(objective, 'PCT', language)];
    const result = saidAbout(recomputed, above.decimals, 'PP', language);
    return language === 'vi'
      ? `Tăng ${grown} trừ mục tiêu ${aim} mỗi năm là ${result}`
      : `Growth of ${grown} less the objective of ${aim} a year is ${result}`;
  });
  const from = [growth, objective];
  return judged({ code, indicators, statement, printed: above, unit: 'PP', formula, recomputed, how, from });
}

interface AboutPlan {
  readonly planned: PlannedGrowth | null;
  readonly standing: Standing;
}

function againstPlan(subject: Subject, claim: TargetClaim, { planned, standing }: AboutPlan): CheckResult[] {
  // Growth in a part of the year is held against the growth of the year's plan, never its value against the year's.
  if (planned && !isPlansEnd(subject)) return [];
  const { above, growth, statement } = claim;
  const code = 'growth-target.value-plan';
  const formula = 'growth − (plan ÷ (figure ÷ (1 + growth)) − 1) × 100';
  const indicators = [subject.figure.indicator];
  const short = shortOfFigure(subject, standing);
  if (!growth || !short) {
    const isBaseMissing = subject.plan.from === 'recorded' && !isPlansEnd(subject);
    const lacking = isBaseMissing ? yearBefore(planPeriodOf(subject.period)).key : 'plan';
    const missing = [...(growth ? [] : ['yoyPct']), ...(short ? [] : [lacking])];
    const message = isBaseMissing ? noBase : noPlan;
    return [cannotTell({ code, statement, formula, indicators, message, missing, from: [above] })];
  }
  // The figure stands in its base and in the plan: written as (1 + growth)·(1 − plan ÷ figure), each number counts once.
  const recomputed = mul(add(hundred, growth.interval), short.share);
  const how = both((language) => {
    const plan = short.plan(language);
    const planned = saidAbout(sub(growth.interval, recomputed), growth.decimals, 'PCT', language);
    const grown = said(growth, 'PCT', language);
    const result = saidAbout(recomputed, above.decimals, 'PP', language);
    return language === 'vi'
      ? `Kế hoạch ${plan} đòi hỏi tăng ${planned} trên gốc suy từ mức tăng ${grown}; thực hiện hơn kế hoạch ${result}`
      : `The plan of ${plan} asks for ${planned} on the base that follows from ${grown}; the result is ${result} above it`;
  });
  const hint = planned ? hintOf(subject, claim, planned) : olderBase;
  const from = [growth, ...short.from, ...(planned?.from ?? [])];
  return [
    judged({
      code,
      indicators,
      statement,
      printed: above,
      unit: 'PP',
      formula,
      recomputed,
      how,
      hint,
      from,
    }),
  ];
}

function againstPlansBase(
  subject: Subject,
  claim: TargetClaim,
  planned: PlannedGrowth | null,
): CheckResult[] {
  const { above, growth, statement } = claim;
  const recomputed = planned && abovePlanned(claim, planned);
  if (!growth || !recomputed) return [];
  const how = both((language) => {
    const [grown, asked] = [said(growth, 'PCT', language), growthWords(planned.own, language)];
    const words = capitalised(plannedWords(planned, subject.unit, language));
    const result = saidAbout(recomputed, above.decimals, 'PP', language);
    return language === 'vi'
      ? `${words}. Mức tăng ${grown} hơn mức ${asked} là ${result}`
      : `${words}. Growth of ${grown} is ${result} above the ${asked}`;
  });
  return [
    judged({
      code: 'growth-target.plan-base',
      indicators: [subject.figure.indicator],
      statement,
      printed: above,
      unit: 'PP',
      formula: 'growth − (plan ÷ previous year as known when the plan was set − 1) × 100',
      recomputed,
      how,
      from: [growth, ...planned.from],
    }),
  ];
}

/** Growth less what the plan asked for on its own base, in points. */
function abovePlanned({ growth }: TargetClaim, { own }: PlannedGrowth): Interval | null {
  return growth && own.growth.interval && sub(growth.interval, own.growth.interval);
}

/** Which base the statement goes with, where that is recorded. */
function hintOf(subject: Subject, claim: TargetClaim, planned: PlannedGrowth): BothLanguages {
  const points = abovePlanned(claim, planned);
  const reconciles = points !== null && meets(points, claim.above.interval);
  return both((language) => {
    const words = plannedWords(planned, subject.unit, language);
    if (language === 'vi')
      return `Số nguồn nêu ${reconciles ? 'khớp theo gốc của kế hoạch' : 'cũng không khớp theo gốc của kế hoạch'}: ${words}.`;
    return `The stated number ${reconciles ? 'reconciles with the plan’s own base' : 'does not reconcile with the plan’s own base either'}: ${words}.`;
  });
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Short {
  /** 1 − plan ÷ figure. */
  readonly share: Interval;
  readonly plan: (language: 'vi' | 'en') => string;
  readonly from: readonly Quote[];
}

function shortOfFigure(subject: Subject, standing: Standing): Short | null {
  const { figure, value, plan, unit } = subject;
  if (plan.from === 'recorded') {
    const recorded = figureIn(standing.plan, figure.indicator, figure.dimensions);
    if (!isPlansEnd(subject) || recorded?.unit !== figure.unit) return null;
    const ratio = div(plan.quote.interval, value.interval);
    const words = (language: 'vi' | 'en') => said(plan.quote, unit, language);
    return ratio && { share: sub(exactly('1'), ratio), plan: words, from: [value, plan.quote] };
  }
  const excess = quoteOfStated(figure, 'excess');
  if (plan.from !== 'excess' || !excess) return null;
  const share = div(excess.interval, value.interval);
  const words = (language: 'vi' | 'en') => saidAbout(plan.interval, value.decimals, unit, language);
  return share && { share, plan: words, from: [value, excess] };
}

const olderBase = {
  vi: 'Kế hoạch có thể đã lập trên một ước tính cũ của năm trước.',
  en: 'The plan may rest on an older estimate of the previous year.',
};
const noPlan = {
  vi: 'Chưa biết kế hoạch bằng số tuyệt đối hoặc mức tăng nên chưa đối chiếu được với kế hoạch.',
  en: 'The value of the plan or the growth is not known, so it cannot be held against the plan.',
};
const noBase = {
  vi: 'Kế hoạch là của cả năm; chưa ghi nhận gốc mà kế hoạch dựa vào nên chưa đối chiếu được với một phần của năm.',
  en: 'The plan is that of the whole year, and the base that it was set on is not recorded, so growth in a part of the year cannot be held against it.',
};
const hundred = exactly('100');
