import { RegisterFields } from './entry';
import { Day, Decimal, Id, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const count = { nullable: true } as const;
const year = { min: 1800, max: 2100, nullable: true } as const;
const day = { nullable: true } as const;

export const marketKinds = [
  'wholesale',
  'daily',
  'night',
  'food',
  'tourist',
  'rural',
  'community',
  'temporary',
] as const;
export const managingForms = ['board', 'enterprise', 'cooperative', 'commune'] as const;
export const buildStates = ['solid', 'semi', 'temporary'] as const;
export const fireSafetyStates = ['none', 'planned', 'approved', 'accepted'] as const;
export const foodSafetyStates = ['none', 'planned', 'applied', 'recognised'] as const;
export const upgradeStates = ['planned', 'under-way', 'done'] as const;

/** What is kept of a market (chợ), Decree 60/2024/NĐ-CP. Its class follows from its points and its build. */
export class MarketFields extends RegisterFields {
  @OneOf('Kind', marketKinds) kind: (typeof marketKinds)[number];
  @Decimal('Area, m²', amount) areaM2: string | null;
  @Decimal('Of it ground for trade, m²', amount) groundM2: string | null;
  @Whole('Business points', count) pointsTotal: number | null;
  @Whole('Of these, points in use', count) pointsUsed: number | null;
  @Whole('Traders', count) traders: number | null;
  @OneOf('Who manages it', managingForms, { nullable: true }) manager: (typeof managingForms)[number] | null;
  @OneOf('How it is built: solid, half solid, or not to last', buildStates, { nullable: true })
  buildState: (typeof buildStates)[number] | null;
  @Whole('Year in which it was built', year) yearBuilt: number | null;
  @Whole('Year of the last upgrade', year) yearUpgraded: number | null;
  @Day('Opened', day) openedOn: string | null;
  @Day('Day on which points and build were last counted', day) countedOn: string | null;
  @OneOf('Fire safety: nothing, planned, design approved, works accepted', fireSafetyStates, {
    nullable: true,
  })
  fireSafety: (typeof fireSafetyStates)[number] | null;
  @OneOf('Model of a market with safe food', foodSafetyStates, { nullable: true })
  foodSafetyModel: (typeof foodSafetyStates)[number] | null;
  @Text('Status of its land', { max: 200, nullable: true }) landStatus: string | null;
  @Text('Where the capital comes from', { max: 200, nullable: true }) capitalSource: string | null;
  @OneOf('Project of its upgrade', upgradeStates, { nullable: true }) upgradeState:
    (typeof upgradeStates)[number] | null;
  @Decimal('Cost of the upgrade, VND billions', amount) upgradeCostBn: string | null;
  @Whole('Class by the rule in force today, from points and build; null: not known', {
    min: 1,
    max: 3,
    nullable: true,
  })
  class: number | null;
}

export const marketStates = [
  'planned',
  'under-construction',
  'operating',
  'upgrading',
  'suspended',
  'closed',
  'withdrawn',
] as const;
export const marketSteps = [
  'begin-construction',
  'open',
  'recount',
  'begin-upgrade',
  'complete-upgrade',
  'suspend',
  'resume',
  'close',
  'withdraw',
] as const;

export const markets = register({
  service: 'trade',
  noun: 'market',
  path: 'markets',
  words: 'market',
  fields: MarketFields,
  states: marketStates,
  steps: marketSteps,
  filters: ['kind', 'buildState', 'manager', 'upgradeState', 'class'],
  sorts: ['areaM2', 'pointsTotal', 'yearBuilt', 'openedOn'],
  publicFields: [
    ...(['kind', 'areaM2', 'groundM2', 'pointsTotal', 'pointsUsed', 'traders', 'manager'] as const),
    ...([
      'buildState',
      'yearBuilt',
      'yearUpgraded',
      'openedOn',
      'countedOn',
      'fireSafety',
      'foodSafetyModel',
    ] as const),
    ...(['landStatus', 'capitalSource', 'upgradeState', 'upgradeCostBn', 'class'] as const),
  ],
  derived: ['class'],
  errors: ['market.used-beyond-points'],
});

export class ReadMarketClasses {
  @Id('The market') id: string;
}

/** What class a market had, and by which text. */
export class MarketClass {
  @Day('Since; the first: since it opened, else was built, else as far back as a rule is known') from: string;
  @Day('To this day included; null: still', { nullable: true }) to: string | null;
  @Whole('Class; null: points or build are not known', { min: 1, max: 3, nullable: true }) class:
    number | null;
  @Whole('Business points', count) pointsTotal: number | null;
  @OneOf('How it was built', buildStates, { nullable: true }) buildState: (typeof buildStates)[number] | null;
  @Text('The text that it follows from, in Vietnamese', { max: 200 }) source: string;
}

export class MarketClasses {
  @Part('The oldest first; none before it opens', () => MarketClass, { many: 1000 }) items: MarketClass[];
}

/** The class of a market on each day that a rule is known of. */
export const marketClasses = operation({
  route: 'GET /markets/:id/classes',
  summary: 'The classes of a market over time, each by the text then in force',
  access: 'public',
  input: ReadMarketClasses,
  output: MarketClasses,
  errors: ['register.not-found'],
});
