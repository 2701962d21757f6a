import type { Language } from './languages';

/** The years that the API knows. One period that it does not know would have a whole question refused. */
export const firstKnownYear = 1900;
export const lastKnownYear = 2199;

/** A period of the API in its parts: first month and how many. */
export interface Span {
  readonly year: number;
  readonly month: number;
  readonly months: number;
}

/** Reads `2023`, `2023-Q2`, `2023-S1`, `2023-05` and `2023-01/P5M`; in a path `--` stands for the stroke. Null: none that the API knows. */
export function readPeriod(text: string): Span | null {
  const found = /^((?:19|20|21)\d\d)(?:-(?:([QS])([1-4])|(0[1-9]|1[0-2])(?:(?:\/|--)P(\d{1,3})M)?))?$/.exec(
    text,
  );
  if (!found) return null;
  const [, year = '', kind, nth = '', month, months] = found;
  if (kind) {
    const length = kind === 'Q' ? 3 : 6;
    const first = (Number(nth) - 1) * length + 1;
    return first > 12 ? null : { year: Number(year), month: first, months: length };
  }
  if (!month) return { year: Number(year), month: 1, months: 12 };
  return { year: Number(year), month: Number(month), months: Number(months ?? 1) };
}

/** The one spelling that the API answers with. */
export function periodKey({ year, month, months }: Span): string {
  const from = `${year}-${String(month).padStart(2, '0')}`;
  if (months === 1) return from;
  if (months === 12 && month === 1) return String(year);
  if (months === 6 && month % 6 === 1) return `${year}-S${(month + 5) / 6}`;
  if (months === 3 && month % 3 === 1) return `${year}-Q${(month + 2) / 3}`;
  return `${from}/P${months}M`;
}

/** The same, or null before the first year that is known. */
export const keyIfKnown = (span: Span): string | null =>
  span.year < firstKnownYear ? null : periodKey(span);

/** The same span a year before; null before the first that is known. */
export function yearBefore(period: string): string | null {
  const span = readPeriod(period);
  return span && keyIfKnown({ ...span, year: span.year - 1 });
}

const monthNumber = (year: number, month: number): number => year * 12 + month - 1;

/** The first and last month of a period, counted through. */
export function monthsOf(period: string): { first: number; last: number } | null {
  const span = readPeriod(period);
  if (!span) return null;
  const first = monthNumber(span.year, span.month);
  return { first, last: first + span.months - 1 };
}

/** `2023-01` counted through. */
export function monthOf(text: string): number {
  const [year, month = '1'] = text.split('-');
  return monthNumber(Number(year), Number(month));
}

/** In a path `--` stands for the stroke of a period, and back. */
export const inPath = (period: string): string => period.replace('/', '--');
export const fromPath = (period: string): string => period.replace('--', '/');

const english = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const monthName = (month: number): string => english.format(new Date(Date.UTC(2000, month - 1)));
const roman = ['I', 'II', 'III', 'IV'];

/** As a department writes it: “5 tháng đầu năm 2023”, “Quý II/2023”; in English “January–May 2023”. */
export function writePeriod(text: string, language: Language): string {
  const span = readPeriod(text);
  if (!span) return text;
  const { year, month, months } = span;
  const last = month + months - 1;
  const [endYear, endMonth] = [year + Math.floor((last - 1) / 12), ((last - 1) % 12) + 1];
  const key = periodKey(span);
  if (language === 'en') {
    if (months === 12 && month === 1) return key;
    if (months === 1) return `${monthName(month)} ${year}`;
    if (key.includes('-Q')) return `Q${(month + 2) / 3} ${year}`;
    return `${monthName(month)}${endYear === year ? '' : ` ${year}`}–${monthName(endMonth)} ${endYear}`;
  }
  if (months === 12 && month === 1) return `Năm ${year}`;
  if (months === 1) return `Tháng ${month}/${year}`;
  if (key.includes('-Q')) return `Quý ${roman[(month - 1) / 3] ?? ''}/${year}`;
  if (key.includes('-S')) return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  if (month === 1 && endYear === year) return `${months} tháng đầu năm ${year}`;
  return `Từ tháng ${month}/${year} đến tháng ${endMonth}/${endYear}`;
}

/** The same within a sentence: “năm 2023”; English months keep their capitals. */
export function writePeriodWithin(text: string, language: Language): string {
  const written = writePeriod(text, language);
  return language === 'vi' ? written.charAt(0).toLocaleLowerCase('vi') + written.slice(1) : written;
}

/** A day: `07/6/2023` in Vietnamese, `7 June 2023` in English. */
export function writeDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  if (!date) return day;
  return language === 'vi'
    ? `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
    : `${Number(date)} ${monthName(Number(month))} ${year}`;
}

// In Sweden it is written as the API writes it: 2023-06-07, 08:30.
const inVietNam = { timeZone: 'Asia/Ho_Chi_Minh' };
const dayThere = new Intl.DateTimeFormat('sv-SE', { ...inVietNam, dateStyle: 'short' });
const timeThere = new Intl.DateTimeFormat('sv-SE', { ...inVietNam, timeStyle: 'short' });

/** A moment, in Viet Nam's time: `08:30 07/6/2023`, in English `7 June 2023 at 08:30`. */
export function writeMoment(iso: string, language: Language): string {
  const moment = new Date(iso);
  const [day, time] = [writeDay(dayThere.format(moment), language), timeThere.format(moment)];
  return language === 'vi' ? `${time} ${day}` : `${day} at ${time}`;
}
