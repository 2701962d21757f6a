import { like, publishedFigure, standingWith } from '../../test/published';
import type { Found } from '../comparisons/standing';
import { checkAgainstBau } from './bau-checks';
import { subjectsOf } from './subject';

const figure = (
  part: Found['part'],
  indicator: string,
  value: string,
  dimensions = {},
  unit = 'KT_CO2E',
) => ({
  part,
  figure: like(publishedFigure('kien-giang', 'IPV'), {
    ...{ id: `${indicator} ${JSON.stringify(dimensions)}`, indicator, territory: 'thai-binh', dimensions },
    ...{ period: '2024', value, decimals: 0, unit, stated: {} },
    measure: part === 'path' ? 'scenario' : 'actual',
  }),
});
const path = (name: string, value: string, unit?: string): Found =>
  figure('path', 'GHG_BAU', value, { path: name }, unit);
const reduction = (value: string, more = {}): Found =>
  figure('actual', 'GHG_REDUCTION', value, { baseline: 'bau', ...more }, 'PCT');
const emissions = figure('actual', 'GHG_EMISSIONS', '12500');

const checked = (...found: Found[]) => {
  const standing = standingWith('thai-binh', '2024', found);
  return subjectsOf(standing).flatMap((subject) => checkAgainstBau(subject, standing));
};

describe('a reduction against business as usual', () => {
  it('names the only path that it agrees with', () => {
    const [result] = checked(
      reduction('15'),
      emissions,
      path('resolution-55-2020', '14700'),
      path('ndc', '19000'),
    );
    expect(result?.verdict).toBe('agrees');
    expect(result?.message).toEqual({
      vi: '12.500 nghìn tấn CO₂e so với 14.700 nghìn tấn CO₂e theo kịch bản resolution-55-2020 là giảm 15%, khớp với số nguồn nêu (15%).',
      en: '12,500 kt CO₂e against 14,700 kt CO₂e by the path resolution-55-2020 is a reduction of 15%, which agrees with the stated 15%.',
    });
  });

  it('never takes the path of another version than the one it names', () => {
    const named = reduction('15', { path: 'ndc' });
    const [result, ...others] = checked(
      named,
      emissions,
      path('resolution-55-2020', '14700'),
      path('ndc', '19000'),
    );
    expect(others).toEqual([]);
    expect(result).toMatchObject({ verdict: 'contradicts', recomputed: { low: '34.2', high: '34.3' } });
    expect(result?.message.en).not.toContain('may be one that is not recorded');
  });

  it('is contradicted by every known path before it is accused, with what else may be meant', () => {
    const results = checked(
      reduction('5'),
      emissions,
      path('resolution-55-2020', '14700'),
      path('ndc', '19000'),
    );
    expect(results.map(({ verdict }) => verdict)).toEqual(['contradicts', 'contradicts']);
    for (const { message } of results) expect(message.en).toContain('it may be one that is not recorded');
  });

  it.each([
    ['in another unit', path('ndc', '14700', 'TOE')],
    ['of nothing', path('ndc', '0')],
  ])('says nothing by a path %s', (_what, other) => {
    const [result] = checked(reduction('15'), emissions, other);
    expect(result).toMatchObject({ verdict: 'cannot-tell', missing: ['different-definition'] });
  });
});
