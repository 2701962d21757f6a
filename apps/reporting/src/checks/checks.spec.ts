import type { CheckResult } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import type { Found } from '../comparisons/standing';
import { checksOf } from './checks';

const checked = (territory: string, period: string, more: Found[] = [], registered = 0): CheckResult[] =>
  checksOf(standingWith(territory, period, more), registered);
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
    const results = checksOf(standing, 0);
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
    const { verdict, missing } = only(results, 'clusters.register');
    expect([verdict, missing]).toEqual(['cannot-tell', ['register-incomplete']]);
    expect(verdicts(results)).toEqual([
      'contradicts clusters.remaining-area',
      'cannot-tell clusters.register',
    ]);
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
    expect(codes).toEqual(['clusters.register']);
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
