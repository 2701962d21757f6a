import { Decimal } from 'decimal.js';

export type { Decimal };

/** Languages of documents and answers; they differ in the signs for thousands and decimals. */
export type Locale = 'vi' | 'en';

/**
 * Exact decimal numbers, 40 significant digits, halves rounded away from zero, never printed with an exponent.
 * A copy of its own, so that nobody else's `Decimal.set` changes our arithmetic.
 */
export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -1e9,
  toExpPos: 1e9,
});

const DECIMAL_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** True for the wire form of a decimal: `-3.1`, `36539`, `0.50`; no exponent, no `+`, no leading zeros. */
export function isDecimalText(text: string): boolean {
  return DECIMAL_TEXT.test(text);
}

/** The number a wire text states, exactly. Throws RangeError for anything that {@link isDecimalText} refuses. */
export function decimal(text: string): Decimal {
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: ${text}`);
  return new Exact(text);
}

/** The wire text of a number, without exponent: all its decimals, or exactly `places` (rounded as printed). */
export function decimalText(value: Decimal, places?: number): string {
  const text =
    places === undefined ? value.toFixed() : roundHalfAway(value, places).toFixed(Math.max(places, 0));
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/**
 * How many decimals a wire text prints: `892.3` → 1, `36539` → 0. A number rounded above its unit
 * ("US$2 billion" = `2000` USD_MN) cannot tell by itself: its negative decimals (−3) are stated beside it.
 */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** One unit of the last printed decimal: 1 → 0.1, 0 → 1, −3 → 1000. */
export function unitOfDecimals(decimals: number): Decimal {
  return new Exact(10).pow(-decimals);
}

/** Rounds to `places` decimals, halves away from zero (2.345 → 2.35, −2.345 → −2.35); −3 rounds to thousands. */
export function roundHalfAway(value: Decimal, places: number): Decimal {
  const unit = unitOfDecimals(places);
  return new Exact(value).div(unit).round().mul(unit);
}

const SIGNS = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** Prints a wire text as a reader of `locale` writes it: `49496.26` → `49.496,26` (vi), `49,496.26` (en). */
export function formatDecimal(text: string, locale: Locale): string {
  const { group, point } = SIGNS[locale];
  const [whole = '', fraction] = decimalText(decimal(text), decimalsOf(text)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** What a cell of a document says: a number, `-` (there is none), `...` (it exists and is unknown), or a refusal. */
export type WrittenNumber =
  | { kind: 'number'; text: string; decimals: number }
  | { kind: 'none' }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'number.ambiguous' | 'number.malformed' };

/**
 * Reads a written number by the document's declared locale and never guesses. Without a declared locale only a
 * text with a single reading is a number (`49.496,26`, `892.3`, `36539`); `75.641` is `number.ambiguous`, since it
 * is 75,641 to a Vietnamese reader and 75.641 to an English one.
 */
export function parseWritten(written: string, locale: Locale | null): WrittenNumber {
  const cell = written.trim().replace(/^\u2212/, '-');
  if (/^[-–—]$/.test(cell)) return { kind: 'none' };
  if (/^(\.{2,3}|…)$/.test(cell)) return { kind: 'unknown' };
  const readings = (locale === null ? (['vi', 'en'] as const) : [locale]).map((each) =>
    readingOf(cell, each),
  );
  const found = [...new Set(readings.filter((text) => text !== null))];
  const [text] = found;
  if (text === undefined) return { kind: 'refused', code: 'number.malformed' };
  if (found.length > 1) return { kind: 'refused', code: 'number.ambiguous' };
  return { kind: 'number', text, decimals: decimalsOf(text) };
}

const WRITTEN = {
  vi: /^(-?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  en: /^(-?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/,
} as const;

function readingOf(cell: string, locale: Locale): string | null {
  const parts = WRITTEN[locale].exec(cell);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction] = parts;
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}
