import type { Cell, Figure } from '@doit/contracts';
import {
  decimal,
  decimalText,
  formatDecimal,
  formatQuantity,
  unit,
  type Locale,
  type UnitCode,
} from '@doit/reference';
import { html, type Html } from './html';
import { refusalWords } from './words';

/** A figure with its unit, qualified as its source does: `ít nhất 2.658 ha`. */
export function figureWords(figure: Printed, language: Locale): string {
  const number = quantity(shown(figure), figure.unit, language);
  if (figure.comparator === 'eq') return number;
  return `${qualifiers[figure.comparator][language]} ${number}`;
}

type Printed = Pick<Figure, 'value' | 'decimals' | 'unit' | 'comparator'>;

const qualifiers = {
  ge: { vi: 'ít nhất', en: 'at least' },
  about: { vi: 'khoảng', en: 'about' },
} as const;

/** The number with the decimals that its source printed. */
function shown({ value, decimals }: Printed): string {
  return decimalText(decimal(value), decimals);
}

/** A change in words, since a sign is easily overlooked: `tăng 9,63%`, `giảm 3,1%`, `không đổi`. */
export function changeWords(percent: string, language: Locale): string {
  const change = decimal(percent);
  if (change.isZero()) return language === 'vi' ? 'không đổi' : 'unchanged';
  const size = formatQuantity(decimalText(change.abs(), places(percent)), 'PCT', language);
  if (language === 'vi') return `${change.isNegative() ? 'giảm' : 'tăng'} ${size}`;
  return `${change.isNegative() ? 'down' : 'up'} ${size}`;
}

/** A distance in words: `nhanh 1,31 điểm phần trăm`, `chậm …`. */
export function gapWords(points: string, language: Locale): string {
  const distance = decimal(points);
  if (distance.isZero()) return language === 'vi' ? 'đúng tiến độ' : 'on pace';
  const size = formatQuantity(decimalText(distance.abs(), places(points)), 'PP', language);
  if (language === 'vi') return `${distance.isNegative() ? 'chậm' : 'nhanh'} ${size}`;
  return `${size} ${distance.isNegative() ? 'behind' : 'ahead'}`;
}

/** The distance to the plan in words: `vượt 2,73%`, `thấp hơn 4%`, `bằng kế hoạch`. */
export function aboveWords(percent: string, language: Locale): string {
  const distance = decimal(percent);
  if (distance.isZero()) return language === 'vi' ? 'bằng kế hoạch' : 'as planned';
  const size = formatQuantity(decimalText(distance.abs(), places(percent)), 'PCT', language);
  if (language === 'vi') return `${distance.isNegative() ? 'thấp hơn' : 'vượt'} ${size}`;
  return `${size} ${distance.isNegative() ? 'below' : 'above'}`;
}

type Say = (number: string) => string;

/** A derived number, its range where only that is known, or the reason why there is none; never an empty cell. */
export function cellWords(cell: Cell, language: Locale, say: Say): Html {
  const { value, interval, refusal, basis } = cell;
  if (refusal) {
    const { code, message } = refusal;
    return html`<span class="refused" title="${message[language]}">${refusalWords[code][language]}</span>`;
  }
  const mark = basis === 'implied' ? impliedMark : null;
  if (value !== null) return html`${say(value)}${mark}`;
  const { low = null, high = null } = interval ?? {};
  if (low !== null && high !== null) {
    return html`<span class="range">${formatDecimal(low, language)} – ${formatDecimal(high, language)}</span
      >${mark}`;
  }
  const bound = low ?? high;
  if (bound === null)
    return html`<span class="refused">${language === 'vi' ? 'chưa rõ' : 'not known'}</span>`;
  const side = low === null ? { vi: 'nhiều nhất', en: 'at most' } : { vi: 'ít nhất', en: 'at least' };
  return html`${side[language]} ${formatDecimal(bound, language)}${mark}`;
}

export const impliedMark = html`<sup><a href="#implied" aria-label="*">*</a></sup>`;

/** A decimal text with its unit; a unit of no catalogue stands as it is. */
export function quantity(text: string, code: string, language: Locale): string {
  const known = unit(code)?.code;
  return known ? formatQuantity(text, known, language) : `${formatDecimal(text, language)} ${code}`;
}

export const percent = (language: Locale): Say => asUnit('PCT', language);
export const plain =
  (language: Locale): Say =>
  (number) =>
    formatDecimal(number, language);

function asUnit(code: UnitCode, language: Locale): Say {
  return (number) => formatQuantity(number, code, language);
}

function places(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
