import type { components } from '../../api/schema';
import type { Language } from '../../words/languages';
import { fill } from '../../words/fill';
import { writeNumber } from '../../words/numbers';
import type { Break } from '../../api/indicator';
import { difference, rounded } from '../../figures/decimals';
import { growthOf, type Line } from './lines';
import type { words as both } from './words';

type PageWords = (typeof both)[Language];

interface Said {
  readonly words: PageWords;
  readonly language: Language;
  readonly indicator: string;
  readonly writePeriod: (period: string) => string;
  readonly writeValue: (value: string, unit: string) => string;
}

const lastKnown = (line: Line, periods: readonly string[]): string | undefined =>
  periods.findLast((period) => (line.points.get(period)?.value ?? null) !== null);

const unsigned = (value: string, language: Language): string =>
  writeNumber(value.replace(/^-/, ''), language);

/** The last value of one line and how it changed, or the highest and lowest of several. */
export function sentenceOfLines(
  lines: readonly Line[],
  periods: readonly string[],
  {
    isLevel,
    isGrowth,
    breaks,
    ...said
  }: Said & {
    isLevel: boolean;
    isGrowth: boolean;
    breaks: readonly Break[];
  },
): string | null {
  const own = lines.filter(({ style }) => style === 'actual');
  const [first] = own;
  if (!first) return null;
  const { words, language, indicator } = said;
  if (own.length > 1) return sentenceOfMany(own, periods, said);
  const last = lastKnown(first, periods);
  const value = last && first.points.get(last)?.value;
  if (!last || !value) return null;
  const period = said.writePeriod(last);
  const names = { indicator, territory: first.name, period };
  if (isGrowth) return fill(words.sentenceYoy, { ...names, change: changed(value, words, language) });
  const before = first.points.get(periods[periods.indexOf(last) - 1] ?? '')?.value;
  const growth = growthOf(first.points, first.territory, breaks).get(last)?.value;
  const change = isLevel
    ? writeGrowth(growth, words, language)
    : writePoints(value, before, { words, language });
  return fill(words.sentenceOne, { ...names, value: said.writeValue(value, first.unit), change });
}

function changed(pct: string, words: PageWords, language: Language): string {
  if (Number(pct) === 0) return words.stayed;
  return fill(pct.startsWith('-') ? words.fell : words.rose, { pct: unsigned(pct, language) });
}

function writeGrowth(pct: string | null | undefined, words: PageWords, language: Language): string {
  if (!pct) return '';
  if (Number(pct) === 0) return words.same;
  return fill(pct.startsWith('-') ? words.down : words.up, { pct: unsigned(pct, language) });
}

function writePoints(
  value: string,
  before: string | null | undefined,
  { words, language }: Pick<Said, 'words' | 'language'>,
): string {
  const pp = before ? rounded(difference(value, before)) : '0';
  if (Number(pp) === 0) return '';
  return fill(pp.startsWith('-') ? words.lower : words.higher, { pp: unsigned(pp, language) });
}

function sentenceOfMany(own: readonly Line[], periods: readonly string[], said: Said): string | null {
  const known = (period: string) =>
    own.flatMap(({ name, unit, points }) => {
      const value = points.get(period)?.value ?? null;
      return value === null ? [] : [{ name, unit, value }];
    });
  const last = periods.findLast((period) => known(period).length > 1);
  if (last === undefined) return null;
  const sorted = known(last).sort((a, b) => Number(b.value) - Number(a.value));
  const [high, low] = [sorted.at(0), sorted.at(-1)];
  if (!high || !low) return null;
  return fill(said.words.sentenceMany, {
    ...{ indicator: said.indicator, period: said.writePeriod(last), first: high.name, last: low.name },
    high: said.writeValue(high.value, high.unit),
    low: said.writeValue(low.value, low.unit),
  });
}

/** Who is first, and where the country stands. */
export function sentenceOfRanking(
  { items, of, national, aboveNational }: components['schemas']['Ranking'],
  {
    unit,
    period,
    nameOf,
    ...said
  }: Said & {
    unit: string;
    period: string;
    nameOf: (territory: string) => string;
  },
): string {
  const { words, indicator } = said;
  const names = { indicator, period: said.writePeriod(period) };
  const [first] = items;
  if (!first) return fill(words.sentenceRankNone, names);
  return fill(words.sentenceRank, {
    ...names,
    first: nameOf(first.territory),
    of: String(of),
    value: said.writeValue(first.value, unit),
    national:
      national === null ? '' : fill(words.sentenceRankNational, { value: said.writeValue(national, unit) }),
    above: aboveNational === null ? '' : fill(words.sentenceRankAbove, { above: String(aboveNational) }),
  });
}
