import { keyIfKnown, periodKey, readPeriod, type Span } from '../../words/periods';

/** Today in Viet Nam, where days of submission are counted. */
export const today = (now = new Date()): string =>
  new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

const shifted = ({ year, month, months }: Span, by: number): Span => {
  const first = year * 12 + month - 1 + by;
  return { year: Math.floor(first / 12), month: (first % 12) + 1, months };
};

/** Whether it runs from January and is none of the lengths that are reported by themselves: “5 tháng đầu năm”. */
const isRun = (span: Span): boolean => periodKey(span).includes('/') && span.month === 1 && span.months < 12;

/** The period before: of a run from January the run that ends a month earlier; null before the first that is known. */
export function periodBefore(period: string): string | null {
  const span = readPeriod(period);
  if (!span) return null;
  return keyIfKnown(isRun(span) ? { ...span, months: span.months - 1 } : shifted(span, -span.months));
}

/** The report that a period's figures are handed in with: a run with that of its last month. */
export function reportOf(period: string): string {
  const span = readPeriod(period);
  if (!span || !isRun(span)) return period;
  return periodKey({ year: span.year, month: span.months, months: 1 });
}

/** What is due around a day: the month it lies in and the one before, and of each longer length the last that has ended, or ends now. */
export function periodsDue(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const now = { year, month, months: 1 };
  const longer = [3, 6, 12].map((months) => {
    const ended = month - (month % months);
    return shifted({ year, month: 1, months }, ended - months);
  });
  return [now, shifted(now, -1), ...longer].map(periodKey);
}

/** What one may choose to enter: two years of months, and the quarters, halves and years in them. */
export function periodsToEnter(day: string): { months: string[]; longer: string[] } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const now = { year, month, months: 1 };
  const months = Array.from({ length: 24 }, (_, n) => periodKey(shifted(now, -n)));
  const longer = [year, year - 1, year - 2].flatMap((of) => [
    periodKey({ year: of, month: 1, months: 12 }),
    ...[7, 1].map((first) => periodKey({ year: of, month: first, months: 6 })),
    ...[10, 7, 4, 1].map((first) => periodKey({ year: of, month: first, months: 3 })),
  ]);
  return { months, longer };
}
