import type { BothLanguages, CheckResult } from '@doit/contracts';
import { exactly, type Interval, percent, sub, type UnitCode } from '@doit/reference';
import { isAmount, isPlansEnd } from '../comparisons/case';
import { quoteOfStated, type Quote } from '../comparisons/quotes';
import type { Subject } from './subject';
import { both, judged, said, saidAbout } from './verdict';

/** What a source prints about its plan, against the other numbers it prints and against the plan as recorded. */
export function checkPlan(subject: Subject): CheckResult[] {
  return [...checkOverAgainstExcess(subject), ...checkAgainstRecorded(subject)];
}

/** Kiên Giang 2023: 1,315.43 above the plan and 2.73 % above the plan are one statement made twice. */
function checkOverAgainstExcess(subject: Subject): CheckResult[] {
  const { figure, value, unit, name } = subject;
  const over = quoteOfStated(figure, 'overPlanPct');
  const excess = quoteOfStated(figure, 'excess');
  const plan = excess && sub(value.interval, excess.interval);
  const ratio = plan && percent(excess.interval, plan);
  if (!over || !excess || !ratio) return [];
  const claim = {
    code: 'over-plan.excess',
    indicators: [figure.indicator],
    statement: both(
      (language) => statements.overPlanPct(name[language], said(over, 'PCT', language))[language],
    ),
    printed: over,
    unit: 'PCT' as const,
    formula: 'excess ÷ (figure − excess) × 100',
    recomputed: ratio,
    how: both((language) => {
      const amounts = [
        said(excess, unit, language),
        saidAbout(plan, value.decimals, unit, language),
      ] as const;
      const result = saidAbout(ratio, over.decimals, 'PCT', language);
      return language === 'vi'
        ? `Vượt ${amounts[0]} trên kế hoạch ${amounts[1]} là ${result}`
        : `${amounts[0]} above a plan of ${amounts[1]} is ${result}`;
    }),
    from: [value, excess],
  };
  return [judged(claim)];
}

/** Each of the three comparisons with a plan that was recorded by itself. */
function checkAgainstRecorded(subject: Subject): CheckResult[] {
  const { plan, figure, value, unit, indicator, period } = subject;
  if (plan.from !== 'recorded' || !isAmount(subject) || plan.quote.value.lte(0)) return [];
  const share = percent(value.interval, plan.quote.interval);
  // Above the year's plan is a matter of the whole year.
  const above = isPlansEnd({ indicator, period });
  const kinds: [Comparison, string, string, UnitCode, Interval | null][] = [
    ['planPct', 'plan.percent', 'figure ÷ plan × 100', 'PCT', share],
    [
      'overPlanPct',
      'plan.over-percent',
      '(figure ÷ plan − 1) × 100',
      'PCT',
      above && share ? sub(share, hundred) : null,
    ],
    ['excess', 'plan.excess', 'figure − plan', unit, above ? sub(value.interval, plan.quote.interval) : null],
  ];
  return kinds.flatMap(([field, code, formula, claimUnit, recomputed]) => {
    const printed = quoteOfStated(figure, field);
    if (!printed || !recomputed) return [];
    return [
      judged({
        code,
        indicators: [figure.indicator],
        statement: both(
          (language) =>
            statements[field](subject.name[language], said(printed, claimUnit, language))[language],
        ),
        printed,
        unit: claimUnit,
        formula,
        recomputed,
        how: against(subject, plan.quote, recomputed, printed, claimUnit),
        from: [value, plan.quote],
      }),
    ];
  });
}

function against(
  { value, unit }: Subject,
  plan: Quote,
  recomputed: Interval,
  printed: Quote,
  claimUnit: UnitCode,
): BothLanguages {
  return both((language) => {
    const result = saidAbout(recomputed, printed.decimals, claimUnit, language);
    const [figure, planned] = [said(value, unit, language), said(plan, unit, language)];
    return language === 'vi'
      ? `${figure} so với kế hoạch đã ghi nhận ${planned} cho ${result}`
      : `${figure} against the recorded plan of ${planned} gives ${result}`;
  });
}

type Comparison = 'planPct' | 'overPlanPct' | 'excess';

const statements: Record<Comparison, (name: string, number: string) => BothLanguages> = {
  planPct: (name, number) => ({
    vi: `${name}: đạt ${number} kế hoạch năm`,
    en: `${name}: ${number} of the year’s plan`,
  }),
  overPlanPct: (name, number) => ({
    vi: `${name}: vượt kế hoạch ${number}`,
    en: `${name}: ${number} above the plan`,
  }),
  excess: (name, number) => ({
    vi: `${name}: vượt kế hoạch ${number}`,
    en: `${name}: ${number} above the plan`,
  }),
};

const hundred = exactly('100');
