import { parsePeriod, type Period } from '../periods';
import { unit } from '../units';
import {
  addsOver,
  checkDimensions,
  indicator,
  indicators,
  indicatorsOf,
  seriesBreak,
  unitsOf,
} from './indicators';

const codes = {
  industry:
    'CLUSTERS CLUSTER_AREA CLUSTER_OCCUPANCY ELECTRICITY_SOLD ENERGY_SAVED ENERGY_SAVING ENERGY_USE GHG_EMISSIONS ' +
    'GHG_REDUCTION IIP IIP_GROWTH IPV IPV_CURRENT IPV_SHARE PEAK_LOAD POWER_CAPACITY POWER_PLANTS PRODUCT_OUTPUT ' +
    'PROMOTION_BUDGET ROOFTOP_CAPACITY ROOFTOP_SYSTEMS VA_GROWTH VA_INDUSTRY',
  trade:
    'CONVENIENCE_STORES ECOMMERCE_INDEX ECOMMERCE_ORDERS ECOMMERCE_RANK ECOMMERCE_SELLERS ECOMMERCE_VALUE MALLS ' +
    'MARKETS MOBILE_SALES_REVENUE MOBILE_SALES_TRIPS OCOP_PRODUCERS OCOP_PRODUCTS RETAIL RETAIL_GOODS ' +
    'STABILISATION_POINTS SUPERMARKETS',
  'export-import':
    'EXPORT EXPORT_PORTAL_ENTERPRISES EXPORT_TO_FTA_MARKETS FTA_UTILISATION IMPORT PREFERENTIAL_EXPORT ' +
    'TRADE_BALANCE TRADE_TURNOVER',
  reporting:
    'AREA ENERGY_BAU GHG_BAU GRDP_CONTRIBUTION GRDP_GROWTH GROWTH_TARGET LOCALITIES_ABOVE_NATIONAL NONAGRI_SHARE ' +
    'POPULATION',
} as const;

describe('the catalogue', () => {
  it.each(['industry', 'trade', 'export-import', 'reporting'] as const)(
    'lists what %s records',
    (service) => {
      const listed = indicatorsOf(service).map((each) => each.code);
      expect(listed.sort()).toEqual(codes[service].split(' ').sort());
    },
  );

  it('has each code once and nothing else', () => {
    expect(indicators).toHaveLength(new Set(indicators.map((each) => each.code)).size);
    expect(indicator('IPV')?.unit).toBe('VND_BN');
    expect(indicator('ipv')).toBeNull();
    expect(indicator('constructor')).toBeNull();
  });

  it.each(indicators.map((each) => [each.code, each] as const))('%s is complete plain data', (_, each) => {
    expect(JSON.parse(JSON.stringify(each))).toEqual(each);
    expect(each.units).toContain(each.unit);
    expect(each.units.filter((code) => unit(code) === null)).toEqual([]);
    for (const words of [each.name, each.definition, each.legalSource]) {
      expect(words.vi).not.toBe('');
      expect(words.en).not.toBe('');
      expect(words.en).not.toBe(words.vi);
    }
    for (const { values, pattern, refersTo } of each.dimensions) {
      expect([values, pattern, refersTo].filter((rule) => rule !== null)).toHaveLength(1);
    }
  });

  it.each([
    ['RETAIL', 'flow'],
    ['CLUSTERS', 'stock'],
    ['IIP', 'index'],
    ['CLUSTER_OCCUPANCY', 'ratio'],
    ['PEAK_LOAD', 'peak'],
    ['IIP_GROWTH', 'rate'],
    ['ECOMMERCE_RANK', 'rank'],
    ['GRDP_CONTRIBUTION', 'contribution'],
  ])('%s is a %s', (code, kind) => {
    expect(indicator(code)?.kind).toBe(kind);
  });
});

describe('sums over territories', () => {
  const adding = (group: string) => indicators.filter((each) => addsOver(each, group));

  it('are of flows and stocks, those of the country only where all is counted by province', () => {
    expect([...new Set(adding('nc-2024').map(({ kind }) => kind))].sort()).toEqual(['flow', 'stock']);
    const codes = adding('viet-nam').map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['RETAIL', 'MARKETS', 'CLUSTERS', 'POPULATION', 'AREA']));
    for (const code of ['EXPORT', 'IMPORT', 'ELECTRICITY_SOLD', 'IPV', 'VA_INDUSTRY', 'POWER_CAPACITY'])
      expect(codes).not.toContain(code);
  });

  it('are declared only where territories can be added at all', () => {
    expect(indicators.filter((each) => each.addsToCountry && !addsOver(each, 'nc-2024'))).toEqual([]);
  });
});

