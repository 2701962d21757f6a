import type { BothLanguages, CheckResult } from '@doit/contracts';
import {
  decimalText,
  div,
  exactly,
  formatDecimal,
  formatQuantity,
  mul,
  percent,
  widenOutward,
  type Interval,
  type Locale,
} from '@doit/reference';
import { quoteOf, type Known, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import type { Subject } from './subject';
import { both, cannotTell, judged, said, saidAbout } from './verdict';

/**
 * A stated utilisation of agreements against what was exported with a proof of origin and what was exported to the markets:
 * of the same market, group or agreement, or of all. Where one of the two is not known, the numbers that would fit are said.
 */
export function checkUtilisation(subject: Subject, standing: Standing): CheckResult[] {
  const { figure, value, name } = subject;
  if (figure.indicator !== 'FTA_UTILISATION') return [];
  const known = {
    code: 'fta.utilisation',
    formula: 'exports with a preferential proof of origin ÷ exports to the markets × 100',
    indicators: ['FTA_UTILISATION', 'PREFERENTIAL_EXPORT', 'EXPORT_TO_FTA_MARKETS'],
    statement: both((language) => `${name[language]}: ${said(value, 'PCT', language)}`),
  };
  const { used, markets } = partsOf(figure, standing);
  const rate = used && markets && rateOf(used, markets);
  if (rate) {
    const how = both((language) => {
      const [part, all] = [said(used, 'USD_MN', language), said(markets, 'USD_MN', language)];
      const result = saidAbout(rate, value.decimals, 'PCT', language);
      return language === 'vi'
        ? `${part} có chứng nhận xuất xứ ưu đãi trên ${all} xuất sang thị trường có hiệp định là ${result}`
        : `${part} with a preferential proof of origin over ${all} exported to the markets is ${result}`;
    });
    const claim = { ...known, printed: value, unit: 'PCT' as const, recomputed: rate, how };
    return [judged({ ...claim, from: [used, markets] })];
  }
  const missing = missingOf(figure, standing, { used, markets });
  const from = [value, ...[used, markets].flatMap((each) => each ?? [])];
  return [cannotTell({ ...known, message: untold({ value, used, markets }), missing, from })];
}

interface Parts {
  readonly used: Quote | null;
  readonly markets: Quote | null;
}

function partsOf({ dimensions, period }: Known, { actual }: Standing): Parts {
  const own = (code: string): Quote | null => {
    const figure = figureIn(actual, code, dimensions);
    return figure?.period === period && figure.unit === 'USD_MN' ? quoteOf(figure) : null;
  };
  // Of a single market, or a group, all exports to it are those to the market.
  const { agreement, ...market } = dimensions;
  const isMarket = agreement === undefined && Object.keys(market).length === 1;
  return {
    used: own('PREFERENTIAL_EXPORT'),
    markets: own('EXPORT_TO_FTA_MARKETS') ?? (isMarket ? own('EXPORT') : null),
  };
}

/** Null where what was exported to the markets may be zero or less. */
function rateOf(used: Quote, markets: Quote): Interval | null {
  return markets.interval.low?.greaterThan(0) ? percent(used.interval, markets.interval) : null;
}

function missingOf({ dimensions }: Known, { period }: Standing, { used, markets }: Parts): string[] {
  if (used && markets) return ['non-positive-base'];
  return [
    ...(used ? [] : [`${cellOf('PREFERENTIAL_EXPORT', dimensions)} ${period.key}`]),
    ...(markets ? [] : [`${cellOf('EXPORT_TO_FTA_MARKETS', dimensions)} ${period.key}`]),
  ];
}

function untold({ value, used, markets }: Parts & { readonly value: Quote }): BothLanguages {
  if (used && markets) return noBase;
  const fitting = used ? div(mul(used.interval, hundred), value.interval) : null;
  if (used && fitting)
    return both((language) => {
      const [part, rate] = [said(used, 'USD_MN', language), said(value, 'PCT', language)];
      return language === 'vi'
        ? `Chưa có kim ngạch xuất khẩu sang thị trường có hiệp định để tính lại; ${part} là ${rate} nếu kim ngạch đó trong khoảng ${within(fitting, language)}.`
        : `Exports to the markets are not known, so it cannot be recomputed; ${part} are ${rate} if those are within ${within(fitting, language)}.`;
    });
  if (markets) {
    const needed = div(mul(markets.interval, value.interval), hundred);
    return both((language) => {
      const [all, rate] = [said(markets, 'USD_MN', language), said(value, 'PCT', language)];
      const range = needed ? within(needed, language) : '?';
      return language === 'vi'
        ? `Chưa có kim ngạch xuất khẩu có chứng nhận xuất xứ ưu đãi để tính lại; ${rate} của ${all} là trong khoảng ${range}.`
        : `Exports with a proof of origin are not known, so it cannot be recomputed; ${rate} of ${all} are within ${range}.`;
    });
  }
  return neither;
}

/** Bounds in millions, outward to one decimal: `232.782,9 – 233.149,9 triệu USD`. */
function within(interval: Interval, language: Locale): string {
  const { low, high } = widenOutward(interval, 1);
  const first = low ? formatDecimal(decimalText(low, 1), language) : '…';
  return `${first} – ${high ? formatQuantity(decimalText(high, 1), 'USD_MN', language) : '…'}`;
}

const hundred = exactly('100');
const noBase = {
  vi: 'Kim ngạch xuất khẩu sang thị trường có hiệp định bằng không hoặc âm nên tỷ lệ không có nghĩa.',
  en: 'Exports to the markets are zero or negative, so a rate has no meaning.',
};
const neither = {
  vi: 'Chưa có kim ngạch có chứng nhận xuất xứ ưu đãi và kim ngạch sang thị trường có hiệp định nên chưa tính lại được.',
  en: 'Neither exports with a proof of origin nor exports to the markets are known, so it cannot be recomputed.',
};
