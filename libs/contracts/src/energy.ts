import { RegisterFields } from './entry';
import { Day, Decimal, Flag, OneOf, Part, Text, Whole } from './fields';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const day = { nullable: true } as const;
const count = { nullable: true } as const;
const words = { max: 200, nullable: true } as const;

export const plantKinds = [
  'hydro-large',
  'hydro-small',
  'solar-farm',
  'onshore-wind',
  'offshore-wind',
  'biomass',
  'waste-to-energy',
  'gas',
  'coal',
  'diesel',
  'storage',
] as const;
export const gridLevels = ['0.4', '22', '35', '110', '220', '500'] as const;

/** A power plant. MW (alternating current) and MWp (panels) are two things and never added. */
export class PowerPlantFields extends RegisterFields {
  @OneOf('Kind', plantKinds) kind: (typeof plantKinds)[number];
  @Decimal('Capacity, MW of alternating current', amount) capacityAcMw: string | null;
  @Decimal('Capacity of the panels, MWp; solar only', amount) capacityDcMwp: string | null;
  @Whole('Units', count) units: number | null;
  @Day('Day of commercial operation (COD)', day) operatingOn: string | null;
  @OneOf('Grid that it feeds, kV', gridLevels, { nullable: true }) gridKv: (typeof gridLevels)[number] | null;
  @Text('Owner', words) owner: string | null;
  @Decimal('Output in a year, GWh', amount) yearlyOutputGwh: string | null;
}

export const powerPlantStates = [
  'planned',
  'policy-approved',
  'under-construction',
  'testing',
  'operating',
  'suspended',
  'retired',
  'withdrawn',
] as const;
export const powerPlantSteps = [
  'approve-policy',
  'begin-construction',
  'test',
  'operate',
  'suspend',
  'resume',
  'retire',
  'withdraw',
] as const;

export const powerPlants = register({
  service: 'industry',
  noun: 'power-plant',
  path: 'power-plants',
  words: 'power plant',
  fields: PowerPlantFields,
  states: powerPlantStates,
  steps: powerPlantSteps,
  filters: ['kind', 'gridKv'],
  sorts: ['capacityAcMw', 'operatingOn'],
  publicFields: ['kind', 'capacityAcMw', 'capacityDcMwp', 'units', 'operatingOn', 'gridKv', 'owner'],
  errors: ['plant.panels-of-no-sun'],
});

/** One rooftop system, or a batch of equal ones entered together. */
export class RooftopSystemFields extends RegisterFields {
  @Whole('Systems in this entry; 1: a single one', { min: 1 }) systems: number;
  @Decimal('Capacity of all of them, kW of alternating current', amount) capacityAcKw: string | null;
  @Decimal('Capacity of the panels of all of them, kWp', amount) capacityDcKwp: string | null;
  @Day('Day since which it feeds', day) operatingOn: string | null;
  @OneOf('On the roof of', ['household', 'enterprise', 'public-office', 'farm'], { nullable: true })
  roofOf: 'household' | 'enterprise' | 'public-office' | 'farm' | null;
  @Flag('Only for its own use, nothing fed into the grid', { nullable: true }) isOwnUse: boolean | null;
}

export const rooftopSystems = register({
  service: 'industry',
  noun: 'rooftop-system',
  path: 'rooftop-solar',
  words: 'rooftop system',
  fields: RooftopSystemFields,
  states: ['operating', 'suspended', 'retired', 'withdrawn'],
  steps: ['suspend', 'resume', 'retire', 'withdraw'],
  filters: ['roofOf'],
  sorts: ['capacityAcKw', 'operatingOn'],
});

export const gridProjectKinds = [
  'line-110',
  'substation-110',
  'medium-voltage',
  'low-voltage',
  'distribution-transformer',
  'undergrounding',
  'rural-electrification',
] as const;

