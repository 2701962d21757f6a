import { decimal, type Decimal } from '../decimals';
import { products } from '../products';
import type { UnitCode } from '../units';

/**
 * What a register comes to as an indicator: which of its entries count, and what of them is added. Statements of the
 * indicator may then be held against it.
 */
export interface Tally {
  readonly indicator: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: UnitCode;
  /** The noun of the register. */
  readonly register: string;
  /** The states whose entries count. */
  readonly states: readonly string[];
  /** The states to which an entry comes from those: it counted until then. */
  readonly until: readonly string[];
  /** Likewise, but it may also never have counted: entered twice, and withdrawn. */
  readonly perhaps: readonly string[];
  /** What is added; null: the entries are counted. */
  readonly sum: Sum | null;
  /** The field that says since when an entry counts; before that day it does not. */
  readonly since: string | null;
  /** A field whose day it counted by at the latest, perhaps long before. */
  readonly latest: string | null;
  /** The field with the last day on which an entry counts. */
  readonly ends: string | null;
  /** Without that day an entry counts still; else it is not known whether it does. */
  readonly isOpenEnded: boolean;
  /** A field with a list of years: an entry counts in those alone. */
  readonly years: string | null;
  /** Of which entries alone, by the values of a field. */
  readonly only: { readonly field: string; readonly values: readonly string[] } | null;
  /** Fields whose words together are counted once in a territory, whatever their case and spaces; null: the entries are. */
  readonly distinct: readonly string[] | null;
  /**
   * The field that says of which period an entry is: a flow adds up those of its own, a stock all. `day`: it is of a day, and
   * counts in every period in which that lies.
   */
  readonly period: { readonly field: string; readonly of: 'day' | 'month' | 'year' } | null;
  /** An entry in one of the states may have ceased to count all the same: nothing is surely more than is stated. */
  readonly isUnsure: boolean;
  /** They are a part of what is stated: they may come to less, but not to more. */
  readonly isPart: boolean;
}

interface Sum {
  readonly field: string;
  /** How many of the field's unit make one of the indicator's. */
  readonly per: number;
  /** The field whose sum it is divided by, for a percentage: a sum over a sum, never a mean of rates. */
  readonly over: string | null;
}

const operatingCluster = ['partly-operating', 'operating'];
const plannedCluster = [
  'detailed-plan-approved',
  'environmental-decision',
  'land-partly-cleared',
  'land-cleared',
  'under-construction',
  ...operatingCluster,
];
const withInvestor = ['investor-selected', ...plannedCluster];
const established = ['established', ...withInvestor];
// A cluster stays in the plan when it is established; what was withdrawn or revoked left it.
const inPlan = ['planned', 'proposed', ...established];

const each = {
  isUnsure: false,
  isPart: false,
  isOpenEnded: false,
  perhaps: [],
  latest: null,
  ends: null,
  years: null,
  only: null,
  distinct: null,
  period: null,
};
const clusters = { ...each, register: 'cluster', until: ['revoked'], since: null };
const stages = {
  planned: { ...clusters, states: inPlan, perhaps: ['withdrawn'], latest: 'establishedOn' },
  established: { ...clusters, states: established, since: 'establishedOn' },
  'detailed-plan': { ...clusters, states: plannedCluster },
  'with-investor': { ...clusters, states: withInvestor, since: 'investorSelectedOn' },
} as const;
const areas: Record<keyof typeof stages, string> = {
  planned: 'areaPlannedHa',
  established: 'areaEstablishedHa',
  'detailed-plan': 'areaDetailedPlanHa',
  'with-investor': 'areaEstablishedHa',
};

const ended = ['suspended', 'retired'];
const operating = { ...each, states: ['operating'], until: ended, since: 'operatingOn' };
const plants = { ...operating, register: 'power-plant' };
const rooftops = { ...operating, register: 'rooftop-system', perhaps: ['withdrawn'] };
const none = {};
const counted = { dimensions: none, unit: 'COUNT', sum: null } as const;

