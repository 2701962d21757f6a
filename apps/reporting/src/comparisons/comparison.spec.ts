import { compared } from '../../test/compared';
import { like, publishedFigure, standingWith } from '../../test/published';
import { comparisonsOf } from './comparison';
import type { Found } from './standing';

describe('figures of Nghệ An, five months of 2023', () => {
  const period = '2023-01/P5M';

  it.each([
    ['RETAIL_GOODS', '36539', { low: '85002.9', high: '85025.1' }, '42.98', '1.31'],
    ['EXPORT', '892.3', { low: '2495.80', high: '2503.09' }, '35.7', '-5.97'],
    ['IMPORT', '589', { low: '1498.4', high: '1501.4' }, '39.27', '-2.40'],
  ])('%s %s implies a plan of %j and is held against an even pace', (code, value, interval, share, gap) => {
    const item = compared('nghe-an', period, code);
    expect(item.actual).toMatchObject({ value, source: 'doit-nghe-an', status: 'estimate' });
    expect(item.plan).toMatchObject({ value: null, basis: 'implied', interval });
    expect(item.planPct).toMatchObject({ value: share, basis: 'stated' });
    expect(item.expectedPct).toMatchObject({ value: '41.67', label: 'linear' });
    expect(item.gapPp).toMatchObject({ value: gap, basis: 'computed' });
  });

  it('says of which document and line each number is', () => {
    const { plan } = compared('nghe-an', period, 'EXPORT');
    const line = {
      document: '004_591927a0904c8743.txt',
      row: 17,
      asOf: '2023-06-07',
      source: 'doit-nghe-an',
    };
    expect(plan.lineage).toMatchObject([
      { field: 'value', value: '892.3', ...line },
      { field: 'planPct', value: '35.7', ...line },
    ]);
  });

  it('leaves the change as printed and shows the base that it implies', () => {
    const { yoyPct, previous } = compared('nghe-an', period, 'RETAIL_GOODS');
    expect(yoyPct).toMatchObject({ value: '9.63', basis: 'stated' });
    expect(previous).toMatchObject({
      value: null,
      basis: 'implied',
      interval: { low: '33327.4', high: '33331.4' },
    });
  });

  it('does not speak of above or below the year’s plan before the year is over', () => {
    const { overPlanPct, excess } = compared('nghe-an', period, 'EXPORT');
    const missing = ['2023-06', '2023-07', '2023-08', '2023-09', '2023-10', '2023-11', '2023-12'];
    expect(overPlanPct.refusal).toMatchObject({ code: 'incomplete-months', missing });
    expect(excess.refusal?.code).toBe('incomplete-months');
  });

  it('computes from a recorded plan rather than repeat what is printed', () => {
    const export_ = publishedFigure('nghe-an', 'EXPORT');
    const plan = like(export_, { measure: 'plan', period: '2023', value: '2500', decimals: 0, stated: {} });
    const item = compared('nghe-an', period, 'EXPORT', [{ part: 'plan', figure: plan }]);
    expect(item.plan).toMatchObject({ value: '2500', basis: 'stated' });
    expect(item.planPct).toMatchObject({ value: '35.69', basis: 'computed' });
    expect(item.gapPp.value).toBe('-5.97');
  });

  it('refuses to hold growth rates against a plan or a pace', () => {
    const item = compared('nghe-an', period, 'IIP_GROWTH');
    expect(item.plan.refusal?.code).toBe('no-plan');
    expect(
      [item.planPct, item.expectedPct, item.gapPp, item.yoyPct].map((cell) => cell.refusal?.code),
    ).toEqual(Array(4).fill('not-comparable'));
  });

  it('shows a stock with the period it was counted for, and the catalogue’s order', () => {
    const items = comparisonsOf(standingWith('nghe-an', period));
    expect(items.find(({ indicator }) => indicator === 'POWER_PLANTS')?.actual?.period).toBe('2023-05');
    expect(
      items.map(({ indicator, dimensions }) => [indicator, dimensions['stage']].join(' ').trim()),
    ).toEqual([
      'IIP_GROWTH',
      'POWER_PLANTS',
      'POWER_CAPACITY',
      'ROOFTOP_SYSTEMS',
      'ROOFTOP_CAPACITY',
      'RETAIL_GOODS',
      'EXPORT',
      'IMPORT',
      'CLUSTERS planned',
      'CLUSTERS with-investor',
      'CLUSTER_AREA planned',
      'CLUSTER_AREA with-investor',
    ]);
  });
});

