import type { CheckResult } from '@doit/contracts';
import type { Standing } from '../comparisons/standing';
import type { Tallied } from '../registers/tallied';
import { checkAgainstBau } from './bau-checks';
import { checkRemainingArea } from './cluster-checks';
import { checkContribution } from './contribution-checks';
import { checkGrowthTarget } from './growth-target-checks';
import { checkMonthBefore } from './month-before-checks';
import { checkParts } from './parts-checks';
import { checkPlan } from './plan-checks';
import { checkRank } from './rank-checks';
import { checkRegisters, registerClaims } from './register-checks';
import { checkSaving } from './saving-checks';
import { checkSavingDemanded } from './saving-demand-checks';
import { checkShare } from './share-checks';
import { subjectsOf } from './subject';
import { checkUnit } from './unit-checks';
import { byVerdict } from './verdict';
import { checkUtilisation } from './utilisation-checks';
import { checkYearBefore } from './year-before-checks';

/**
 * Every statement of a territory and period against what follows from the other figures, formula by formula.
 * @param tallied what the registers come to that its figures can be held against (registerClaims)
 */
export function checksOf(standing: Standing, tallied: readonly Tallied[]): CheckResult[] {
  const ofFigures = subjectsOf(standing).flatMap((subject) => [
    ...checkPlan(subject),
    ...checkGrowthTarget(subject, standing),
    ...checkYearBefore(subject),
    ...checkMonthBefore(subject, standing),
    ...checkShare(subject, standing),
    ...checkContribution(subject, standing),
    ...checkRank(subject),
    ...checkUnit(subject, standing),
    ...checkSaving(subject, standing),
    ...checkAgainstBau(subject, standing),
    ...checkUtilisation(subject, standing),
  ]);
  const ofRegisters = checkRegisters(registerClaims(standing), tallied);
  const ofPlace = [
    ...checkParts(standing),
    ...checkRemainingArea(standing),
    ...checkSavingDemanded(standing),
    ...ofRegisters,
  ];
  return byVerdict([...ofFigures, ...ofPlace]);
}
