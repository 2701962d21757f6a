import { Problem, sentence, type Fault, type RuleMet } from '@doit/contracts';
import type { EntityManager } from 'typeorm';
import type { Finding } from './lives';

interface Where {
  register: string;
  entry: string;
  step: string;
}

/**
 * What a step meets, weighed: warnings stay, and what would refuse is a warning where an exception was approved since the
 * step was last taken: an exception is for once.
 * @throws Problem rule.refused, naming each rule with its source and since when
 */
export async function weigh(
  tx: EntityManager,
  found: readonly Finding[],
  { register, entry, step }: Where,
): Promise<RuleMet[]> {
  if (found.length === 0) return [];
  const approved = await tx.query<{ rule: string; by: string }[]>(
    `select distinct on (rule) rule, approved_by as by from rule_override
      where register = $1 and entry = $2 and step = $3
        and approved_at > coalesce((select max(e.occurred_at) from event e
              where e.aggregate = $1 || ':' || $2 and e.payload ->> 'step' = $3), '-infinity')
      order by rule, approved_at desc`,
    [register, entry, step],
  );
  const by = new Map(approved.map((one) => [one.rule, one.by]));
  const refusing = found.filter(({ code, isWarning }) => !isWarning && !by.has(code));
  if (refusing.length > 0) throw new Problem('rule.refused', {}, refusing.map(faultOf));
  return found.map((finding) => ({
    code: finding.code,
    message: sentence(finding.code, paramsOf(finding)),
    legalSource: finding.rule.legalSource,
    validFrom: finding.rule.validFrom,
    overriddenBy: by.get(finding.code) ?? null,
  }));
}

const paramsOf = ({ params, rule }: Finding) => ({
  ...params,
  source: rule.legalSource,
  since: rule.validFrom,
});
const faultOf = (finding: Finding): Fault => ({
  pointer: '/step',
  code: finding.code,
  params: paramsOf(finding),
});