describe('figures of Kiên Giang, 2023', () => {
  it('takes the plan of production from the printed excess, and computes how far above it is', () => {
    const item = compared('kien-giang', '2023', 'IPV');
    expect(item.actual?.value).toBe('49496.26');
    expect(item.plan).toMatchObject({
      value: '48180.83',
      basis: 'implied',
      interval: { low: '48180.820', high: '48180.840' },
      formula: 'figure − excess',
    });
    expect(item.excess).toMatchObject({ value: '1315.43', basis: 'stated' });
    expect(item.overPlanPct).toMatchObject({
      value: '2.73',
      basis: 'computed',
      interval: { low: '2.730', high: '2.731' },
    });
    expect(item.planPct).toMatchObject({ value: '102.73', basis: 'computed' });
    expect(item.yoyPct).toMatchObject({ value: '11.11', basis: 'stated' });
    expect(item.previous).toMatchObject({ value: null, interval: { low: '44545.070', high: '44549.089' } });
    expect(item.expectedPct.value).toBe('100.00');
    expect(item.expectedPct.label).toBeUndefined();
  });

  it('never computes the printed part above the plan from the plan that it implies', () => {
    const item = compared('kien-giang', '2023', 'RETAIL');
    expect(item.overPlanPct).toMatchObject({ value: '7.61', basis: 'stated' });
    expect(item.planPct).toMatchObject({ value: '107.61', basis: 'implied' });
    expect(item.plan).toMatchObject({ value: null, interval: { low: '117152.3', high: '117164.2' } });
    expect(item.excess).toMatchObject({ value: null, basis: 'implied' });
  });

  it('compares with a recorded plan', () => {
    const item = compared('kien-giang', '2023', 'EXPORT');
    expect([item.planPct.value, item.overPlanPct.value, item.excess.value]).toEqual(['100.00', '0.00', '0']);
    expect(item.excess.interval).toEqual({ low: '-1.0', high: '1.0' });
  });

  it('lists an objective that covers the year although nothing was achieved under its name', () => {
    const item = compared('kien-giang', '2023', 'GROWTH_TARGET');
    expect(item).toMatchObject({ actual: null, dimensions: { subject: 'IPV' }, plan: { value: '8' } });
    expect(item.planPct.refusal?.code).toBe('no-figure');
  });

  it('computes the change where last year’s figure is recorded, and falls back on the printed one at a break', () => {
    const figure = publishedFigure('kien-giang', 'IPV');
    const before = like(figure, { period: '2022', value: '44611.9', decimals: 1, stated: {} });
    const item = compared('kien-giang', '2023', 'IPV', [{ part: 'previous', figure: before }]);
    expect(item.previous).toMatchObject({ value: '44611.9', basis: 'stated' });
    expect(item.yoyPct).toMatchObject({ value: '10.95', basis: 'computed' });
    const negative = like(before, { value: '-1', decimals: 0 });
    const other = compared('kien-giang', '2023', 'IPV', [{ part: 'previous', figure: negative }]);
    expect(other.yoyPct).toMatchObject({ value: '11.11', basis: 'stated' });
  });
});

