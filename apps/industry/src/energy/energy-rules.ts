import {
  Problem,
  type energyUsers,
  type gridProjects,
  type hamlets,
  type powerPlants,
  type ProblemCode,
  type rooftopSystems,
} from '@doit/contracts';
import { decimal, ruleOn } from '@doit/reference';
import type { RulesOf } from '@doit/registers';

const refuse = (field: string, code: ProblemCode): never => {
  throw new Problem(code, {}, [{ pointer: `/${field}`, code }]);
};

const sunny = ['solar-farm', 'storage'];

/** The life of a power plant (Electricity Law 61/2024/QH15); what was retired may be told from what never came. */
export const powerPlantRules: RulesOf<typeof powerPlants> = {
  steps: {
    'approve-policy': { from: ['planned'], to: 'policy-approved' },
    'begin-construction': { from: ['policy-approved'], to: 'under-construction' },
    test: { from: ['under-construction'], to: 'testing' },
    operate: { from: ['testing'], to: 'operating' },
    suspend: { from: ['operating'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'operating' },
    retire: { from: ['operating', 'suspended'], to: 'retired', needsReason: true },
    withdraw: { from: ['planned', 'policy-approved'], to: 'withdrawn', needsReason: true },
  },
  check({ kind, capacityDcMwp }) {
    if (capacityDcMwp !== null && !sunny.includes(kind)) refuse('capacityDcMwp', 'plant.panels-of-no-sun');
  },
  after: (before, after, step, on) =>
    step === 'operate' ? { ...after, operatingOn: after.operatingOn ?? on } : after,
};

export const rooftopSystemRules: RulesOf<typeof rooftopSystems> = {
  steps: {
    suspend: { from: ['operating'], to: 'suspended', needsReason: true },
    resume: { from: ['suspended'], to: 'operating' },
    retire: { from: ['operating', 'suspended'], to: 'retired', needsReason: true },
    withdraw: { from: ['operating', 'suspended'], to: 'withdrawn', needsReason: true },
  },
};

export const gridProjectRules: RulesOf<typeof gridProjects> = {
  steps: {
    approve: { from: ['planned'], to: 'approved' },
    'begin-clearance': { from: ['approved'], to: 'site-clearance' },
    'begin-construction': { from: ['approved', 'site-clearance'], to: 'under-construction' },
    energise: { from: ['under-construction'], to: 'energised' },
    withdraw: {
      from: ['planned', 'approved', 'site-clearance', 'under-construction'],
      to: 'withdrawn',
      needsReason: true,
    },
  },
  check({ clearanceNeededHa, clearedHa }) {
    if (clearanceNeededHa !== null && clearedHa !== null && decimal(clearedHa).greaterThan(clearanceNeededHa))
      refuse('clearedHa', 'grid.cleared-beyond-need');
  },
  after: (before, after, step, on) => (step === 'energise' ? { ...after, energisedOn: on } : after),
};

export const hamletRules: RulesOf<typeof hamlets> = {
  steps: {
    'serve-partly': { from: ['unserved'], to: 'partly-served' },
    serve: { from: ['unserved', 'partly-served'], to: 'served' },
    withdraw: { from: ['unserved', 'partly-served', 'served'], to: 'withdrawn', needsReason: true },
  },
  check({ households, householdsServed }) {
    if (householdsServed > households) refuse('householdsServed', 'hamlet.served-beyond-all');
  },
};

/** Designated are those above the threshold of their sector; the Prime Minister's list names them. */
export const energyUserRules: RulesOf<typeof energyUsers> = {
  steps: {
    designate: { from: ['proposed', 'released'], to: 'designated' },
    release: { from: ['designated'], to: 'released', needsReason: true },
    withdraw: { from: ['proposed', 'released'], to: 'withdrawn', needsReason: true },
  },
  meets(_before, { sector, toe }, step, on) {
    const rule = ruleOn(sector === 'building' ? 'energy-user.min-building-toe' : 'energy-user.min-toe', on);
    if (step !== 'designate' || !rule || (toe !== null && decimal(toe).greaterThanOrEqualTo(rule.value)))
      return [];
    return [{ code: 'energy-user.below-threshold', params: { toe: toe ?? '–', min: rule.value }, rule }];
  },
};
