import type { BothLanguages, OverlapRule } from '@doit/contracts';
import { ruleOn } from '@doit/reference';

/** A rule that the territories agreed upon. */
export type AgreedRule = Pick<OverlapRule, 'validFrom' | 'withinDays' | 'oneMarketAMonth' | 'reason'>;

/** By which rule an event is held against the others, and where it is from. */
export interface RuleInForce {
  withinDays: number;
  oneMarketAMonth: boolean;
  source: BothLanguages;
}

/**
 * The rule for an event that begins on a day: the last that was agreed for that day, else the convention. Who asks may ask for
 * other days apart.
 * @param agreed by day, the earliest first
 */
export function overlapRuleOn(
  { startsOn, withinDays }: { startsOn: string; withinDays?: number | undefined },
  agreed: readonly AgreedRule[],
): RuleInForce {
  const rule = agreed.findLast(({ validFrom }) => validFrom <= startsOn);
  const convention = ruleOn('promotion-event.overlap-days', startsOn);
  const inForce = rule
    ? { ...rule, source: { vi: rule.reason, en: rule.reason } }
    : {
        withinDays: Number(convention?.value ?? 0),
        oneMarketAMonth: ruleOn('promotion-event.one-market-a-month', startsOn) !== null,
        source: convention?.legalSource ?? { vi: 'Không có quy ước', en: 'No convention' },
      };
  if (withinDays === undefined) return inForce;
  return { ...inForce, withinDays, source: { vi: 'Theo yêu cầu tra cứu', en: 'As asked for' } };
}
