import { fieldsOf, registersOf, type CheckResult } from '@doit/contracts';
import { tallies } from '@doit/reference';
import { like, publishedFigure, standingWith } from '../../test/published';
import { tallied, type Filled } from '../../test/registers';
import type { Found } from '../comparisons/standing';
import { checkRegisters, registerClaims } from './register-checks';

/** What Nghệ An stated of May 2023: 22 plants with 934.9 MW, 790 rooftop systems with 73.54 MW. */
function checked(filled: Record<string, Filled>, more: Found[] = [], place = 'nghe-an'): CheckResult[] {
  const standing = standingWith(place, '2023-01/P5M', more);
  return checkRegisters(registerClaims(standing), tallied(standing, filled));
}
const of = (results: CheckResult[], indicator: string): CheckResult => {
  const found = results.filter(({ indicators }) => indicators[0] === indicator);
  expect(found).toHaveLength(1);
  return found[0] as CheckResult;
};
const plants = (value: string, more: Partial<Filled> = {}) => ({
  POWER_PLANTS: { counted: Number(value), value, ...more },
});

describe('a register beside what is stated', () => {
  it('says both numbers, and while it holds less nothing follows', () => {
    const { code, verdict, missing, message } = of(checked(plants('21')), 'POWER_PLANTS');
    expect([code, verdict, missing]).toEqual([
      'power-plants.register',
      'cannot-tell',
      ['register-incomplete'],
    ]);
    expect(message.en).toBe(
      'The register comes to 21 (21 entries), the source states 22; it was not declared complete, so nothing follows.',
    );
    expect(message.vi).toMatch(/^Sổ đăng ký cho 21 \(21 mục\), nguồn nêu 22; /);
  });

  it.each([
    ['22', 'agrees', '0'],
    ['23', 'contradicts', '1.0'],
  ])('of %s plants %s', (value, verdict, difference) => {
    expect(of(checked(plants(value)), 'POWER_PLANTS')).toMatchObject({ verdict, difference });
  });

  it.each([
    ['934.84', 'cannot-tell'],
    ['934.85', 'agrees'],
    ['934.949', 'agrees'],
    ['934.96', 'contradicts'],
  ])('of %s MW %s with 934.9, which is rounded', (value, verdict) => {
    const results = checked({ 'POWER_CAPACITY ac': { counted: 22, value } });
    expect(of(results, 'POWER_CAPACITY').verdict).toBe(verdict);
  });

  it.each([
    ['which says more of it than is stated', { ac: '75' }, 'contradicts'],
    ['which agrees as panels', { ac: '60', dc: '73.54' }, 'agrees'],
    ['which is more as panels, less as what feeds', { ac: '60', dc: '80' }, 'cannot-tell'],
    ['which is more either way', { ac: '74', dc: '80' }, 'contradicts'],
  ])(
    'of a capacity on an unknown basis, %s',
    (_, { ac, dc = null }: { ac: string; dc?: string | null }, verdict) => {
      const filled = (value: string | null) => ({ counted: 9, value });
      const results = checked({ 'ROOFTOP_CAPACITY ac': filled(ac), 'ROOFTOP_CAPACITY dc': filled(dc) });
      expect(of(results, 'ROOFTOP_CAPACITY').verdict).toBe(verdict);
    },
  );

  it('is not whole where entries lack the field, but may still be too much', () => {
    const capacity = (value: string, lacking: number) =>
      of(checked({ 'POWER_CAPACITY ac': { counted: 22, value, lacking } }), 'POWER_CAPACITY');
    expect(capacity('934.9', 1)).toMatchObject({
      verdict: 'cannot-tell',
      missing: ['register-incomplete', 'power-plant.capacityAcMw'],
    });
    expect(capacity('940', 1)).toMatchObject({ verdict: 'contradicts', recomputed: { high: null } });
  });

  it('holds nothing against a statement that may have come since', () => {
    const result = (sure: string) =>
      of(checked(plants('24', { sure, undated: 24 - Number(sure) })), 'POWER_PLANTS');
    expect(result('22')).toMatchObject({ verdict: 'cannot-tell', missing: ['register-undated'] });
    expect(result('23').verdict).toBe('contradicts');
  });

  it('of “at least” so much is never too large', () => {
    const area = { 'CLUSTER_AREA planned': { counted: 71, value: '9000' } };
    const planned = checked(area).filter(({ statement }) => statement.en.includes('2,658'));
    expect(planned.map(({ verdict }) => verdict)).toEqual(['agrees']);
  });

  it('of an occupancy neither accuses by more nor by less', () => {
    const figure = like(publishedFigure('nghe-an', 'POWER_PLANTS'), {
      ...{ indicator: 'CLUSTER_OCCUPANCY', unit: 'PCT', value: '54.2', decimals: 1 },
    });
    const occupancy = (value: string, more: Partial<Filled> = {}) => {
      const filled = { CLUSTER_OCCUPANCY: { counted: 8, value, ...more } };
      return of(checked(filled, [{ part: 'actual', figure }]), 'CLUSTER_OCCUPANCY').verdict;
    };
    expect(['54.17', '50', '60'].map((value) => occupancy(value))).toEqual([
      'agrees',
      'cannot-tell',
      'cannot-tell',
    ]);
    expect(occupancy('54.17', { undated: 1 })).toBe('cannot-tell');
  });

  it('is that of a province: a group and the country keep none', () => {
    const figure = publishedFigure('nghe-an', 'POWER_PLANTS');
    expect(checked(plants('30'), [{ part: 'actual', figure }], 'viet-nam')).toEqual([]);
  });

  it('is asked as of the day that was counted, however long ago', () => {
    const claims = registerClaims(standingWith('nghe-an', '2024-12'));
    expect(new Set(claims.flatMap(({ asked }) => asked.map(({ day }) => day)))).toEqual(
      new Set(['2023-05-31']),
    );
  });
});

describe('every tally', () => {
  it.each(
    tallies.map((tally) => [`${tally.indicator} ${Object.values(tally.dimensions).join()}`, tally] as const),
  )(
    'of %s speaks of a register, its states and its fields',
    (_, { register, states, sum, since, latest }) => {
      const found = Object.values(registersOf)
        .flat()
        .find(({ noun }) => noun === register);
      expect(states.filter((state) => !found?.states.includes(state))).toEqual([]);
      const fields = found && [...fieldsOf(found.fields).keys()];
      const named = [sum?.field, sum?.over, since, latest].filter((name) => name);
      expect(named.filter((name) => !fields?.includes(name ?? ''))).toEqual([]);
    },
  );
});