const closed = { until: ['suspended', 'closed'], since: 'openedOn' };
const markets = { ...each, ...closed, register: 'market', states: ['operating', 'upgrading'] };
const outlets = { ...each, ...closed, register: 'outlet', states: ['operating'] };
const ofKind = (...values: string[]) => ({ field: 'kind', values });
const ofValue = (field: string, value: string) => ({ field, values: [value] });
/** What is graded anew is superseded; a certificate that has ended counts no more, whatever its state. */
const certificates = {
  ...each,
  ...{ register: 'ocop-product', states: ['certified'], until: ['superseded', 'revoked'] },
  ...{ since: 'issuedOn', ends: 'expiresOn' },
};
const supported = { dimensions: { scope: 'supported' }, years: 'supportedIn' };
const producers = { distinct: ['producer'] };
/** Who forgets to supersede what was graded anew has two entries of one product. */
const ofProducer = { distinct: ['producer', 'name'] };
const flow = { ...each, until: [], since: null, isPart: true };
/** Schemes that take their support out of the budget of their year. */
const schemes = {
  ...flow,
  register: 'scheme',
  states: ['approved', 'contracted', 'implementing', 'inspected', 'accepted', 'paid', 'post-checked'],
  period: { field: 'year', of: 'year' },
} as const;
const reports = {
  ...flow,
  register: 'enterprise-report',
  states: ['accepted'],
  period: { field: 'month', of: 'month' },
} as const;
/** Points that take part on the day, each in its programme; one whose programme was broken off may be left as it was. */
const points = {
  ...{ ...each, register: 'stabilisation-point', states: ['operating'], until: ['closed'] },
  ...{ perhaps: ['withdrawn'], since: 'startsOn', ends: 'endsOn', isUnsure: true },
};
/** All trips are registered, where a register is complete: they are no part of what is stated. */
const trips = {
  ...flow,
  ...{ register: 'mobile-sale', states: ['held', 'reported'], isPart: false },
  period: { field: 'heldOn', of: 'day' },
} as const;
const sellers = {
  ...each,
  ...{ register: 'ecommerce-seller', states: ['selling'], until: ['suspended', 'left'], since: 'joinedOn' },
};
/** Of the platforms that report; a platform that does not is missing, and not zero. */
const platformReports = { ...reports, register: 'platform-report' };
/** Who is presented on the portal, whatever came of it since: who closed has a last day there. */
const onPortal = {
  ...{ ...each, register: 'trader', states: ['registered', 'trading', 'suspended', 'closed'] },
  ...{ until: [], since: 'portalRegisteredOn', ends: 'portalEndedOn', isOpenEnded: true },
  only: { field: 'portal', values: ['on', 'left'] },
};
const sumOf = (field: string, per = 1, over: string | null = null): Sum => ({ field, per, over });

