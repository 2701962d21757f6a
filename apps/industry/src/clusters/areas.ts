import { Problem, type Cluster } from '@doit/contracts';
import { decimal, ruleOn } from '@doit/reference';

type Areas = Pick<
  Cluster,
  'areaEstablishedHa' | 'areaDetailedPlanHa' | 'industrialHa' | 'leasedHa' | 'establishedOn' | 'milestones'
>;

/**
 * Leased ≤ industrial ≤ detailed plan ≤ established, as far as known; none above the cap in force on the day when it was
 * established or last expanded (today, where not yet established).
 * @throws Problem cluster.areas-out-of-order, cluster.over-75-ha
 */
export function checkAreas(cluster: Areas, today: string): void {
  const known = (['leasedHa', 'industrialHa', 'areaDetailedPlanHa', 'areaEstablishedHa'] as const).flatMap(
    (field) => {
      const area = cluster[field];
      return area === null ? [] : [{ field, area: decimal(area) }];
    },
  );
  for (const [index, { field, area }] of known.entries()) {
    const larger = known[index + 1];
    if (larger && area.greaterThan(larger.area)) {
      throw new Problem('cluster.areas-out-of-order', {}, [
        { pointer: `/${field}`, code: 'cluster.areas-out-of-order' },
        { pointer: `/${larger.field}`, code: 'cluster.areas-out-of-order' },
      ]);
    }
  }
  const cap = ruleOn('cluster.max-area-ha', decidedOn(cluster) ?? today);
  const largest = known.at(-1);
  if (cap && largest?.area.greaterThan(cap.value)) {
    const params = { area: largest.area.toString(), max: cap.value, source: cap.legalSource };
    throw new Problem('cluster.over-75-ha', params, [
      { pointer: `/${largest.field}`, code: 'cluster.over-75-ha', params },
    ]);
  }
}

/** The day of the last decision about its size: its establishment, or an expansion. */
export function decidedOn({
  establishedOn,
  milestones,
}: Pick<Cluster, 'establishedOn' | 'milestones'>): string | undefined {
  const expanded = (milestones ?? []).flatMap(({ step, actualOn }) =>
    step === 'expand' && actualOn !== null ? [actualOn] : [],
  );
  return [...(establishedOn === null ? [] : [establishedOn]), ...expanded].sort().at(-1);
}
