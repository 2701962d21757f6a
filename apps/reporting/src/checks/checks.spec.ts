import type { CheckResult, RecordedObservation } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import { tallied } from '../../test/registers';
import type { Found } from '../comparisons/standing';
import { checksOf } from './checks';

const checked = (territory: string, period: string, more: Found[] = []): CheckResult[] => {
  const standing = standingWith(territory, period, more);
  return checksOf(standing, tallied(standing));
};
const only = (results: CheckResult[], code: string): CheckResult => {
  const found = results.filter((result) => result.code === code);
  expect(found).toHaveLength(1);
  return found[0] as CheckResult;
};
const verdicts = (results: CheckResult[]) => results.map(({ code, verdict }) => `${verdict} ${code}`);

describe('checks of Kiên Giang, 2023', () => {
  const results = checked('kien-giang', '2023');

  it('begin with what contradicts', () => {
    expect(verdicts(results)).toEqual([
      'contradicts growth-target.value-plan',
      // 327 products and their 187 producers, 82 on the export portal: nobody declared the registers complete.
      'cannot-tell ocop-products.register',
      'cannot-tell ocop-products.register',
      'cannot-tell traders.register',
      'agrees over-plan.excess',
      'agrees growth-target.objective',
    ]);
  });

  it('find 2.73 % and 1,315.43 to be one statement', () => {
    const { recomputed, difference, message } = only(results, 'over-plan.excess');
    expect(recomputed).toEqual({ low: '2.730', high: '2.731' });
    expect(difference).toBe('0');
    expect(message.vi).toBe(
      'Vượt 1.315,43 tỷ đồng trên kế hoạch 48.180,83 tỷ đồng là 2,73%, khớp với số nguồn nêu (2,73%).',
    );
  });

  it('find 3.11 points to agree with the objective of 8 %', () => {
    const { recomputed, message, lineage } = only(results, 'growth-target.objective');
    expect(recomputed).toEqual({ low: '3.105', high: '3.115' });
    expect(message.en).toContain(
      'Growth of 11.11% less the objective of 8% a year is 3.11 percentage points',
    );
    expect(lineage.map(({ field, indicator }) => `${indicator} ${field}`)).toEqual([
      'IPV overGrowthTargetPp',
      'IPV yoyPct',
      'GROWTH_TARGET value',
    ]);
  });

  it('find 3.11 points to contradict the plan by value, which gives 2.95', () => {
    const { recomputed, difference, message } = only(results, 'growth-target.value-plan');
    expect(recomputed).toEqual({ low: '2.952', high: '2.954' });
    expect(Number(difference)).toBeGreaterThanOrEqual(0.1);
    expect(message.vi).toContain('hơn kế hoạch 2,95 điểm phần trăm; nguồn nêu 3,11 điểm phần trăm');
    expect(message.vi).toContain('đòi hỏi tăng 8,16%');
  });
});

