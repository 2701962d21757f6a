import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Text } from './fields';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const day = { nullable: true } as const;
const words = { max: 200, nullable: true } as const;

/** Groups of essential goods; each is counted in one unit (`essentialGoods` of libs/reference). */
export const goodsCodes = [
  'rice',
  'noodles',
  'sugar',
  'salt',
  'cooking-oil',
  'spices',
  'pork',
  'beef',
  'poultry-meat',
  'eggs',
  'seafood',
  'vegetables',
  'processed-food',
  'milk',
  'powdered-milk',
  'medicine',
  'notebooks',
  'school-uniforms',
  'school-bags',
  'face-masks',
  'petrol-and-oil',
  'cooking-gas',
] as const;

export const programmeSeasons = ['tet', 'whole-year', 'school-year', 'storms', 'epidemic', 'other'] as const;

/** A programme of price stabilisation (chương trình bình ổn thị trường): of some days, which may lie in two years. */
export class StabilisationProgrammeFields extends RegisterFields {
  @OneOf('What it is for', programmeSeasons) season: (typeof programmeSeasons)[number];
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @OneOf('Groups of goods that it covers', goodsCodes, { many: 30 }) goods: (typeof goodsCodes)[number][];
  @Text('Number of the decision or plan', { max: 100, nullable: true }) decisionNumber: string | null;
  @Text('Authority that decided', words) decisionAuthority: string | null;
  @Day('Date of the decision', day) decidedOn: string | null;
  @Decimal('Preferential loans that it provides for, VND millions', amount) loanSupportMn: string | null;
  @Decimal('Value of the goods to be held in reserve, VND millions', amount) reserveValueMn: string | null;
}

export const stabilisationStates = [
  'drafted',
  'approved',
  'under-way',
  'ended',
  'reported',
  'cancelled',
  'withdrawn',
] as const;

export const stabilisationProgrammes = register({
  service: 'trade',
  noun: 'stabilisation-programme',
  path: 'stabilisation-programmes',
  words: 'price stabilisation programme',
  fields: StabilisationProgrammeFields,
  states: stabilisationStates,
  steps: ['approve', 'adjust', 'begin', 'end', 'report', 'cancel', 'withdraw'],
  filters: ['season'],
  sorts: ['startsOn', 'endsOn', 'reserveValueMn'],
  publicFields: [
    ...(['season', 'startsOn', 'endsOn', 'goods', 'decisionNumber', 'decisionAuthority'] as const),
    ...(['decidedOn', 'loanSupportMn', 'reserveValueMn'] as const),
  ],
  errors: ['stabilisation.ends-before-start', 'stabilisation.needs-decision'],
});

/** What one enterprise takes upon itself of one group of goods in a programme. */
export class StabilisationCommitmentFields extends RegisterFields {
  @Text('Code of the programme, in the same territory', { max: 40 }) programmeCode: string;
  @Text('Enterprise', { max: 200 }) enterprise: string;
  @Text('Tax code of the enterprise', { max: 14, pattern: /^\d{10}(-\d{3})?$/, example: '2900000001' })
  taxCode: string;
  @OneOf('Group of goods', goodsCodes) goods: (typeof goodsCodes)[number];
  @Decimal('Quantity that it committed itself to, in the unit of the goods', { places: 3, min: 0 })
  committedQuantity: string;
  @Decimal('Quantity sold in the programme so far, in that unit; null: not known', amount) soldQuantity:
    string | null;
  @Decimal('By how much its price stays below the market’s at least, %', { ...amount, places: 2 })
  belowMarketPct: string | null;
  @Decimal('Preferential loan that it was given for these goods, VND millions; null: not known', amount)
  loanMn: string | null;
  @Text('Unit of the quantities: that of the goods', { max: 20, nullable: true }) unit: string | null;
}

export const stabilisationCommitments = register({
  service: 'trade',
  noun: 'stabilisation-commitment',
  path: 'stabilisation-commitments',
  words: 'commitment in a price stabilisation programme',
  fields: StabilisationCommitmentFields,
  states: ['registered', 'approved', 'delivered', 'failed', 'withdrawn'],
  steps: ['approve', 'adjust', 'deliver', 'fail', 'withdraw'],
  filters: ['programmeCode', 'goods', 'taxCode'],
  sorts: ['committedQuantity', 'soldQuantity'],
  once: {
    fields: ['goods', 'programmeCode', 'taxCode'],
    problem: 'stabilisation-commitment.entered-already',
  },
  derived: ['unit'],
  errors: [
    'stabilisation.programme-not-open',
    'stabilisation-commitment.sold-before-approval',
    'stabilisation-commitment.needs-sold',
    'stabilisation-commitment.discount-beyond-100',
  ],
});

export const pointKinds = ['market', 'supermarket', 'convenience-store', 'mobile', 'own'] as const;

/** A point of sale that takes part in a programme (điểm bán hàng bình ổn). */
export class StabilisationPointFields extends RegisterFields {
  @Text('Code of the programme, in the same territory', { max: 40 }) programmeCode: string;
  @OneOf('Kind; `own`: a shop of the enterprise itself', pointKinds) kind: (typeof pointKinds)[number];
  @Text('Code of the outlet or market that it is, where it is registered', { max: 40, nullable: true })
  outletCode: string | null;
  @Text('Enterprise that sells there', words) enterprise: string | null;
  @Day('First day on which it takes part') startsOn: string;
  @Day('Last day on which it takes part') endsOn: string;
}

export const stabilisationPoints = register({
  service: 'trade',
  noun: 'stabilisation-point',
  path: 'stabilisation-points',
  words: 'point of sale of a price stabilisation programme',
  fields: StabilisationPointFields,
  states: ['planned', 'operating', 'closed', 'withdrawn'],
  steps: ['open', 'close', 'withdraw'],
  filters: ['programmeCode', 'kind'],
  sorts: ['startsOn', 'endsOn'],
  publicFields: ['programmeCode', 'kind', 'outletCode', 'enterprise', 'startsOn', 'endsOn'],
  errors: [
    'stabilisation.ends-before-start',
    'stabilisation.programme-not-open',
    'stabilisation.outside-programme',
  ],
});
