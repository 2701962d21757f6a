/** The registers that meet indicators, and their tables. */
export const tables = {
  cluster: 'cluster',
  'power-plant': 'power_plant',
  'rooftop-system': 'rooftop_system',
  market: 'market',
  outlet: 'outlet',
  'ocop-product': 'ocop_product',
  'stabilisation-point': 'stabilisation_point',
  'ecommerce-seller': 'ecommerce_seller',
  trader: 'trader',
};
export type Teller = 'industry' | 'trade' | 'export-import';
export const tellers: readonly Teller[] = ['industry', 'trade', 'export-import'];
/** Whose table it is. */
export const tellerOf = (table: string): Teller => {
  if (table === 'trader') return 'export-import';
  const isTrade = /^(market|outlet|ocop_product|stabilisation_point|ecommerce_seller)$/.test(table);
  return isTrade ? 'trade' : 'industry';
};
const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
const presented = `state <> 'withdrawn' and portal_registered_on <= ${today} and coalesce(portal_ended_on >= ${today}, true)`;
const certified = `state = 'certified' and issued_on + interval '36 months' >= ${today}`;
const inYear = `supported_in @> to_jsonb(extract(year from ${today})::int)`;
/** One name, whatever its case and spaces. */
const once = (name: string) => `lower(regexp_replace(${name} collate "und-x-icu", '\\s+', ' ', 'g'))`;
const sellers = `count(distinct (territory, ${once('seller')}))`;
const producers = `count(distinct (territory, ${once('producer')}))`;
const products = `count(distinct (territory, ${once('producer')}, ${once('name')}))`;
const out = `state not in ('withdrawn', 'revoked')`;
const early = `'planned', 'proposed', 'withdrawn', 'revoked'`;
const open = `state in ('partly-operating', 'operating')`;
const stages = {
  planned: [out, 'area_planned_ha'],
  established: [`state not in (${early})`, 'area_established_ha'],
  'with-investor': [`state not in (${early}, 'established')`, 'area_established_ha'],
  'detailed-plan': [`state not in (${early}, 'established', 'investor-selected')`, 'area_detailed_plan_ha'],
};
const runs = `state = 'operating'`;
/** What the tellers' own tables say, in plain SQL: table, which rows, the sum, and the rows that lack what is added. */
export const plain: Record<string, [table: string, rows: string, value: string, lacking: string]> = {
  POWER_PLANTS: ['power_plant', runs, 'count(*)', 'false'],
  'POWER_CAPACITY ac': ['power_plant', runs, 'sum(capacity_ac_mw)', 'capacity_ac_mw is null'],
  ROOFTOP_SYSTEMS: ['rooftop_system', runs, 'sum(systems)', 'false'],
  'ROOFTOP_CAPACITY ac': ['rooftop_system', runs, 'sum(capacity_ac_kw) / 1000', 'capacity_ac_kw is null'],
  'ROOFTOP_CAPACITY dc': ['rooftop_system', runs, 'sum(capacity_dc_kwp) / 1000', 'capacity_dc_kwp is null'],
  MARKETS: ['market', `state in ('operating', 'upgrading')`, 'count(*)', 'false'],
  SUPERMARKETS: ['outlet', `${runs} and kind like 'supermarket-%'`, 'count(*)', 'false'],
  MALLS: ['outlet', `${runs} and kind = 'mall'`, 'count(*)', 'false'],
  CONVENIENCE_STORES: ['outlet', `${runs} and kind = 'convenience-store'`, 'count(*)', 'false'],
  OCOP_PRODUCTS: ['ocop_product', certified, products, 'false'],
  'OCOP_PRODUCTS supported': ['ocop_product', `${certified} and ${inYear}`, products, 'false'],
  OCOP_PRODUCERS: ['ocop_product', certified, producers, 'false'],
  'OCOP_PRODUCERS supported': ['ocop_product', `${certified} and ${inYear}`, producers, 'false'],
  ECOMMERCE_SELLERS: ['ecommerce_seller', `state = 'selling'`, sellers, 'false'],
  STABILISATION_POINTS: ['stabilisation_point', `${runs} and ends_on >= ${today}`, 'count(*)', 'false'],
  EXPORT_PORTAL_ENTERPRISES: ['trader', presented, 'count(*)', 'false'],
  CLUSTER_OCCUPANCY: [
    'cluster',
    open,
    `sum(leased_ha) filter (where industrial_ha is not null) * 100 / nullif(sum(industrial_ha) filter (where leased_ha is not null), 0)`,
    'leased_ha is null or industrial_ha is null',
  ],
  ...Object.fromEntries(
    Object.entries(stages).flatMap(([stage, [rows = '', area = '']]) => [
      [`CLUSTERS ${stage}`, ['cluster', rows, 'count(*)', 'false']],
      [`CLUSTER_AREA ${stage}`, ['cluster', rows, `sum(${area})`, `${area} is null`]],
    ]),
  ),
};
