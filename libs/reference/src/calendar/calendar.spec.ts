import { parsePeriod } from '../periods';
import { holidayYears } from './holidays';
import { dueFor } from './report-types';
import { dayPlus, isWorkingDay, workingDayAfter, workingDayFrom } from './working-days';

/** Days off from one day on, until somebody works. */
function restFrom(day: string): string[] {
  const days: string[] = [];
  for (let at = day; isWorkingDay(at) === false; at = dayPlus(at, 1)) days.push(at);
  return days;
}

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const lunarDay = (day: string) => lunar.format(new Date(day));

describe('days of rest', () => {
  it.each(holidayYears.map(({ year, holidays }) => [year, holidays] as const))(
    'of %i follow the moon: the first day of the year is in Tết, the Hùng Kings’ day is the tenth of the third month',
    (_year, holidays) => {
      const [, tet, hung] = holidays;
      const days = [0, 1, 2, 3, 4].map((by) => dayPlus(tet?.from ?? '', by));
      expect(days.at(-1)).toBe(tet?.to);
      expect(days.map(lunarDay)).toContain('1/1');
      expect(lunarDay(hung?.from ?? '')).toBe('3/10');
    },
  );

  // As announced for public servants, weekends around them included.
  it.each([
    ['Tết 2023, made up for a Saturday and a Sunday', '2023-01-20', '2023-01-26'],
    ['three holidays on one weekend', '2023-04-29', '2023-05-03'],
    ['National Day 2023', '2023-09-01', '2023-09-04'],
    ['Tết 2021', '2021-02-10', '2021-02-16'],
    ['New Year 2022', '2022-01-01', '2022-01-03'],
    ['Tết 2024', '2024-02-08', '2024-02-14'],
    ['a Monday moved', '2024-04-27', '2024-05-01'],
    ['Tết 2025', '2025-01-25', '2025-02-02'],
    ['a Friday moved', '2025-04-30', '2025-05-04'],
    ['National Day 2026', '2026-08-29', '2026-09-02'],
  ])('%s', (_what, from, to) => {
    expect(isWorkingDay(dayPlus(from, -1))).toBe(true);
    expect(restFrom(from).at(-1)).toBe(to);
  });

  it('are worked where another day was given for them', () => {
    expect(['2024-05-04', '2025-04-26', '2026-08-22'].map(isWorkingDay)).toEqual([true, true, true]);
    expect(isWorkingDay('2025-04-27')).toBe(false);
  });

  it('are unknown in years that nobody has announced', () => {
    expect([
      isWorkingDay('2031-03-05'),
      workingDayFrom('2018-12-31'),
      workingDayAfter('2026-12-31', 1),
    ]).toEqual([null, null, null]);
  });
});

describe('a report', () => {
  const due = (key: string) => {
    const period = parsePeriod(key);
    const found = period && dueFor(period);
    return found && [found.windowFrom, found.windowTo, found.dueOn];
  };

  it.each([
    ['of a month', '2023-05', ['2023-04-15', '2023-05-14', '2023-05-25']],
    ['due on a Saturday, on Monday', '2023-03', ['2023-02-15', '2023-03-14', '2023-03-27']],
    ['of a quarter', '2023-Q2', ['2023-03-15', '2023-06-14', '2023-06-26']],
    ['of a half', '2023-S1', ['2022-12-15', '2023-06-14', '2023-06-26']],
    ['of a year', '2023', ['2022-12-15', '2023-12-14', '2023-12-25']],
    ['due at Tết, after it', '2025-01', ['2024-12-15', '2025-01-14', '2025-02-03']],
    ['of a year without a calendar', '2031', ['2030-12-15', '2031-12-14', null]],
  ])('%s', (_what, period, days) => {
    expect(due(period)).toEqual(days);
  });

  it.each(['2023-01/P5M', '2023-01/P9M', '2019-01'])('of %s is not due by any rule known here', (period) => {
    expect(due(period)).toBeNull();
  });
});
