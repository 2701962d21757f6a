import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Part, Text, Whole } from './fields';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;
const day = { nullable: true } as const;
const count = { nullable: true } as const;
const words = { max: 200, nullable: true } as const;

export const schemeKinds = [
  'demonstration-model',
  'machinery',
  'training',
  'branding',
  'fair',
  'consulting',
  'cluster-infrastructure',
  'product-award',
] as const;

export const budgets = ['national', 'local'] as const;

/** A scheme of industrial promotion (đề án khuyến công), Decree 45/2012/NĐ-CP. */
export class SchemeFields extends RegisterFields {
  @OneOf('Kind', schemeKinds) kind: (typeof schemeKinds)[number];
  @OneOf('Budget that pays', budgets) budget: (typeof budgets)[number];
  @Whole('Year of the programme', { min: 2000, max: 2100 }) year: number;
  @Text('Rural industrial establishment that is supported', words) beneficiary: string | null;
  @Text('Tax code of the beneficiary', { max: 14, pattern: /^\d{10}(-\d{3})?$/, nullable: true })
  taxCode: string | null;
  @Decimal('Support, VND millions', amount) supportMn: string | null;
  @Decimal('What the beneficiary adds, VND millions', amount) counterpartMn: string | null;
  @Decimal('Paid out, VND millions', amount) paidMn: string | null;
  @Day('Appraised nationally, where the national budget pays', day) nationallyAppraisedOn: string | null;
  @Text('Machine or line', { max: 500, nullable: true }) machine: string | null;
  @Text('Where its technology comes from', words) technologyOrigin: string | null;
  @Text('Unit of the capacity', { max: 60, nullable: true }) capacityUnit: string | null;
  @Decimal('Capacity before', amount) capacityBefore: string | null;
  @Decimal('Capacity after', amount) capacityAfter: string | null;
  @Whole('Jobs', count) jobs: number | null;
  @Text('What the post-check found', { max: 1000, nullable: true }) postCheck: string | null;
}

export const schemeStates = [
  'idea',
  'registered',
  'appraised-by-province',
  'appraised-nationally',
  'approved',
  'contracted',
  'implementing',
  'inspected',
  'accepted',
  'paid',
  'post-checked',
  'stopped',
] as const;
export const schemeSteps = [
  'register',
  'appraise',
  'appraise-nationally',
  'approve',
  'contract',
  'begin',
  'inspect',
  'accept',
  'pay',
  'post-check',
  'adjust',
  'stop',
] as const;

export const schemes = register({
  service: 'industry',
  noun: 'scheme',
  path: 'promotion-schemes',
  words: 'promotion scheme',
  fields: SchemeFields,
  states: schemeStates,
  steps: schemeSteps,
  filters: ['kind', 'budget', 'year'],
  sorts: ['year', 'supportMn'],
  errors: ['scheme.paid-beyond-support', 'scheme.appraised-too-early'],
  rules: {
    'scheme.over-half': 'standing',
    'scheme.over-cap': 'standing',
    'scheme.needs-national-appraisal': 'standing',
    'scheme.not-national': ['appraise-nationally'],
  },
});

/** What a budget gives industrial promotion in a year (chương trình khuyến công hằng năm), Decree 45/2012/NĐ-CP. */
export class PromotionProgrammeFields extends RegisterFields {
  @Whole('Year', { min: 2000, max: 2100 }) year: number;
  @OneOf('Budget that pays', budgets) budget: (typeof budgets)[number];
  @Decimal('Amount, VND millions', { places: 3, min: 0 }) amountMn: string;
  @Whole('Schemes planned', count) schemesPlanned: number | null;
  @Text('Number of the decision', { max: 100, nullable: true }) decisionNumber: string | null;
  @Text('Authority that decided', words) decisionAuthority: string | null;
  @Day('Date of the decision', day) decidedOn: string | null;
}

export const promotionProgrammes = register({
  service: 'industry',
  noun: 'promotion-programme',
  path: 'promotion-programmes',
  words: 'promotion programme',
  fields: PromotionProgrammeFields,
  states: ['drafted', 'approved', 'closed', 'withdrawn'],
  steps: ['approve', 'adjust', 'close', 'withdraw'],
  filters: ['year', 'budget'],
  sorts: ['year', 'amountMn'],
  errors: ['promotion-programme.needs-decision'],
  once: { fields: ['budget', 'year'], problem: 'promotion-programme.one-a-year' },
});

/** A consultant's work for a small enterprise. */
export class ConsultancyFields extends RegisterFields {
  @Text('Organisation that advises', { max: 200 }) organisation: string;
  @Text('Field of advice', { max: 200 }) field: string;
  @Text('Enterprise served', { max: 200 }) enterprise: string;
  @Day('Begun', day) begunOn: string | null;
  @Text('What came of it', { max: 1000, nullable: true }) outcome: string | null;
}

