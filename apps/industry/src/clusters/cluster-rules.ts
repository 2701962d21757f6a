import type { Cluster, ClusterFields, ClusterState, ClusterStep } from '@doit/contracts';
import {
  decimal,
  decimalText,
  Exact,
  lastDayOfDistricts,
  ruleOn,
  type Decimal,
  type RuleId,
} from '@doit/reference';
import type { Finding, RegisterRules } from '@doit/registers';
import { checkAreas, decidedOn } from './areas';

/** The other clusters of the same former district that are established. */
export interface Neighbours {
  count: number;
  /** Of these, clusters whose industrial or leased land is not known; their land is not in the sums. */
  unknown: number;
  industrialHa: string;
  leasedHa: string;
}

const active = [
  'established',
  'investor-selected',
  'detailed-plan-approved',
  'environmental-decision',
  'land-partly-cleared',
  'land-cleared',
  'under-construction',
  'partly-operating',
  'operating',
] as const satisfies ClusterState[];

/** The life of a cluster (Decree 32/2024/NĐ-CP); an investor may be selected before it is established, or with it. */
const steps: RegisterRules<ClusterFields, ClusterState, ClusterStep>['steps'] = {
  propose: { from: ['planned'], to: 'proposed' },
  'select-investor': { from: ['proposed', 'established'], to: 'investor-selected' },
  establish: { from: ['proposed'], to: 'established' },
  'approve-detailed-plan': { from: ['investor-selected'], to: 'detailed-plan-approved' },
  'decide-environment': { from: ['detailed-plan-approved'], to: 'environmental-decision' },
  'clear-land-partly': { from: ['environmental-decision'], to: 'land-partly-cleared' },
  'clear-land': { from: ['environmental-decision', 'land-partly-cleared'], to: 'land-cleared' },
  'begin-construction': { from: ['land-partly-cleared', 'land-cleared'], to: 'under-construction' },
  'operate-partly': { from: ['under-construction'], to: 'partly-operating' },
  operate: { from: ['under-construction', 'partly-operating'], to: 'operating' },
  expand: { from: active, to: null },
  adjust: { from: active, to: null },
  withdraw: { from: ['planned', 'proposed'], to: 'withdrawn', needsReason: true },
  revoke: { from: active, to: 'revoked', needsReason: true },
};

/** Rules of the register of clusters, each with its dated text. */
export const clusterRules: RegisterRules<ClusterFields, ClusterState, ClusterStep, Neighbours> = {
  steps,
  check: checkAreas,
  after: withMilestone,
  corrects: grown,
  stands: (cluster, on) => [...belowMinimum(cluster, on), ...dischargesUntreated(cluster, on)],
  meets(before, after, step, on, neighbours) {
    if (step === 'establish') return districtNotFull(after, neighbours, on);
    return step === 'expand' ? notFullEnough({ ...before, requestedHa: after.requestedHa }, on) : [];
  },
};

/** What follows from a step beside its state: its day among the milestones, the day of establishment, the investor's. */
function withMilestone(
  before: Cluster,
  after: Cluster,
  step: ClusterStep,
  on: string,
  document: string | null,
): Cluster {
  const milestones = [...(after.milestones ?? [])];
  const known = milestones.find((each) => each.step === step && each.actualOn === null);
  if (known)
    milestones[milestones.indexOf(known)] = {
      step,
      plannedOn: known.plannedOn,
      actualOn: on,
      document: document ?? known.document,
    };
  else milestones.push({ step, plannedOn: null, actualOn: on, document });
  const taken = { ...after, milestones };
  if (step === 'select-investor') {
    const selected = { ...taken, investorSelectedOn: on };
    // Selected before the establishment: the cluster itself is still proposed.
    return before.state === 'proposed'
      ? { ...selected, state: 'proposed', stateOn: before.stateOn }
      : selected;
  }
  if (step !== 'establish') return taken;
  const established = { ...taken, establishedOn: on, decisionNumber: document ?? taken.decisionNumber };
  const isSelected = taken.investorSelectedOn !== null || taken.investor !== null;
  return isSelected
    ? { ...established, state: 'investor-selected', investorSelectedOn: taken.investorSelectedOn ?? on }
    : established;
}

