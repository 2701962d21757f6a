import { fieldsOf, registersOf, type CheckResult } from '@doit/contracts';
import { tallies } from '@doit/reference';
import { allowedSteps } from '@doit/registers';
import { like, publishedFigure, standingWith } from '../../test/published';
import { tallied, type Filled } from '../../test/registers';
import type { Found } from '../comparisons/standing';
import { clusterRules } from '../../../industry/src/clusters/cluster-rules';
import { powerPlantRules, rooftopSystemRules } from '../../../industry/src/energy/energy-rules';
import { marketRules } from '../../../trade/src/markets/market-rules';
import { ecommerceSellerRules } from '../../../trade/src/ecommerce/ecommerce-rules';
import { ocopProductRules } from '../../../trade/src/ocop/ocop-rules';
import {
  mobileSaleRules,
  stabilisationPointRules,
} from '../../../trade/src/stabilisation/stabilisation-rules';
import { outletRules } from '../../../trade/src/outlets/outlet-rules';
import { checkRegisters, registerClaims } from './register-checks';

type Steps = Parameters<typeof allowedSteps>[0];
const rulesOf: Record<string, { steps: Steps }> = {
  cluster: clusterRules,
  'power-plant': powerPlantRules,
  'rooftop-system': rooftopSystemRules,
  market: marketRules,
  outlet: outletRules,
  'ocop-product': ocopProductRules,
  'stabilisation-point': stabilisationPointRules,
  'mobile-sale': mobileSaleRules,
  'ecommerce-seller': ecommerceSellerRules,
};

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

const found = ({ verdict, missing }: CheckResult): string => [verdict, ...missing].join(' ');

