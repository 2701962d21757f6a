import type { RecordedObservation } from '@doit/contracts';
import { decimalsOf } from '@doit/reference';
import { like, publishedFigure, standingWith } from '../../test/published';
import { breakdownAsked } from '../breakdowns/asked';
import { breakdownOf } from '../breakdowns/breakdown';
import type { Found } from '../comparisons/standing';
import { checksOf } from './checks';

const figure = (indicator: string, value: string, more: Partial<RecordedObservation> = {}): Found => ({
  part: 'actual',
  figure: like(publishedFigure('kien-giang', 'IPV'), {
    ...{
      id: `${indicator} ${value} ${JSON.stringify(more)}`,
      indicator,
      territory: 'viet-nam',
      period: '2022',
    },
    ...{ value, stated: {}, decimals: decimalsOf(value), unit: 'USD_MN', ...more },
  }),
});
const rate = (value: string, dimensions: Record<string, string> = {}): Found =>
  figure('FTA_UTILISATION', value, { unit: 'PCT', dimensions });
const used = (value: string, more: Partial<RecordedObservation> = {}): Found =>
  figure('PREFERENTIAL_EXPORT', value, more);
const markets = (value: string, more: Partial<RecordedObservation> = {}): Found =>
  figure('EXPORT_TO_FTA_MARKETS', value, more);

const checked = (...found: Found[]) =>
  checksOf(standingWith('viet-nam', '2022', found), []).filter(({ code }) => code === 'fta.utilisation');

/** 78.3 billion, printed with one decimal of a billion. */
const ofYear = used('78300', { decimals: -2 });

describe('the utilisation of agreements stated for 2022, 33.61 % with 78.3 billion', () => {
  it('cannot be told without what was exported to the markets, of which it says which would fit', () => {
    const [found, ...others] = checked(rate('33.61'), ofYear);
    expect(others).toEqual([]);
    // 78,250 ÷ 33.615 % and 78,350 ÷ 33.605 %, outward.
    expect(found).toMatchObject({ verdict: 'cannot-tell', missing: ['EXPORT_TO_FTA_MARKETS 2022'] });
    expect(found?.message.en).toContain('232,782.9 – 233,149.9 USD million');
    expect(found?.message.vi).toContain('232.782,9 – 233.149,9 triệu USD');
  });

  it.each([
    ['232970', -1, 'agrees', '0'],
    ['232783', 0, 'agrees', '0'],
    ['233149', 0, 'agrees', '0'],
    ['232781', 0, 'contradicts', '0.0002'],
    ['233151', 0, 'contradicts', '0.00009'],
    ['240000', -2, 'contradicts', '0.952'],
    ['371300', -2, 'contradicts', '12.500'],
  ])('over %s (decimals %i) %s, %s points apart', (value, decimals, verdict, difference) => {
    const [found] = checked(rate('33.61'), ofYear, markets(value, { decimals }));
    expect([found?.verdict, found?.difference]).toEqual([verdict, difference]);
    expect(found?.lineage).toHaveLength(3);
  });

  it('says what would have had a proof of origin where only the markets are known', () => {
    const [found] = checked(rate('33.61'), markets('232970', { decimals: -1 }));
    expect(found).toMatchObject({ verdict: 'cannot-tell', missing: ['PREFERENTIAL_EXPORT 2022'] });
    expect(found?.message.en).toContain('78,287.8 – 78,314.6 USD million');
  });

  it('cannot be told from nothing, nor over a market of nothing', () => {
    expect(checked(rate('33.61'))).toMatchObject([
      { verdict: 'cannot-tell', missing: ['PREFERENTIAL_EXPORT 2022', 'EXPORT_TO_FTA_MARKETS 2022'] },
    ]);
    expect(checked(rate('33.61'), ofYear, markets('0'))).toMatchObject([
      { verdict: 'cannot-tell', missing: ['non-positive-base'] },
    ]);
  });

  it.each([
    ['66.85', { partner: 'IN' }],
    ['64.57', { partner: 'CL' }],
    ['59.44', { partnerGroup: 'EAEU' }],
    ['12.92', { partner: 'SG' }],
  ])('of %s %% in %j is held against the figures of that market alone', (value, dimensions) => {
    const others = [ofYear, markets('232970', { decimals: -1 })];
    expect(checked(rate(value, dimensions), ...others)).toMatchObject([{ verdict: 'cannot-tell' }]);
    const part = used((Number(value) * 10).toFixed(1), { dimensions });
    const exports = figure('EXPORT', '1000.0', { dimensions });
    expect(checked(rate(value, dimensions), ...others, part, exports)).toMatchObject([{ verdict: 'agrees' }]);
    const more = markets('1200.0', { dimensions });
    expect(checked(rate(value, dimensions), ...others, part, exports, more)).toMatchObject([
      { verdict: 'contradicts' },
    ]);
  });
});

describe('sums over agreements', () => {
  const of = (agreement: string) => ({ dimensions: { agreement } });
  const standing = standingWith('viet-nam', '2022', [
    ...[ofYear, markets('232970', { decimals: -1 }), rate('33.61')],
    ...[used('12000', of('CPTPP')), used('9000', of('AJCEP')), used('5000', of('VJEPA'))],
    ...[rate('5.05', { agreement: 'CPTPP' }), rate('30.1', { agreement: 'AJCEP' })],
  ]);
  const broken = (indicator: string, parts?: string[]) => {
    const at = { territory: 'viet-nam', period: '2022', by: 'agreement', indicator, parts };
    const asked = breakdownAsked(at);
    return breakdownOf(asked.indicator, asked.breakdown, standing);
  };

  it('are refused, since their markets overlap, and name the markets', () => {
    const { parts, sum, rest } = broken('PREFERENTIAL_EXPORT');
    expect(parts.map(({ dimensions }) => dimensions['agreement'])).toEqual(['CPTPP', 'AJCEP', 'VJEPA']);
    for (const cell of [sum, rest]) expect(cell?.refusal?.code).toBe('overlapping-groups');
    expect(sum.refusal?.missing).toEqual(['BN', 'JP', 'MY', 'SG']);
    expect(broken('PREFERENTIAL_EXPORT', ['AJCEP', 'VJEPA']).sum.refusal?.missing).toEqual(['JP']);
  });

  it('of rates there are none, neither as sum nor as share', () => {
    const { parts, sum } = broken('FTA_UTILISATION');
    expect(sum.refusal?.code).toBe('not-comparable');
    expect(parts.map(({ sharePct }) => sharePct.refusal?.code)).toEqual(['not-comparable', 'not-comparable']);
  });

  it('accuse nobody: each agreement may have as much as there is in all', () => {
    const all = [used('100'), used('70', of('CPTPP')), used('80', of('RCEP'))];
    expect(checksOf(standingWith('viet-nam', '2022', all), [])).toEqual([]);
    const more = used('102', of('EVFTA'));
    expect(checksOf(standingWith('viet-nam', '2022', [...all, more]), [])).toMatchObject([
      { code: 'parts.exceed-total', verdict: 'contradicts' },
    ]);
  });
});
