import type { Language } from './languages';

/** A number as it was printed, never through a float: `36539.1` is `36.539,1` in Vietnamese and `36,539.1` in English. */
export function writeNumber(
  value: string,
  language: Language,
  { decimals, signed = false }: NumberForm = {},
): string {
  const given = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!given) return value;
  const [, minus = '', whole = '', part = ''] = given;
  const fraction = decimals === undefined ? part : part.padEnd(Math.max(decimals, 0), '0');
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  const sign = minus ? '−' : signed && /[1-9]/.test(whole + fraction) ? '+' : '';
  return `${sign}${grouped}${fraction && point + fraction}`;
}

interface NumberForm {
  /** As many as were printed; none are taken away. */
  decimals?: number;
  /** With a plus where it is above zero: changes and gaps. */
  signed?: boolean;
}

/** `1 234 567`, of whatever blanks. */
const byBlanks = /^[-+]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\s])/;

/** A number as people of the language type it; null where it is none. `1.234,5` and `1234,5`, or `1,234.5` and `1234.5`; in both, blanks between groups of three. */
export function readNumber(text: string, language: Language): string | null {
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const bare = text
    .trim()
    .replace('−', '-')
    .replace(/^([-+])\s+/, '$1')
    .replace(byBlanks, (whole) => whole.replaceAll(/\s/g, ''));
  const [whole = '', fraction, more] = bare.split(point);
  if (more !== undefined || fraction?.includes(group)) return null;
  const groups = whole.replace(/^[-+]/, '').split(group);
  const fits =
    groups.length === 1 || groups.every((digits, n) => (n === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(digits));
  const digits = groups.join('');
  if (!fits || !/^\d+$/.test(digits) || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${digits.replace(/^0+(?=\d)/, '')}${fraction === undefined ? '' : `.${fraction}`}`;
}
