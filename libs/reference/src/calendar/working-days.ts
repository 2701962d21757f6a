import { holidayYears, type HolidayYear } from './holidays';

/** A day so many days later (`YYYY-MM-DD`); earlier where negative. */
export function dayPlus(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Whether public servants work on a day: neither a weekend nor a holiday, nor the day that makes up for a holiday on a
 * weekend, nor moved to another; or a weekend worked for a moved day. Null where the holidays of its year are not known.
 */
export function isWorkingDay(day: string): boolean | null {
  const known = yearsKnown.get(Number(day.slice(0, 4)));
  if (!known) return null;
  return known.worked.has(day) || !(isWeekend(day) || known.rest.has(day));
}

/** The day itself where it is a working day, else the next one. Null where a year's holidays are not known. */
export function workingDayFrom(day: string): string | null {
  for (let at = day; ; at = dayPlus(at, 1)) {
    const works = isWorkingDay(at);
    if (works !== false) return works === null ? null : at;
  }
}

/** The nth working day after a day, from 1. Null where a year's holidays are not known. */
export function workingDayAfter(day: string, nth: number): string | null {
  let at: string | null = day;
  for (let left = nth; left > 0 && at !== null; left--) at = workingDayFrom(dayPlus(at, 1));
  return at;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

interface Days {
  readonly rest: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

function daysOf({ holidays, moved }: HolidayYear): Days {
  const rest = new Set<string>();
  for (const { from, to } of holidays) for (let day = from; day <= to; day = dayPlus(day, 1)) rest.add(day);
  // Of several holidays on one weekend each is made up for, by the days that follow.
  for (const day of [...rest].filter(isWeekend).sort()) {
    let instead = day;
    while (isWeekend(instead) || rest.has(instead)) instead = dayPlus(instead, 1);
    rest.add(instead);
  }
  for (const day of moved) rest.add(day.rest);
  return { rest, worked: new Set(moved.map(({ worked }) => worked)) };
}

const yearsKnown = new Map(holidayYears.map((each) => [each.year, daysOf(each)]));
