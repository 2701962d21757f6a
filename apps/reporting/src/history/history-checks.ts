import type { BothLanguages, CheckResult } from '@doit/contracts';
import {
  decimalText,
  Exact,
  formatQuantity,
  missingMonths,
  monthPlus,
  outliers,
  period as periodOf,
  proposedBreaks,
  roundHalfAway,
  seriesBreak,
  type Decimal,
  type Locale,
  type MonthLevel,
  type ProposedBreak,
} from '@doit/reference';
import { quoteOf, type Quote } from '../comparisons/quotes';
import { cellOf } from '../comparisons/record';
import { figureIn, type Standing } from '../comparisons/standing';
import { subjectsOf, type Subject } from '../checks/subject';
import { both, cannotTell, judged, said } from '../checks/verdict';
import type { Histories } from './history.sql';

/** How far back missing months are told, and how many the answer may name. */
const LOOKED_AT = { months: 24, named: 20 };
/** A declared break so many months away is the one that is found. */
const SAME_BREAK = 2;

/**
 * Every monthly figure against its own history: a figure far from what the history leads to expect, a break that the
 * levels propose, months that are missing. A figure that fits gives no result. One series after the other, since ten years
 * of one take 1 to 2 ms: others can be let through in between.
 */
export function* checksOfHistory(standing: Standing, histories: Histories): Generator<CheckResult[]> {
  const month = standing.period.key;
  for (const subject of subjectsOf(standing)) {
    const { figure } = subject;
    const history = histories.get(cellOf(figure.indicator, figure.dimensions));
    if (!history || figure.period !== month) continue;
    const from = inputsOf(subject, standing);
    yield [
      ...checkOutlier(subject, history, from),
      ...checkBreak(subject, history, from),
      ...checkMissing(subject, history),
    ];
  }
}

/** The figure, the one a year before and the one of the month before, as far as they are known. */
function inputsOf({ value, previous, figure }: Subject, { before }: Standing): Quote[] {
  const last = figureIn(before, figure.indicator, figure.dimensions);
  return [value, ...(previous ? [quoteOf(previous)] : []), ...(last ? [quoteOf(last)] : [])];
}

function checkOutlier(subject: Subject, history: readonly MonthLevel[], from: Quote[]): CheckResult[] {
  const { figure, value, unit } = subject;
  const month = figure.period;
  if (!hasUsualChange(history) || brokenBetween(subject, -12, 0)) return [];
  const earlier = history.filter((each) => each.month <= month);
  const found = outliers(earlier).find((each) => each.month === month);
  if (!found) return [];
  const { low, high } = found.expected;
  const bound = (at: Decimal | null, language: Locale) =>
    at ? formatQuantity(decimalText(roundHalfAway(at, value.decimals), value.decimals), unit, language) : '?';
  const [known, since] = [earlier.length - 1, written(earlier[0]?.month ?? month)];
  const result = judged({
    code: 'history.outlier',
    indicators: [figure.indicator],
    statement: statementOf(subject),
    printed: value,
    unit,
    formula:
      'level a year earlier × usual year-on-year change of the series, ± 5 of its robust standard deviations',
    recomputed: found.expected,
    how: {
      vi: `Theo ${known} tháng đã biết từ ${since} của chính chỉ tiêu này, tháng ${written(month)} phải nằm trong khoảng ${bound(low, 'vi')} đến ${bound(high, 'vi')}`,
      en: `By its own ${known} months known since ${since}, ${written(month)} would lie between ${bound(low, 'en')} and ${bound(high, 'en')}`,
    },
    hint: {
      vi: 'Có thể nhầm đơn vị, nhầm dòng; nếu số đúng thì cần giải trình biến động.',
      en: 'The unit or the row may be mistaken; if the figure is right, the change wants explaining.',
    },
    from,
  });
  return result.verdict === 'contradicts' ? [result] : [];
}

/**
 * A break in this very month, or one that this month is the first to show: it takes half a year to show, and what
 * arrives after New Year does not look again at the months of the year before.
 */