describe('what cannot be compared', () => {
  const figure = publishedFigure('kien-giang', 'RETAIL');

  it('is refused by name where nothing implies a plan or a base', () => {
    const alone = like(figure, { indicator: 'RETAIL_GOODS', stated: {} });
    const item = compared('kien-giang', '2023', 'RETAIL_GOODS', [{ part: 'actual', figure: alone }]);
    expect([item.plan, item.planPct, item.excess].map((cell) => cell.refusal?.code)).toEqual([
      'no-plan',
      'no-plan',
      'no-plan',
    ]);
    expect([item.previous, item.yoyPct].map((cell) => cell.refusal?.code)).toEqual([
      'base-unknown',
      'base-unknown',
    ]);
    expect(item.plan.refusal?.message.vi).toContain('kế hoạch');
    expect(item.plan.value).toBeNull();
  });

  it('includes levels of two series versions', () => {
    const iip = like(figure, { indicator: 'IIP', unit: 'INDEX', territory: 'viet-nam', stated: {} });
    const now = like(iip, { period: '2023-01', value: '128.34' });
    const then = like(iip, { period: '2022-01', value: '160.00' });
    const item = compared('viet-nam', '2023-01', 'IIP', [
      { part: 'actual', figure: now },
      { part: 'previous', figure: then },
    ]);
    expect(item.yoyPct.refusal).toMatchObject({ code: 'series-break', missing: ['2015-base-from-2023'] });
  });

  it('includes a pace for months that do not begin the year, and a share of a plan in another unit', () => {
    const quarter = like(figure, { period: '2023-Q2', stated: {} });
    const plan = like(figure, { measure: 'plan', stated: {} });
    const found: Found[] = [
      { part: 'actual', figure: quarter },
      { part: 'plan', figure: plan },
    ];
    const item = compared('kien-giang', '2023-Q2', 'RETAIL', found);
    expect(item.expectedPct.refusal).toMatchObject({ missing: ['2023-01', '2023-02', '2023-03'] });
    expect(item.planPct.refusal?.code).toBe('incomplete-months');
    const foreign = compared('kien-giang', '2023', 'RETAIL', [
      { part: 'plan', figure: like(plan, { unit: 'VND_MN' }) },
    ]);
    expect(foreign.planPct.refusal?.code).toBe('different-definition');
    expect(foreign.overPlanPct).toMatchObject({ value: '7.61', basis: 'stated' });
    expect(foreign.excess.refusal?.code).toBe('different-definition');
  });

  it('but a printed share of the plan has a pace, though the plan is recorded in another unit', () => {
    const plan = like(publishedFigure('nghe-an', 'EXPORT'), { measure: 'plan', unit: 'USD', stated: {} });
    const { planPct, gapPp } = compared('nghe-an', '2023-01/P5M', 'EXPORT', [{ part: 'plan', figure: plan }]);
    expect([planPct.value, gapPp.value]).toEqual(['35.7', '-5.97']);
  });

  it('gives “at least” a bound on one side only', () => {
    const least = like(figure, { comparator: 'ge', value: '126000', decimals: 0, stated: {} });
    const plan = like(figure, { measure: 'plan', value: '120000', decimals: 0, stated: {} });
    const item = compared('kien-giang', '2023', 'RETAIL', [
      { part: 'actual', figure: like(least, { status: 'official' }) },
      { part: 'plan', figure: plan },
    ]);
    expect(item.planPct.interval).toEqual({ low: '104.999', high: null });
  });
});

describe('a stock that was last counted before the year asked about', () => {
  const figure = publishedFigure('nghe-an', 'POWER_PLANTS');
  const counted = (period: string) =>
    compared('nghe-an', '2023-01/P5M', 'POWER_PLANTS', [
      {
        part: 'actual',
        figure: like(figure, {
          period,
          status: 'official',
          stated: { planPct: { value: '95', decimals: 0 } },
        }),
      },
      { part: 'plan', figure: like(figure, { measure: 'plan', period: '2023', value: '25', stated: {} }) },
    ]);

  it('is shown beside this year’s plan, but not held against it', () => {
    const { actual, plan, planPct, overPlanPct, excess } = counted('2022-12');
    expect([actual?.value, plan.value]).toEqual(['22', '25']);
    expect([planPct, overPlanPct, excess].map(({ refusal }) => refusal?.code)).toEqual(
      Array(3).fill('no-figure'),
    );
    expect(counted('2023-01').planPct.value).toBe('88.00');
  });

  it('implies no plan of this year by what was printed beside it', () => {
    const old = like(figure, {
      period: '2022-12',
      status: 'official',
      stated: { planPct: { value: '95', decimals: 0 } },
    });
    const { plan } = compared('nghe-an', '2023-01/P5M', 'POWER_PLANTS', [{ part: 'actual', figure: old }]);
    expect(plan.refusal?.code).toBe('no-plan');
  });
});
