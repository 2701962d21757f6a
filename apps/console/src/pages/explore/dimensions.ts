import type { Dimension } from '../../api/indicator';
import type { Language } from '../../words/languages';

/** What may stand in it; of what takes anything of a form, those that have a name. */
export const valuesOf = ({ values, names }: Dimension): readonly string[] => values ?? Object.keys(names);

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
