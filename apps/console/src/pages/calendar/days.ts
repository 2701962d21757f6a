const dayLength = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, by: number): string => iso(timeOf(day) + by * dayLength);
export const daysBetween = (from: string, to: string): number =>
  Math.round((timeOf(to) - timeOf(from)) / dayLength);

/** The month that it is where the departments are. */
export const thisMonth = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date()).slice(0, 7);

/** `2025-12` and 1 is `2026-01`. */
export function addMonths(month: string, by: number): string {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return iso(Date.UTC(year, nth - 1 + by)).slice(0, 7);
}

export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

/** The weeks that a month touches, each by its Monday. */
export function weeksOf(month: string): string[] {
  const first = firstDay(month);
  const weekday = (new Date(timeOf(first)).getUTCDay() + 6) % 7;
  const weeks: string[] = [];
  for (let monday = addDays(first, -weekday); monday <= lastDay(month); monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks;
}
