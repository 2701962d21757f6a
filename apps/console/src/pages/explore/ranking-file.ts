import type { components } from '../../api/schema';
import type { FileTable } from '../../charts/csv';
import type { Language } from '../../words/languages';
import { country } from './asked';
import type { Point } from './lines';
import { writeReason } from './rows';
import type { words as both } from './words';

interface Naming {
  readonly words: (typeof both)[Language];
  readonly language: Language;
  readonly unit: string;
  readonly name: string;
  readonly written: string;
  readonly nameOf: (territory: string) => string;
  readonly reasonOf: (territory: string) => Point['refusal'];
}

/** The ranking as the API answers it, unrounded; who has no number stands below with the reason, then the country. */
export function fileOfRanking(
  { items, missing, national }: components['schemas']['Ranking'],
  { words, language, unit, name, written, nameOf, reasonOf }: Naming,
): FileTable {
  const rest = (value: string | null, reason: string | null) => [
    ...[name, written],
    value === null ? null : { decimal: value },
    ...[unit, reason],
  ];
  return {
    header: [
      ...[words.rank, words.territory, words.indicator, words.period, words.value, words.unit],
      words.refusal,
    ],
    rows: [
      ...items.map(({ rank, territory, value }) => [String(rank), nameOf(territory), ...rest(value, null)]),
      ...missing.map((territory) => [
        null,
        nameOf(territory),
        ...rest(null, writeReason(reasonOf(territory), language, words)),
      ]),
      [null, nameOf(country), ...rest(national, national === null ? words.noneStated : null)],
    ],
  };
}
