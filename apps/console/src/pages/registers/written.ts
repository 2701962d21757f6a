import { useTerritories } from '../../api/reference';
import { useNaming, usePageWords, useSettings } from '../../app/settings';
import type { Language } from '../../words/languages';
import { fill } from '../../words/fill';
import { writeNumber } from '../../words/numbers';
import { writeDay, writePeriod } from '../../words/periods';
import { useNames } from './names/naming';
import type { Value } from './entries';
import type { Field } from './shape';
import { words as both } from './words';

const countryNames = {
  vi: new Intl.DisplayNames('vi', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
};
export const countryName = (code: string, language: Language): string =>
  /^[A-Z]{2}$/.test(code) ? (countryNames[language].of(code) ?? code) : code;

/** Writes values of a register's fields as people read them: no codes, numbers and days of the language. */
export function useWritten(register: string): (field: Field, value: Value | undefined) => string | null {
  const names = useNames();
  const words = usePageWords(both);
  const naming = useNaming();
  const { language } = useSettings();
  const { data: territories } = useTerritories();
  const one = ({ name, kind }: Field, value: string): string => {
    switch (kind) {
      case 'choice':
        if (name === 'state') return names.state(register, value);
        return name === 'step' ? names.step(register, value) : names.value(name, value);
      case 'flag':
        return value === 'true' ? words.yes : words.no;
      case 'decimal':
      case 'whole':
        return writeNumber(value, language);
      case 'day':
        return writeDay(value, language);
      case 'month':
        return writePeriod(value, language);
      case 'territory': {
        const unit = territories?.get(value);
        if (!unit) return '…';
        const others = [...(territories?.values() ?? [])].filter(({ id }) => id !== value);
        const isUnique = others.every(({ name: other }) => other.vi !== unit.name.vi);
        return isUnique || unit.validTo === null
          ? naming(unit.name)
          : fill(words.until, { name: naming(unit.name), day: writeDay(unit.validTo, language) });
      }
      case 'country':
        return countryName(value, language);
      default:
        return value;
    }
  };
  return (field, value) => {
    if (value === undefined || value === null) return null;
    if (Array.isArray(value)) {
      const written = value.flatMap((each) => (typeof each === 'object' ? [] : [one(field, String(each))]));
      return written.length > 0 ? written.join(', ') : null;
    }
    return typeof value === 'object' ? null : one(field, String(value));
  };
}
