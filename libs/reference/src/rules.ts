import type { Bilingual } from './text';
import type { UnitCode } from './units';

/**
 * One threshold of the law and the days it holds (`YYYY-MM-DD`, both included, null = still). `value` is decimal
 * text. `verified` is false where the number was not yet read in the official text: a check accuses nobody by it, and
 * the step of a register that it refuses says its source and may be excepted.
 */
export interface Rule {
  readonly id: RuleId;
  readonly value: string;
  readonly unit: UnitCode;
  readonly legalSource: Bilingual;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly verified: boolean;
}

/** What the rules limit. */
export type RuleId =
  | 'cluster.max-area-ha'
  | 'cluster.min-area-ha'
  | 'cluster.min-area-mountain-ha'
  | 'cluster.establish-occupancy-pct'
  | 'cluster.establish-free-land-ha'
  | 'cluster.expand-occupancy-pct'
  | 'cluster.wastewater-before-discharge'
  | 'energy-user.min-toe'
  | 'energy-user.min-building-toe'
  | 'energy-user.audit-years'
  | 'energy-saving.min-pct'
  | 'scheme.national-appraisal'
  | 'scheme.max-share-pct'
  | 'scheme.max-machinery-mn'
  | 'scheme.max-model-pct'
  | 'scheme.max-model-mn';

/** The district ended with this day; what the law says of districts has no successor's text yet. */
export const lastDayOfDistricts = '2025-06-30';

const decree2017 = {
  legalSource: { vi: 'Nghị định 68/2017/NĐ-CP', en: 'Decree 68/2017/NĐ-CP' },
  validFrom: '2017-07-15',
  validTo: '2024-04-30',
};
const decree2024 = {
  legalSource: { vi: 'Nghị định 32/2024/NĐ-CP', en: 'Decree 32/2024/NĐ-CP' },
  validFrom: '2024-05-01',
  validTo: null,
};

const energySaving = {
  legalSource: { vi: 'Nghị định 21/2011/NĐ-CP', en: 'Decree 21/2011/NĐ-CP' },
  validFrom: '2011-05-15',
  validTo: null,
};
// By its number and its day: Directive 20/CT-TTg of 7 May 2020 is another one.
const electricitySaving = {
  legalSource: { vi: 'Chỉ thị 20/CT-TTg ngày 08/6/2023', en: 'Directive 20/CT-TTg of 8 June 2023' },
  validFrom: '2023-06-08',
  validTo: null,
};
const promotion = {
  legalSource: { vi: 'Thông tư 46/2012/TT-BCT', en: 'Circular 46/2012/TT-BCT' },
  validFrom: '2013-02-11',
  validTo: null,
};
const promotionMoney = {
  legalSource: { vi: 'Thông tư 28/2018/TT-BTC', en: 'Circular 28/2018/TT-BTC' },
  validFrom: '2018-05-12',
  validTo: null,
};

/**
 * All rules, the older first. The conditions on neighbouring clusters speak of the district, which ended on
 * 30 June 2025; until a text replaces it they are kept with their date and marked as not verified.
 */
export const rules: readonly Rule[] = [
  // Area of one cluster, also after an expansion.
  { id: 'cluster.max-area-ha', value: '75', unit: 'HA', ...decree2017, verified: true },
  { id: 'cluster.max-area-ha', value: '75', unit: 'HA', ...decree2024, verified: true },
  { id: 'cluster.min-area-ha', value: '10', unit: 'HA', ...decree2017, verified: false },
  { id: 'cluster.min-area-ha', value: '10', unit: 'HA', ...decree2024, verified: false },
  // Mountain districts and craft villages.
  { id: 'cluster.min-area-mountain-ha', value: '5', unit: 'HA', ...decree2017, verified: false },
  { id: 'cluster.min-area-mountain-ha', value: '5', unit: 'HA', ...decree2024, verified: false },
  // A further cluster: its neighbours are on average fuller than this, or have no more free land than that.
  { id: 'cluster.establish-occupancy-pct', value: '50', unit: 'PCT', ...decree2024, verified: false },
  { id: 'cluster.establish-free-land-ha', value: '100', unit: 'HA', ...decree2024, verified: false },
  // An expansion: the cluster is at least so full, or the demand exceeds the land that remains.
  { id: 'cluster.expand-occupancy-pct', value: '60', unit: 'PCT', ...decree2024, verified: true },
  // Tenants that discharge, before the central wastewater plant operates: none.
  {
    ...{ id: 'cluster.wastewater-before-discharge', value: '0', unit: 'COUNT' },
    legalSource: {
      vi: 'Luật Bảo vệ môi trường 72/2020/QH14',
      en: 'Law on Environmental Protection 72/2020/QH14',
    },
    ...{ validFrom: '2022-01-01', validTo: null, verified: false },
  },
  // Designated energy users: tonnes of oil equivalent in a year.
  { id: 'energy-user.min-toe', value: '1000', unit: 'TOE', ...energySaving, verified: true },
  { id: 'energy-user.min-building-toe', value: '500', unit: 'TOE', ...energySaving, verified: false },
  { id: 'energy-user.audit-years', value: '3', unit: 'COUNT', ...energySaving, verified: false },
  // Saving of electricity in a year, of its consumption: in 2023 to 2025 and the years after.
  { id: 'energy-saving.min-pct', value: '2.0', unit: 'PCT', ...electricitySaving, verified: true },
  // Industrial promotion: who appraises, the budget's largest share of a cost, and the most for one scheme.
  { id: 'scheme.national-appraisal', value: '1', unit: 'COUNT', ...promotion, verified: false },
  { id: 'scheme.max-share-pct', value: '50', unit: 'PCT', ...promotionMoney, verified: false },
  { id: 'scheme.max-machinery-mn', value: '300', unit: 'VND_MN', ...promotionMoney, verified: false },
  { id: 'scheme.max-model-pct', value: '30', unit: 'PCT', ...promotionMoney, verified: false },
  { id: 'scheme.max-model-mn', value: '1000', unit: 'VND_MN', ...promotionMoney, verified: false },
];

/** The rule in force on a day (`YYYY-MM-DD`), or null where no text known here ruled on it then. */
export function ruleOn(id: RuleId, on: string): Rule | null {
  const holds = (each: Rule) => each.validFrom <= on && (each.validTo === null || on <= each.validTo);
  return rules.find((each) => each.id === id && holds(each)) ?? null;
}