/** In the order of the catalogue. A plant's panels are not tallied: most plants have none, and nobody states their sum. */
export const tallies: readonly Tally[] = [
  { ...plants, indicator: 'POWER_PLANTS', dimensions: none, unit: 'COUNT', sum: null },
  {
    ...plants,
    indicator: 'POWER_CAPACITY',
    dimensions: { basis: 'ac' },
    unit: 'MW',
    sum: sumOf('capacityAcMw'),
  },
  { ...rooftops, indicator: 'ROOFTOP_SYSTEMS', dimensions: none, unit: 'COUNT', sum: sumOf('systems') },
  {
    ...rooftops,
    indicator: 'ROOFTOP_CAPACITY',
    dimensions: { basis: 'ac' },
    unit: 'MW',
    sum: sumOf('capacityAcKw', 1000),
  },
  {
    ...rooftops,
    indicator: 'ROOFTOP_CAPACITY',
    dimensions: { basis: 'dc' },
    unit: 'MWP',
    sum: sumOf('capacityDcKwp', 1000),
  },
  ...stagesAs('CLUSTERS', 'COUNT', () => null),
  ...stagesAs('CLUSTER_AREA', 'HA', (stage) => sumOf(areas[stage])),
  {
    ...clusters,
    indicator: 'CLUSTER_OCCUPANCY',
    dimensions: none,
    unit: 'PCT',
    states: operatingCluster,
    sum: sumOf('leasedHa', 1, 'industrialHa'),
  },
  { ...markets, ...counted, indicator: 'MARKETS' },
  {
    ...outlets,
    ...counted,
    indicator: 'SUPERMARKETS',
    only: ofKind('supermarket-general', 'supermarket-specialised'),
  },
  { ...outlets, ...counted, indicator: 'MALLS', only: ofKind('mall') },
  { ...outlets, ...counted, indicator: 'CONVENIENCE_STORES', only: ofKind('convenience-store') },
  { ...certificates, ...counted, ...ofProducer, indicator: 'OCOP_PRODUCTS' },
  { ...certificates, ...counted, ...supported, ...ofProducer, indicator: 'OCOP_PRODUCTS' },
  { ...certificates, ...counted, ...producers, indicator: 'OCOP_PRODUCERS' },
  { ...certificates, ...counted, ...supported, ...producers, indicator: 'OCOP_PRODUCERS' },
  { ...sellers, ...counted, indicator: 'ECOMMERCE_SELLERS', distinct: ['seller'] },
  {
    ...platformReports,
    ...{ indicator: 'ECOMMERCE_ORDERS', dimensions: none, unit: 'COUNT', sum: sumOf('orders') },
  },
  {
    ...platformReports,
    ...{ indicator: 'ECOMMERCE_VALUE', dimensions: none, unit: 'VND_BN', sum: sumOf('valueMn', 1000) },
  },
  { ...onPortal, ...counted, indicator: 'EXPORT_PORTAL_ENTERPRISES' },
  { ...points, ...counted, indicator: 'STABILISATION_POINTS' },
  { ...trips, ...counted, indicator: 'MOBILE_SALES_TRIPS' },
  {
    ...trips,
    ...{ indicator: 'MOBILE_SALES_REVENUE', dimensions: none, unit: 'VND_BN' },
    sum: sumOf('revenueMn', 1000),
  },
  ...['national', 'local'].map((budget): Tally => ({
    ...schemes,
    ...{
      indicator: 'PROMOTION_BUDGET',
      dimensions: { budget },
      unit: 'VND_BN',
      only: ofValue('budget', budget),
    },
    sum: sumOf('supportMn', 1000),
  })),
  // Key enterprises make a part of what a province makes.
  ...products.map(({ code, unit }): Tally => ({
    ...reports,
    ...{
      indicator: 'PRODUCT_OUTPUT',
      dimensions: { product: code },
      unit,
      only: ofValue('productCode', code),
    },
    sum: sumOf('quantity'),
  })),
];

function stagesAs(
  indicator: string,
  unit: UnitCode,
  sum: (stage: keyof typeof stages) => Sum | null,
): Tally[] {
  return (Object.keys(stages) as (keyof typeof stages)[]).map((stage) => ({
    ...stages[stage],
    ...{ indicator, dimensions: { stage }, unit, sum: sum(stage) },
  }));
}

/**
 * The tallies that a statement can mean: one, or none, but several where a capacity is stated and the source does not say
 * whether of alternating or of direct current. What is printed in MWp is of panels.
 */
export function talliesMeant({
  indicator,
  dimensions,
  unit,
}: {
  readonly indicator: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: string;
}): Tally[] {
  const isUnsaid = dimensions['basis'] === 'unknown';
  return tallies.filter((tally) => {
    if (tally.indicator !== indicator) return false;
    if (isUnsaid && unit === 'MWP') return tally.unit === 'MWP';
    return isUnsaid || sameLabels(tally.dimensions, dimensions);
  });
}

function sameLabels(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The indicators that a register can meet. */
export function indicatorsTallied(register: string): string[] {
  return [...new Set(tallies.filter((each) => each.register === register).map((each) => each.indicator))];
}

/**
 * What sums of fields come to in the indicator's unit; null where no field is known, or there is nothing to divide by. None
 * that are counted are 0.
 * @param added of the entries whose fields are known; null: of none
 */
export function tallyValue({ sum }: Tally, added: string | null, divisor: string | null): Decimal | null {
  if (added === null) return sum ? null : decimal('0');
  const total = decimal(added);
  if (!sum?.over) return total.div(sum?.per ?? 1);
  const base = divisor === null ? null : decimal(divisor);
  return base === null || base.isZero() ? null : total.times(100).div(base);
}
