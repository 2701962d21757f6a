import { decimal, decimalText } from './decimals';
import { parsePeriod, type Period } from './periods';
import { sumOfLevels, tetMonths, valueOfSpan, type Spanned } from './spans';

function read(text: string): Period {
  const found = parsePeriod(text);
  if (!found) throw new Error(`unread: ${text}`);
  return found;
}

const shown = (result: Spanned) => ('value' in result ? decimalText(result.value) : result);
const level = (month: string, value: string | null) => ({
  month,
  value: value === null ? null : decimal(value),
});
const quarter = [
  level('2023-04', '0.1'),
  level('2023-05', '0.7'),
  level('2023-06', '0.2'),
  level('2023-07', '9'),
];
const holed = [level('2023-04', '1'), level('2023-05', null)];

describe('the value of a period from its months', () => {
  it.each([
    ['flow', '1'],
    ['stock', '0.2'],
    ['peak', '0.7'],
  ] as const)('of a %s is %s', (kind, value) => {
    expect(shown(valueOfSpan(kind, read('2023-Q2'), quarter))).toBe(value);
  });

  it.each([
    ['flow', ['2023-05', '2023-06']],
    ['peak', ['2023-05', '2023-06']],
    ['stock', ['2023-06']],
  ] as const)('of a %s names the months it lacks', (kind, missing) => {
    const refusal = { refusal: 'incomplete-months', missing };
    expect(valueOfSpan(kind, read('2023-Q2'), holed)).toEqual(refusal);
  });

  it.each(['index', 'ratio', 'rate', 'rank', 'contribution'] as const)('of a %s there is none', (kind) => {
    const refusal = { refusal: 'not-comparable', missing: [] };
    expect(valueOfSpan(kind, read('2023-Q2'), quarter)).toEqual(refusal);
    expect(shown(valueOfSpan(kind, read('2023-05'), quarter))).toBe('0.7');
  });

  it('takes a stock of the last month alone', () => {
    expect(shown(valueOfSpan('stock', read('2023'), [level('2023-12', '44')]))).toBe('44');
  });
});

describe('the sum of index levels', () => {
  it('is what the growth of a cumulation divides', () => {
    const before = [level('2022-01', '100'), level('2022-02', '50')];
    const now = [level('2023-01', '110'), level('2023-02', '70')];
    const [a, b] = [sumOfLevels(tetMonths('2023'), now), sumOfLevels(tetMonths('2022'), before)];
    // The mean of the two months' rates, 10 % and 40 %, would be 25 %.
    expect([shown(a), shown(b)]).toEqual(['180', '150']);
  });

  it('is refused where a month is missing', () => {
    const refusal = { refusal: 'incomplete-months', missing: ['2023-05', '2023-06'] };
    expect(sumOfLevels(read('2023-Q2'), holed)).toEqual(refusal);
  });
});

describe('the months of Tết', () => {
  it('are one run', () => {
    expect(tetMonths('2023')).toEqual({ key: '2023-01/P2M', from: '2023-01', months: 2 });
  });
});
