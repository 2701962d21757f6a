import type { BothLanguages, CheckResult } from '@doit/contracts';
import { add, div, exactly, mul, sub, type Interval } from '@doit/reference';
import { quoteOf, quoteOfStated, type Quote } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';

/**
 * "So many points above the growth target" can be meant against the yearly objective or against the growth that the
 * plan's value asks for. Each is recomputed by its own formula: one may agree while the other contradicts.
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
  return [againstObjective(subject, claim, standing), againstPlan(subject, claim)];
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

function againstPlan(subject: Subject, claim: TargetClaim): CheckResult {
  const { above, growth, statement } = claim;
  const code = 'growth-target.value-plan';
  const formula = 'growth − (plan ÷ (figure ÷ (1 + growth)) − 1) × 100';
  const indicators = [subject.figure.indicator];
  const short = shortOfFigure(subject);
  if (!growth || !short) {
    const missing = [...(growth ? [] : ['yoyPct']), ...(short ? [] : ['plan'])];
    const message = {
      vi: 'Chưa biết kế hoạch bằng số tuyệt đối hoặc mức tăng nên chưa đối chiếu được với kế hoạch.',
      en: 'The value of the plan or the growth is not known, so it cannot be held against the plan.',
    };
    return cannotTell({ code, statement, formula, indicators, message, missing, from: [above] });
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
  const from = [growth, ...short.from];
  return judged({
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
  });
}

interface Short {
  /** 1 − plan ÷ figure. */
  readonly share: Interval;
  readonly plan: (language: 'vi' | 'en') => string;
  readonly from: readonly Quote[];
}

function shortOfFigure({ figure, value, plan, unit }: Subject): Short | null {
  if (plan.from === 'recorded') {
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

const hint = {
  vi: 'Kế hoạch có thể đã lập trên một ước tính cũ của năm trước.',
  en: 'The plan may rest on an older estimate of the previous year.',
};
const hundred = exactly('100');
