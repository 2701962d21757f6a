import type { RecordedObservation } from '@doit/contracts';
import { compared } from '../../test/compared';
import { like, publishedFigure } from '../../test/published';
import type { Found } from './standing';

describe('the pace of a recorded scenario', () => {
  const figure = publishedFigure('nghe-an', 'EXPORT');
  const plan = like(figure, {
    id: 'plan',
    measure: 'plan',
    period: '2023',
    value: '2500',
    decimals: 0,
    stated: {},
  });
  const scenario = (period: string, value: string, more: Partial<RecordedObservation> = {}): Found => ({
    part: 'scenario',
    figure: like(plan, { id: period, measure: 'scenario', period, value, asOf: '2023-01-31', ...more }),
  });
  const pace = (period: string, ...found: Found[]) =>
    compared('nghe-an', period, 'EXPORT', [
      { part: 'actual', figure: like(figure, { period }) },
      { part: 'plan', figure: plan },
      ...found,
    ]);

  it('is its share of the plan, as a cumulation or as the parts that make it up', () => {
    const { expectedPct, gapPp } = pace('2023-01/P5M', scenario('2023-01/P5M', '1000'));
    expect(expectedPct).toMatchObject({ value: '40.00', basis: 'computed', label: 'scenario' });
    expect(expectedPct.lineage).toMatchObject([{ period: '2023-01/P5M', value: '1000' }, { value: '2500' }]);
    // 892.3 ÷ 2500 is 35.692 %.
    expect(gapPp).toMatchObject({ value: '-4.31', basis: 'computed' });
    expect(gapPp.lineage.map(({ value }) => value)).toEqual(['892.3', '2500', '1000']);
    const halves = pace(
      '2023-S1',
      scenario('2023-Q1', '500'),
      scenario('2023-04', '200'),
      scenario('2023-05', '200'),
      scenario('2023-06', '225'),
    );
    expect(halves.expectedPct).toMatchObject({ value: '45.00', label: 'scenario' });
  });

  it('is that of the scenario as last re-cut', () => {
    const first = [scenario('2023-Q1', '500'), scenario('2023-Q2', '600'), scenario('2023-S1', '1100')];
    const recut = scenario('2023-Q2', '700', { asOf: '2023-04-10', status: 'estimate' });
    expect(pace('2023-S1', ...first).expectedPct.value).toBe('44.00');
    expect(pace('2023-S1', ...first, recut).expectedPct.value).toBe('48.00');
    expect(pace('2023-S1', recut, ...first).expectedPct.value).toBe('48.00');
  });

  it('is even where the scenario does not make up the months passed', () => {
    const quarters = [scenario('2023-Q1', '500'), scenario('2023-Q2', '600')];
    expect(pace('2023-01/P5M', ...quarters).expectedPct).toMatchObject({ value: '41.67', label: 'linear' });
    expect(pace('2023-S1', scenario('2023-Q2', '600')).expectedPct.label).toBe('linear');
  });

  it('is an interval where the plan is only implied, and refused without a plan or in another unit', () => {
    const found = scenario('2023-01/P5M', '1000');
    const implied = compared('nghe-an', '2023-01/P5M', 'EXPORT', [found]);
    expect(implied.expectedPct).toMatchObject({ value: null, basis: 'implied', label: 'scenario' });
    expect(Number(implied.expectedPct.interval?.low)).toBeLessThan(40);
    expect(implied.gapPp).toMatchObject({ value: null, basis: 'implied' });
    const silent: Found = { part: 'actual', figure: like(figure, { stated: {}, status: 'official' }) };
    const unplanned = compared('nghe-an', '2023-01/P5M', 'EXPORT', [silent, found]);
    expect(unplanned.expectedPct.refusal?.code).toBe('no-plan');
    const foreign = scenario('2023-01/P5M', '1000', { unit: 'USD' });
    expect(pace('2023-01/P5M', foreign).expectedPct.refusal?.code).toBe('different-definition');
  });

  it('leaves the whole year at 100 %', () => {
    const { expectedPct } = pace('2023', scenario('2023', '2400'));
    expect(expectedPct.value).toBe('100.00');
    expect(expectedPct.label).toBeUndefined();
  });
});
