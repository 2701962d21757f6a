import type { InBoth } from '../words/languages';
import type { components } from './schema';

export type Indicator = components['schemas']['IndicatorEntry'];

/** What an indicator can be broken down by. The description of the API leaves its form open, so it is read with care. */
export interface Dimension {
  readonly name: string;
  readonly label: InBoth;
  readonly required: boolean;
  /** What may stand in it, where that is a list; null: anything of a form. */
  readonly values: readonly string[] | null;
  /** What its values are called. */
  readonly names: Readonly<Record<string, InBoth>>;
  /** Whether these keep their capitals within a sentence. */
  readonly hasProperNames: boolean;
  /** The only unit that a value is counted in. */
  readonly units: Readonly<Record<string, string>>;
}

/** From which month on the levels of a territory (null: of all) are computed in another way. */
export interface Break {
  readonly territory: string | null;
  readonly from: string;
  readonly note: InBoth;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (given: unknown): given is Fields => typeof given === 'object' && given !== null;
const isText = (given: unknown): given is string => typeof given === 'string';

function inBoth(given: unknown): InBoth {
  const { vi, en } = isFields(given) ? given : {};
  return { vi: isText(vi) ? vi : '', en: isText(en) ? en : '' };
}

function each<T>(given: unknown, read: (one: unknown) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(isFields(given) ? given : {}).map(([key, one]) => [key, read(one)]),
  );
}

export function dimensionsOf({ dimensions }: Indicator): Dimension[] {
  return dimensions
    .filter(isFields)
    .map(({ name, label, required, values, names, hasProperNames, units }) => ({
      name: isText(name) ? name : '',
      label: inBoth(label),
      required: required === true,
      values: Array.isArray(values) ? values.filter(isText) : null,
      names: each(names, inBoth),
      hasProperNames: hasProperNames === true,
      units: each(units, String),
    }));
}

export function breaksOf({ seriesVersions }: Pick<Indicator, 'seriesVersions'>): Break[] {
  return seriesVersions
    .filter(isFields)
    .flatMap(({ territory, from, note }) =>
      isText(from) ? [{ territory: isText(territory) ? territory : null, from, note: inBoth(note) }] : [],
    );
}