describe('checks of Kiên Giang, 2023, with its plan and both figures of 2022 recorded', () => {
  const figure = publishedFigure('kien-giang', 'IPV');
  const plan = like(figure, {
    id: 'plan',
    measure: 'plan',
    value: '48180.83',
    asOf: '2022-12-31',
    stated: {},
  });
  const ofYearBefore = (id: string, value: string, asOf: string): RecordedObservation =>
    like(figure, { id, period: '2022', value, decimals: 1, asOf, stated: {} });
  const estimate = ofYearBefore('estimate', '44611.9', '2022-12-31');
  const revised = ofYearBefore('revised', '44547.1', '2023-12-31');
  const before = (...vintages: RecordedObservation[]): Found[] =>
    vintages.flatMap((vintage): Found[] => [
      { part: 'previous', figure: vintage },
      { part: 'planBase', figure: vintage },
    ]);
  const planned: Found = { part: 'plan', figure: plan };
  const results = checked('kien-giang', '2023', [planned, ...before(estimate, revised)]);

  it('accuse only the plan by value on the growth’s own base', () => {
    expect(verdicts(results)).toEqual([
      'contradicts growth-target.value-plan',
      // 327 products and their 187 producers, 82 on the export portal: nobody declared the registers complete.
      'cannot-tell ocop-products.register',
      'cannot-tell ocop-products.register',
      'cannot-tell traders.register',
      'agrees over-plan.excess',
      'agrees plan.over-percent',
      'agrees plan.excess',
      'agrees growth-target.objective',
      'agrees growth-target.plan-base',
      'agrees year-on-year.base',
    ]);
  });

  it('find 3.11 points to agree with the plan on the base that the council knew', () => {
    const { recomputed, message, lineage } = only(results, 'growth-target.plan-base');
    expect(recomputed).toEqual({ low: '3.104', high: '3.116' });
    expect(message.en).toBe(
      'On the base known when it was set, 44,611.9 VND billion (31/12/2022), the plan asks for 8.00%; on that year as last revised, 44,547.1 VND billion (31/12/2023), for 8.16%. Growth of 11.11% is 3.11 percentage points above the 8.00%, which agrees with the stated 3.11 percentage points.',
    );
    expect(message.vi).toBe(
      'Trên gốc biết được khi lập, 44.611,9 tỷ đồng (31/12/2022), kế hoạch đòi hỏi tăng 8,00%; trên số đã điều chỉnh, 44.547,1 tỷ đồng (31/12/2023), là 8,16%. Mức tăng 11,11% hơn mức 8,00% là 3,11 điểm phần trăm, khớp với số nguồn nêu (3,11 điểm phần trăm).',
    );
    expect(lineage.map(({ observationId, field }) => `${observationId} ${field}`).slice(2)).toEqual([
      'plan value',
      'estimate value',
      'revised value',
    ]);
  });

  it('say beside the contradiction which base reconciles the statement', () => {
    const { recomputed, message } = only(results, 'growth-target.value-plan');
    expect(recomputed).toEqual({ low: '2.952', high: '2.954' });
    expect(message.vi).toContain('đòi hỏi tăng 8,16% trên gốc suy từ mức tăng 11,11%');
    expect(message.vi).toContain(
      'Số nguồn nêu khớp theo gốc của kế hoạch: trên gốc biết được khi lập, 44.611,9 tỷ đồng (31/12/2022), kế hoạch đòi hỏi tăng 8,00%',
    );
    expect(message.en).toContain('reconciles with the plan’s own base');
  });

  it('say nothing of a base that was not known when the plan was set', () => {
    const later = checked('kien-giang', '2023', [planned, ...before(revised)]);
    expect(later.map(({ code }) => code)).not.toContain('growth-target.plan-base');
    expect(only(later, 'growth-target.value-plan').message.en).toContain('may rest on an older estimate');
  });

  it('say so where the plan’s own base does not reconcile it either', () => {
    const other = checked('kien-giang', '2023', [planned, ...before(like(estimate, { value: '44000' }))]);
    expect(only(other, 'growth-target.plan-base').verdict).toBe('contradicts');
    expect(only(other, 'growth-target.value-plan').message.en).toContain('does not reconcile');
  });

  it('never hold a part of the year against the value of the year’s plan', () => {
    const half = like(figure, { period: '2023-S1', value: '22285.13' });
    const actual: Found = { part: 'actual', figure: half };
    const base: Found = { part: 'planBase', figure: estimate };
    const code = 'growth-target.value-plan';
    const untold = only(checked('kien-giang', '2023-S1', [actual, planned]), code);
    expect([untold.verdict, untold.missing]).toEqual(['cannot-tell', ['2022']]);
    const told = checked('kien-giang', '2023-S1', [actual, planned, base]);
    expect(only(told, 'growth-target.plan-base').verdict).toBe('agrees');
    expect(told.map((result) => result.code)).not.toContain(code);
  });
});

