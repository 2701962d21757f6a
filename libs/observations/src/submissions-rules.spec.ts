import { indicator, parsePeriod, type Period } from '@doit/reference';
import { answeringPeriods, expectedOf, reportersOf, verdictOf } from './submissions-rules';

const of = (key: string): Period => {
  const period = parsePeriod(key);
  if (!period) throw new Error(key);
  return period;
};

describe('a submission', () => {
  it.each<[string, string | null, string | null, string, string, number]>([
    ['before its day', '2023-05-20', '2023-05-25', '2023-06-01', 'on-time', 0],
    ['on its day', '2023-05-25', '2023-05-25', '2023-05-25', 'on-time', 0],
    ['after its day', '2023-06-02', '2023-05-25', '2023-07-01', 'late', 8],
    ['not come, and not due', null, '2023-05-25', '2023-05-25', 'not-due', 0],
    ['not come, and due', null, '2023-05-25', '2023-05-26', 'missing', 1],
    ['whose day nobody knows', '2031-05-20', null, '2031-06-01', 'received', 0],
    ['that has not come, whose day nobody knows', null, null, '2031-06-01', 'not-due', 0],
  ])('%s', (_what, receivedOn, dueOn, on, verdict, daysLate) => {
    expect(verdictOf(receivedOn, dueOn, on)).toEqual({ verdict, daysLate });
  });

  it('is expected of the indicators published for such periods, but not of those that follow from others', () => {
    expect(expectedOf('trade', of('2023-05')).map((code) => indicator(code)?.frequency)).toContain('month');
    expect(expectedOf('export-import', of('2023-05'))).toEqual(expect.arrayContaining(['EXPORT', 'IMPORT']));
    expect(expectedOf('export-import', of('2023-05'))).not.toContain('TRADE_BALANCE');
    const monthly = new Set(expectedOf('industry', of('2023-05')));
    expect(expectedOf('industry', of('2023')).filter((code) => monthly.has(code))).toEqual([]);
  });

  it('may be stated for the months from January on', () => {
    expect(answeringPeriods(of('2023-05'))).toEqual(['2023-05', '2023-01/P5M']);
    expect(answeringPeriods(of('2023-Q2'))).toEqual(['2023-Q2', '2023-S1']);
    expect(answeringPeriods(of('2023'))).toEqual(['2023']);
  });

  it('is expected of the provinces and cities of its day', () => {
    expect([reportersOf(of('2025-06')).length, reportersOf(of('2025-07')).length]).toEqual([63, 34]);
  });
});