describe('the breakdown of a figure', () => {
  it.each<[string, Record<string, string>]>([
    ['IPV', {}],
    ['IIP', { sector: 'C' }],
    ['CLUSTERS', { stage: 'detailed-plan' }],
    ['EXPORT', { commodity: 'rice', partner: 'CN' }],
    ['EXPORT', { commodity: 'rice', partnerGroup: 'ASEAN' }],
    ['TRADE_BALANCE', { regime: 'fdi' }],
    ['GROWTH_TARGET', { subject: 'IPV' }],
    ['ECOMMERCE_RANK', { among: 'nc-2024' }],
    ['POWER_CAPACITY', { basis: 'unknown' }],
    ['IIP_GROWTH', { division: '05' }],
    ['VA_INDUSTRY', { division: '39' }],
    ['PRODUCT_OUTPUT', { product: 'cement' }],
    ['ENERGY_SAVED', { baseline: 'previous-year' }],
    ['GHG_BAU', { path: 'resolution-55-2020' }],
    ['GHG_REDUCTION', { baseline: 'bau', path: 'resolution-55-2020' }],
    ['GHG_REDUCTION', { baseline: 'bau' }],
  ])('%s takes %j', (code, dimensions) => {
    expect(checkDimensions(code, dimensions)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['IPV_SHARE', {}, ['dimension.missing sector']],
    ['IPV', { sector: 'A' }, ['dimension.not-allowed sector']],
    ['IPV', { sector: '' }, ['dimension.not-allowed sector']],
    ['IPV', { constructor: 'C' }, ['dimension.unknown constructor']],
    ['IPV', { sector: 'C', division: '10' }, ['dimension.not-together division']],
    ['IPV', { sector: 'B', division: '10' }, ['dimension.not-together division']],
    ['IPV', { division: '34' }, ['dimension.not-allowed division']],
    ['IPV', { division: '5' }, ['dimension.not-allowed division']],
    ['IPV_SHARE', { division: '10' }, ['dimension.missing sector', 'dimension.unknown division']],
    ['PRODUCT_OUTPUT', {}, ['dimension.missing product']],
    ['PRODUCT_OUTPUT', { product: 'constructor' }, ['dimension.not-allowed product']],
    ['ENERGY_SAVED', { baseline: 'bau' }, ['dimension.not-allowed baseline']],
    ['ENERGY_BAU', {}, ['dimension.missing path']],
    ['GHG_BAU', { path: 'Resolution 55' }, ['dimension.not-allowed path']],
    [
      'ENERGY_SAVING',
      { baseline: 'consumption', path: 'resolution-55-2020' },
      ['dimension.not-together path'],
    ],
    ['CLUSTERS', { phase: 'planned' }, ['dimension.missing stage', 'dimension.unknown phase']],
    ['EXPORT', { partner: 'cn' }, ['dimension.not-allowed partner']],
    ['EXPORT', { partnerGroup: 'COMECON' }, ['dimension.not-allowed partnerGroup']],
    ['EXPORT', { partner: 'TH', partnerGroup: 'ASEAN' }, ['dimension.not-together partnerGroup']],
    ['EXPORT', { commodity: 'rice\n' }, ['dimension.not-allowed commodity']],
    ['GROWTH_TARGET', { subject: 'PROFIT' }, ['dimension.not-allowed subject']],
    ['ECOMMERCE_RANK', { among: 'nghe-an' }, ['dimension.not-allowed among']],
  ])('%s with %j is told %j', (code, dimensions, problems) => {
    const found = checkDimensions(code, dimensions);
    expect(found.map((each) => `${each.code} ${each.dimension}`)).toEqual(problems);
    for (const { message, dimension } of found) {
      expect(message.vi).toContain(dimension);
      expect(message.en).toContain(dimension);
    }
  });
});

describe('the units of a figure', () => {
  const units = (code: string, dimensions: Record<string, string>) => {
    const found = indicator(code);
    return found && unitsOf(found, dimensions);
  };

  it.each([
    ['PRODUCT_OUTPUT', { product: 'beer' }, ['MN_L']],
    ['PRODUCT_OUTPUT', { product: 'electricity' }, ['KWH_MN']],
    ['POWER_CAPACITY', { basis: 'dc' }, ['MW', 'MWP']],
    ['IPV', { division: '10' }, ['VND_BN']],
  ])('%s of %j are %j', (code, dimensions, expected) => {
    expect(units(code, dimensions)).toEqual(expected);
  });

  it('of a product that is not listed are those of any', () => {
    expect(units('PRODUCT_OUTPUT', { product: 'constructor' })).toEqual(indicator('PRODUCT_OUTPUT')?.units);
  });
});

describe('declared breaks', () => {
  const read = (text: string): Period => parsePeriod(text) ?? { key: '', from: '', months: 0 };

  it.each([
    ['IIP', 'viet-nam', '2022-12', '2023-01', '2015-base-from-2023'],
    ['IIP', 'viet-nam', '2022', '2023', '2015-base-from-2023'],
    ['IIP', 'viet-nam', '2022-12/P2M', '2023-12/P2M', '2015-base-from-2023'],
    ['IIP', 'viet-nam', '2023', '2024', undefined],
    ['IIP', 'viet-nam', '2021', '2022', undefined],
    ['IIP', 'nghe-an', '2022', '2023', undefined],
    ['IIP_GROWTH', 'viet-nam', '2022', '2023', undefined],
    ['ECOMMERCE_INDEX', 'nghe-an', '2019', '2021', 'since-2020'],
    ['NOTHING', 'viet-nam', '2022', '2023', undefined],
  ])('%s of %s between %s and %s: %s', (code, territory, earlier, later, id) => {
    expect(seriesBreak(code, territory, read(earlier), read(later))?.id).toBe(id);
  });
});