/** 10 ha, or 5 in mountain districts and craft villages; by the text in force when its size was decided. */
function belowMinimum(cluster: Cluster, on: string): Finding[] {
  if (!isActive(cluster)) return [];
  const id: RuleId = cluster.isMountainOrCraft ? 'cluster.min-area-mountain-ha' : 'cluster.min-area-ha';
  const rule = ruleOn(id, decidedOn(cluster) ?? on);
  const field = cluster.areaEstablishedHa === null ? 'areaPlannedHa' : 'areaEstablishedHa';
  const area = cluster[field];
  if (!rule || area === null || decimal(area).greaterThanOrEqualTo(rule.value)) return [];
  const breach = decimalText(decimal(rule.value).minus(area));
  return [{ code: 'cluster.below-min-area', params: { area, min: rule.value }, rule, field, breach }];
}

/** Once it is established a cluster grows by an expansion, whose rules are weighed; else it was entered wrongly. */
function grown(before: Cluster, after: Cluster, step: ClusterStep | null): 'areaEstablishedHa'[] {
  const [old, now] = [before.areaEstablishedHa, after.areaEstablishedHa];
  const isGrown = isActive(before) && old !== null && now !== null && decimal(now).greaterThan(old);
  return isGrown && step !== 'expand' ? ['areaEstablishedHa'] : [];
}

const isActive = ({ state }: Cluster): boolean => active.some((each) => each === state);

/** A further cluster where those of the district are let to more than 50 %, or have at most 100 ha left. */
function districtNotFull(
  { oldDistrict }: Cluster,
  { count, unknown, industrialHa, leasedHa }: Neighbours,
  on: string,
): Finding[] {
  const occupancy = ruleOn('cluster.establish-occupancy-pct', on);
  const free = ruleOn('cluster.establish-free-land-ha', on);
  if (!occupancy || !free || (oldDistrict !== null && count === 0)) return [];
  if (on > lastDayOfDistricts)
    return [{ code: 'rule.needs-successor-text', rule: occupancy, isWarning: true }];
  const warning = { rule: occupancy, isWarning: true };
  if (oldDistrict === null) return [{ code: 'cluster.district-unknown', ...warning }];
  const left = decimal(industrialHa).minus(leasedHa);
  const pct = percent(leasedHa, industrialHa);
  // Those of which the land is not known may be let in full, each as large as the law allows; else they change nothing.
  const most = decimal(ruleOn('cluster.max-area-ha', on)?.value ?? '0').times(unknown);
  const highest = percent(decimalText(most.plus(leasedHa)), decimalText(most.plus(industrialHa)));
  const mayBeFull = left.lessThanOrEqualTo(free.value) || highest.greaterThan(occupancy.value);
  if (unknown > 0 && mayBeFull)
    return [{ code: 'cluster.neighbours-unknown', params: { unknown }, ...warning }];
  if (left.lessThanOrEqualTo(free.value) || pct.greaterThan(occupancy.value)) return [];
  const params = { occupancy: shown(pct), free: left.toString(), min: occupancy.value, max: free.value };
  return [{ code: 'cluster.district-not-full', params, rule: occupancy }];
}

/** An expansion where the cluster is let to at least 60 %, or more land is asked for than is left. */
function notFullEnough({ industrialHa, leasedHa, requestedHa }: Cluster, on: string): Finding[] {
  const rule = ruleOn('cluster.expand-occupancy-pct', on);
  if (!rule) return [];
  const industrial = decimal(industrialHa ?? '0');
  const left = industrial.minus(leasedHa ?? '0');
  const pct = percent(leasedHa ?? '0', industrialHa ?? '0');
  const isWanted = requestedHa !== null && industrialHa !== null && decimal(requestedHa).greaterThan(left);
  if (isWanted || (!industrial.isZero() && pct.greaterThanOrEqualTo(rule.value))) return [];
  return [{ code: 'cluster.not-full-enough', params: { occupancy: shown(pct), min: rule.value }, rule }];
}

/** No tenant discharges before the central plant operates. */
function dischargesUntreated({ tenantsDischarging, wastewaterPlant }: Cluster, on: string): Finding[] {
  const rule = ruleOn('cluster.wastewater-before-discharge', on);
  const tenants = tenantsDischarging ?? 0;
  if (!rule || tenants === 0 || wastewaterPlant === 'operating') return [];
  const breach = String(tenants);
  return [
    { code: 'cluster.no-wastewater-plant', params: { tenants }, rule, field: 'tenantsDischarging', breach },
  ];
}

const percent = (part: string, whole: string): Decimal =>
  decimal(whole).isZero() ? decimal('0') : decimal(part).times(100).dividedBy(whole);

/** Rounded down: what is not enough must not read as if it were. */
const shown = (pct: Decimal): string => pct.toDecimalPlaces(2, Exact.ROUND_DOWN).toString();
