import { compared } from '../../test/compared';
import { like, publishedFigure } from '../../test/published';
import type { Found } from './standing';

describe('the growth that the rest of the year needs', () => {
  const period = '2023-01/P5M';
  const figure = publishedFigure('nghe-an', 'EXPORT');
  const plan = like(figure, {
    id: 'plan',
    measure: 'plan',
    period: '2023',
    value: '2500',
    decimals: 0,
    stated: {},
  });
  const of = (own: string, value: string, decimals = 0) =>
    like(plan, { id: own, measure: 'actual', period: own, value, decimals });
  const planned: Found = { part: 'plan', figure: plan };
  const total: Found = { part: 'planBase', figure: of('2022', '2420') };
  const cumulation: Found = { part: 'previous', figure: of('2022-01/P5M', '920.8', 1) };
  const rest = (...values: [period: string, value: string][]): Found[] =>
    values.map(([own, value]) => ({ part: 'rest', figure: of(own, value) }));
  const needed = (...found: Found[]) => compared('nghe-an', period, 'EXPORT', found).requiredGrowthPct;

  it('follows from last year’s total and its same months', () => {
    // (2500 − 892.3) ÷ (2420 − 920.8), each within its rounding: 1607.15 ÷ 1499.75 to 1608.25 ÷ 1498.65.
    expect(needed(planned, total, cumulation)).toMatchObject({
      value: '7.24',
      interval: { low: '7.161', high: '7.314' },
      basis: 'computed',
      lineage: [{ value: '2500' }, { value: '892.3' }, { period: '2022' }, { period: '2022-01/P5M' }],
    });
  });

  it('else from the months that are left, however they are put together', () => {
    const whole = rest(['2022-06/P7M', '1500']);
    const parts = rest(['2022-06', '200'], ['2022-S2', '1300']);
    const mixed = rest(
      ['2022-06', '200'],
      ['2022-Q3', '600'],
      ['2022-10', '200'],
      ['2022-11', '200'],
      ['2022-12', '300'],
    );
    for (const recorded of [whole, parts, mixed])
      expect(needed(planned, total, ...recorded).value).toBe('7.18');
    expect(needed(planned, ...mixed).lineage.map(({ period: own }) => own)).toEqual([
      '2023',
      '2023-01/P5M',
      '2022-06',
      '2022-Q3',
      '2022-10',
      '2022-11',
      '2022-12',
    ]);
  });

  it('is an interval where the plan is only implied', () => {
    // The plan lies in [2,495.80; 2,503.09]: 1603.45 ÷ 1499.75 to 1610.84 ÷ 1498.65 at the widest.
    const { value, interval, basis } = needed(total, cumulation);
    expect([value, basis]).toEqual([null, 'implied']);
    expect(Number(interval?.low)).toBeCloseTo(6.91, 1);
    expect(Number(interval?.high)).toBeCloseTo(7.49, 1);
  });

  it('is refused by name where months or bases are missing', () => {
    const months = rest(['2022-06', '200'], ['2022-Q4', '700']);
    expect(needed(planned, total, ...months).refusal).toMatchObject({
      code: 'incomplete-months',
      missing: ['2022-07', '2022-08', '2022-09'],
    });
    expect(needed(planned, total).refusal).toMatchObject({ code: 'base-unknown', missing: ['2022-01/P5M'] });
    expect(needed(planned, cumulation).refusal).toMatchObject({ code: 'base-unknown', missing: ['2022'] });
    const less: Found = { part: 'planBase', figure: of('2022', '900') };
    expect(needed(planned, less, cumulation).refusal?.code).toBe('non-positive-base');
    const unitless: Found = { part: 'planBase', figure: like(of('2022', '2420'), { unit: 'USD' }) };
    expect(needed(planned, unitless, cumulation).refusal?.code).toBe('different-definition');
  });

  it('is asked only of flows that count from the plan’s first month, while months are left', () => {
    const code = (territory: string, asked: string, indicator: string, ...more: Found[]) =>
      compared(territory, asked, indicator, more).requiredGrowthPct.refusal?.code;
    const quarter: Found = { part: 'actual', figure: of('2023-Q2', '500') };
    expect(code('nghe-an', '2023-Q2', 'EXPORT', quarter, planned)).toBe('incomplete-months');
    expect(code('nghe-an', period, 'POWER_PLANTS')).toBe('not-comparable');
    expect(code('nghe-an', period, 'IIP_GROWTH')).toBe('not-comparable');
    expect(code('kien-giang', '2023', 'EXPORT')).toBe('period-over');
    const silent: Found = { part: 'actual', figure: like(figure, { stated: {}, status: 'official' }) };
    expect(code('nghe-an', period, 'EXPORT', silent, total, cumulation)).toBe('no-plan');
    expect(code('ha-tinh', period, 'EXPORT', planned, total, cumulation)).toBe('no-figure');
  });
});
