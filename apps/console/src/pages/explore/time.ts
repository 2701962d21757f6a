import { monthsOf, periodKey, readPeriod } from '../../words/periods';
import type { Frequency } from './search';

const lengths = { month: 1, quarter: 3, year: 12 } as const;

/** All periods of the years, in time order. */
export function periodsOf(from: number, to: number, frequency: Frequency): string[] {
  const months = lengths[frequency];
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  return years.flatMap((year) =>
    Array.from({ length: 12 / months }, (_, n) => periodKey({ year, month: n * months + 1, months })),
  );
}

/** The last day of a period, `2023-05-31`. */
export function lastDayOf(period: string): string {
  const months = monthsOf(period);
  if (!months) return period;
  const next = months.last + 1;
  return new Date(Date.UTC(Math.floor(next / 12), next % 12, 0)).toISOString().slice(0, 10);
}

/** A run from January on, which a series gives at its last month: `2023-01/P5M` is `2023-05`. */
export function runEnd(period: string): string | null {
  const span = readPeriod(period);
  if (!span || span.month !== 1 || span.months > 12) return null;
  return periodKey({ year: span.year, month: span.months, months: 1 });
}

/** At `2023-05` the run `2023-01/P5M`: so a series names what is cumulated up to a month. */
export function runTo(month: string): string {
  const span = readPeriod(month);
  return span ? periodKey({ year: span.year, month: 1, months: span.month }) : month;
}

/** How a period is written under a chart: `5/2023`, `Q2/2023`, `2023`; a run from January on by its last month. */
export function shortPeriod(period: string, cumulative: boolean): string {
  const span = readPeriod(period);
  if (!span) return period;
  if (cumulative) return `${span.month + span.months - 1}/${span.year}`;
  if (span.months === 12) return String(span.year);
  if (span.months === 3) return `Q${(span.month + 2) / 3}/${span.year}`;
  return `${span.month}/${span.year}`;
}