/** A project of the grid, with its site clearance. */
export class GridProjectFields extends RegisterFields {
  @OneOf('Kind', gridProjectKinds) kind: (typeof gridProjectKinds)[number];
  @Decimal('Length, km', amount) lengthKm: string | null;
  @Decimal('Capacity, MVA', amount) capacityMva: string | null;
  @Whole('Households served', count) households: number | null;
  @Decimal('Cost, VND billions', amount) costBn: string | null;
  @Text('Source of the money', words) fundSource: string | null;
  @Decimal('Land that must be cleared, ha', amount) clearanceNeededHa: string | null;
  @Decimal('Land cleared, ha', amount) clearedHa: string | null;
  @Whole('Households that must move', count) householdsToMove: number | null;
  @Text('What blocks the site', { max: 1000, nullable: true }) blockedBy: string | null;
  @Day('To be energised by the plan', day) plannedOn: string | null;
  @Day('To be energised as now expected', day) expectedOn: string | null;
  @Day('Energised', day) energisedOn: string | null;
}

export const gridProjects = register({
  service: 'industry',
  noun: 'grid-project',
  path: 'grid-projects',
  words: 'grid project',
  fields: GridProjectFields,
  states: ['planned', 'approved', 'site-clearance', 'under-construction', 'energised', 'withdrawn'],
  steps: ['approve', 'begin-clearance', 'begin-construction', 'energise', 'withdraw'],
  filters: ['kind'],
  sorts: ['plannedOn', 'expectedOn', 'costBn'],
  publicFields: [
    ...([
      'kind',
      'lengthKm',
      'capacityMva',
      'households',
      'costBn',
      'fundSource',
      'clearanceNeededHa',
    ] as const),
    ...(['clearedHa', 'householdsToMove', 'plannedOn', 'expectedOn', 'energisedOn'] as const),
  ],
  errors: ['grid.cleared-beyond-need'],
});

/** A hamlet (thôn, bản) and the power it has, or has not. */
export class HamletFields extends RegisterFields {
  @Whole('Households') households: number;
  @Whole('Of these, with power from the grid') householdsServed: number;
  @Decimal('Way to the nearest line, km', amount) distanceKm: string | null;
  @Text('How it is to be reached', words) plan: string | null;
}

export const hamlets = register({
  service: 'industry',
  noun: 'hamlet',
  path: 'hamlets',
  words: 'hamlet',
  fields: HamletFields,
  states: ['unserved', 'partly-served', 'served', 'withdrawn'],
  steps: ['serve-partly', 'serve', 'withdraw'],
  sorts: ['households', 'distanceKm'],
  publicFields: ['households', 'householdsServed', 'distanceKm', 'plan'],
  errors: ['hamlet.served-beyond-all'],
});

export class EnergyAudit {
  @Day('Day of the audit') on: string;
  @Text('Who audited', { max: 200 }) auditor: string;
  @Decimal('Saving that it found possible, TOE a year', amount) possibleToe: string | null;
}

/** A designated user of energy (cơ sở sử dụng năng lượng trọng điểm), audited every three years. */
export class EnergyUserFields extends RegisterFields {
  @Text('Tax code', { max: 14, pattern: /^\d{10}(-\d{3})?$/, nullable: true }) taxCode: string | null;
  @OneOf('Sector', ['industry', 'agriculture', 'transport', 'building']) sector:
    'industry' | 'agriculture' | 'transport' | 'building';
  @Whole('Year of the consumption', { min: 2000, max: 2100, nullable: true }) year: number | null;
  @Decimal('Electricity, kWh', amount) electricityKwh: string | null;
  @Decimal('Coal, tonnes', amount) coalT: string | null;
  @Decimal('All energy, tonnes of oil equivalent', amount) toe: string | null;
  @Text('Energy manager: the post, not the person', words) energyManager: string | null;
  @Part('Audits', () => EnergyAudit, { many: 20, nullable: true }) audits: EnergyAudit[] | null;
  @Decimal('Saved in the year, TOE', amount) savedToe: string | null;
}

export const energyUsers = register({
  service: 'industry',
  noun: 'energy-user',
  path: 'energy-users',
  words: 'designated energy user',
  fields: EnergyUserFields,
  states: ['proposed', 'designated', 'released', 'withdrawn'],
  steps: ['designate', 'release', 'withdraw'],
  filters: ['sector'],
  sorts: ['toe'],
  rules: { 'energy-user.below-threshold': ['designate'] },
});
