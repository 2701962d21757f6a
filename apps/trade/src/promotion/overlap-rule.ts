import type { BothLanguages, OverlapRule } from '@doit/contracts';
import { ruleOn } from '@doit/reference';
import { firstDay } from './days';

/** A rule that the territories agreed upon. */
export type AgreedRule = Pick<OverlapRule, 'validFrom' | 'withinDays' | 'oneMarketAMonth' | 'reason'>;

/** By which rule an event is held against the others, and where it is from. */
export interface RuleInForce {
  withinDays: number;
  oneMarketAMonth: boolean;
  source: BothLanguages;
}

/** From when on which rule holds, as it is handed to SQL. */
export interface RuleSince extends Pick<RuleInForce, 'withinDays' | 'oneMarketAMonth'> {
  since: string;
}

/** The rules one after the other: of two events the rule of the one that begins later holds, from whichever side it is asked. */
export function rulesThroughTime(agreed: readonly AgreedRule[]): RuleSince[] {
  return [firstDay, ...agreed.map(({ validFrom }) => validFrom)].map((since) => {
    const { withinDays, oneMarketAMonth } = overlapRuleOn({ startsOn: since }, agreed);
    return { since, withinDays, oneMarketAMonth };
  });
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
