import {
  energyUsers,
  gridProjects,
  hamlets,
  plantKinds,
  powerPlants,
  rooftopSystems,
  type EnergyUserFields,
  type Entry,
} from '@doit/contracts';
import { entryOf, lawOf, leadsAsWritten, orSaid, taken } from '../test-lives';
import {
  energyUserRules,
  gridProjectRules,
  hamletRules,
  powerPlantRules,
  rooftopSystemRules,
} from './energy-rules';

leadsAsWritten(
  powerPlants,
  powerPlantRules,
  {
    planned: { 'approve-policy': 'policy-approved', withdraw: 'withdrawn' },
    'policy-approved': { 'begin-construction': 'under-construction', withdraw: 'withdrawn' },
    'under-construction': { test: 'testing' },
    testing: { operate: 'operating' },
    operating: { suspend: 'suspended', retire: 'retired' },
    suspended: { resume: 'operating', retire: 'retired' },
    retired: {},
    withdrawn: {},
  },
  ['suspend', 'retire', 'withdraw'],
);

leadsAsWritten(
  rooftopSystems,
  rooftopSystemRules,
  {
    operating: { suspend: 'suspended', retire: 'retired', withdraw: 'withdrawn' },
    suspended: { resume: 'operating', retire: 'retired', withdraw: 'withdrawn' },
    retired: {},
    withdrawn: {},
  },
  ['suspend', 'retire', 'withdraw'],
);

leadsAsWritten(
  gridProjects,
  gridProjectRules,
  {
    planned: { approve: 'approved', withdraw: 'withdrawn' },
    approved: {
      'begin-clearance': 'site-clearance',
      'begin-construction': 'under-construction',
      withdraw: 'withdrawn',
    },
    'site-clearance': { 'begin-construction': 'under-construction', withdraw: 'withdrawn' },
    'under-construction': { energise: 'energised', withdraw: 'withdrawn' },
    energised: {},
    withdrawn: {},
  },
  ['withdraw'],
);

leadsAsWritten(
  hamlets,
  hamletRules,
  {
    unserved: { 'serve-partly': 'partly-served', serve: 'served', withdraw: 'withdrawn' },
    'partly-served': { serve: 'served', withdraw: 'withdrawn' },
    served: { withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['withdraw'],
);

leadsAsWritten(
  energyUsers,
  energyUserRules,
  {
    proposed: { designate: 'designated', withdraw: 'withdrawn' },
    designated: { release: 'released' },
    released: { designate: 'designated', withdraw: 'withdrawn' },
    withdrawn: {},
  },
  ['release', 'withdraw'],
);

describe('a designated user of energy', () => {
  const below =
    'energy-user.below-threshold since 2011-05-15 by Nghị định 21/2011/NĐ-CP = Decree 21/2011/NĐ-CP';
  const met = (known: Partial<Entry<EnergyUserFields>>, on: string, step: 'designate' | 'release') => {
    const entry = entryOf(energyUsers, known as object);
    return lawOf(energyUserRules.meets?.(entry, entry, step, on, undefined) ?? []);
  };
  it.each<[EnergyUserFields['sector'], string | null, string, string[]]>([
    ['industry', '999.999', '2024-01-01', [below]],
    ['industry', '1000', '2024-01-01', []],
    ['industry', '1000.001', '2024-01-01', []],
    ['agriculture', '999.999', '2024-01-01', [below]],
    ['agriculture', '1000', '2024-01-01', []],
    ['transport', '999.999', '2024-01-01', [below]],
    ['transport', '1000', '2024-01-01', []],
    ['building', '499.999', '2024-01-01', [below]],
    ['building', '500', '2024-01-01', []],
    ['building', '500.001', '2024-01-01', []],
    ['industry', null, '2024-01-01', [below]],
    ['building', null, '2024-01-01', [below]],
    ['industry', '0', '2011-05-14', []],
    ['building', '0', '2011-05-14', []],
    ['industry', '0', '2011-05-15', [below]],
    ['building', '0', '2011-05-15', [below]],
  ])('in %s with %s TOE meets on %s: %j', (sector, toe, on, found) => {
    expect(met({ sector, toe }, on, 'designate')).toEqual(found);
    expect(met({ sector, toe }, on, 'release')).toEqual([]);
  });
});

describe('a power plant', () => {
  it.each(plantKinds)('of kind %s has panels only where there is sun', (kind) => {
    const check = (capacityDcMwp: string | null) =>
      orSaid(() => powerPlantRules.check?.(entryOf(powerPlants, { kind, capacityDcMwp }), '2024-01-01'));
    const hasSun = ['solar-farm', 'storage'].includes(kind);
    const refusal = '422 plant.panels-of-no-sun: Only solar plants have panels (MWp).';
    expect([check('0'), check('50'), check(null)]).toEqual([
      ...(hasSun ? ['undefined', 'undefined'] : [refusal, refusal]),
      'undefined',
    ]);
  });

  it('operates since the day of the step, unless another day is known', () => {
    const testing = entryOf(powerPlants, { state: 'testing' });
    const operate = (known: object) =>
      taken(powerPlantRules, testing, 'operate', { on: '2024-06-01', known });
    expect(operate({}).operatingOn).toBe('2024-06-01');
    expect(operate({ operatingOn: '2024-05-20' }).operatingOn).toBe('2024-05-20');
  });

  it('that operates again after a suspension operates since its first day', () => {
    const suspended = entryOf(powerPlants, { state: 'suspended', operatingOn: '2019-06-30' });
    const resumed = taken(powerPlantRules, suspended, 'resume', { on: '2024-06-01' });
    expect(resumed).toMatchObject({ operatingOn: '2019-06-30', stateOn: '2024-06-01' });
  });
});

describe('a grid project', () => {
  it.each([
    ['9.999', '10', 'undefined'],
    ['10', '10', 'undefined'],
    ['10.001', '10', '422 grid.cleared-beyond-need: More land is cleared than had to be.'],
    ['10', null, 'undefined'],
    [null, '10', 'undefined'],
  ])('of which %s of %s ha are cleared: %s', (clearedHa, clearanceNeededHa, said) => {
    const entry = entryOf(gridProjects, { clearedHa, clearanceNeededHa });
    expect(orSaid(() => gridProjectRules.check?.(entry, '2024-01-01'))).toBe(said);
  });

  it('was energised on the day of the step, beside the days that were planned and expected', () => {
    const days = { plannedOn: '2024-01-01', expectedOn: '2024-05-01' };
    const building = entryOf(gridProjects, { state: 'under-construction', ...days });
    expect(taken(gridProjectRules, building, 'energise', { on: '2024-06-01' })).toMatchObject({
      ...days,
      energisedOn: '2024-06-01',
    });
  });
});

describe('a hamlet', () => {
  it.each([
    [119, 'undefined'],
    [120, 'undefined'],
    [121, '422 hamlet.served-beyond-all: More households have power than there are.'],
  ])('of 120 households, %i of them with power: %s', (householdsServed, said) => {
    const entry = entryOf(hamlets, { households: 120, householdsServed });
    expect(orSaid(() => hamletRules.check?.(entry, '2024-01-01'))).toBe(said);
  });
});
