import type { Comparator, RecordedObservation } from '@doit/contracts';
import { decimalsOf, toWire } from '@doit/reference';
import { like, publishedFigure, standingWith } from '../../test/published';
import type { Found } from '../comparisons/standing';
import { savingFrom } from './saving-checks';
import { checkSavingDemanded } from './saving-demand-checks';

const figure = (indicator: string, value: string, more: Partial<RecordedObservation> = {}): Found => ({
  part: 'actual',
  figure: like(publishedFigure('kien-giang', 'IPV'), {
    ...{ id: `${indicator} ${value}`, indicator, territory: 'nghe-an', period: '2024', value, stated: {} },
    ...{ decimals: decimalsOf(value), unit: 'KWH_MN', ...more },
  }),
});
const saved = (value: string, comparator: Comparator = 'eq'): Found =>
  figure('ENERGY_SAVED', value, { comparator, dimensions: { baseline: 'consumption' } });
const stated = (value: string, baseline: string): Found =>
  figure('ENERGY_SAVING', value, { unit: 'PCT', dimensions: { baseline } });
const sold = (value: string): Found => figure('ELECTRICITY_SOLD', value);
const standing = (...found: Found[]) => standingWith('nghe-an', '2024', found);

describe('a saving out of what would have been used', () => {
  it.each<[string, Found, Found, object | string[]]>([
    ['of 84.5 beside 4,102.3', saved('84.5'), sold('4102.3'), { low: '2.017', high: '2.020' }],
    [
      'of at least 84.5 beside 4,102.3',
      saved('84.5', 'ge'),
      sold('4102.3'),
      { low: '2.018', high: '100.000' },
    ],
    ['of nothing', saved('0.0'), sold('4102.3'), { low: '-0.002', high: '0.002' }],
    ['of a quarter', saved('100.0'), sold('300.0'), { low: '24.987', high: '25.013' }],
    ['where nothing is sold', saved('1.0'), sold('0.0'), ['non-positive-base']],
  ])('%s', (_what, less, used, expected) => {
    const { interval, missing } = savingFrom(standing(less, used), 'consumption');
    expect(interval ? toWire(interval, 3) : missing).toEqual(expected);
  });
});

describe('the directive of 8 June 2023', () => {
  const held = (...found: Found[]) =>
    checkSavingDemanded(standing(...found)).map(({ verdict, difference, message }) => ({
      ...{ verdict, difference, message },
    }));

  it('is missed by as much as the rounding leaves sure', () => {
    const [result] = held(stated('1.5', 'consumption'));
    expect(result).toMatchObject({ verdict: 'contradicts', difference: '0.45' });
    expect(result?.message.en).toBe(
      'Energy saving ratio (against consumption without the saving): 1.5%: this falls short of the minimum of 2.0% of electricity consumption a year (Directive 20/CT-TTg of 8 June 2023) by at least 0.45 percentage points.',
    );
    expect(result?.message.vi).toContain('chưa đạt mức tối thiểu 2,0% điện năng tiêu thụ mỗi năm');
  });

  it('is held against what was saved and sold, where no saving is stated', () => {
    const [result] = held(saved('41.0'), sold('4059.0'));
    expect(result).toMatchObject({ verdict: 'contradicts', difference: '0.998' });
    expect(result?.message.en).toMatch(
      /^41\.0 million kWh saved out of what would have been used .* is 1\.00%/,
    );
  });

  it('is not held against a saving that is measured against something else', () => {
    const [result, ...others] = held(stated('7', 'bau'));
    expect(others).toEqual([]);
    expect(result?.verdict).toBe('cannot-tell');
    expect(result?.message.vi).toContain('theo mốc khác nên không đối chiếu được');
  });
});