describe('a register beside what is stated', () => {
  const undeclared = { completeOn: null };

  it('says both numbers, and where nobody declared it complete nothing follows', () => {
    const { code, message, ...result } = of(checked(plants('21', undeclared)), 'POWER_PLANTS');
    expect([code, found({ code, message, ...result })]).toEqual([
      'power-plants.register',
      'cannot-tell register-incomplete',
    ]);
    expect(message.en).toBe(
      'The register comes to 21 (21 entries), the source states 22; it was not declared complete, so nothing follows.',
    );
    expect(message.vi).toBe(
      'Sổ đăng ký cho 21 (21 mục), nguồn nêu 22; sổ chưa được tuyên bố đầy đủ nên chưa kết luận.',
    );
  });

  it.each<[string, Partial<Filled> & { value: string }, string]>([
    ['fewer, undeclared', { value: '21', ...undeclared }, 'cannot-tell register-incomplete'],
    ['as many, undeclared', { value: '22', ...undeclared }, 'cannot-tell register-incomplete'],
    ['more, undeclared', { value: '23', ...undeclared }, 'cannot-tell register-incomplete'],
    ['fewer, declared since long', { value: '21' }, 'contradicts'],
    ['as many, declared since long', { value: '22' }, 'agrees'],
    ['more, declared since long', { value: '23' }, 'contradicts'],
    ['none, declared since long', { value: '0' }, 'contradicts'],
    ['fewer, declared on the day', { value: '21', completeOn: '2023-05-31' }, 'contradicts'],
    ['as many, declared on the day', { value: '22', completeOn: '2023-05-31' }, 'agrees'],
    [
      'fewer, declared since the day after',
      { value: '21', completeOn: '2023-06-01' },
      'cannot-tell register-incomplete',
    ],
    [
      'as many, declared since the day after',
      { value: '22', completeOn: '2023-06-01' },
      'cannot-tell register-incomplete',
    ],
    [
      'more, declared since the day after',
      { value: '23', completeOn: '2023-06-01' },
      'cannot-tell register-incomplete',
    ],
    [
      'one fewer, and one retired since of which nobody knows since when it ran',
      { value: '21', undated: 1, possible: '22' },
      'cannot-tell register-undated',
    ],
    ['two fewer, and one retired since', { value: '20', undated: 1, possible: '21' }, 'contradicts'],
    ['as many, one of them retired since', { value: '22', sure: '21', undated: 1 }, 'agrees'],
    ['more, two of them undated', { value: '24', sure: '22', undated: 2 }, 'cannot-tell register-undated'],
    ['surely more, one of them undated', { value: '24', sure: '23', undated: 1 }, 'contradicts'],
  ])('of plants, %s', (_, { value, ...more }, verdict) => {
    expect(found(of(checked(plants(value, more)), 'POWER_PLANTS'))).toBe(verdict);
  });

  it('says by how much at least it is another number, and since when alone it is complete', () => {
    const less = of(checked(plants('18', { possible: '20', undated: 2 })), 'POWER_PLANTS');
    expect(less).toMatchObject({ difference: '2.0', recomputed: { low: '18.0', high: '20.0' } });
    expect(less.message.en).toBe(
      'The register comes to 18 (18 entries); the source states 22: at least 2.0 apart.',
    );
    const later = of(checked(plants('22', { completeOn: '2023-12-31' })), 'POWER_PLANTS');
    expect(later.message.en).toContain(
      '; it was declared complete since 31/12/2023 only, so nothing follows.',
    );
    expect(later.message.vi).toContain('; sổ chỉ được tuyên bố đầy đủ từ ngày 31/12/2023 nên chưa kết luận.');
  });

  it('that is complete and empty comes to nothing, and not to what is unknown', () => {
    const area = { 'CLUSTER_AREA with-investor': { counted: 0, value: null, possible: '0' } };
    const [result] = checked(area).filter(({ statement }) => statement.en.includes('175'));
    expect(result).toMatchObject({ verdict: 'contradicts', recomputed: { high: '0.0' } });
    expect(result?.message.en).toMatch(/^The register comes to 0 ha \(0 entries\)/);
  });

  // Of the capacity nobody says whether AC or DC: less means nothing.
  it.each([
    ['934.84', 'cannot-tell basis-unknown'],
    ['934.85', 'agrees'],
    ['934.949', 'agrees'],
    ['934.96', 'contradicts'],
  ])('of %s MW %s with 934.9, which is rounded', (value, verdict) => {
    const results = checked({ 'POWER_CAPACITY ac': { counted: 22, value } });
    expect(found(of(results, 'POWER_CAPACITY'))).toBe(verdict);
  });

  it('of a capacity on a known basis may be too little', () => {
    const figure = like(publishedFigure('nghe-an', 'POWER_CAPACITY'), { dimensions: { basis: 'ac' } });
    const results = checked({ 'POWER_CAPACITY ac': { counted: 22, value: '934.84' } }, [
      { part: 'actual', figure },
    ]);
    expect(results.filter(({ code }) => code === 'power-plants.register').map(found)).toContain(
      'contradicts',
    );
  });

  it.each([
    ['which says more of it than is stated', { ac: '75' }, 'contradicts'],
    ['which agrees as panels', { ac: '60', dc: '73.54' }, 'agrees'],
    ['which is less either way', { ac: '60', dc: '70' }, 'cannot-tell'],
    ['which is more as panels, less as what feeds', { ac: '60', dc: '80' }, 'cannot-tell'],
    ['which is more either way', { ac: '74', dc: '80' }, 'contradicts'],
  ])(
    'of a capacity on an unknown basis, %s',
    (_, { ac, dc = null }: { ac: string; dc?: string | null }, verdict) => {
      const filled = (value: string | null): Filled =>
        value === null ? { counted: 9, value, lacking: 9 } : { counted: 9, value };
      const results = checked({ 'ROOFTOP_CAPACITY ac': filled(ac), 'ROOFTOP_CAPACITY dc': filled(dc) });
      expect(of(results, 'ROOFTOP_CAPACITY').verdict).toBe(verdict);
    },
  );

  it('is not whole where entries lack the field, but may still be too much', () => {
    const capacity = (value: string, lacking: number, more: Partial<Filled> = {}) =>
      of(checked({ 'POWER_CAPACITY ac': { counted: 22, value, lacking, ...more } }), 'POWER_CAPACITY');
    expect(found(capacity('934.9', 1))).toBe('cannot-tell power-plant.capacityAcMw');
    expect(found(capacity('900', 1))).toBe('cannot-tell power-plant.capacityAcMw');
    expect(found(capacity('940', 1, undeclared))).toBe(
      'cannot-tell register-incomplete power-plant.capacityAcMw',
    );
    expect(capacity('940', 1)).toMatchObject({ verdict: 'contradicts', recomputed: { high: null } });
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
    expect(occupancy('54.17', { completeOn: null })).toBe('cannot-tell');
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

describe('a register of parts beside the whole', () => {
  const budget = (period: string, filled: Partial<Filled> & { value: string }, unit = 'VND_BN') => {
    const figure = like(publishedFigure('nghe-an', 'POWER_PLANTS'), {
      ...{ indicator: 'PROMOTION_BUDGET', dimensions: { budget: 'local' }, unit, value: '2.5', decimals: 1 },
      period,
    });
    const standing = standingWith('nghe-an', period, [{ part: 'actual', figure }]);
    const held = { 'PROMOTION_BUDGET local': { counted: 3, completeOn: null, ...filled } };
    const results = checkRegisters(registerClaims(standing), tallied(standing, held));
    return results.filter(({ code }) => code === 'promotion-schemes.register').map(found);
  };

  it.each<[string, Partial<Filled> & { value: string }, string[]]>([
    ['comes to less', { value: '2.4' }, []],
    ['comes to as much, as printed', { value: '2.54' }, ['agrees']],
    ['comes to more', { value: '2.56' }, ['contradicts']],
    ['comes to as much, and one says nothing', { value: '2.5', lacking: 1 }, []],
    ['comes to more, and one says nothing', { value: '2.56', lacking: 1 }, ['contradicts']],
  ])('that %s: %j %j', (_what, filled, said) => {
    expect(budget('2023', filled)).toEqual(said);
  });

  it('is asked of the period that its entries are of, and of no other span', () => {
    const asked = (period: string, code: string, dimensions: Record<string, string>, unit: string) => {
      const figure = like(publishedFigure('nghe-an', 'POWER_PLANTS'), {
        indicator: code,
        dimensions,
        unit,
        period,
      });
      const claims = registerClaims(standingWith('nghe-an', period, [{ part: 'actual', figure }]));
      return claims.flatMap(({ asked: all }) => all.flatMap((one) => one.period ?? []));
    };
    const schemes = (period: string) => asked(period, 'PROMOTION_BUDGET', { budget: 'local' }, 'VND_BN');
    expect([schemes('2023'), schemes('2023-Q1'), schemes('2023-05')]).toEqual([[2023], [], []]);
    const cement = (period: string) => asked(period, 'PRODUCT_OUTPUT', { product: 'cement' }, 'KT');
    expect([cement('2023-05'), cement('2023'), cement('2023-01/P5M')]).toEqual([['2023-05'], [], []]);
  });

  it('is asked of the days of any period, where entries say a day', () => {
    const days = (period: string) => {
      const figure = like(publishedFigure('nghe-an', 'POWER_PLANTS'), {
        ...{ indicator: 'MOBILE_SALES_TRIPS', unit: 'COUNT', period },
      });
      const claims = registerClaims(standingWith('nghe-an', period, [{ part: 'actual', figure }]));
      return claims.flatMap(({ asked }) => asked.flatMap((one) => (one.days ? [one.days.join()] : [])));
    };
    expect(['2023', '2023-Q1', '2024-02', '2023-01/P5M'].map(days)).toEqual([
      ['2023-01-01,2023-12-31'],
      ['2023-01-01,2023-03-31'],
      ['2024-02-01,2024-02-29'],
      ['2023-01-01,2023-05-31'],
    ]);
  });
});

describe('every tally', () => {
  it.each(
    tallies.map((tally) => [`${tally.indicator} ${Object.values(tally.dimensions).join()}`, tally] as const),
  )(
    'of %s speaks of a register, its states and its fields',
    (_, { register, states, until, perhaps, sum, since, latest, ends, years, only, distinct, period }) => {
      const found = Object.values(registersOf)
        .flat()
        .find(({ noun }) => noun === register);
      const named = [...states, ...until, ...perhaps];
      expect(named.filter((state) => !found?.states.includes(state))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
      const schema = found && only && fieldsOf(found.fields).get(only.field)?.schema;
      const values = (schema as { enum?: string[] } | null)?.enum ?? [];
      if (values.length > 0)
        expect(only?.values.filter((value) => !values.includes(value)) ?? []).toEqual([]);
      const fields = found && [...fieldsOf(found.fields).keys()];
      const mentioned = [
        sum?.field,
        sum?.over,
        since,
        latest,
        ends,
        years,
        only?.field,
        ...(distinct ?? []),
        period?.field,
      ];
      const fieldsNamed = mentioned.filter((name) => name);
      expect(fieldsNamed.filter((name) => !fields?.includes(name ?? ''))).toEqual([]);
    },
  );

  it.each(tallies.map((tally) => [tally.indicator, tally.dimensions['stage'] ?? '', tally] as const))(
    'of %s %s knows each state that an entry may have come to since it counted',
    (_, __, { register, states, until, perhaps }) => {
      const { steps } = rulesOf[register] ?? { steps: {} };
      const reached = new Set(states);
      for (const state of reached)
        for (const step of allowedSteps(steps, state)) reached.add(steps[step]?.to ?? state);
      expect([...reached].filter((state) => !states.includes(state)).sort()).toEqual(
        [...until, ...perhaps].sort(),
      );
    },
  );
});
