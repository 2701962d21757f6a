import type { Indicator } from '../../api/reference';
import type { InBoth, Language } from '../../words/languages';
import { valueNames } from './value-names';

/** What an indicator can be broken down by. The description of the API leaves its form open, so it is read with care. */
export interface Dimension {
  readonly name: string;
  readonly label: InBoth;
  readonly required: boolean;
  /** What may stand in it, where that is a list. */
  readonly values: readonly string[];
  readonly names: Readonly<Record<string, InBoth>>;
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

export function dimensionsOf(indicator: Indicator): Dimension[] {
  return indicator.dimensions.filter(isFields).map(({ name, label, required, values, names }) => {
    const named = isFields(names) ? Object.entries(names) : [];
    const listed = Array.isArray(values) ? values.filter(isText) : named.map(([value]) => value);
    return {
      name: isText(name) ? name : '',
      label: inBoth(label),
      required: required === true,
      values: listed,
      names: { ...valueNames, ...Object.fromEntries(named.map(([value, both]) => [value, inBoth(both)])) },
    };
  });
}

export function breaksOf(indicator: Indicator): Break[] {
  return indicator.seriesVersions
    .filter(isFields)
    .flatMap(({ territory, from, note }) =>
      isText(from) ? [{ territory: isText(territory) ? territory : null, from, note: inBoth(note) }] : [],
    );
}

export const nameOfValue = ({ names }: Dimension, value: string, language: Language): string =>
  names[value]?.[language] ?? value;

/** A dimension as a field is called: without what its label explains in brackets. */
export const nameOfDimension = ({ label }: Dimension, language: Language): string =>
  label[language].replace(/ \(.*\)$/, '').replace(/:.*$/, '');

/** `component=goods~scope=supported` */
export function readBreakdown(text = ''): Record<string, string> {
  return Object.fromEntries(
    text.split('~').flatMap((part) => {
      const [name = '', value = ''] = part.split('=');
      return name && value ? [[name, value]] : [];
    }),
  );
}

export const writeBreakdown = (breakdown: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(breakdown)
    .map(([name, value]) => `${name}=${value}`)
    .join('~') || undefined;
