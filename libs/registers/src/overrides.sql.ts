import { Problem, sentence, type Fault, type RuleMet } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import type { Finding } from './lives';

interface Where {
  register: string;
  entry: string;
  /** A step, or `change`. */
  step: string;
}

/**
 * What an act meets, weighed: warnings stay, and what would refuse is a warning where an exception was approved that was
 * not used since: an exception is for once.
 * @throws Problem rule.refused, naming each rule with its source and since when
 */
export async function weigh(
  tx: EntityManager,
  found: readonly Finding[],
  { register, entry, step }: Where,
): Promise<RuleMet[]> {
  if (found.length === 0) return [];
  const approved = await tx.query<{ rule: string; by: string }[]>(
    `select distinct on (o.rule) o.rule, o.approved_by as by from rule_override o
      where o.register = $1 and o.entry = $2 and o.step = $3 and o.approved_at is not null and o.ended_at is null
        and not ${isUsed}
      order by o.rule, o.approved_at desc`,
    [register, entry, step],
  );
  const by = new Map(approved.map((one) => [one.rule, one.by]));
  refuseBroken(found.filter(({ code }) => !by.has(code)));
  return found.map((finding) => ({
    code: finding.code,
    message: sentence(finding.code, paramsOf(finding)),
    legalSource: finding.rule.legalSource,
    validFrom: finding.rule.validFrom,
    overriddenBy: (!finding.isWarning && by.get(finding.code)) || null,
  }));
}

/** Of an exception `o`: whether a step, or change of fields, was taken by it. */
export const isUsed = `exists (
  select from event e cross join lateral json_array_elements(e.payload -> 'warnings') as used
   where e.aggregate = o.register || ':' || o.entry and e.occurred_at > o.approved_at
     and coalesce(e.payload ->> 'step', 'change') = o.step
     and used ->> 'code' = o.rule and used ->> 'overriddenBy' is not null)`;

/** @throws Problem rule.refused, for what nobody made an exception from */
export function refuseBroken(found: readonly Finding[]): void {
  const refusing = found.filter(({ isWarning }) => !isWarning);
  if (refusing.length > 0) throw new Problem('rule.refused', {}, refusing.map(faultOf));
}

const paramsOf = ({ params, rule }: Finding) => ({
  ...params,
  source: rule.legalSource,
  since: rule.validFrom,
});
const faultOf = (finding: Finding): Fault => ({
  pointer: `/${finding.field ?? 'step'}`,
  code: finding.code,
  params: paramsOf(finding),
});
