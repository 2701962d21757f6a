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
  | 'scheme.max-model-mn'
  | 'market.class-1-points'
  | 'market.class-2-points'
  | `${'supermarket.general' | 'supermarket.specialised'}-${1 | 2 | 3}-${'m2' | 'items'}`
  | `mall.${1 | 2 | 3}-m2`
  | `ocop.${3 | 4 | 5}-stars-score`
  | 'ocop.central-stars'
  | 'ocop.certificate-months'
  | 'promotion-event.overlap-days'
  | 'promotion-event.one-market-a-month'
  | 'trader.contact-consent'
  | `trade-remedy.${'anti-dumping' | 'countervailing' | 'safeguard' | 'safeguard-total'}-years`;

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
// No text of law: what the departments ask for who find that programmes overlap and have no common plan.
const sharedCalendar = {
  legalSource: {
    vi: 'Quy ước của lịch xúc tiến thương mại chung (không phải văn bản pháp luật)',
    en: 'Convention of the shared calendar of trade promotion (no text of law)',
  },
  validFrom: '2000-01-01',
  validTo: null,
};

const markets2003 = {
  legalSource: { vi: 'Nghị định 02/2003/NĐ-CP', en: 'Decree 02/2003/NĐ-CP' },
  validFrom: '2003-01-29',
  validTo: '2010-02-14',
};
const markets2010 = {
  legalSource: {
    vi: 'Nghị định 02/2003/NĐ-CP, sửa đổi bởi Nghị định 114/2009/NĐ-CP',
    en: 'Decree 02/2003/NĐ-CP, as amended by Decree 114/2009/NĐ-CP',
  },
  validFrom: '2010-02-15',
  validTo: '2024-07-31',
};
const markets2024 = {
  legalSource: { vi: 'Nghị định 60/2024/NĐ-CP', en: 'Decree 60/2024/NĐ-CP' },
  validFrom: '2024-08-01',
  validTo: null,
};
const outlets = {
  legalSource: { vi: 'Quyết định 1371/2004/QĐ-BTM', en: 'Decision 1371/2004/QĐ-BTM' },
  validFrom: '2004-10-21',
  validTo: null,
};
const ocop2019 = {
  legalSource: { vi: 'Quyết định 1048/QĐ-TTg năm 2019', en: 'Decision 1048/QĐ-TTg of 2019' },
  validFrom: '2019-08-21',
  validTo: '2023-02-23',
};
const ocop2023 = {
  legalSource: { vi: 'Quyết định 148/QĐ-TTg ngày 24/02/2023', en: 'Decision 148/QĐ-TTg of 24 February 2023' },
  validFrom: '2023-02-24',
  validTo: null,
};

