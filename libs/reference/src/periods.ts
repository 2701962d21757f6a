/** A run of whole months. `key` is its one canonical spelling, `from` its first month `YYYY-MM`, `months` ≥ 1. */
export interface Period {
  readonly key: string;
  readonly from: string;
  readonly months: number;
}

/** The calendar shape of a period; `run` is any that is not a month, quarter, half or year of the calendar. */
export type Frequency = 'month' | 'quarter' | 'half' | 'year' | 'run';

const MOST_MONTHS = 1200;

/**
 * Reads a period: year `2023`, quarter `2023-Q2`, half `2023-S1`, month `2023-05`, run `2023-01/P5M`. Equal spans
 * get one key however spelled (`2023-01/P12M` → `2023`). Null for anything else and for years before 1900 or
 * after 2199.
 */
export function parsePeriod(text: string): Period | null {
  const year = /^((?:19|20|21)\d\d)(.*)$/.exec(text);
  if (!year) return null;
  const [, y = '', rest = ''] = year;
  if (rest === '') return period(`${y}-01`, 12);
  const part = /^-([QS])([1-4])$/.exec(rest);
  if (part) {
    const months = part[1] === 'Q' ? 3 : 6;
    const first = (Number(part[2]) - 1) * months + 1;
    return first <= 12 ? period(`${y}-${twoDigits(first)}`, months) : null;
  }
  const run = /^-(0[1-9]|1[0-2])(?:\/P([1-9]\d{0,3})M)?$/.exec(rest);
  if (!run) return null;
  const months = Number(run[2] ?? 1);
  return months <= MOST_MONTHS ? period(`${y}-${run[1] ?? ''}`, months) : null;
}

/** The period of `months` months from `YYYY-MM` on. Throws RangeError where that is no such run. */
export function period(from: string, months: number): Period {
  if (
    !/^\d{4}-(0[1-9]|1[0-2])$/.test(from) ||
    !Number.isInteger(months) ||
    months < 1 ||
    months > MOST_MONTHS
  ) {
    throw new RangeError(`no period: ${from} for ${months} months`);
  }
  return { key: keyOf(from, months), from, months };
}

function keyOf(from: string, months: number): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5));
  if (months === 1) return from;
  if (months === 12 && month === 1) return year;
  if (months === 6 && month % 6 === 1) return `${year}-S${(month + 5) / 6}`;
  if (months === 3 && month % 3 === 1) return `${year}-Q${(month + 2) / 3}`;
  return `${from}/P${months}M`;
}

/** The calendar shape of the period. */
export function frequencyOf(p: Period): Frequency {
  if (p.months === 1) return 'month';
  if (p.key.includes('/')) return 'run';
  return p.key.includes('-Q') ? 'quarter' : p.key.includes('-S') ? 'half' : 'year';
}

/** First day, `YYYY-MM-DD`. */
export function firstDay(p: Period): string {
  return `${p.from}-01`;
}

/** Last day, `YYYY-MM-DD`: the day that decides which territory a name means and which rows of a register count. */
export function lastDay(p: Period): string {
  const last = lastMonth(p);
  return `${last}-${new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).getUTCDate()}`;
}

/** Last month, `YYYY-MM`. */
export function lastMonth(p: Period): string {
  return monthPlus(p.from, p.months - 1);
}

/** Every month of the period, `YYYY-MM`, in order; each is also the key of that month's period. */
export function monthsOf(p: Period): string[] {
  return Array.from({ length: p.months }, (_, i) => monthPlus(p.from, i));
}

/** The same months one year earlier: what a year-on-year comparison looks at. */
export function yearBefore(p: Period): Period {
  return period(monthPlus(p.from, -12), p.months);
}

/** The month before a single month; null for longer periods, which have no month-on-month comparison. */
export function monthBefore(p: Period): Period | null {
  return p.months === 1 ? period(monthPlus(p.from, -1), 1) : null;
}

/** The calendar year that contains all of the period, or null where it crosses New Year. */
export function yearOf(p: Period): Period | null {
  const year = p.from.slice(0, 4);
  return lastMonth(p).startsWith(year) ? period(`${year}-01`, 12) : null;
}

/** True where the period counts up from January inside one year (`2023-01`, `2023-S1`, `2023-01/P5M`, `2023`). */
export function isCumulative(p: Period): boolean {
  return p.from.endsWith('-01') && p.months <= 12;
}

/** Orders periods by their first month, the shorter first. For Array.sort. */
export function comparePeriods(a: Period, b: Period): number {
  return a.from === b.from ? a.months - b.months : a.from < b.from ? -1 : 1;
}

/** A period's key inside a URL path, where `--` stands for the `/`. */
export function periodToPath(p: Period): string {
  return p.key.replace('/', '--');
}

/** Reads a period out of a URL path (`2023-01--P5M`); null as {@link parsePeriod}. */
export function periodFromPath(path: string): Period | null {
  return path.includes('/') ? null : parsePeriod(path.replace('--', '/'));
}

/** A month (`YYYY-MM`) so many months later; earlier where negative. */
export function monthPlus(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${twoDigits((index % 12) + 1)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
