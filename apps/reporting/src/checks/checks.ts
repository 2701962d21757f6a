import type { CheckResult } from '@doit/contracts';
import type { Standing } from '../comparisons/standing';
import { checkRegister, checkRemainingArea } from './cluster-checks';
import { checkContribution } from './contribution-checks';
import { checkGrowthTarget } from './growth-target-checks';
import { checkMonthBefore } from './month-before-checks';
import { checkParts } from './parts-checks';
import { checkPlan } from './plan-checks';
import { checkRank } from './rank-checks';
import { checkShare } from './share-checks';
import { subjectsOf } from './subject';
import { checkUnit } from './unit-checks';
import { byVerdict } from './verdict';
import { checkYearBefore } from './year-before-checks';

/**
 * Every statement of a territory and period against what follows from the other figures, formula by formula.
 * @param registered clusters that the register counts as established on the period's last day; null: not known of then
 */
export function checksOf(standing: Standing, registered: number | null): CheckResult[] {
  const ofFigures = subjectsOf(standing).flatMap((subject) => [
    ...checkPlan(subject),
    ...checkGrowthTarget(subject, standing),
    ...checkYearBefore(subject),
    ...checkMonthBefore(subject, standing),
    ...checkShare(subject, standing),
    ...checkContribution(subject, standing),
    ...checkRank(subject),
    ...checkUnit(subject, standing),
  ]);
  const ofClusters = [
    ...checkRemainingArea(standing),
    ...(registered === null ? [] : checkRegister(standing, registered)),
  ];
  return byVerdict([...ofFigures, ...checkParts(standing), ...ofClusters]);
}
