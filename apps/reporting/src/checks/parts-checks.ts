import type { BothLanguages, CheckResult, RecordedObservation } from '@doit/contracts';
import {
  commodityNames,
  decimal,
  type Dimension,
  indicator,
  type Locale,
  meets,
  sub,
  unit,
  type UnitCode,
} from '@doit/reference';
import { sumOf } from '../comparisons/cover';
import { quoteOf } from '../comparisons/quotes';
import { figureIn, type Standing } from '../comparisons/standing';
import { dimensionWords, uncapitalised } from '../reports/names';
import { namedParts, splitting } from './declared-parts';
import { nameOf } from './subject';
import { both, judged, said, saidAbout } from './verdict';
import { areOfOneMeasure } from '../comparisons/wholes';

/**
 * Parts against their total. All parts together agree with it or contradict it within their roundings; some of them
 * only contradict, where they alone come to more than the total.
 */
export function checkParts({ actual }: Standing): CheckResult[] {
  const splits = [...declaredSplits(actual), ...tradeSplits(actual), ...namedSplits(actual)];
  return splits.flatMap(checkSplit);
}

/** A total and those of its parts that are recorded for the same span in the same unit. */
export interface Split {
  readonly code: string;
  readonly formula: string;
  readonly whole: RecordedObservation;
  readonly parts: readonly RecordedObservation[];
  /** What is taken off instead of added: the imports of a balance. */
  readonly less?: readonly RecordedObservation[];
  readonly isComplete: boolean;
  /** Where parts may be negative, some of them can exceed the total. */
  readonly isSigned: boolean;
  /** How its parts are spoken of, where they are not a breakdown. */
  readonly words?: PartWords;
}

/** How parts are spoken of: what they are called together, each by itself, and the check of some of them. */
export interface PartWords {
  readonly parts: BothLanguages;
  readonly labelOf: (part: RecordedObservation, whole: RecordedObservation) => BothLanguages;
  readonly alone: { readonly code: string; readonly formula: string };
}

type Figures = Standing['actual'];

/** The check of all parts against their total. */
export const sumOfParts = { code: 'parts.sum', formula: 'sum of all parts' } as const;

/**
 * The breakdowns that the catalogue declares: a cell with one of them is a part of the cell without it; a division is one
 * of its section too. Each breakdown is held against the total by itself, so that nothing is counted twice.
 */
function declaredSplits(actual: Figures): Split[] {
  const found = new Map<string, DeclaredSplit>();
  for (const figure of actual.values()) {
    for (const by of breakdownsOf(figure)) {
      for (const { dimensions, of } of wholesOf(figure, by)) {
        const whole = figureIn(actual, figure.indicator, dimensions);
        if (!whole || !canBeSummed(whole, figure)) continue;
        // What may share goods or partners with another part is held against the total alone.
        const own = mayShare(by, figure) ? figure.dimensions[by.name] : '';
        const key = [whole.id, by.name, own].join(' ');
        const split = found.get(key) ?? { whole, of, parts: [] };
        split.parts.push(figure);
        found.set(key, split);
      }
    }
  }
  return [...found.values()].map(({ whole, of, parts }) => ({
    ...sumOfParts,
    whole,
    parts,
    isComplete: parts.length === of,
    isSigned: whole.indicator === 'TRADE_BALANCE',
  }));
}

/**
 * Whether a part may hold some of what another holds: groups of partners do; groups of goods may, but for those of the
 * customs headline list, of which no two have a code in common.
 */
export function mayShare({ name, overlaps }: Dimension, { dimensions }: RecordedObservation): boolean {
  return (
    overlaps === true || (name === 'commodity' && !Object.hasOwn(commodityNames, dimensions[name] ?? ''))
  );
}

interface DeclaredSplit {
  readonly whole: RecordedObservation;
  /** How many parts there are; null where nobody lists them. */
  readonly of: number | null;
  readonly parts: RecordedObservation[];
}

/** The cells that a part with a breakdown belongs to, and into how many that breaks each of them down. */
function wholesOf({ dimensions: all }: RecordedObservation, { name, values, refines }: Dimension) {
  const { [name]: own = '', ...others } = all;
  const total = { dimensions: others, of: values?.length ?? null };
  const coarser = refines?.partOf[own];
  if (!refines || coarser === undefined) return [total];
  const of = Object.values(refines.partOf).filter((each) => each === coarser).length;
  return [total, { dimensions: { ...others, [refines.dimension]: coarser }, of }];
}

function breakdownsOf(figure: RecordedObservation): Dimension[] {
  const known = indicator(figure.indicator);
  return known ? splitting(known).filter(({ name }) => figure.dimensions[name] !== undefined) : [];
}

/** Turnover and balance of the same breakdown as the exports and imports that they are made of. */
function tradeSplits(actual: Figures): Split[] {
  return [...actual.values()].flatMap((whole): Split[] => {
    const isTurnover = whole.indicator === 'TRADE_TURNOVER';
    if (!isTurnover && whole.indicator !== 'TRADE_BALANCE') return [];
    const [exports, imports] = (['EXPORT', 'IMPORT'] as const).map((code) =>
      recordedParts(whole, [figureIn(actual, code, whole.dimensions)]),
    );
    if (!exports || !imports) return [];
    const isComplete = exports.length + imports.length === 2;
    return isTurnover
      ? [{ ...turnover, whole, parts: [...exports, ...imports], isComplete, isSigned: false }]
      : [{ ...balance, whole, parts: exports, less: imports, isComplete, isSigned: true }];
  });
}

const turnover = { code: 'trade.turnover', formula: 'exports + imports' } as const;
const balance = { code: 'trade.balance', formula: 'exports − imports' } as const;

