import type { Dimension } from '../../api/indicator';
import type { FileTable } from '../../charts/csv';
import type { InBoth, Language } from '../../words/languages';
import { writePeriod } from '../../words/periods';
import { nameOfValue } from './dimensions';
import type { Line, Point } from './lines';
import type { words } from './words';

type PageWords = (typeof words)[Language];

/** Why a number is not there, in words. */
export function writeReason(refusal: Point['refusal'], language: Language, words: PageWords): string {
  if (refusal === null) return words.noneStated;
  return typeof refusal === 'string' ? words[refusal] : refusal.message[language];
}

interface Naming {
  readonly indicator: string;
  readonly language: Language;
  readonly words: PageWords;
  readonly unitName: (code: string) => string;
  readonly status: Readonly<Record<'estimate' | 'preliminary' | 'official', string>>;
  readonly territories: ReadonlyMap<string, { readonly name: InBoth }>;
  readonly dimensions: readonly Dimension[];
}

/** One line a period and territory: with unit, status and source, or why there is no value. */
export function fileOfLines(lines: readonly Line[], periods: readonly string[], naming: Naming): FileTable {
  const { words, language, indicator, territories, dimensions, status, unitName } = naming;
  const partOf = (line: Line): string =>
    Object.entries(line.dimensions)
      .map(([name, value]) => {
        const dimension = dimensions.find((one) => one.name === name);
        return dimension ? nameOfValue(dimension, value, language) : value;
      })
      .join(', ');
  const isSplit = lines.some((line) => Object.keys(line.dimensions).length > 0);
  return {
    header: [
      ...[words.territory, words.indicator, ...(isSplit ? [words.breakdown] : []), words.period],
      ...[words.value, words.unit, words.status, words.source, words.refusal],
    ],
    rows: lines.flatMap((line) =>
      periods.map((period) => {
        const point = line.points.get(period);
        const value = point?.value ?? null;
        const name = territories.get(line.territory)?.name[language] ?? line.name;
        return [
          ...[line.style === 'comparison' && line.name !== name ? `${name} (${line.name})` : name, indicator],
          ...(isSplit ? [partOf(line)] : []),
          writePeriod(period, language),
          value === null ? null : { decimal: value },
          unitName(line.unit),
          value === null ? null : point?.status ? status[point.status] : words.computed,
          value === null ? null : (point?.source ?? words.computed),
          value === null ? writeReason(point?.refusal ?? null, language, words) : null,
        ];
      }),
    ),
  };
}
