import { overlapRuleSet, type OverlapRule, type SetOverlapRule } from '@doit/contracts';
import { tell, type Transaction } from '@doit/events';

/** What the territories agreed upon, the earliest first. */
export async function agreedRules(tx: Transaction): Promise<OverlapRule[]> {
  const found = (await tx.query(
    `select valid_from::text as "validFrom", within_days as "withinDays", one_market_a_month as "oneMarketAMonth", reason,
            changed_at as at
       from overlap_rule order by valid_from limit 1000`,
  )) as (Omit<OverlapRule, 'at'> & { at: Date })[];
  return found.map((rule) => ({ ...rule, at: rule.at.toISOString() }));
}

/** Writes a rule down in place of one that was to hold from the same day on, and tells it. */
export async function setRule(tx: Transaction, rule: SetOverlapRule, actor: string): Promise<OverlapRule> {
  const { validFrom, withinDays, oneMarketAMonth, reason } = rule;
  const at = new Date();
  await tx.query(
    `insert into overlap_rule (valid_from, within_days, one_market_a_month, reason, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (valid_from) do update set within_days = excluded.within_days, reason = excluded.reason,
       one_market_a_month = excluded.one_market_a_month, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [validFrom, withinDays, oneMarketAMonth, reason, at, actor],
  );
  const set = { validFrom, withinDays, oneMarketAMonth, reason, at: at.toISOString() };
  await tell(tx, overlapRuleSet, { aggregate: `overlap-rule:${validFrom}`, actor, payload: set });
  return set;
}
