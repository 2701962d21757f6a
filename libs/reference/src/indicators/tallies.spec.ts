import { unit } from '../units';
import { checkDimensions, indicator } from './indicators';
import { indicatorsTallied, tallies, talliesMeant, tallyValue } from './tallies';

const meant = (code: string, dimensions: Record<string, string>, of: string) =>
  talliesMeant({ indicator: code, dimensions, unit: of }).map((each) => each.dimensions['basis'] ?? 'one');
const of = (code: string) => tallies.filter((each) => each.indicator === code);

describe('what a register comes to', () => {
  it.each(tallies.map((each) => [`${each.indicator} ${JSON.stringify(each.dimensions)}`, each] as const))(
    '%s is an indicator of the catalogue, with its breakdown and unit',
    (_, tally) => {
      expect(checkDimensions(tally.indicator, tally.dimensions)).toEqual([]);
      expect(indicator(tally.indicator)?.units).toContain(tally.unit);
      expect(unit(tally.unit)).not.toBeNull();
      // A quotient is no sum, and a sum of percentages is nothing.
      const kind = tally.sum?.over ? 'ratio' : tally.period ? 'flow' : 'stock';
      expect(indicator(tally.indicator)?.kind).toBe(kind);
    },
  );

  it('is declared once for each indicator and breakdown', () => {
    const keys = tallies.map((each) => `${each.indicator} ${JSON.stringify(each.dimensions)}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(indicatorsTallied('rooftop-system')).toEqual(['ROOFTOP_SYSTEMS', 'ROOFTOP_CAPACITY']);
    expect(indicatorsTallied('supplier')).toEqual([]);
  });

  it('may be meant by a statement that does not say its basis', () => {
    expect(meant('ROOFTOP_CAPACITY', { basis: 'unknown' }, 'MW')).toEqual(['ac', 'dc']);
    expect(meant('ROOFTOP_CAPACITY', { basis: 'unknown' }, 'MWP')).toEqual(['dc']);
    expect(meant('ROOFTOP_CAPACITY', { basis: 'ac' }, 'MW')).toEqual(['ac']);
    expect(meant('POWER_CAPACITY', { basis: 'unknown' }, 'MW')).toEqual(['ac']);
    expect(meant('POWER_PLANTS', {}, 'COUNT')).toEqual(['one']);
    expect(meant('POWER_PLANTS', { basis: 'ac' }, 'COUNT')).toEqual([]);
    expect(meant('CLUSTERS', {}, 'COUNT')).toEqual([]);
  });

  it('is of trade, too: markets, outlets of a kind, certificates in force, their producers and sellers once', () => {
    expect(indicatorsTallied('market')).toEqual(['MARKETS']);
    expect(indicatorsTallied('outlet')).toEqual(['SUPERMARKETS', 'MALLS', 'CONVENIENCE_STORES']);
    expect(indicatorsTallied('ocop-product')).toEqual(['OCOP_PRODUCTS', 'OCOP_PRODUCERS']);
    expect(indicatorsTallied('ecommerce-seller')).toEqual(['ECOMMERCE_SELLERS']);
    expect(indicatorsTallied('platform-report')).toEqual(['ECOMMERCE_ORDERS', 'ECOMMERCE_VALUE']);
    expect(indicatorsTallied('trader')).toEqual(['EXPORT_PORTAL_ENTERPRISES']);
    const scopes = (dimensions: Record<string, string>) =>
      talliesMeant({ indicator: 'OCOP_PRODUCERS', dimensions, unit: 'COUNT' }).map(
        ({ ends, years, distinct }) => [ends, years, distinct],
      );
    expect(scopes({})).toEqual([['expiresOn', null, ['producer']]]);
    expect(scopes({ scope: 'supported' })).toEqual([['expiresOn', 'supportedIn', ['producer']]]);
  });

  it('is of trips that were held, of whatever period their day lies in, and a part of nothing', () => {
    expect(indicatorsTallied('stabilisation-point')).toEqual(['STABILISATION_POINTS']);
    const [trips, revenue] = [of('MOBILE_SALES_TRIPS'), of('MOBILE_SALES_REVENUE')].flat();
    expect([trips, revenue].map((each) => [each?.states, each?.period, each?.isPart])).toEqual(
      Array(2).fill([['held', 'reported'], { field: 'heldOn', of: 'day' }, false]),
    );
    if (!revenue) throw new Error('declared');
    expect(tallyValue(revenue, '1234.5', null)?.toString()).toBe('1.2345');
  });

  it('is in the unit of the indicator; where nothing is known it is nothing, not zero', () => {
    const [roofs] = of('ROOFTOP_CAPACITY');
    const [occupancy] = of('CLUSTER_OCCUPANCY');
    if (!roofs || !occupancy) throw new Error('declared');
    expect(tallyValue(roofs, '73540', null)?.toString()).toBe('73.54');
    expect(tallyValue(roofs, null, null)).toBeNull();
    // Of 60 in 100 and 5 in 20 ha: 65 in 120, not the mean of 60 and 25 per cent.
    expect(tallyValue(occupancy, '65', '120')?.toFixed(2)).toBe('54.17');
    expect(tallyValue(occupancy, '0', '0')).toBeNull();
  });

  it('counts a cluster at each stage that it has come to, and at none once it is withdrawn or revoked', () => {
    const stagesOf = (state: string) =>
      of('CLUSTERS').flatMap(({ states, dimensions }) =>
        states.includes(state) ? [dimensions['stage']] : [],
      );
    expect(stagesOf('proposed')).toEqual(['planned']);
    expect(stagesOf('established')).toEqual(['planned', 'established']);
    expect(stagesOf('investor-selected')).toEqual(['planned', 'established', 'with-investor']);
    for (const state of ['detailed-plan-approved', 'operating'])
      expect(stagesOf(state)).toEqual(['planned', 'established', 'detailed-plan', 'with-investor']);
    for (const state of ['withdrawn', 'revoked']) expect(stagesOf(state)).toEqual([]);
  });
});