function checkBreak(subject: Subject, history: readonly MonthLevel[], from: Quote[]): CheckResult[] {
  const month = subject.figure.period;
  if (!hasUsualChange(history)) return [];
  const untilNow = history.filter((each) => each.month <= month);
  const shownByNow = proposedBreaks(untilNow).filter((each) => each.month > monthPlus(month, -12));
  const shownBefore = shownByNow.length > 0 ? proposedBreaks(untilNow.slice(0, -1)) : [];
  const shownNow = shownByNow.filter((each) => !shownBefore.some((other) => other.month === each.month));
  const own =
    untilNow.length < history.length ? proposedBreaks(history).filter((each) => each.month === month) : [];
  return [...own, ...shownNow]
    .filter((each) => !isDeclared(subject, each))
    .map((each) =>
      cannotTell({
        code: 'history.break',
        indicators: [subject.figure.indicator],
        statement: statementOf(subject),
        formula:
          'jump on the month before, beyond that of other years, which lasts in the year-on-year changes after it',
        message: messageOfBreak(each),
        missing: ['series-break'],
        from,
      }),
    );
}

function messageOfBreak({ month, ratio }: ProposedBreak): BothLanguages {
  return both((language) => {
    const change = new Exact(ratio).minus(1).mul(100);
    const size = formatQuantity(decimalText(change.abs(), 1), 'PCT', language);
    if (language === 'vi') {
      const how = change.isNegative() ? 'thấp hơn' : 'cao hơn';
      return `Từ ${written(month)} các số ${how} khoảng ${size} so với mức mà các tháng trước và các năm khác cho thấy, và không trở lại. Có thể từ tháng đó số được tính theo cách khác; chỉ khi danh mục chỉ tiêu công bố thì mới coi là chuỗi đổi cách tính.`;
    }
    const how = change.isNegative() ? 'lower' : 'higher';
    return `From ${written(month)} on the figures are about ${size} ${how} than the months before and other years lead to expect, and they stay so. They may be computed in another way since; only a declaration in the catalogue makes it a break.`;
  });
}

/** Months between the first known one and this one, of a series that is kept by the month: most of them are known. */
function checkMissing(subject: Subject, history: readonly MonthLevel[]): CheckResult[] {
  const { figure, value, indicator } = subject;
  const month = figure.period;
  const known = history.filter((each) => each.month <= month);
  const all = missingMonths(known);
  const missing = all.filter((each) => each >= monthPlus(month, -LOOKED_AT.months));
  if (missing.length === 0 || all.length >= known.length || indicator.frequency !== 'month') return [];
  const [count, which] = [missing.length, runsOf(missing)];
  return [
    cannotTell({
      code: 'history.missing-months',
      indicators: [figure.indicator],
      statement: statementOf(subject),
      formula: 'every month from the first one known to this one',
      message: {
        vi: `Trong ${LOOKED_AT.months} tháng trước đó còn thiếu ${count} tháng (${which}) nên chưa cộng dồn và chưa so đủ được.`,
        en: `Of the ${LOOKED_AT.months} months before, ${count === 1 ? 'one is' : `${count} are`} missing (${which}), so the series can be neither added up nor compared throughout.`,
      },
      missing: missing.slice(-LOOKED_AT.named),
      from: [value],
    }),
  ];
}

/** `Index of industrial production: 128.34 in 01/2023`. */
function statementOf({ name, value, unit, figure }: Subject): BothLanguages {
  return both((language) => {
    const [number, month] = [said(value, unit, language), written(figure.period)];
    return language === 'vi' ? `${name.vi}: ${number}, tháng ${month}` : `${name.en}: ${number} in ${month}`;
  });
}

/** What crosses zero, as a balance does, has no usual change in per cent. */
function hasUsualChange(history: readonly MonthLevel[]): boolean {
  return history.every(({ value }) => value?.gt(0));
}

function isDeclared(subject: Subject, { month }: ProposedBreak): boolean {
  return brokenBetween(subject, -SAME_BREAK - 1, SAME_BREAK, month);
}

/** Whether a break is declared after the first of two months, up to the second, both counted from a month. */
function brokenBetween({ figure }: Subject, first: number, last: number, month = figure.period): boolean {
  const [earlier, later] = [first, last].map((by) => periodOf(monthPlus(month, by), 1));
  return !!earlier && !!later && seriesBreak(figure.indicator, figure.territory, earlier, later) !== null;
}

/** `01/2022, 01–09/2023`: months in order, those that follow each other together. */
function runsOf(months: readonly string[]): string {
  const runs: { first: string; last: string }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && monthPlus(run.last, 1) === month) run.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs
    .map(({ first, last }) => (first === last ? written(first) : `${written(first)}–${written(last)}`))
    .join(', ');
}

function written(month: string): string {
  return month.split('-').reverse().join('/');
}