export const consultancies = register({
  service: 'industry',
  noun: 'consultancy',
  path: 'consultancies',
  words: 'consultancy',
  fields: ConsultancyFields,
  states: ['agreed', 'under-way', 'finished', 'withdrawn'],
  steps: ['begin', 'finish', 'withdraw'],
  sorts: ['begunOn'],
});

export const standards = ['ISO-9001', 'ISO-14001', 'ISO-45001', 'IATF-16949', 'ISO-13485', 'HACCP'] as const;

/** A domestic supplier of components and materials (công nghiệp hỗ trợ), Decree 111/2015/NĐ-CP. */
export class SupplierFields extends RegisterFields {
  @Text('Product, component or material', { max: 200 }) product: string;
  @Text('VSIC 2018 code of the product’s industry', { max: 5, pattern: /^\d{2,5}$/, example: '2930' })
  vsic: string;
  @OneOf('Standards held', standards, { many: 6, nullable: true }) standards:
    (typeof standards)[number][] | null;
  @Text('Unit of the capacity', { max: 60, nullable: true }) unit: string | null;
  @Decimal('Capacity in a month', amount) monthlyCapacity: string | null;
  @Decimal('Of it free', amount) freeCapacity: string | null;
  @Decimal('Share of domestic content, %', amount) localContentPct: string | null;
  @Text('Customers', { max: 500, nullable: true }) customers: string | null;
}

export const suppliers = register({
  service: 'industry',
  noun: 'supplier',
  path: 'suppliers',
  words: 'supplier',
  fields: SupplierFields,
  states: ['listed', 'verified', 'withdrawn'],
  steps: ['verify', 'withdraw'],
  filters: ['vsic'],
  sorts: ['freeCapacity', 'localContentPct'],
});

/** What a buyer of components or materials looks for. */
export class ComponentNeedFields extends RegisterFields {
  @Text('Buyer', { max: 200 }) buyer: string;
  @Text('Product, component or material', { max: 200 }) product: string;
  @Text('VSIC 2018 code of the product’s industry', { max: 5, pattern: /^\d{2,5}$/, example: '2930' })
  vsic: string;
  @OneOf('Standards asked for', standards, { many: 6, nullable: true }) standards:
    (typeof standards)[number][] | null;
  @Text('Unit of the quantity', { max: 60, nullable: true }) unit: string | null;
  @Decimal('Quantity in a month', amount) monthlyQuantity: string | null;
  @Day('Needed by', day) neededBy: string | null;
  @Text('Code of the supplier that was agreed with', { max: 40, nullable: true }) supplierCode: string | null;
}

export const componentNeeds = register({
  service: 'industry',
  noun: 'component-need',
  path: 'component-needs',
  words: 'need of components',
  fields: ComponentNeedFields,
  states: ['open', 'in-talks', 'agreed', 'withdrawn'],
  steps: ['talk', 'agree', 'withdraw'],
  filters: ['vsic'],
  sorts: ['neededBy', 'monthlyQuantity'],
});

export const attractionCriteria = [
  'technology',
  'value-added',
  'budget',
  'environment',
  'land',
  'labour',
] as const;

/** How an investor does by one criterion, and why. */
export class CriterionScore {
  @OneOf('Criterion', attractionCriteria) criterion: (typeof attractionCriteria)[number];
  @Whole('Score', { min: 0, max: 10 }) score: number;
  @Text('Why', { max: 500 }) reason: string;
}
/** A call or a meeting. */
export class Meeting {
  @Day('When') on: string;
  @Text('What was agreed', { max: 1000 }) notes: string;
}

/** A prospective investor in a cluster's infrastructure, or a tenant. */
export class InvestorLeadFields extends RegisterFields {
  @OneOf('For the infrastructure, or as a tenant', ['infrastructure', 'secondary']) kind:
    'infrastructure' | 'secondary';
  @Text('Code of the cluster that land is offered in', { max: 40, nullable: true }) clusterCode:
    string | null;
  @Decimal('Land offered or asked for, ha', amount) landHa: string | null;
  @Text('Country of the investor, ISO 3166', { max: 2, pattern: /^[A-Z]{2}$/, nullable: true }) country:
    string | null;
  @Text('Sector', words) sector: string | null;
  @Decimal('Capital intended, VND billions', amount) capitalBn: string | null;
  @Part('Calls and meetings', () => Meeting, { many: 100, nullable: true }) meetings: Meeting[] | null;
  @Part('Scores with their reasons', () => CriterionScore, { many: 6, nullable: true }) scores:
    CriterionScore[] | null;
}

export const investorLeads = register({
  service: 'industry',
  noun: 'investor-lead',
  path: 'investor-leads',
  words: 'prospective investor',
  fields: InvestorLeadFields,
  states: ['interested', 'in-talks', 'offered', 'applied', 'decided', 'refused', 'withdrawn'],
  steps: ['talk', 'offer', 'apply', 'decide', 'refuse', 'withdraw'],
  filters: ['kind', 'clusterCode'],
  sorts: ['capitalBn', 'landHa'],
});