describe('checks against what is recorded by itself', () => {
  it.each([
    ['2500', 'agrees'],
    ['2600', 'contradicts'],
  ])('hold 35.7 %% of the plan against a recorded plan of %s: %s', (value, verdict) => {
    const figure = like(publishedFigure('nghe-an', 'EXPORT'), {
      measure: 'plan',
      period: '2023',
      value,
      decimals: 0,
      stated: {},
    });
    const results = checked('nghe-an', '2023-01/P5M', [{ part: 'plan', figure }]);
    expect(only(results, 'plan.percent').verdict).toBe(verdict);
  });

  it.each([
    ['44547.08', 'agrees', '0'],
    ['44611.88', 'contradicts', '0.156'],
  ])('hold the growth of 11.11 %% against a previous year of %s: %s', (value, verdict, difference) => {
    const figure = like(publishedFigure('kien-giang', 'IPV'), {
      period: '2022',
      value,
      decimals: 2,
      stated: {},
    });
    const results = checked('kien-giang', '2023', [{ part: 'previous', figure }]);
    expect(only(results, 'year-on-year.base')).toMatchObject({ verdict, difference });
  });

  it('cannot tell about a growth target that nobody recorded', () => {
    const figure = like(publishedFigure('kien-giang', 'IPV'), { dimensions: { sector: 'C' } });
    figure.stated = { overGrowthTargetPp: { value: '3.11', decimals: 2 } };
    const standing = standingWith('viet-nam', '2023', [{ part: 'actual', figure }]);
    const results = checksOf(standing, tallied(standing));
    expect(results.map(({ verdict, missing }) => [verdict, missing])).toEqual([
      ['cannot-tell', ['yoyPct', 'GROWTH_TARGET']],
      ['cannot-tell', ['yoyPct', 'plan']],
    ]);
    expect(results.every(({ recomputed, difference }) => recomputed === null && difference === null)).toBe(
      true,
    );
  });
});

describe('checks of clusters', () => {
  const results = checked('thai-binh', '2021');

  it('find that four clusters cannot be 164 ha each under a cap of 75', () => {
    const { verdict, recomputed, message, difference } = only(results, 'clusters.remaining-area');
    expect(verdict).toBe('contradicts');
    expect(recomputed).toEqual({ low: '164.22', high: '164.28' });
    expect(difference).toBe('89.2');
    expect(message.vi).toContain(
      '4 cụm chưa có quy hoạch chi tiết còn lại 657,0 ha, bình quân 164 ha một cụm',
    );
    expect(message.vi).toContain('75 ha một cụm (Nghị định 68/2017/NĐ-CP)');
    expect(message.en).toContain('Decree 68/2017/NĐ-CP');
  });

  it('let an empty register accuse nobody', () => {
    expect(verdicts(results)).toEqual([
      'contradicts clusters.remaining-area',
      ...Array<string>(4).fill('cannot-tell clusters.register'),
    ]);
    for (const { missing } of results.slice(1)) expect(missing).toEqual(['register-incomplete']);
  });

  it('accept what fits under the cap', () => {
    const area = publishedFigure('thai-binh', 'CLUSTER_AREA');
    const figure = like(area, { value: '1923.7', status: 'official' });
    const more: Found[] = [{ part: 'actual', figure }];
    expect(only(checked('thai-binh', '2021', more), 'clusters.remaining-area').verdict).toBe('agrees');
  });

  it('say nothing about stages of different periods', () => {
    const figure = like(publishedFigure('thai-binh', 'CLUSTERS'), { period: '2021-06', status: 'official' });
    const codes = checked('thai-binh', '2021', [{ part: 'actual', figure }]).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['clusters.register']));
  });
});

describe('the unit check of Hà Tĩnh, 2021', () => {
  it('reads 4.46 “percent” as 4.46 of the 5.02 points of growth', () => {
    const result = only(checked('ha-tinh', '2021'), 'unit.points-printed-percent');
    expect(result.verdict).toBe('contradicts');
    expect(result.message.en).toContain('4.46 of the 5.02 points of growth');
    expect(result.message.vi).toContain('4,46 trong 5,02 điểm phần trăm tăng trưởng');
    expect(result.lineage.map(({ indicator }) => indicator)).toEqual(['GRDP_CONTRIBUTION', 'GRDP_GROWTH']);
  });

  it.each(['percentage points', 'điểm phần trăm'])('leaves “%s” alone', (unitPrinted) => {
    const figure = like(publishedFigure('ha-tinh', 'GRDP_CONTRIBUTION'), { unitPrinted, status: 'official' });
    expect(checked('ha-tinh', '2021', [{ part: 'actual', figure }])).toEqual([]);
  });
});
