import { Problem } from '@doit/contracts';
import { dayAsked, indicatorsAsked, placeAsked } from './asked';

const problemOf = (ask: () => unknown): Problem => {
  try {
    ask();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a question about a territory and period', () => {
  it('is understood in any spelling of the period', () => {
    expect(placeAsked({ territory: 'nghe-an', period: '2023-01/P12M' }).period.key).toBe('2023');
    expect(placeAsked({ territory: 'south-20-2024', period: '2023' }).territory).toBe('south-20-2024');
  });

  it.each([
    ['atlantis', '2023', 'territory.unknown', 'territory'],
    ['nghe-an', '2023-13', 'period.unreadable', 'period'],
    ['kien-giang', '2025', 'territory.not-in-force', 'territory'],
    ['an-giang-2025', '2025-06', 'territory.not-in-force', 'territory'],
  ])('%s in %s is refused: %s', (territory, period, code, pointer) => {
    const problem = problemOf(() => placeAsked({ territory, period }));
    expect(problem).toMatchObject({ code, status: 422, faults: [{ pointer, code }] });
  });

  it('names an indicator that is not in the catalogue', () => {
    expect(problemOf(() => indicatorsAsked(['IPV', 'NONSENSE']))).toMatchObject({
      code: 'indicator.unknown',
      faults: [{ pointer: 'indicator', params: { indicator: 'NONSENSE' } }],
    });
    expect(indicatorsAsked(undefined)).toBeNull();
  });

  it('takes a month as its last day', () => {
    expect(dayAsked('2024-02')).toBe('2024-02-29');
    expect([dayAsked('1899-12'), dayAsked('9999-02')]).toEqual(['1899-12-31', '9999-02-28']);
    expect(dayAsked('2023-06-07')).toBe('2023-06-07');
    expect(dayAsked(undefined)).toBeNull();
  });
});
