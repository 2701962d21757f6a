import type { ComparisonItem, RecordedObservation } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import { comparisonsOf } from './comparison';
import type { Found } from './standing';

const compared = (territory: string, period: string, code: string, more: Found[] = []): ComparisonItem => {
  const found = comparisonsOf(standingWith(territory, period, more)).find(
    ({ indicator }) => indicator === code,
  );
  if (!found) throw new Error(code);
  return found;
};

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

describe('the growth that Kiên Giang’s plan of 2023 asks for', () => {
  const figure = publishedFigure('kien-giang', 'IPV');
  const plan = like(figure, {
    id: 'plan',
    measure: 'plan',
    value: '48180.83',
    asOf: '2022-12-31',
    stated: {},
  });
  const estimate = like(figure, {
    id: 'estimate',
    period: '2022',
    value: '44611.9',
    decimals: 1,
    asOf: '2022-12-31',
    stated: {},
  });
  const revised = like(estimate, { id: 'revised', value: '44547.1', asOf: '2023-12-31' });
  const before = (...vintages: RecordedObservation[]): Found[] =>
    vintages.flatMap((vintage): Found[] => [
      { part: 'previous', figure: vintage },
      { part: 'planBase', figure: vintage },
    ]);
  const item = (more: Found[]) => compared('kien-giang', '2023', 'IPV', more);

  it('is 8 % on the estimate that the council knew, while the year itself is compared with the revised figure', () => {
    const { plannedGrowthPct, previous, yoyPct } = item([
      { part: 'plan', figure: plan },
      ...before(estimate, revised),
    ]);
    expect(plannedGrowthPct).toMatchObject({
      value: '8.00',
      interval: { low: '7.999', high: '8.001' },
      basis: 'computed',
      lineage: [
        { observationId: 'plan', asOf: '2022-12-31' },
        { observationId: 'estimate', value: '44611.9', asOf: '2022-12-31' },
      ],
    });
    expect(previous).toMatchObject({ value: '44547.1', lineage: [{ observationId: 'revised' }] });
    expect(yoyPct).toMatchObject({ value: '11.11', basis: 'computed' });
  });

  it('is 8.16 % for a plan that was set after the revision', () => {
    const later = like(plan, { asOf: '2024-01-15' });
    const { plannedGrowthPct } = item([{ part: 'plan', figure: later }, ...before(estimate, revised)]);
    expect(plannedGrowthPct).toMatchObject({
      value: '8.16',
      lineage: [{ observationId: 'plan' }, { observationId: 'revised', asOf: '2023-12-31' }],
    });
  });

  it('is that of the whole year in a part of it too', () => {
    const half = like(figure, { period: '2023-S1', value: '22285.13', stated: {} });
    const { plannedGrowthPct } = compared('kien-giang', '2023-S1', 'IPV', [
      { part: 'actual', figure: half },
      { part: 'plan', figure: plan },
      { part: 'planBase', figure: estimate },
      { part: 'planBase', figure: revised },
    ]);
    expect(plannedGrowthPct.value).toBe('8.00');
  });

  it('changes by no vintage that came after the plan, and by none of another cell', () => {
    const known = [{ part: 'plan', figure: plan } as const, ...before(estimate)];
    const manufacturing = like(revised, { dimensions: { sector: 'C' }, asOf: '2022-12-30', value: '1' });
    const growths = [[], before(revised), before(manufacturing)].map(
      (more) => item([...known, ...more]).plannedGrowthPct,
    );
    expect(growths).toEqual(Array(3).fill(growths[0]));
  });

  it.each<[string, Found[], string]>([
    ['the plan is only implied', before(estimate), 'plan'],
    [
      'nobody knows when the plan was set',
      [{ part: 'plan', figure: like(plan, { asOf: null }) }, ...before(estimate)],
      'asOf',
    ],
    ['only the revised figure is recorded', [{ part: 'plan', figure: plan }, ...before(revised)], '2022'],
    [
      'nobody knows when the figure was stated',
      [{ part: 'plan', figure: plan }, ...before(like(estimate, { asOf: null }))],
      '2022',
    ],
  ])('is not known where %s', (_why, more, missing) => {
    expect(item(more).plannedGrowthPct).toMatchObject({
      value: null,
      refusal: { code: 'base-unknown', missing: [missing] },
    });
  });

  it('is refused by name without any plan, for rates, and on a base in another unit', () => {
    const code = (indicator: string, more: Found[] = []) =>
      compared('kien-giang', '2023', indicator, more).plannedGrowthPct.refusal?.code;
    const unplanned = like(figure, { indicator: 'IPV_CURRENT', stated: {} });
    expect(code('IPV_CURRENT', [{ part: 'actual', figure: unplanned }])).toBe('no-plan');
    expect(code('GROWTH_TARGET')).toBe('not-comparable');
    const foreign = like(estimate, { unit: 'VND_MN' });
    expect(code('IPV', [{ part: 'plan', figure: plan }, ...before(foreign)])).toBe('different-definition');
  });
});

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

describe('the change on the month before', () => {
  const figure = like(publishedFigure('nghe-an', 'EXPORT'), { period: '2023-05', value: '190', decimals: 0 });
  const may = like(figure, { stated: { momPct: { value: '5.6', decimals: 1 } } });
  const april: Found = {
    part: 'before',
    figure: like(figure, { id: 'april', period: '2023-04', value: '180' }),
  };
  const change = (asked: string, actual: RecordedObservation, ...more: Found[]) =>
    compared('nghe-an', asked, 'EXPORT', [{ part: 'actual', figure: actual }, ...more]).momPct;

  it('is computed, else as printed, else refused', () => {
    expect(change('2023-05', may, april)).toMatchObject({
      value: '5.56',
      basis: 'computed',
      lineage: [{ period: '2023-05' }, { period: '2023-04' }],
    });
    expect(change('2023-05', may)).toMatchObject({ value: '5.6', basis: 'stated' });
    expect(change('2023-05', like(may, { stated: {} })).refusal?.code).toBe('base-unknown');
  });

  it('is that of a single month only', () => {
    const quarter = like(may, { period: '2023-Q2' });
    expect(change('2023-Q2', quarter, april).refusal?.code).toBe('not-comparable');
  });

  it('is not taken across a break of the series', () => {
    const iip = like(figure, { indicator: 'IIP', unit: 'INDEX', territory: 'viet-nam' });
    const { momPct } = compared('viet-nam', '2023-01', 'IIP', [
      { part: 'actual', figure: like(iip, { period: '2023-01', value: '128.34' }) },
      { part: 'before', figure: like(iip, { period: '2022-12', value: '166.03' }) },
    ]);
    expect(momPct.refusal?.code).toBe('series-break');
  });
});

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
