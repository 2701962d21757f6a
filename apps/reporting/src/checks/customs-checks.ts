import type { BothLanguages, CheckResult } from '@doit/contracts';
import {
  decimal,
  decimalText,
  Exact,
  formatQuantity,
  meets,
  roundHalfAway,
  type Decimal,
  type Interval,
  type Locale,
} from '@doit/reference';
import { quoteOf } from '../comparisons/quotes';
import type { CustomsAsked, CustomsCell } from '../flows/customs';
import { sourceWords } from '../reports/names';
import { nameOf } from './subject';
import { both, cannotTell, judged, said } from './verdict';

/**
 * Exports and imports that somebody states against the lines of customs of their months. Whole months agree or contradict;
 * lines that alone are more than is stated contradict however many are missing; else it cannot be told, and the months are
 * named. Nothing is said where no month is known.
 * @param cells in the order of the claims
 */
export function checkCustoms(
  claims: readonly CustomsAsked[],
  cells: readonly (readonly CustomsCell[])[],
): CheckResult[] {
  return claims.flatMap((claim, at) => {
    const found = cells[at] ?? [];
    return found.length === 0 ? [] : [checkOne(claim, found)];
  });
}

function checkOne(asked: CustomsAsked, cells: readonly CustomsCell[]): CheckResult {
  const { figure, flow } = asked;
  const printed = quoteOf(figure);
  const missing = missingOf(asked, cells);
  const sum = sumOf(cells);
  const recomputed: Interval = { low: sum.low, high: missing.length === 0 ? sum.high : null };
  const isTold = !isFewEnterprises(asked, cells);
  const known = {
    code: 'trade.customs',
    indicators: [figure.indicator],
    statement: both((language) => `${nameOf(figure)[language]}: ${said(printed, 'USD_MN', language)}`),
    formula: `Σ lines of customs (${flow === 'export' ? 'FOB' : 'CIF'}) of the months of the period ÷ 1,000,000`,
  };
  const how = both((language) => {
    const amount = isTold ? saidSum(sum, printed.decimals, language) : '–';
    return language === 'vi' ? `Dữ liệu hải quan cho ${amount}` : `Lines of customs come to ${amount}`;
  });
  const isSettled =
    missing.length === 0 && (sum.low.equals(sum.high) || isApart(printed.interval, recomputed));
  if (isSettled || isBeyond(printed.interval, sum.low)) {
    const result = judged({
      ...known,
      printed,
      unit: 'USD_MN',
      recomputed,
      how,
      hint: scope(figure.source),
      from: [],
    });
    return isTold
      ? result
      : withoutAmounts(result, how, said(printed, 'USD_MN', 'vi'), said(printed, 'USD_MN', 'en'));
  }
  const named = missing.length > 0 ? missing : ['customs.untold'];
  return cannotTell({
    ...known,
    message: both((language) => {
      const stated = said(printed, 'USD_MN', language);
      const why = missing.length > 0 ? lacking(missing, language) : untold[language];
      return language === 'vi'
        ? `${how.vi}, nguồn nêu ${stated}; ${why} nên chưa kết luận.`
        : `${how.en}, the source states ${stated}; ${why}, so nothing follows.`;
    }),
    missing: named.slice(0, mostNamed),
    from: [printed],
  });
}

/** As many as a result may list. */
const mostNamed = 20;

/** Months, and of which unit where there are several, of which nothing is known or no extract is whole. */
function missingOf({ months }: CustomsAsked, cells: readonly CustomsCell[]): string[] {
  const whole = new Set(cells.filter(({ isWhole }) => isWhole).map(keyOf));
  const lacking = months.filter((each) => !whole.has(keyOf(each)));
  const isOfSeveral = new Set(months.map(({ territory }) => territory)).size > 1;
  return lacking.map(({ month, territory }) => `customs ${month}${isOfSeveral ? ` ${territory}` : ''}`);
}

const keyOf = ({ month, territory }: { month: string; territory: string }): string => `${month} ${territory}`;

/** In millions: what surely is of the kind, and with what may be. */
function sumOf(cells: readonly CustomsCell[]): { low: Decimal; high: Decimal } {
  const total = (field: 'value' | 'untold'): Decimal =>
    cells.reduce((sum, each) => sum.plus(decimal(each[field])), new Exact(0)).div(1_000_000);
  const low = total('value');
  return { low, high: low.plus(total('untold')) };
}

function saidSum({ low, high }: { low: Decimal; high: Decimal }, decimals: number, language: Locale): string {
  const places = Math.max(decimals, 0) + 1;
  const text = (value: Decimal) =>
    formatQuantity(decimalText(roundHalfAway(value, places), places), 'USD_MN', language);
  return low.equals(high) ? text(low) : `${text(low)} – ${text(high)}`;
}

/** Totals are for everybody; behind a part must stand three enterprises, or lines that name none. */
function isFewEnterprises({ by }: CustomsAsked, cells: readonly CustomsCell[]): boolean {
  const some = cells.filter(({ value, enterprises }) => enterprises !== null || !decimal(value).isZero());
  if (by === 'total' || some.length === 0 || some.some(({ enterprises }) => enterprises === null))
    return false;
  return Math.max(...some.map(({ enterprises }) => enterprises ?? 0)) < fewest;
}

const fewest = 3;

const isApart = (printed: Interval, recomputed: Interval): boolean => !meets(printed, recomputed);
const isBeyond = ({ high }: Interval, value: Decimal): boolean => high !== null && value.greaterThan(high);

/** The verdict, and no number but the stated one. */
function withoutAmounts(result: CheckResult, how: BothLanguages, vi: string, en: string): CheckResult {
  const isMet = result.verdict === 'agrees';
  const message = {
    vi: `${how.vi}${isMet ? `, khớp với số nguồn nêu (${vi})` : `; nguồn nêu ${vi}: không khớp`}; số cộng lại không được công bố.`,
    en: `${how.en}${isMet ? `, which agrees with the stated ${en}` : `; the source states ${en}: it does not agree`}; what they come to is not shown.`,
  };
  return Object.assign({}, result, { message, recomputed: null, difference: null });
}

/** Two numbers that need not be one: what each counts. */
function scope(source: string): BothLanguages {
  return {
    vi: `Số hải quan cộng các dòng hàng ghi cho địa bàn trong dữ liệu hải quan; số của ${sourceWords(source, 'vi')} do nguồn tự tổng hợp, có thể theo nơi đăng ký thuế của doanh nghiệp hoặc nơi làm thủ tục, nên hai số không nhất thiết bằng nhau.`,
    en: `The customs figure adds the lines of customs data that name the territory; that of ${sourceWords(source, 'en')} is compiled by the source itself, perhaps by where enterprises pay tax or where goods are cleared, so that the two need not be equal.`,
  };
}

function lacking(missing: readonly string[], language: Locale): string {
  const named = missing.slice(0, mostNamed).map((each) => each.replace('customs ', ''));
  const others = missing.length - named.length;
  const more = others > 0 ? (language === 'vi' ? ` và ${others} tháng khác` : ` and ${others} others`) : '';
  const list = named.join(', ') + more;
  return language === 'vi'
    ? `chưa có dữ liệu hải quan trọn tháng của ${list}`
    : `there is no whole extract of ${list}`;
}

const untold = {
  vi: 'một phần dòng hàng không đủ chi tiết để biết thuộc phần nào',
  en: 'some lines do not tell of which part they are',
};