// Applied to Viet Nam, as a member, since 11 January 2007; authorities asked the same of what they imposed before.
const wto = { validFrom: '1995-01-01', validTo: null };
const antiDumpingAgreement = {
  ...wto,
  legalSource: {
    vi: 'Hiệp định Chống bán phá giá của WTO, Điều 11.3',
    en: 'WTO Anti-Dumping Agreement, article 11.3',
  },
};
const subsidiesAgreement = {
  ...wto,
  legalSource: {
    vi: 'Hiệp định về Trợ cấp và các biện pháp đối kháng của WTO, Điều 21.3',
    en: 'WTO Agreement on Subsidies and Countervailing Measures, article 21.3',
  },
};
const safeguardsAgreement = {
  ...wto,
  legalSource: {
    vi: 'Hiệp định về các biện pháp tự vệ của WTO, Điều 7',
    en: 'WTO Agreement on Safeguards, article 7',
  },
};
const personalData2023 = {
  legalSource: {
    vi: 'Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân',
    en: 'Decree 13/2023/NĐ-CP on personal data protection',
  },
  validFrom: '2023-07-01',
  validTo: '2025-12-31',
};
const personalData2026 = {
  legalSource: {
    vi: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
    en: 'Law on Personal Data Protection 91/2025/QH15',
  },
  validFrom: '2026-01-01',
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
  // Markets by their business points: class 1 above, and built to last; class 2 from here on; class 3 below.
  { id: 'market.class-1-points', value: '400', unit: 'COUNT', ...markets2003, verified: false },
  { id: 'market.class-1-points', value: '400', unit: 'COUNT', ...markets2010, verified: false },
  { id: 'market.class-1-points', value: '400', unit: 'COUNT', ...markets2024, verified: true },
  { id: 'market.class-2-points', value: '200', unit: 'COUNT', ...markets2003, verified: false },
  { id: 'market.class-2-points', value: '200', unit: 'COUNT', ...markets2010, verified: false },
  { id: 'market.class-2-points', value: '200', unit: 'COUNT', ...markets2024, verified: true },
  // Supermarkets: at least so much area, and so many names of goods. A convenience store has no class.
  { id: 'supermarket.general-1-m2', value: '5000', unit: 'M2', ...outlets, verified: true },
  { id: 'supermarket.general-1-items', value: '20000', unit: 'COUNT', ...outlets, verified: true },
  { id: 'supermarket.general-2-m2', value: '2000', unit: 'M2', ...outlets, verified: true },
  { id: 'supermarket.general-2-items', value: '10000', unit: 'COUNT', ...outlets, verified: true },
  { id: 'supermarket.general-3-m2', value: '500', unit: 'M2', ...outlets, verified: true },
  { id: 'supermarket.general-3-items', value: '4000', unit: 'COUNT', ...outlets, verified: true },
  { id: 'supermarket.specialised-1-m2', value: '1000', unit: 'M2', ...outlets, verified: true },
  { id: 'supermarket.specialised-1-items', value: '2000', unit: 'COUNT', ...outlets, verified: true },
  { id: 'supermarket.specialised-2-m2', value: '500', unit: 'M2', ...outlets, verified: true },
  { id: 'supermarket.specialised-2-items', value: '1000', unit: 'COUNT', ...outlets, verified: true },
  { id: 'supermarket.specialised-3-m2', value: '250', unit: 'M2', ...outlets, verified: false },
  { id: 'supermarket.specialised-3-items', value: '500', unit: 'COUNT', ...outlets, verified: false },
  { id: 'mall.1-m2', value: '50000', unit: 'M2', ...outlets, verified: false },
  { id: 'mall.2-m2', value: '30000', unit: 'M2', ...outlets, verified: false },
  { id: 'mall.3-m2', value: '10000', unit: 'M2', ...outlets, verified: false },
  // One Commune One Product: the least score of so many stars, those that the central council gives, and for how long.
  { id: 'ocop.3-stars-score', value: '50', unit: 'COUNT', ...ocop2019, verified: false },
  { id: 'ocop.3-stars-score', value: '50', unit: 'COUNT', ...ocop2023, verified: false },
  { id: 'ocop.4-stars-score', value: '70', unit: 'COUNT', ...ocop2019, verified: false },
  { id: 'ocop.4-stars-score', value: '70', unit: 'COUNT', ...ocop2023, verified: false },
  { id: 'ocop.5-stars-score', value: '90', unit: 'COUNT', ...ocop2019, verified: false },
  { id: 'ocop.5-stars-score', value: '90', unit: 'COUNT', ...ocop2023, verified: false },
  { id: 'ocop.central-stars', value: '5', unit: 'COUNT', ...ocop2019, verified: false },
  { id: 'ocop.central-stars', value: '5', unit: 'COUNT', ...ocop2023, verified: true },
  { id: 'ocop.certificate-months', value: '36', unit: 'COUNT', ...ocop2019, verified: false },
  { id: 'ocop.certificate-months', value: '36', unit: 'COUNT', ...ocop2023, verified: false },
  // Promotion events in one sector or place overlap that are this many days apart or fewer; so do those of two territories
  // in one foreign market in one month.
  { id: 'promotion-event.overlap-days', value: '14', unit: 'COUNT', ...sharedCalendar, verified: false },
  { id: 'promotion-event.one-market-a-month', value: '1', unit: 'COUNT', ...sharedCalendar, verified: false },
  // Years after which a measure ends unless a review extends it; of a safeguard, with all its extensions, in total.
  {
    id: 'trade-remedy.anti-dumping-years',
    value: '5',
    unit: 'COUNT',
    ...antiDumpingAgreement,
    verified: false,
  },
  {
    id: 'trade-remedy.countervailing-years',
    value: '5',
    unit: 'COUNT',
    ...subsidiesAgreement,
    verified: false,
  },
  { id: 'trade-remedy.safeguard-years', value: '4', unit: 'COUNT', ...safeguardsAgreement, verified: false },
  {
    ...{ id: 'trade-remedy.safeguard-total-years', value: '8', unit: 'COUNT' },
    ...{ ...safeguardsAgreement, verified: false },
  },
  // Contacts are kept with the data subject's consent alone: of a day, and to a purpose.
  { id: 'trader.contact-consent', value: '1', unit: 'COUNT', ...personalData2023, verified: false },
  { id: 'trader.contact-consent', value: '1', unit: 'COUNT', ...personalData2026, verified: false },
];

/**
 * The rule in force on a day (`YYYY-MM-DD`), or null where no text known here ruled on it then.
 * @param law other rules than those in force, to see what would follow from them
 */
export function ruleOn(id: RuleId, on: string, law: readonly Rule[] = rules): Rule | null {
  const holds = (each: Rule) => each.validFrom <= on && (each.validTo === null || on <= each.validTo);
  return law.find((each) => each.id === id && holds(each)) ?? null;
}
