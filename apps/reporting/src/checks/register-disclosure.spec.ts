import type { CheckResult, RecordedObservation } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import { tallied, type Filled } from '../../test/registers';
import { checkRegisters, registerClaims } from './register-checks';

function checked(figure: Partial<RecordedObservation>, filled: Filled): CheckResult[] {
  const of = { ...figure, period: '2024-06', decimals: 1, dimensions: {} };
  const stated = like(publishedFigure('nghe-an', 'POWER_PLANTS'), of);
  const standing = standingWith('nghe-an', '2024-06', [{ part: 'actual', figure: stated }]);
  const held = tallied(standing, { [String(figure.indicator)]: filled });
  return checkRegisters(registerClaims(standing), held).filter(
    ({ indicators }) => indicators[0] === figure.indicator,
  );
}
const value = (counted: number, sum: string) =>
  checked({ indicator: 'ECOMMERCE_VALUE', unit: 'VND_BN', value: '1.5' }, { counted, value: sum });
const revenue = (counted: number, sum: string) =>
  checked({ indicator: 'MOBILE_SALES_REVENUE', unit: 'VND_BN', value: '1.5' }, { counted, value: sum });

describe('what few entries come to that everybody may not read', () => {
  it.each([
    ['of a register of its own province', value, 'platform-reports.register', { low: '7.25' }, '5.70'],
    // Of several trips all may be of one enterprise, which they name.
    ['in a field that is not public', revenue, 'mobile-sales.register', null, null],
  ] as const)('%s is judged and not shown', (_, of, code, recomputed, difference) => {
    const [more] = of(2, '7.25');
    expect(more).toMatchObject({ code, verdict: 'contradicts', recomputed: null, difference: null });
    expect(JSON.stringify(more)).not.toMatch(/7[.,]2|5[.,]7/);
    expect(more?.message.en).toBe(
      'The register comes to – (2 entries); the source states 1.5 VND billion: it does not agree; what they come to is not shown.',
    );
    const [same] = of(1, '1.53');
    expect(same).toMatchObject({ verdict: 'agrees', recomputed: null, difference: null });
    expect(JSON.stringify(same)).not.toMatch(/1[.,]53/);
    expect(of(3, '7.25')[0]).toMatchObject({ verdict: 'contradicts', recomputed, difference });
  });

  it('is not shown either where nothing follows', () => {
    const figure = { indicator: 'MOBILE_SALES_REVENUE', unit: 'VND_BN', value: '1.5' };
    const [result] = checked(figure, { counted: 2, value: '0.77', completeOn: null });
    expect(result?.verdict).toBe('cannot-tell');
    expect(JSON.stringify(result)).not.toMatch(/0[.,]77/);
  });

  it('is shown of trips, which are public', () => {
    const trips = { indicator: 'MOBILE_SALES_TRIPS', unit: 'COUNT', value: '5' };
    expect(checked(trips, { counted: 2, value: '2' })[0]).toMatchObject({ difference: '3.00' });
  });
});

describe('a register in a period that is not over', () => {
  const trips = (value: string, more: Partial<Filled> = {}) => {
    const figure = { indicator: 'MOBILE_SALES_TRIPS', unit: 'COUNT', value: '44' };
    const filled = { counted: Number(value), value, isOver: false, ...more };
    return checked(figure, filled).map(({ verdict, missing }) => [verdict, ...missing].join(' '));
  };
  it('accuses nobody by less, and does by more of a flow', () => {
    expect(['43', '44', '45'].map((value) => trips(value)[0])).toEqual([
      'cannot-tell period-not-over',
      'cannot-tell period-not-over',
      'contradicts',
    ]);
    expect(trips('43', { isOver: true })).toEqual(['contradicts']);
  });

  it('accuses nobody of a stock, of which entries may still go', () => {
    const figure = { indicator: 'MARKETS', unit: 'COUNT', value: '44' };
    const found = ['43', '45'].map((value) => checked(figure, { counted: 44, value, isOver: false })[0]);
    expect(found.map((each) => [each?.verdict, ...(each?.missing ?? [])].join(' '))).toEqual([
      'cannot-tell period-not-over',
      'cannot-tell period-not-over',
    ]);
  });
});