/** Totals whose parts the catalogue's definitions name: the four of retail, the sectors of growth level by level. */
function namedSplits(actual: Figures): Split[] {
  return namedParts.flatMap(({ total, parts, isSigned }): Split[] => {
    const whole = figureIn(actual, ...total);
    if (!whole) return [];
    const found = recordedParts(
      whole,
      parts.map((part) => figureIn(actual, ...part)),
    );
    return [{ ...sumOfParts, whole, parts: found, isComplete: found.length === parts.length, isSigned }];
  });
}

function recordedParts(
  whole: RecordedObservation,
  parts: readonly (RecordedObservation | null)[],
): RecordedObservation[] {
  return parts.flatMap((part) => (part && canBeSummed(whole, part) ? [part] : []));
}

/** Numbers that are only "about" so much leave open by how much: their sum proves nothing. */
export function canBeSummed(whole: RecordedObservation, part: RecordedObservation): boolean {
  return areOfOneMeasure(whole, part) && whole.comparator !== 'about' && part.comparator !== 'about';
}

/** Agrees or contradicts; nothing where only some of the parts are known, and they leave room for the others. */
export function checkSplit(split: Split): CheckResult[] {
  const { whole, isComplete, isSigned, words = breakdown } = split;
  const [parts, less] = [largest(split.parts), split.less ?? []];
  const all = [...parts, ...less];
  const ownUnit = unit(whole.unit)?.code;
  if (!ownUnit || (!isComplete && (isSigned || all.some(isNegative)))) return [];
  // Sectors make up the per cent of growth by points.
  const unitCode = whole.indicator === 'GRDP_GROWTH' ? 'PP' : ownUnit;
  const printed = quoteOf(whole);
  const sum = sub(sumOf(parts).interval, sumOf(less).interval);
  const recomputed = isComplete ? sum : { low: sum.low, high: null };
  if (!isComplete && meets(printed.interval, recomputed)) return [];
  const places = Math.max(...all.map(({ decimals }) => decimals));
  const known = isComplete ? split : words.alone;
  const claim = {
    code: known.code,
    formula: known.formula,
    indicators: [...new Set([whole, ...all].map((figure) => figure.indicator))],
    statement: both((language) => `${nameOf(whole)[language]}: ${said(printed, ownUnit, language)}`),
    printed,
    unit: unitCode,
    recomputed,
    how: both((language) => {
      const [added = '', taken = ''] = [parts, less].map((some) =>
        termsOf(whole, some, words, unitCode, language),
      );
      const sums = less.length > 0 ? differenceWords(added, taken) : sumWords(words, added, isComplete);
      return sums[language] + saidAbout(sum, places, unitCode, language);
    }),
    from: all.map(quoteOf),
  };
  return [judged(isFromOneSource([whole, ...all]) ? claim : { ...claim, hint })];
}

function differenceWords(added: string, taken: string): BothLanguages {
  return { vi: `Lấy ${added} trừ ${taken} được `, en: `The difference of ${added} and ${taken} is ` };
}

function sumWords({ parts }: PartWords, added: string, isComplete: boolean): BothLanguages {
  return isComplete
    ? { vi: `Cộng các ${parts.vi} (${added}) được `, en: `The ${parts.en} (${added}) add up to ` }
    : {
        vi: `Riêng các ${parts.vi} đã ghi nhận (${added}) đã là `,
        en: `The recorded ${parts.en} alone (${added}) come to `,
      };
}

const breakdown: PartWords = {
  parts: { vi: 'phần', en: 'parts' },
  labelOf,
  alone: { code: 'parts.exceed-total', formula: 'recorded parts ≤ total' },
};

/** As many as a result may name; where fewer than all come to more than the total, all do. */
function largest(parts: readonly RecordedObservation[]): RecordedObservation[] {
  const byValue = [...parts].sort((a, b) => decimal(b.value).comparedTo(decimal(a.value)));
  return parts.length > mostInputs ? byValue.slice(0, mostInputs) : [...parts];
}

const mostInputs = 90;

function isNegative({ value }: RecordedObservation): boolean {
  return decimal(value).isNegative();
}

function isFromOneSource(figures: readonly RecordedObservation[]): boolean {
  return new Set(figures.map(({ source, status, asOf }) => [source, status, asOf].join(' '))).size === 1;
}

/** The parts with their numbers: `khai khoáng 1.000 tỷ đồng; chế biến, chế tạo 47.274 tỷ đồng`. */
function termsOf(
  whole: RecordedObservation,
  parts: readonly RecordedObservation[],
  words: PartWords,
  unitCode: UnitCode,
  language: Locale,
): string {
  const terms = parts
    .slice(0, mostTerms)
    .map((part) => `${words.labelOf(part, whole)[language]} ${said(quoteOf(part), unitCode, language)}`);
  const others = parts.length - terms.length;
  const rest = language === 'vi' ? `${others} ${words.parts.vi} khác` : `${others} others`;
  return [...terms, ...(others > 0 ? [rest] : [])].join('; ');
}

const mostTerms = 6;

/** What the part has and the total has not: its breakdown, else its indicator. */
export function labelOf(part: CellNamed, whole: CellNamed): BothLanguages {
  const own = Object.entries(part.dimensions).filter(([name, value]) => whole.dimensions[name] !== value);
  const name = indicator(part.indicator)?.name ?? { vi: part.indicator, en: part.indicator };
  return both(
    (language) => dimensionWords(Object.fromEntries(own), language) || uncapitalised(name[language]),
  );
}

type CellNamed = Pick<RecordedObservation, 'indicator' | 'dimensions'>;

const hint = {
  vi: 'Các số lấy từ nguồn, tình trạng hoặc thời điểm công bố khác nhau.',
  en: 'The figures differ in source, status or vintage.',
};
