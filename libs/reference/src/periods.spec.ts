import {
  comparePeriods,
  firstDay,
  frequencyOf,
  isCumulative,
  lastDay,
  lastMonth,
  monthBefore,
  monthsOf,
  parsePeriod,
  period,
  periodFromPath,
  periodToPath,
  yearBefore,
  yearOf,
  type Period,
} from './periods';

function read(text: string): Period {
  const found = parsePeriod(text);
  if (!found) throw new Error(`unread: ${text}`);
  return found;
}

describe('reading a period', () => {
  it.each([
    ['2023', '2023', '2023-01', 12],
    ['2023-01/P12M', '2023', '2023-01', 12],
    ['2023-Q2', '2023-Q2', '2023-04', 3],
    ['2023-04/P3M', '2023-Q2', '2023-04', 3],
    ['2023-S1', '2023-S1', '2023-01', 6],
    ['2023-01/P6M', '2023-S1', '2023-01', 6],
    ['2023-07/P6M', '2023-S2', '2023-07', 6],
    ['2023-05', '2023-05', '2023-05', 1],
    ['2023-05/P1M', '2023-05', '2023-05', 1],
    ['2023-01/P5M', '2023-01/P5M', '2023-01', 5],
    ['2023-01/P9M', '2023-01/P9M', '2023-01', 9],
    ['2021-01/P60M', '2021-01/P60M', '2021-01', 60],
    ['2023-02/P3M', '2023-02/P3M', '2023-02', 3],
    ['2023-04/P6M', '2023-04/P6M', '2023-04', 6],
    ['2023-04/P12M', '2023-04/P12M', '2023-04', 12],
  ])('%s is %s', (text, key, from, months) => {
    expect(parsePeriod(text)).toEqual({ key, from, months });
  });

  it.each(
    '23 1823 2023-00 2023-13 2023-1 2023-Q0 2023-Q5 2023-S0 2023-S3 2023-q1 2023-01/P0M 2023-01/P05M 2023-01/P1Y'
      .split(' ')
      .concat('', ' 2023', '2023-01/P1201M', '2023-01/P-1M', '2023-Q1/P3M', '2023-01--P5M', '2023-05-01'),
  )('%p is not a period', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('gives every run of months one key that reads back as itself', () => {
    const keys = new Set<string>();
    for (let month = 1; month <= 12; month++) {
      for (let months = 1; months <= 61; months++) {
        const from = `2023-${String(month).padStart(2, '0')}`;
        const each = period(from, months);
        keys.add(each.key);
        expect(parsePeriod(each.key)).toEqual(each);
        expect(parsePeriod(`${from}/P${months}M`)).toEqual(each);
        expect(periodFromPath(periodToPath(each))).toEqual(each);
        expect(periodToPath(each)).not.toContain('/');
      }
    }
    expect(keys.size).toBe(12 * 61);
  });

  it('refuses a run that cannot be', () => {
    expect(() => period('2023-13', 1)).toThrow(RangeError);
    expect(() => period('2023-01', 0)).toThrow(RangeError);
    expect(() => period('2023-01', 1.5)).toThrow(RangeError);
  });
});

describe('the days and months of a period', () => {
  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-01/P5M', '2023-01-01', '2023-05-31'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2021-01/P60M', '2021-01-01', '2025-12-31'],
    ['2023-11/P4M', '2023-11-01', '2024-02-29'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect([firstDay(read(text)), lastDay(read(text))]).toEqual([first, last]);
  });

  it('lists its months in order', () => {
    expect(monthsOf(read('2023-11/P4M'))).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(lastMonth(read('2023-Q4'))).toBe('2023-12');
  });

  it.each([
    ['2023-05', 'month'],
    ['2023-Q2', 'quarter'],
    ['2023-S1', 'half'],
    ['2023', 'year'],
    ['2023-01/P5M', 'run'],
    ['2021-01/P60M', 'run'],
  ])('%s is a %s', (text, frequency) => {
    expect(frequencyOf(read(text))).toBe(frequency);
  });
});

describe('neighbours of a period', () => {
  it.each([
    ['2023-01/P5M', '2022-01/P5M'],
    ['2023', '2022'],
    ['2023-Q1', '2022-Q1'],
    ['2024-02', '2023-02'],
  ])('a year before %s is %s', (text, before) => {
    expect(yearBefore(read(text)).key).toBe(before);
  });

  it('knows the month before only for a single month', () => {
    expect(monthBefore(read('2023-01'))?.key).toBe('2022-12');
    expect(monthBefore(read('2023-Q1'))).toBeNull();
  });

  it.each([
    ['2023-01/P5M', '2023'],
    ['2023', '2023'],
    ['2023-12', '2023'],
    ['2023-12/P2M', undefined],
    ['2021-01/P60M', undefined],
  ])('the year around %s is %s', (text, year) => {
    expect(yearOf(read(text))?.key).toBe(year);
  });

  it('calls a period cumulative when it counts from January inside a year', () => {
    const texts = [
      '2023-01',
      '2023-Q1',
      '2023-S1',
      '2023-01/P5M',
      '2023',
      '2023-Q2',
      '2023-05',
      '2021-01/P60M',
    ];
    expect(texts.filter((each) => isCumulative(read(each)))).toEqual(texts.slice(0, 5));
  });

  it('sorts by first month, the shorter first', () => {
    const sorted = ['2023', '2023-02', '2022-12', '2023-01', '2023-S1'].map(read).sort(comparePeriods);
    expect(sorted.map((each) => each.key)).toEqual(['2022-12', '2023-01', '2023-S1', '2023', '2023-02']);
  });
});
